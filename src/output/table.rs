//! Tables for spreadsheets.
//!
//! # Dialect
//! A spreadsheet set to French opens a table by a double click only if fields are separated by semicolons and
//! decimals by a comma; one set to English wants comma and point. The language of the documents decides. Both carry
//! a UTF-8 byte-order mark, without which accents break in Excel, and no thousands separators. Dates are ISO
//! (`2026-01-31`), which every spreadsheet reads as dates. `input` reads every one of these tables back.
//!
//! # Safety
//! A text that begins with `=`, `+`, `-`, `@`, a tab or a line break could run as a formula when the table is
//! opened. Such texts get an apostrophe in front, as spreadsheets themselves mark text. Numbers are written by us
//! and keep their sign.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::instance::units::{Euros, Kilometres, Minutes, NANO};
use crate::messages::Lang;

/// A table to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    header: Vec<Cow<'static, str>>,
    rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text, from the input or the catalogue.
    Text(String),
    /// A number with a point; the dialect puts its own separator.
    Number(String),
    /// Nothing known.
    Empty,
}

impl Table {
    /// A table without rows.
    pub fn new(header: &[&'static str]) -> Self {
        Self { header: header.iter().copied().map(Cow::Borrowed).collect(), rows: Vec::new() }
    }

    /// A table whose columns depend on the input.
    pub fn with_columns(header: Vec<String>, rows: Vec<Vec<Cell>>) -> Self {
        debug_assert!(rows.iter().all(|row| row.len() == header.len()), "a cell for each column");
        Self { header: header.into_iter().map(Cow::Owned).collect(), rows }
    }

    /// Adds a row; it has a cell for each column.
    pub fn push<const N: usize>(&mut self, row: [Cell; N]) {
        debug_assert_eq!(N, self.header.len(), "a cell for each column");
        self.rows.push(row.into());
    }

    /// Adds a last column that says the same in every row.
    #[must_use]
    pub fn with_note(mut self, column: &'static str, note: &str) -> Self {
        self.header.push(Cow::Borrowed(column));
        for row in &mut self.rows {
            row.push(note.into());
        }
        self
    }

    /// The table as bytes, in the dialect of a language.
    ///
    /// # Panics
    /// Never: rows have a cell for each column, and memory takes all bytes.
    pub fn encoded(&self, lang: Lang) -> Vec<u8> {
        let (delimiter, separator) = match lang {
            Lang::Fr => (b';', ","),
            Lang::En => (b',', "."),
        };
        self.written("\u{feff}", delimiter, |cell| cell.encoded(separator))
    }

    /// The table as bytes, for the planning itself: commas, points, no byte-order mark, texts as they are. The same
    /// in every language, because it is an input that programs read and that is kept under version control.
    ///
    /// # Panics
    /// Never: as [`Self::encoded`].
    pub fn plain(&self) -> Vec<u8> {
        self.written("", b',', Cell::plain)
    }

    /// The table as bytes, for other systems: commas, points, no byte-order mark, and no text that could run as a formula.
    ///
    /// # Panics
    /// Never: as [`Self::encoded`].
    pub fn exchanged(&self) -> Vec<u8> {
        self.written("", b',', |cell| cell.encoded("."))
    }

    fn written(&self, mark: &str, delimiter: u8, encoded: impl Fn(&Cell) -> String) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(mark.into());
        let header = self.header.iter().map(|name| without_formula(name)).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(&encoded).collect());
        for record in std::iter::once(header).chain(rows) {
            let record: Vec<String> = record;
            writer.write_record(&record).expect("as many cells as columns");
        }
        writer.into_inner().expect("memory takes all bytes")
    }
}

impl Cell {
    fn encoded(&self, separator: &str) -> String {
        match self {
            Self::Text(text) => without_formula(text),
            Self::Number(number) => number.replace('.', separator),
            Self::Empty => String::new(),
        }
    }

    fn plain(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }

    /// What `cell` makes of a value, where there is one.
    pub fn known<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// A number with a fixed number of decimals, for averages.
    pub fn rounded(value: f64, decimals: usize) -> Self {
        Self::Number(format!("{value:.decimals$}"))
    }

    /// 1 or 0, as the tables of the input write it.
    pub fn yes_no(value: bool) -> Self {
        usize::from(value).into()
    }

    /// A time of day such as `09:30`.
    pub fn time_of_day(minute: i64) -> Self {
        Self::Text(format!("{:02}:{:02}", minute / 60, minute % 60))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Number(count.to_string())
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<Euros> for Cell {
    fn from(amount: Euros) -> Self {
        Self::Number(decimal(amount.nano(), 2))
    }
}

impl From<Minutes> for Cell {
    fn from(minutes: Minutes) -> Self {
        Self::Number(decimal(minutes.nano(), 0))
    }
}

impl From<Kilometres> for Cell {
    fn from(km: Kilometres) -> Self {
        Self::Number(decimal(km.nano(), 0))
    }
}

/// A number of billionths, exactly, with at least `least` decimals.
fn decimal(nano: i64, least: usize) -> String {
    let sign = if nano < 0 { "-" } else { "" };
    let (whole, part) = (nano.unsigned_abs() / NANO as u64, nano.unsigned_abs() % NANO as u64);
    let digits = format!("{part:09}");
    let n_needed = digits.trim_end_matches('0').len().max(least);
    if n_needed == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{}", &digits[..n_needed]) }
}

fn without_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut table = Table::new(&["name", "amount"]);
        table.push(["Salle; \"Été\"".into(), Euros::from_nano(-1_500_000_000).into()]);
        table.push(["=1+1".into(), Cell::Empty]);
        table
    }

    #[test]
    fn each_language_gets_the_dialect_that_its_spreadsheets_open() {
        let text = |lang| String::from_utf8(sample().encoded(lang)).expect("UTF-8");
        assert_eq!(text(Lang::Fr), "\u{feff}name;amount\n\"Salle; \"\"Été\"\"\";-1,50\n'=1+1;\n");
        assert_eq!(text(Lang::En), "\u{feff}name,amount\n\"Salle; \"\"Été\"\"\",-1.50\n'=1+1,\n");
    }

    #[test]
    fn an_input_is_written_plainly() {
        let text = String::from_utf8(sample().plain()).expect("UTF-8");
        assert_eq!(text, "name,amount\n\"Salle; \"\"Été\"\"\",-1.50\n=1+1,\n");
    }

    #[test]
    fn amounts_keep_every_decimal_that_counts() {
        assert_eq!(decimal(5_333_333_333, 2), "5.333333333");
        assert_eq!(decimal(70_000_000_000, 2), "70.00");
        assert_eq!(decimal(-10_000_000, 2), "-0.01");
        assert_eq!(decimal(7_500_000_000, 0), "7.5");
        assert_eq!(decimal(7_000_000_000, 0), "7");
    }

    #[test]
    fn no_text_can_run_as_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(without_formula(text), format!("'{text}"));
        }
        assert_eq!(without_formula("Été - 1"), "Été - 1");
    }
}
