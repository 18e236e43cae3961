//! Tables for people: a title, columns with headings in their language, cells with their kind.
//!
//! The same table becomes a sheet of a workbook ([`workbook`](super::workbook)) and a table of a page
//! ([`page`](super::page)). [`table`](super::table) makes tables for programs.

use jiff::civil::Date;

use crate::instance::units::Euros;
use crate::messages::Messages;

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, from the input or the catalogue.
    Text(String),
    /// A count.
    Whole(usize),
    /// A number, and the number of decimals shown.
    Decimal(f64, usize),
    /// An amount.
    Money(Euros),
    /// A share from 0 to 1.
    Percent(f64),
    /// A date.
    Date(Date),
    /// A time of day, in minutes after midnight.
    Time(u16),
    /// Unknown.
    Empty,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its width in a workbook, in characters.
    pub width: f64,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Its title: the name of its sheet, and its name for screen readers.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell for each column.
    pub rows: Vec<Vec<Value>>,
    /// A last row with totals, which sorting does not move.
    pub total: Option<Vec<Value>>,
}

impl Grid {
    /// A table without rows; `title` and the headings are keys of the catalogue, the latter with the widths of the columns.
    pub fn new<const N: usize>(messages: &Messages, title: &str, columns: [(&str, f64); N]) -> Self {
        let column = |(key, width): (&str, f64)| Column { title: messages.text(key, &[]), width };
        Self {
            title: messages.text(title, &[]),
            columns: columns.map(column).into(),
            rows: Vec::new(),
            total: None,
        }
    }

    /// Adds a row; it has a cell for each column.
    pub fn push<const N: usize>(&mut self, row: [Value; N]) {
        debug_assert_eq!(N, self.columns.len(), "a cell for each column");
        self.rows.push(row.into());
    }
}

impl Value {
    /// What `value` makes of `something`; `Empty` if there is nothing.
    pub fn known<T>(something: Option<T>, value: impl FnOnce(T) -> Self) -> Self {
        something.map_or(Self::Empty, value)
    }

    /// The text for people.
    pub fn shown(&self, messages: &Messages) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(count) => messages.number(*count as f64, 0),
            Self::Decimal(number, decimals) => messages.number(*number, *decimals),
            Self::Money(amount) => messages.euros(*amount),
            Self::Percent(share) => messages.percent(*share, 0),
            Self::Date(date) => messages.date(*date),
            Self::Time(minute) => messages.time_of_day(*minute),
            Self::Empty => String::new(),
        }
    }

    /// The key by which programs sort it: numbers and times by size, dates by the calendar.
    pub fn sort_key(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Whole(count) => count.to_string(),
            Self::Decimal(number, _) | Self::Percent(number) => format!("{number:.6}"),
            Self::Money(amount) => format!("{:.6}", amount.to_f64()),
            Self::Date(date) => date.to_string(),
            Self::Time(minute) => minute.to_string(),
            Self::Empty => String::new(),
        }
    }

    /// Whether it is right-aligned, as figures are.
    pub fn is_figure(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Decimal(..) | Self::Money(_) | Self::Percent(_))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Whole(count)
    }
}

impl From<Euros> for Value {
    fn from(amount: Euros) -> Self {
        Self::Money(amount)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}
