//! What may be done to a table.

use serde::{Deserialize, Serialize};

/// A row of a draft, whatever comes and goes around it.
pub type Key = u32;

/// A change of a table: one step for undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Cells get other values.
    Set(Vec<Cell>),
    /// A block is put into the table, its first cell here; rows that the table lacks are added.
    Paste {
        /// The row; below the last one where none is named.
        row: Option<Key>,
        /// The column, from 0.
        column: usize,
        /// Rows of cells.
        block: Vec<Vec<String>>,
    },
    /// Rows are added below the last.
    Add(usize),
    /// Rows go.
    Remove(Vec<Key>),
    /// A column that the table may have and has not comes last.
    Column(String),
}

/// A cell and its new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The row.
    pub row: Key,
    /// The column, from 0.
    pub column: usize,
    /// The value.
    pub value: String,
}

/// Why something cannot be done; the table is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The file is read only.
    ReadOnly,
    /// There is no such row (any more).
    NoRow(Key),
    /// There is no such column.
    NoColumn(usize),
    /// The block has more columns than there are from here on.
    TooWide {
        /// Columns of the block.
        block: usize,
        /// Columns from here on.
        left: usize,
    },
    /// The table would have more rows than are read: how many are.
    TooLong(usize),
    /// The table may not have a column of this name, or has it.
    NoSuchColumn(String),
    /// There is nothing to undo, or to do again.
    Nothing,
}
