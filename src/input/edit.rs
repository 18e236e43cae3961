//! What is written into a part of a table: values of its cells, and rows below its last.

use std::collections::BTreeMap;

/// What is written into a part of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Edit {
    /// Line, from 1, position, from 0, and value.
    pub(crate) cells: Vec<(u64, usize, String)>,
    /// Values by position, a row each.
    pub(crate) rows: Vec<BTreeMap<usize, String>>,
}

impl Edit {
    /// Whether nothing is written.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rows.is_empty()
    }
}
