//! A table that others refer to.

use super::names::Names;
use crate::diagnostics::Code;

/// The rows of a table and their identifiers.
#[derive(Debug)]
pub(crate) struct Table<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) names: Names,
}

impl<T> Table<T> {
    /// A table without rows: every reference to it is a fault of this code.
    pub(crate) fn empty(unknown: Code) -> Self {
        let mut names = Names::new(unknown);
        names.complete(true);
        Self { rows: Vec::new(), names }
    }
}
