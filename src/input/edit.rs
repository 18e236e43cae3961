//! What is written into a part of a table: values of its cells, rows that go, and rows below its last.

use std::collections::{BTreeMap, BTreeSet};

/// What is written into a part of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// Line, from 1, position, from 0, and value.
    pub cells: Vec<(u64, usize, String)>,
    /// Values by position, a row each.
    pub rows: Vec<BTreeMap<usize, String>>,
    /// Lines of the rows that go, from 1.
    pub removed: BTreeSet<u64>,
}

impl Edit {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rows.is_empty() && self.removed.is_empty()
    }
}
