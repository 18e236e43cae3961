//! Boundaries of communes, and how roads are estimated from them: the common basis of both use cases.

use std::path::Path;

use crate::diagnostics::WithWarnings;
use crate::input::{Boundaries, read_boundaries};
use crate::territory::Estimate;

/// Boundaries of communes, and how roads are estimated from them.
#[derive(Debug, Clone, Copy)]
pub struct Borders<'a> {
    /// The boundaries.
    pub file: &'a Path,
    /// The property of a boundary that contains the INSEE code, if it is not one of the usual ones.
    pub code_property: Option<&'a str>,
    /// How roads are estimated.
    pub estimate: Estimate,
}

impl Borders<'_> {
    /// Reads the boundaries; on a fault, returns every fault and warning of their file.
    pub(super) fn read(&self) -> WithWarnings<Boundaries> {
        read_boundaries(self.file, self.code_property)
    }
}
