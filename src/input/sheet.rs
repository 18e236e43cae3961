//! One part of a table in its original form: a text with delimiters, or a sheet of a workbook.

use csv::StringRecord;

use super::source::Source;
use crate::diagnostics::Place;

/// A part of a table.
#[derive(Debug, Clone)]
pub enum Sheet {
    /// A text with delimiters.
    Text(Source),
    /// A sheet of a workbook.
    Cells(Grid),
    /// The records of a text, some of which were translated.
    Records(Grid),
}

/// The cells of a sheet, as texts.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The workbook, under the name that was given.
    pub file: String,
    /// The sheet.
    pub name: String,
    /// The rows that are not blank, from the top.
    pub rows: Vec<GridRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct GridRow {
    /// Its number, from 1.
    pub line: u64,
    /// Its cells, from the first column of the sheet to the last that is not blank.
    pub cells: StringRecord,
}

impl Sheet {
    /// The file, under the name that was given.
    pub fn file(&self) -> &str {
        match self {
            Self::Text(source) => &source.name,
            Self::Cells(grid) | Self::Records(grid) => &grid.file,
        }
    }

    /// The place of the whole part.
    pub(crate) fn whole(&self) -> Place {
        match self {
            Self::Text(source) => Place::file(&source.name),
            Self::Cells(grid) => Place::sheet(&grid.file, &grid.name),
            Self::Records(grid) => Place::file(&grid.file),
        }
    }

    /// The place of a line or row, from 1.
    pub(crate) fn line(&self, line: u64) -> Place {
        Place { line: Some(line), ..self.whole() }
    }

    /// The place of a field: its line, its position from 0, and the name of its column.
    pub(crate) fn field(&self, line: u64, position: Option<usize>, name: &str) -> Place {
        match (self, position) {
            (Self::Text(_) | Self::Records(_), _) => self.line(line).column(name),
            (Self::Cells(_), Some(position)) => self.line(line).at_cell(position, name),
            (Self::Cells(_), None) => self.line(line),
        }
    }
}
