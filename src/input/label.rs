//! The label of invented data: a column `note` in which a row says `invented` (or `inventé`).

use super::source::Source;
use super::table::{each_row, optional};
use crate::diagnostics::Faults;

/// Every table may have it; what it says beside the label is for people.
pub(crate) const NOTE: &str = "note";

/// Whether a row of the table says that it is invented.
pub(crate) fn is_invented(source: &Source) -> bool {
    if !source.text.lines().find(|line| !line.trim().is_empty()).is_some_and(has_note) {
        return false;
    }
    let mut is_invented = false;
    // What is wrong with the table is reported by its own reader.
    each_row(source, &[optional(NOTE)], &mut Faults::default(), |row| {
        is_invented |= row.given(NOTE).is_some_and(|note| note.to_lowercase().contains("invent"));
    });
    is_invented
}

fn has_note(header: &str) -> bool {
    header.to_lowercase().contains(NOTE)
}
