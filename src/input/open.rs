//! Files that contain tables, opened once: texts, and workbooks with several sheets.
//!
//! A table is named by its file (`residents.csv`) or, in a workbook, by its file and sheet
//! (`mairies.xlsx#Inscriptions`). A workbook without the name of a sheet yields the sheet of the table's kind or, if it
//! has only one, that one. The table without a kind is that of contacts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::limits::FILE_BYTES;
use super::sheet::{Grid, Sheet};
use super::source::{Source, bytes_at};
use super::sources::Sources;
use super::tables::kind::Kind;
use super::words::folded;
use super::workbook::{Content, Workbook, is_workbook};
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, letters, nearest};

/// The open files of a folder.
pub(crate) struct OpenFiles<'a> {
    sources: &'a Sources,
    folder: &'a Path,
    workbooks: RefCell<BTreeMap<PathBuf, Option<Rc<Workbook>>>>,
    // The workbook that is the scenario itself: its bytes are already in the digest.
    own: Option<PathBuf>,
}

impl<'a> OpenFiles<'a> {
    /// Files of `folder`, none of them open yet.
    pub(crate) fn new(sources: &'a Sources, folder: &'a Path) -> Self {
        Self { sources, folder, workbooks: RefCell::default(), own: None }
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder
    }

    /// The same, for a scenario that may itself be the workbook at `path`.
    pub(crate) fn of_scenario(sources: &'a Sources, folder: &'a Path, path: &Path) -> Self {
        Self { own: Some(path.to_owned()), ..Self::new(sources, folder) }
    }

    /// The sources of the files.
    pub(crate) fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// The part of a table of this kind that `name` refers to; adds its bytes to `digest`. `None` if a fault was reported.
    pub(crate) fn sheet(
        &self,
        name: &str,
        kind: Option<Kind>,
        named: Option<Place>,
        digest: &mut Sha256,
        faults: &mut Faults,
    ) -> Option<Arc<Sheet>> {
        let (file, sheet) = file_and_sheet(name);
        let path = self.folder.join(file);
        if !is_workbook(&path) {
            return Source::read(self.sources, &path, named, digest, faults).map(Sheet::Text).map(Arc::new);
        }
        let workbook = self.workbook(&path, named.clone(), faults)?;
        if self.own.as_ref() != Some(&path) {
            digest.update(&workbook.bytes);
        }
        let shown = path.display().to_string();
        let place = named.unwrap_or_else(|| Place::file(&shown));
        let position = match sheet {
            Some(sheet) => named_sheet(&workbook, sheet, &shown, place, faults)?,
            None => sheet_of(&workbook, kind, &shown, place, faults)?,
        };
        grid(&workbook, position, &shown, faults).map(Sheet::Cells).map(Arc::new)
    }

    /// A workbook of the folder; `None` if it has a fault, which is reported once.
    pub(crate) fn workbook(
        &self,
        path: &Path,
        named: Option<Place>,
        faults: &mut Faults,
    ) -> Option<Rc<Workbook>> {
        if let Some(known) = self.workbooks.borrow().get(path) {
            return known.clone();
        }
        let place = Place::file(&path.display().to_string());
        let bytes = bytes_at(self.sources, path, named, FILE_BYTES, faults);
        let opened = bytes.and_then(|bytes| match Workbook::open(bytes.into()) {
            Ok(workbook) => Some(Rc::new(workbook)),
            Err(refused) => {
                faults.add(refused.told(place));
                None
            }
        });
        self.workbooks.borrow_mut().insert(path.to_owned(), opened.clone());
        opened
    }
}

/// A file and, if the name has one, the sheet of a workbook.
pub(crate) fn file_and_sheet(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once('#') {
        Some((file, sheet)) if is_workbook(Path::new(file)) => (file, Some(sheet.trim())),
        _ => (name, None),
    }
}

/// The sheet of this name, ignoring case; a missing one is reported.
fn named_sheet(
    workbook: &Workbook,
    sheet: &str,
    file: &str,
    place: Place,
    faults: &mut Faults,
) -> Option<usize> {
    let sheets = workbook.sheets();
    let exact = sheets.iter().position(|it| it.name == sheet);
    let found = exact.or_else(|| sheets.iter().position(|it| folded(&it.name) == folded(sheet)));
    if found.is_none() {
        let names = sheets.iter().map(|it| it.name.as_str());
        let fault = Diagnostic::new(Code::UnknownSheet, place).with("file", file).with("value", sheet);
        let fault = fault.with("sheets", Fact::listing(names.clone().map(str::to_owned)));
        faults.add(fault.suggesting("hint-nearest", nearest(sheet, names)));
    }
    found
}

/// The sheet of a kind of table or, if the workbook has only one sheet, that one; reports that there is none.
fn sheet_of(
    workbook: &Workbook,
    kind: Option<Kind>,
    file: &str,
    place: Place,
    faults: &mut Faults,
) -> Option<usize> {
    let sheets = workbook.sheets();
    let found = sheets.iter().position(|it| match kind {
        Some(kind) => kind.is_called(&it.name),
        None => folded(&it.name) == "contacts",
    });
    let only = (sheets.len() == 1).then_some(0);
    found.or(only).or_else(|| {
        let names = sheets.iter().map(|it| it.name.clone());
        let fault = Diagnostic::new(Code::MissingSheet, place).with("file", file);
        faults.add(
            fault.with("value", kind.map_or("Contacts", Kind::french)).with("sheets", Fact::listing(names)),
        );
        None
    })
}

/// The cells of a sheet. Hidden rows and columns are reported as warnings; `None` if it cannot be read, which is a fault.
pub(crate) fn grid(workbook: &Workbook, position: usize, file: &str, faults: &mut Faults) -> Option<Grid> {
    let name = &workbook.sheets()[position].name;
    let place = Place::sheet(file, name);
    match workbook.content(position) {
        Ok(content) => {
            tell_hidden(&content, &place, faults);
            Some(Grid { file: file.to_owned(), name: name.clone(), rows: content.rows })
        }
        Err(refused) => {
            faults.add(refused.told(place));
            None
        }
    }
}

fn tell_hidden(content: &Content, place: &Place, faults: &mut Faults) {
    if !content.hidden_rows.is_empty() {
        let rows = content.hidden_rows.iter().map(u64::to_string);
        let note = Diagnostic::new(Code::HiddenRows, place.clone()).with("rows", Fact::listing(rows));
        faults.add(note.with("count", content.hidden_rows.len()));
    }
    let width = content.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let hidden: Vec<usize> =
        content.hidden_columns.iter().copied().filter(|&position| position < width).collect();
    if !hidden.is_empty() {
        let columns = Fact::listing(hidden.iter().map(|&position| letters(position)));
        let note = Diagnostic::new(Code::HiddenColumns, place.clone()).with("columns", columns);
        faults.add(note.with("count", hidden.len()));
    }
}
