//! A part of a table as something to write into.

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

/// A part of a table, its columns, and what is to be written into it.
pub(super) struct Page {
    pub(super) path: PathBuf,
    pub(super) header: Header,
    sheet: Arc<Sheet>,
    edit: Edit,
    /// Columns that it did not have.
    added: Vec<(String, usize)>,
}

impl Page {
    /// A part with a header.
    pub(super) fn of(path: PathBuf, sheet: &Arc<Sheet>, layout: Layout<'_>) -> Option<Self> {
        let header = Header::of(sheet, layout)?;
        Some(Self { path, header, sheet: Arc::clone(sheet), edit: Edit::default(), added: Vec::new() })
    }

    /// Where a column is; one that the table did not have comes last.
    pub(super) fn column(&mut self, column: Column) -> usize {
        let found = self.header.found.iter().find(|found| found.column == column);
        let name = if self.header.is_french() { column.french } else { column.name };
        found.and_then(|found| found.position).unwrap_or_else(|| self.named(name))
    }

    /// Where the column of a name is that the table did not have.
    pub(super) fn named(&mut self, name: &str) -> usize {
        if let Some((_, position)) = self.added.iter().find(|(known, _)| known == name) {
            return *position;
        }
        let position = self.width() + self.added.len();
        self.added.push((name.to_owned(), position));
        self.edit.cells.push((self.header.line, position, name.to_owned()));
        position
    }

    /// Columns with something in them, whether or not they have a name.
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

    /// A value that some row has in a column.
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

    /// Writes it into the file.
    pub(super) fn write(self, desk: &mut Desk<'_>, faults: &mut Faults) -> Option<()> {
        if self.edit.is_empty() {
            return Some(());
        }
        match &*self.sheet {
            Sheet::Text(source) => {
                let bytes = desk.bytes(&self.path, faults)?;
                let delimiter = declared(&source.text).unwrap_or(self.header.delimiter);
                let bytes = rewritten(&bytes, delimiter, &self.edit);
                desk.changed.insert(self.path, bytes);
            }
            Sheet::Cells(grid) => {
                write_sheet((&self.path, grid, self.header.line), self.edit, desk, faults)?;
            }
            Sheet::Records(grid) => {
                let place = Place::file(&grid.file);
                faults.add(unwritable(place, &self.path, "unwritable-reworded", "hint-write-source"));
                return None;
            }
        }
        Some(())
    }
}

/// Writes into a sheet of a workbook, whose header is on this line; rows go below the last that is not blank.
pub(super) fn write_sheet(
    (path, grid, header): (&Path, &Grid, u64),
    edit: Edit,
    desk: &mut Desk<'_>,
    faults: &mut Faults,
) -> Option<()> {
    let place = Place::sheet(&path.display().to_string(), &grid.name);
    let is_open_document = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("ods"));
    if is_open_document {
        faults.add(unwritable(place, path, "unwritable-ods", "hint-save-as-xlsx"));
        return None;
    }
    let last = grid.rows.last().map_or(header, |row| row.line);
    let mut cells = Cells { model: (last > header).then_some(last), ..Cells::default() };
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
        Err(Unwritten::Formula(cell)) => {
            let fault = unwritable(place, path, "unwritable-formula", "hint-write-value");
            faults.add(fault.advising("hint-write-value", vec![("cell", cell.into())]));
            None
        }
    }
}
