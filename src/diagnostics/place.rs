//! A place in an input: a line and a column of a text, a key of a scenario or a plan, a cell of a workbook.

use std::fmt;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// The sheet, where the file is a workbook.
    pub sheet: Option<String>,
    /// Line, or row of the sheet, from 1, if known.
    pub line: Option<u64>,
    /// Where in the line.
    pub within: Within,
}

impl Place {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// A line of a file.
    pub fn line(file: &str, line: u64) -> Self {
        Self { line: Some(line), ..Self::file(file) }
    }

    /// A whole sheet of a workbook.
    pub fn sheet(file: &str, sheet: &str) -> Self {
        Self { sheet: Some(sheet.to_owned()), ..Self::file(file) }
    }

    /// A row of a sheet, from 1.
    pub fn row(file: &str, sheet: &str, row: u64) -> Self {
        Self { line: Some(row), ..Self::sheet(file, sheet) }
    }

    /// The same place, at a column of its table.
    #[must_use]
    pub fn column(mut self, column: &str) -> Self {
        self.within = Within::Column(column.to_owned());
        self
    }

    /// The same place, at a cell of its row: the position of its column, from 0, and the name of that column.
    #[must_use]
    pub fn at_cell(mut self, position: usize, column: &str) -> Self {
        self.within = Within::Cell(position, column.to_owned());
        self
    }

    /// The same place, at a key (`cycle.sessions`, `cycles[2].venue`).
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.within = Within::Key(key.to_owned());
        self
    }

    /// The same place, at a character of its line, from 1.
    #[must_use]
    pub fn character(mut self, character: u64) -> Self {
        self.within = Within::Character(character);
        self
    }

    /// The cell, as spreadsheets name it (`C14`); the first cell of the row if the column is unknown. `None` if the place has no
    /// sheet and row.
    pub fn cell(&self) -> Option<String> {
        self.sheet.as_ref()?;
        let column = match self.within {
            Within::Cell(position, _) => position,
            _ => 0,
        };
        Some(format!("{}{}", letters(column), self.line?))
    }
}

/// File and line, or file, sheet and cell: `residents.csv:14`, `mairies.xlsx, Inscriptions!C14`.
impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.file)?;
        match (&self.sheet, self.cell(), self.line) {
            (Some(sheet), Some(cell), _) => write!(to, ", {sheet}!{cell}"),
            (Some(sheet), None, _) => write!(to, ", {sheet}"),
            (None, _, Some(line)) => write!(to, ":{line}"),
            (None, _, None) => Ok(()),
        }
    }
}

/// The letters of a column: `A` for 0, `Z` for 25, `AA` for 26.
pub fn letters(position: usize) -> String {
    let last = char::from(b'A' + (position % 26) as u8);
    if position < 26 { last.to_string() } else { letters(position / 26 - 1) + &last.to_string() }
}

/// A place in a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Within {
    /// The whole line.
    #[default]
    Line,
    /// A character, from 1.
    Character(u64),
    /// A column of a table.
    Column(String),
    /// A key of a scenario or a plan.
    Key(String),
    /// A cell of a sheet: the position of its column, from 0, and the name of that column.
    Cell(usize, String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        let called = [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        let row = Place::row("mairies.xlsx", "Inscriptions", 14);
        assert_eq!(row.clone().at_cell(2, "Commune").to_string(), "mairies.xlsx, Inscriptions!C14");
        assert_eq!(row.to_string(), "mairies.xlsx, Inscriptions!A14");
        assert_eq!(Place::sheet("a.ods", "Salles").to_string(), "a.ods, Salles");
        assert_eq!(Place::line("a.csv", 3).column("id").to_string(), "a.csv:3");
        assert_eq!(Place::line("a.csv", 3).cell(), None);
    }
}
