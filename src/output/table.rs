//! Tables for spreadsheets.
//!
//! # Dialect
//! A spreadsheet set to French opens a table by a double click only if fields are separated by semicolons and decimals
//! by a comma; one set to English needs comma and point. The language of the documents decides. Both carry a UTF-8
//! byte-order mark, without which accents break in Excel, and no thousands separators. Dates are ISO (`2026-01-31`),
//! which every spreadsheet recognises. `input` can read back every one of these tables.
//!
//! # Safety
//! A text that begins with `=`, `+`, `-`, `@` (or their full-width forms), a tab or a line break could run as a formula
//! when the table is opened. Such texts are prefixed with an apostrophe, as spreadsheets themselves mark text; so is
//! anything that a spreadsheet set to another language would split off at its own delimiter (`a;=1+1`). Numbers are
//! written by us and keep their sign. Tables for other systems keep names unchanged, since programs compare them with
//! their own: there, only what would be split off is marked.

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
    /// A number with a point; the dialect inserts its own separator.
    Number(String),
    /// Unknown.
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

    /// Adds a last column with the same text in every row.
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
    /// Never: rows have a cell for each column, and writing to memory does not fail.
    pub fn encoded(&self, lang: Lang) -> Vec<u8> {
        let (delimiter, separator) = dialect(lang);
        self.written("\u{feff}", delimiter, |cell| cell.encoded(separator))
    }

    /// The table as bytes, for the planning itself: commas, points, no byte-order mark, texts unchanged. The same in
    /// every language, because it is an input that programs read and that is kept under version control.
    ///
    /// # Panics
    /// Never: as [`Self::encoded`].
    pub fn plain(&self) -> Vec<u8> {
        self.written("", b',', Cell::plain)
    }

    /// The table as bytes, for other systems: commas, points, no byte-order mark, texts unchanged except for cells that
    /// another delimiter would split off as formulas.
    ///
    /// # Panics
    /// Never: as [`Self::encoded`].
    pub fn exchanged(&self) -> Vec<u8> {
        self.written("", b',', |cell| without_split_formula(&cell.plain()))
    }

    /// Like [`Self::exchanged`], in the dialect of a language: to be copied from a spreadsheet into another system.
    ///
    /// # Panics
    /// Never: as [`Self::encoded`].
    pub fn exchanged_by_hand(&self, lang: Lang) -> Vec<u8> {
        let (delimiter, separator) = dialect(lang);
        self.written("\u{feff}", delimiter, |cell| match cell {
            Cell::Text(text) => without_split_formula(text),
            other => other.encoded(separator),
        })
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

    /// What `cell` makes of a value; `Empty` if there is none.
    pub fn known<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// A number with a fixed number of decimals, for averages.
    pub fn rounded(value: f64, decimals: usize) -> Self {
        Self::Number(format!("{value:.decimals$}"))
    }

    /// 1 or 0, as in input tables.
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

/// Delimiter of fields and separator of decimals that spreadsheets of a language expect.
const fn dialect(lang: Lang) -> (u8, &'static str) {
    match lang {
        Lang::Fr => (b';', ","),
        Lang::En => (b',', "."),
    }
}

/// Whether a spreadsheet could take a text for a formula. Spreadsheets of East Asia read full-width signs too.
pub(super) fn is_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

fn without_formula(text: &str) -> String {
    let text = without_split_formula(text);
    if is_like_formula(&text) { format!("'{text}") } else { text }
}

/// A text with an apostrophe before everything that a spreadsheet which splits at another delimiter, or takes a line
/// break for the end of a row, would read as a cell with a formula.
fn without_split_formula(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        safe.push(character);
        let is_end_of_cell = matches!(character, ',' | ';' | '\t' | '\r' | '\n');
        // Quotes would be removed, and their content would be the cell.
        let rest = text[at + character.len_utf8()..].trim_start_matches('"');
        if is_end_of_cell && is_like_formula(rest) && !rest.starts_with(['\t', '\r', '\n']) {
            safe.push('\'');
        }
    }
    safe
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
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)"] {
            assert_eq!(without_formula(text), format!("'{text}"));
        }
        assert_eq!([without_formula("\t=1"), without_formula("\r=1")], ["'\t'=1", "'\r'=1"]);
        for text in ["Été - 1", "Salle 1, étage", "a;b", "2027-01-04 ; 9 h"] {
            assert_eq!(without_formula(text), text);
        }
    }

    /// The cells that a reader with this delimiter finds.
    fn cells(bytes: &[u8], delimiter: u8) -> Vec<String> {
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new();
        let reader =
            reader.delimiter(delimiter).has_headers(false).flexible(true).from_reader(text).into_records();
        reader.flat_map(|row| row.expect("text").iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn no_cell_becomes_a_formula_where_another_delimiter_splits_it() {
        let texts = [
            "a;=1+1;b",
            "a,=1+1,b",
            "a\t=1+1\tb",
            "a\n=1+1",
            "a\r\n=1+1",
            "a;\"=1+1\";b",
            "a,＝1",
            "=1;=2,=3",
        ];
        let mut table = Table::new(&["id", "name", "last"]);
        let mut first = Table::new(&["name", "id"]);
        for text in texts {
            table.push(["1".into(), text.into(), Cell::Empty]);
            first.push([text.into(), "1".into()]);
        }
        for table in [table, first] {
            for delimiter in [b',', b';', b'\t'] {
                for bytes in [table.encoded(Lang::Fr), table.encoded(Lang::En)] {
                    let found = cells(&bytes, delimiter);
                    assert!(found.iter().all(|cell| !cell.starts_with(['=', '＝'])), "{found:?}");
                }
            }
        }
    }

    #[test]
    fn other_systems_get_names_as_they_are() {
        let mut table = Table::new(&["name", "place"]);
        table.push(["-Le Foyer-".into(), "a;=1+1".into()]);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(text(table.exchanged()), "name,place\n-Le Foyer-,a;'=1+1\n");
        assert_eq!(text(table.exchanged_by_hand(Lang::Fr)), "\u{feff}name;place\n-Le Foyer-;\"a;'=1+1\"\n");
    }
}
