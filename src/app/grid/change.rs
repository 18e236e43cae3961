//! Changes of a table.

use serde::{Deserialize, Serialize};

/// Identifies a row of a draft; unaffected by changes of other rows.
pub type Key = u32;

/// A change of a table: one step for undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Sets cells.
    Set(Vec<Cell>),
    /// Pastes a block with its first cell here; missing rows are appended.
    Paste {
        /// The row; `None` appends below the last one.
        row: Option<Key>,
        /// The column, from 0.
        column: usize,
        /// Rows of cells.
        block: Vec<Vec<String>>,
    },
    /// Appends this number of rows.
    Add(usize),
    /// Removes rows.
    Remove(Vec<Key>),
    /// Appends an optional column that the table does not have yet.
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

/// Why a change cannot be made; the table is then unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The file is read only.
    ReadOnly,
    /// There is no such row (any longer).
    NoRow(Key),
    /// There is no such column.
    NoColumn(usize),
    /// The block is wider than the columns from here on.
    TooWide {
        /// Number of columns of the block.
        block: usize,
        /// Number of columns from here on.
        left: usize,
    },
    /// The table would have more rows than this maximum.
    TooLong(usize),
    /// The table cannot have a column of this name, or already has it.
    NoSuchColumn(String),
    /// There is nothing to undo, or to redo.
    Nothing,
}
