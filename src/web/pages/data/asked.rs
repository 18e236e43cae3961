//! A change that a window asks for; rows are given by position.

use axum::http::StatusCode;
use serde::Deserialize;

use crate::app::grid::change::{Cell, Change, Key, Wrong};
use crate::app::grid::clipboard::block;
use crate::app::grid::draft::Draft;
use crate::web::drafts::Table;
use crate::web::fault::Fault;
use crate::web::visit::Visit;

use super::name::InTable;

/// A requested change, and the state of the table in the window.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The stamp of the table.
    pub(super) stamp: String,
    /// The change.
    pub(super) act: Act,
}

/// A change.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Act {
    /// Sets a cell.
    Set {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
        /// The value.
        value: String,
    },
    /// Fills a block of cells with a value, which may be empty; both ends are included.
    Fill {
        /// Rows.
        rows: [usize; 2],
        /// Columns.
        columns: [usize; 2],
        /// The value.
        value: String,
    },
    /// Pastes what was copied from a spreadsheet; its first cell goes here.
    Paste {
        /// The row; `None` appends below the last one.
        row: Option<usize>,
        /// The column.
        column: usize,
        /// The copied text.
        text: String,
    },
    /// Appends this number of rows.
    Add(usize),
    /// Removes rows; both ends are included.
    Remove([usize; 2]),
    /// Undoes the last change.
    Undo,
    /// Redoes the last undone change.
    Redo,
}

impl Act {
    /// Makes the change.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub(super) fn done(self, table: &mut Table, at: &InTable, visit: &Visit) -> Result<(), Fault> {
        let by = visit.signed();
        let Table { draft, log, .. } = table;
        let change = match self {
            Self::Undo => return log.undo(draft, &by).map_err(wrong),
            Self::Redo => return log.redo(draft, &by).map_err(wrong),
            Self::Set { row, column, value } => {
                Change::Set(vec![Cell { row: key(draft, row)?, column, value }])
            }
            Self::Fill { rows, columns: [left, right], value } => {
                let right = right.min(draft.columns().len().saturating_sub(1));
                let value = &value;
                let cell = |row| (left..=right).map(move |column| Cell { row, column, value: value.clone() });
                Change::Set(keys(draft, rows).into_iter().flat_map(cell).collect())
            }
            Self::Paste { row, column, text } => {
                let row = row.map(|row| key(draft, row)).transpose()?;
                Change::Paste { row, column, block: block(&text) }
            }
            Self::Add(count) => Change::Add(count),
            Self::Remove(rows) => Change::Remove(keys(draft, rows)),
        };
        visit.site.drafts.change(table, &change, (&at.project, &by)).map_err(wrong)
    }
}

/// The row at a position.
fn key(draft: &Draft, position: usize) -> Result<Key, Fault> {
    keys(draft, [position, position]).first().copied().ok_or_else(|| Fault::of(StatusCode::BAD_REQUEST))
}

/// The rows between two positions, both included.
fn keys(draft: &Draft, [from, to]: [usize; 2]) -> Vec<Key> {
    draft.rows(from..to.saturating_add(1)).map(|(key, ..)| key).collect()
}

/// The text for a change that cannot be made.
pub(super) fn wrong(wrong: Wrong) -> Fault {
    let fault = |key| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, key);
    match wrong {
        Wrong::ReadOnly => fault("web-grid-read-only"),
        Wrong::NoRow(_) | Wrong::NoColumn(_) => Fault::of(StatusCode::BAD_REQUEST),
        Wrong::TooWide { block, left } => fault("web-grid-too-wide").with("block", block).with("left", left),
        Wrong::TooLong(most) => fault("web-grid-too-long").with("most", most),
        Wrong::NoSuchColumn(name) => fault("web-grid-no-such-column").with("column", name),
        Wrong::Nothing => fault("web-grid-nothing"),
    }
}
