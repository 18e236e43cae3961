//! Parts of tables as the files have them: a file or a sheet of a workbook, its header and its rows, to show and edit.
//!
//! A part can be read and written even if its rows, or other tables, have faults: it is shown in order to correct them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::StringRecord;
use sha2::{Digest, Sha256};

use super::page::{is_open_document, write_part};
use super::{Changed, Desk, unwritable};
use crate::diagnostics::{Diagnostic, Faults, Place, letters};
use crate::input::column::{Column, NOTE};
use crate::input::digest::hex;
use crate::input::edit::Edit;
use crate::input::header::{Header, Layout};
use crate::input::open::file_and_sheet;
use crate::input::sheet::Sheet;
use crate::input::sources::Sources;
use crate::input::tables::kind::Kind;

/// Which part of which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The table.
    pub kind: Kind,
    /// The part, in the order in which the scenario names them.
    pub part: usize,
}

/// A part of a table.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which.
    pub address: Address,
    /// Its file.
    pub path: PathBuf,
    /// Its sheet, if the file is a workbook.
    pub sheet: Option<String>,
    /// Its header, as the file has it; an empty part has a proposed header.
    pub header: Vec<Heading>,
    /// Names of the columns that it may have but lacks, in its language.
    pub absent: Vec<String>,
    /// The line of its header, from 1; 0 if it has none yet.
    pub header_line: u64,
    /// Its rows that are not blank, from the top.
    pub rows: Vec<PartRow>,
    /// A digest of its content, which identifies this version.
    pub version: String,
    /// Why its file cannot be changed.
    pub unwritable: Option<Diagnostic>,
}

/// A column of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its name, as the file has it; its letters if it has none.
    pub name: String,
    /// The known column; `None` for one that is not read.
    pub column: Option<Column>,
    /// Whether it is the column of a slot.
    pub is_slot: bool,
}

/// A row of a part.
#[derive(Debug, Clone)]
pub struct PartRow {
    /// Its line or row, from 1.
    pub line: u64,
    /// Its cells, from the first column to the last that it has.
    pub cells: StringRecord,
}

impl Part {
    /// Whether a place lies in it.
    pub fn has(&self, place: &Place) -> bool {
        place.file == self.path.display().to_string() && place.sheet == self.sheet
    }
}

/// A part of a table, as the scenario names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub address: Address,
    /// Its name there (`residents.csv`, `plan.xlsx#Inscriptions`).
    pub name: String,
    path: PathBuf,
    sheet: Option<String>,
}

impl Named {
    /// Whether a place lies in it.
    pub fn has(&self, place: &Place) -> bool {
        let is_sheet = self.sheet.is_none() || self.sheet == place.sheet;
        is_sheet && place.file == self.path.display().to_string()
    }
}

/// The parts of all tables that a scenario names.
///
/// # Errors
/// Every fault of the scenario, if it cannot be read at all.
pub fn parts(sources: &Sources, scenario: &Path) -> Result<Vec<Named>, Vec<Diagnostic>> {
    let desk = opened(sources, scenario)?;
    let mut named = Vec::new();
    for kind in Kind::ALL {
        for (part, name) in desk.scenario.files(kind).iter().enumerate() {
            let (file, sheet) = file_and_sheet(name);
            let (path, sheet) = (desk.folder().join(file), sheet.map(str::to_owned));
            named.push(Named { address: Address { kind, part }, name: name.clone(), path, sheet });
        }
    }
    Ok(named)
}

/// A part as the file has it; `None` if the scenario names none at this address.
///
/// # Errors
/// Every fault of the scenario or the file, if either cannot be read at all.
pub fn read_part(
    sources: &Sources,
    scenario: &Path,
    address: Address,
) -> Result<Option<Part>, Vec<Diagnostic>> {
    let desk = opened(sources, scenario)?;
    let mut faults = Faults::default();
    let Some((path, sheet)) = desk.part(address, &mut faults) else { return absent(faults) };
    let version = match &*sheet {
        Sheet::Text(_) => {
            let Some(bytes) = desk.bytes(&path, &mut faults) else { return absent(faults) };
            hex(&Sha256::digest(&bytes))
        }
        Sheet::Cells(grid) | Sheet::Records(grid) => {
            let mut digest = Sha256::new();
            for row in &grid.rows {
                digest.update(format!("\n{}", row.line));
                row.cells.iter().for_each(|cell| digest.update(format!("\u{1}{cell}")));
            }
            hex(&digest.finalize())
        }
    };
    let header = Header::of(&sheet, desk.layout(address.kind));
    Ok(Some(as_written(address, path, &sheet, header.as_ref(), version)))
}

/// The changed files after this edit of a part.
///
/// # Errors
/// Why its file cannot be changed.
pub fn writing(
    sources: &Sources,
    scenario: &Path,
    part: &Part,
    edit: &Edit,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    let mut desk = opened(sources, scenario)?;
    let mut faults = Faults::default();
    let done = desk.part(part.address, &mut faults).and_then(|(path, sheet)| {
        let header = Header::of(&sheet, desk.layout(part.address.kind));
        let edit = if header.is_some() { edit.clone() } else { with_header(part, edit) };
        write_part((&path, &sheet, header.as_ref()), edit, &mut desk, &mut faults)
    });
    faults.verdict(done).map(|_| desk.changed())
}

/// Opens a scenario with any faults, as long as it can be read.
pub(super) fn opened<'a>(sources: &'a Sources, scenario: &'a Path) -> Result<Desk<'a>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    Desk::open(sources, scenario, &mut faults).ok_or_else(|| faults.into_sorted())
}

/// `None`, or the faults.
fn absent(faults: Faults) -> Result<Option<Part>, Vec<Diagnostic>> {
    if faults.has_error() { Err(faults.into_sorted()) } else { Ok(None) }
}

impl Desk<'_> {
    /// A part of a table and its file; `None` if there is none, or a fault was reported.
    fn part(&self, Address { kind, part }: Address, faults: &mut Faults) -> Option<(PathBuf, Arc<Sheet>)> {
        let name = self.scenario.files(kind).get(part)?;
        let named = self.scenario.place_of_part(kind, part);
        let sheet = self.open.sheet(name, Some(kind), Some(named), &mut Sha256::new(), faults)?;
        Some((self.folder().join(file_and_sheet(name).0), sheet))
    }

    fn layout(&self, kind: Kind) -> Layout<'_> {
        let list = kind.columns().iter().find(|column| column.name == "slots");
        match list {
            Some(&list) => Layout::with_slots(kind.columns(), list, &self.slots),
            None => Layout::of(kind.columns()),
        }
    }
}

fn as_written(
    address: Address,
    path: PathBuf,
    sheet: &Sheet,
    header: Option<&Header>,
    version: String,
) -> Part {
    let kind = address.kind;
    let is_french = header.map_or(matches!(sheet, Sheet::Cells(_)), Header::is_french);
    let called = |column: Column| if is_french { column.french } else { column.name }.to_owned();
    let rows = header.map(|header| rows(sheet, header)).unwrap_or_default();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let headings = match header {
        Some(header) => headings(header, width),
        None => kind.columns().iter().map(|&column| heading(called(column), Some(column))).collect(),
    };
    let all = kind.columns().iter().copied().chain([NOTE]);
    let has = |column: &Column| headings.iter().any(|heading| heading.column == Some(*column));
    let has_slots = headings.iter().any(|heading| heading.is_slot);
    let absent = all.filter(|column| !(has(column) || has_slots && column.name == "slots"));
    Part {
        address,
        absent: absent.map(called).collect(),
        unwritable: is_open_document(&path).then(|| {
            let place = sheet.whole();
            unwritable(place, &path, "unwritable-ods", "hint-save-as-xlsx")
        }),
        sheet: sheet.whole().sheet,
        path,
        header: headings,
        header_line: header.map_or(0, |header| header.line),
        rows,
        version,
    }
}

fn headings(header: &Header, width: usize) -> Vec<Heading> {
    let at = |position: usize| {
        let name = header.names.get(position).filter(|name| !name.is_empty());
        let column = header.found.iter().find(|found| found.position == Some(position));
        let is_slot = header.marks.iter().any(|mark| mark.position == position);
        let name = name.cloned().unwrap_or_else(|| letters(position));
        Heading { is_slot, ..heading(name, column.map(|found| found.column)) }
    };
    (0..header.names.len().max(width)).map(at).collect()
}

fn heading(name: String, column: Option<Column>) -> Heading {
    Heading { name, column, is_slot: false }
}

fn rows(sheet: &Sheet, header: &Header) -> Vec<PartRow> {
    let (mut records, _) = header.rows(sheet);
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    while let Some(line) = records.next(&mut record).line() {
        rows.push(PartRow { line, cells: record.clone() });
    }
    rows
}

/// The edit of a part without a header: the header comes first, including the added columns.
fn with_header(part: &Part, edit: &Edit) -> Edit {
    let names = part.header.iter().map(|heading| heading.name.clone()).enumerate();
    let added = edit.cells.iter().map(|(_, position, name)| (*position, name.clone()));
    let header: BTreeMap<usize, String> = names.chain(added).collect();
    Edit { rows: std::iter::once(header).chain(edit.rows.iter().cloned()).collect(), ..Edit::default() }
}
