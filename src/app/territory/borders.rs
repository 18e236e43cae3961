//! Boundaries of communes, and how roads are estimated from them: what both use cases of territories start from.

use std::path::Path;

use crate::diagnostics::WithWarnings;
use crate::input::{Boundaries, read_boundaries};
use crate::territory::Estimate;

/// Boundaries of communes, and how roads are estimated from them.
#[derive(Debug, Clone, Copy)]
pub struct Borders<'a> {
    /// The boundaries.
    pub file: &'a Path,
    /// The property of a boundary that holds the INSEE code, where it is not one of the usual ones.
    pub code_property: Option<&'a str>,
    /// How roads are estimated.
    pub estimate: Estimate,
}

impl Borders<'_> {
    /// Reads the boundaries; every fault and warning of their file, if it has a fault.
    pub(super) fn read(&self) -> WithWarnings<Boundaries> {
        read_boundaries(self.file, self.code_property)
    }
}
