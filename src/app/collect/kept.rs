//! The tables that a collection keeps: enrolments and contacts, each with the previous answers of town halls.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::app::common::Failure;
use crate::diagnostics::Diagnostic;
use crate::input::Ground;
use crate::input::column::Column;
use crate::input::enrolments::{COLUMNS, Fields};
use crate::input::register::{CONTACTS, Register, read_enrolments, read_register};
use crate::messages::Lang;
use crate::output::File;
use crate::output::table::{Cell, Table};
use crate::output::write::Folder;

/// Additional columns of the previous answers.
pub(super) const ORIGIN: &str = "origin";
pub(super) const KEY: &str = "key";

/// Columns of an enrolment that are answers.
pub(super) fn answers() -> &'static [Column] {
    // Without the number before them, and the names after them.
    &COLUMNS[1..11]
}

/// Columns for reaching a person.
pub(super) fn reach() -> &'static [Column] {
    &CONTACTS[1..]
}

/// All tables, and the meaning of the enrolments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    enrolments_at: PathBuf,
    contacts_at: PathBuf,
    /// The enrolments as written.
    pub(super) enrolments: Register,
    /// Their meaning, by identifier.
    pub(super) meant: BTreeMap<String, Fields>,
    /// Names.
    pub(super) contacts: Register,
    /// The previous answer about each enrolment, and its origin.
    pub(super) said: Register,
    /// The previous answers about names.
    pub(super) named: Register,
}

impl Kept {
    /// Reads the existing tables.
    ///
    /// # Errors
    /// Every fault of an existing table.
    pub(super) fn read(
        enrolments_at: &Path,
        contacts_at: &Path,
        ground: &Ground,
    ) -> Result<Self, Vec<Diagnostic>> {
        let names = |columns: &[Column]| columns.iter().map(|column| column.name).collect::<Vec<_>>();
        let (enrolments, _) = read_enrolments(enrolments_at, ground)?;
        let (enrolments, rows) = enrolments.unwrap_or_else(|| (Register::new(&names(answers())), Vec::new()));
        let (contacts, _) = read_register(contacts_at, CONTACTS)?;
        let (said, _) = read_register(&beside(enrolments_at), COLUMNS)?;
        let (named, _) = read_register(&beside(contacts_at), CONTACTS)?;
        let origin = [ORIGIN, KEY].into_iter().chain(names(answers())).collect::<Vec<_>>();
        Ok(Self {
            enrolments_at: enrolments_at.to_owned(),
            contacts_at: contacts_at.to_owned(),
            enrolments,
            meant: rows.into_iter().filter_map(|row| Some((row.id?, row.fields))).collect(),
            contacts: contacts.unwrap_or_else(|| Register::new(&names(reach()))),
            said: said.unwrap_or_else(|| Register::new(&origin)),
            named: named.unwrap_or_else(|| Register::new(&names(reach()))),
        })
    }

    /// Its files.
    pub(super) fn paths(&self) -> [PathBuf; 4] {
        let (enrolments, contacts) = (self.enrolments_at.clone(), self.contacts_at.clone());
        [beside(&enrolments), beside(&contacts), enrolments, contacts]
    }

    /// Whether this identifier is in use.
    pub(super) fn has(&self, id: &str) -> bool {
        self.enrolments.has(id)
    }

    /// Writes everything: each folder's files atomically; files with names are readable only by their owner.
    ///
    /// # Errors
    /// If one cannot be written.
    pub(super) fn write(&self, lang: Lang) -> Result<(), Failure> {
        let tables = [
            (beside(&self.contacts_at), table(&self.named).encoded(lang), true),
            (self.contacts_at.clone(), table(&self.contacts).encoded(lang), true),
            (beside(&self.enrolments_at), table(&self.said).plain(), false),
            (self.enrolments_at.clone(), table(&self.enrolments).encoded(lang), false),
        ];
        let mut folders: BTreeMap<PathBuf, Vec<File>> = BTreeMap::new();
        for (path, bytes, names_people) in tables {
            let folder =
                path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            folders.entry(folder.to_owned()).or_default().push(File { name, bytes, names_people });
        }
        for (folder, files) in folders {
            let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
            let written = Folder::open(&folder, &names).and_then(|opened| opened.write(&files));
            written.map_err(|fault| Failure::folder(&folder, fault))?;
        }
        Ok(())
    }
}

/// The file of the previous answers: `enrolments.collected.csv` next to `enrolments.csv`.
fn beside(table: &Path) -> PathBuf {
    let stem = table.file_stem().unwrap_or_default().to_string_lossy();
    table.with_file_name(format!("{stem}.collected.csv"))
}

fn table(register: &Register) -> Table {
    let rows = register.rows().iter().map(|row| row.iter().map(Cell::from).collect()).collect();
    Table::with_columns(register.header().to_vec(), rows)
}
