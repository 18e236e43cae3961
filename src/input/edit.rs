//! An edit of a part of a table: values of its cells, rows to remove, and rows to add below its last.

use std::collections::{BTreeMap, BTreeSet};

/// An edit of a part of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// Line, from 1, position, from 0, and value of each changed cell.
    pub cells: Vec<(u64, usize, String)>,
    /// Added rows: values by position.
    pub rows: Vec<BTreeMap<usize, String>>,
    /// Lines of the removed rows, from 1.
    pub removed: BTreeSet<u64>,
}

impl Edit {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rows.is_empty() && self.removed.is_empty()
    }
}
