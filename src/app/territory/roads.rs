//! Roads from commune boundaries.

use std::path::Path;

use typed_index_collections::TiVec;

use super::borders::Borders;
use super::doubts::doubts;
use crate::app::common::Failure;
use crate::app::placing::{may_replace, write_table};
use crate::app::reading::both;
use crate::diagnostics::Diagnostic;
use crate::input::read_communes;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::output::roads::roads;
use crate::territory::{Derivation, ESTIMATED, roads_from_boundaries};

/// What to derive.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The table of communes.
    pub communes: &'a Path,
    /// Their boundaries.
    pub borders: Borders<'a>,
    /// The table to write.
    pub out: &'a Path,
}

/// Derived roads.
#[derive(Debug)]
pub struct Derived {
    /// The roads, and what was missing for them.
    pub derivation: Derivation,
    /// The communes that they join.
    pub communes: TiVec<CommuneId, Commune>,
    /// Warnings for a planner to look at before trusting them.
    pub warnings: Vec<Diagnostic>,
}

/// Derives roads.
///
/// # Errors
/// If the tables cannot be used, or a file that is not ours would be replaced.
pub fn derive(request: &Request) -> Result<Derived, Failure> {
    let read = both(read_communes(request.communes), request.borders.read());
    let ((communes, boundaries), mut warnings) = read.map_err(Failure::input)?;
    may_replace(request.out, ESTIMATED)?;
    let derivation = roads_from_boundaries(&communes, &boundaries, &request.borders.estimate);
    warnings.extend(doubts(&derivation, &communes, request.communes, request.borders.file));
    Ok(Derived { derivation, communes, warnings })
}

/// Writes their table.
///
/// # Errors
/// If it cannot be written.
pub fn write(derived: &Derived, out: &Path) -> Result<(), Failure> {
    write_table(out, &roads(&derived.derivation.roads, &derived.communes))
}
