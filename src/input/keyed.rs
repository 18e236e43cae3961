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
    /// A table without rows that counts as read: every reference to it is a fault with the code `unknown`.
    pub(crate) fn empty(unknown: Code) -> Self {
        let mut names = Names::new(unknown);
        names.complete(true);
        Self { rows: Vec::new(), names }
    }
}
