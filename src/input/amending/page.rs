//! A part of a table that is being edited.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Desk, unwritable};
use crate::diagnostics::{Faults, Place};
use crate::input::column::Column;
use crate::input::edit::Edit;
use crate::input::header::{Header, Layout};
use crate::input::records::declared;
use crate::input::rewritten::rewritten;
use crate::input::sheet::{Grid, Sheet};
use crate::input::workbook::{self, Cells, Unwritten};

/// A part of a table, its columns, and the edit so far.
pub(super) struct Page {
    pub(super) path: PathBuf,
    pub(super) header: Header,
    sheet: Arc<Sheet>,
    edit: Edit,
    /// Columns that it lacked: name and position.
    added: Vec<(String, usize)>,
}

impl Page {
    /// A part with a header.
    pub(super) fn of(path: PathBuf, sheet: &Arc<Sheet>, layout: Layout<'_>) -> Option<Self> {
        let header = Header::of(sheet, layout)?;
        Some(Self { path, header, sheet: Arc::clone(sheet), edit: Edit::default(), added: Vec::new() })
    }

    /// The position of a column; a column that the table lacks is appended.
    pub(super) fn column(&mut self, column: Column) -> usize {
        let found = self.header.found.iter().find(|found| found.column == column);
        let name = if self.header.is_french() { column.french } else { column.name };
        found.and_then(|found| found.position).unwrap_or_else(|| self.named(name))
    }

    /// The position of a column that the table lacked, by name.
    pub(super) fn named(&mut self, name: &str) -> usize {
        if let Some((_, position)) = self.added.iter().find(|(known, _)| known == name) {
            return *position;
        }
        let position = self.width() + self.added.len();
        self.added.push((name.to_owned(), position));
        self.edit.cells.push((self.header.line, position, name.to_owned()));
        position
    }

    /// Number of columns with content, with or without a name.
    fn width(&self) -> usize {
        let n_named = self.header.names.len();
        match &*self.sheet {
            Sheet::Text(_) => n_named,
            Sheet::Cells(grid) | Sheet::Records(grid) => {
                grid.rows.iter().map(|row| row.cells.len()).fold(n_named, usize::max)
            }
        }
    }

    /// Sets the value of a cell.
    pub(super) fn set(&mut self, line: u64, position: usize, value: String) {
        self.edit.cells.push((line, position, value));
    }

    /// Adds a row.
    pub(super) fn add(&mut self, row: BTreeMap<usize, String>) {
        self.edit.rows.push(row);
    }

    /// A value of some row in a column.
    pub(super) fn sample(&self, position: usize) -> Option<String> {
        let (mut records, _) = self.header.rows(&self.sheet);
        let mut record = csv::StringRecord::new();
        while records.next(&mut record).line().is_some() {
            if let Some(value) = record.get(position).map(str::trim).filter(|value| !value.is_empty()) {
                return Some(value.to_owned());
            }
        }
        None
    }

    /// Writes the edit into the file.
    pub(super) fn write(self, desk: &mut Desk<'_>, faults: &mut Faults) -> Option<()> {
        write_part((&self.path, &self.sheet, Some(&self.header)), self.edit, desk, faults)
    }
}

/// Applies an edit to a part, which has this header or is still empty.
pub(super) fn write_part(
    (path, sheet, header): (&Path, &Sheet, Option<&Header>),
    edit: Edit,
    desk: &mut Desk<'_>,
    faults: &mut Faults,
) -> Option<()> {
    if edit.is_empty() {
        return Some(());
    }
    match sheet {
        Sheet::Text(source) => {
            let bytes = desk.bytes(path, faults)?;
            let delimiter = header.map_or(b',', |header| header.delimiter);
            let bytes = rewritten(&bytes, declared(&source.text).unwrap_or(delimiter), &edit);
            desk.changed.insert(path.to_owned(), bytes);
        }
        Sheet::Cells(grid) => {
            write_sheet((path, grid, header.map_or(0, |header| header.line)), edit, desk, faults)?;
        }
        Sheet::Records(grid) => {
            let place = Place::file(&grid.file);
            faults.add(unwritable(place, path, "unwritable-reworded", "hint-write-source"));
            return None;
        }
    }
    Some(())
}

/// Whether a file is an `OpenDocument` workbook, which can be read but not written.
pub(super) fn is_open_document(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ods"))
}

/// Applies an edit to a sheet of a workbook whose header is on line `header`; rows are added below the last that is not
/// blank. Removed rows are emptied: formulas and formats below them would not move up with the values.
pub(super) fn write_sheet(
    (path, grid, header): (&Path, &Grid, u64),
    edit: Edit,
    desk: &mut Desk<'_>,
    faults: &mut Faults,
) -> Option<()> {
    let place = Place::sheet(&path.display().to_string(), &grid.name);
    if is_open_document(path) {
        faults.add(unwritable(place, path, "unwritable-ods", "hint-save-as-xlsx"));
        return None;
    }
    let last = grid.rows.last().map_or(header, |row| row.line);
    let mut cells = Cells { model: (last > header).then_some(last), ..Cells::default() };
    for row in grid.rows.iter().filter(|row| edit.removed.contains(&row.line)) {
        let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        cells.by_line.insert(row.line, filled.map(|(position, _)| (position, String::new())).collect());
    }
    for (line, position, value) in edit.cells {
        cells.by_line.entry(line).or_default().insert(position, value);
    }
    cells.by_line.extend((last + 1..).zip(edit.rows));
    let bytes = desk.bytes(path, faults)?;
    match workbook::rewritten(&bytes, &grid.name, &cells) {
        Ok(bytes) => {
            desk.changed.insert(path.to_owned(), bytes);
            Some(())
        }
        Err(Unwritten::Damaged(refusal)) => {
            faults.add(refusal.told(place));
            None
        }
        Err(Unwritten::Formula(line, position)) => {
            let place = Place { line: Some(line), ..place }.at_cell(position, "");
            let cell = place.cell().unwrap_or_default();
            let fault = unwritable(place, path, "unwritable-formula", "hint-write-value");
            faults.add(fault.advising("hint-write-value", vec![("cell", cell.into())]));
            None
        }
    }
}
