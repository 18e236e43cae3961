//! Fields of tables as cells of a workbook.

use rust_xlsxwriter::ExcelDateTime;

use super::lists::Lists;
use super::look::Look;

/// A field as a cell.
pub(super) enum Field {
    Empty,
    Text(String),
    Number(f64),
    Moment(ExcelDateTime),
}

impl Field {
    /// The cell of a field of a CSV file.
    pub(super) fn of(look: Look, text: &str, lists: &Lists) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        let words = || Self::Text(text.to_owned());
        match look {
            Look::Number | Look::Euros => text.parse().map_or_else(|_| words(), Self::Number),
            Look::Date | Look::Time => {
                ExcelDateTime::parse_from_str(text).map_or_else(|_| words(), Self::Moment)
            }
            Look::YesNo => Self::Text(lists.yes_or_no(text)),
            Look::Commune => Self::Text(lists.commune(text)),
            Look::Slots => Self::Text(lists.slots(text)),
            Look::Weekday => Self::Text(lists.weekday(text)),
            Look::Scope => Self::Text(lists.scope(text)),
            Look::Text | Look::Code | Look::Track => words(),
        }
    }
}
