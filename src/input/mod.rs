//! Reads a scenario and its tables into an [`Instance`], or reports every fault of all files at once.
//!
//! Rows are read once, by one reader for each table (`tables`), on top of what all tables share: [`mod@file`]
//! (the one reader of files, with limits), [`source`] (encodings), [`table`] (delimiters, headers), [`row`] (typed
//! fields) and `value` (exact numbers, dates). The scenario is read against the types of [`scenario_file`]. What
//! concerns several tables comes last: parties (`parties`), the time zone (`zone`), and whether amounts stay exact
//! (`amounts`). Nothing downstream looks at data again.
//!
//! # Which faults are reported
//! All of them, except those that follow from another: where a table could not be read, what refers to it is not
//! reported as well. Of one kind of fault in one file the first [`SHOWN_PER_CODE`](crate::diagnostics::SHOWN_PER_CODE)
//! are listed and the others counted.
//!
//! # Design
//! Where PROBLEM.md leaves a choice: a party across several tracks, larger than any group or without a common slot
//! is a warning, since it merely stays unserved and every valid input has a plan. A pair measured twice in the same
//! direction is an error, because nothing says which figure counts. Whole files are held as text, not streamed from
//! disk: the encoding of a file is known at its last byte only, and a million residents take 70 MB.
//!
//! # Cost
//! Linear in the bytes of the tables; a million residents take about two seconds.

mod amounts;
mod assemble;
pub mod batch_file;
mod boundaries;
mod codes;
mod communes;
mod contacts;
mod coordinates;
pub mod digest;
pub mod file;
mod formula;
mod kinds;
mod label;
mod limits;
mod names;
mod parties;
mod plan;
pub mod row;
pub mod rows;
mod scenario;
pub mod scenario_file;
mod settings;
pub mod source;
pub mod stock;
pub mod table;
mod tables;
mod toml_line;
mod toml_mend;
mod tracks;
mod value;
mod walk;
mod when;
mod words;
mod zone;

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use typed_index_collections::TiVec;

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::instance::Instance;
use crate::instance::entities::{Closure, Commune, Slot};
use crate::instance::ids::CommuneId;
use source::Source;

pub use boundaries::{Boundaries, read_boundaries};
pub use contacts::read_contacts;
pub(crate) use coordinates::{Doubt, doubt};
pub(crate) use limits::{CALENDAR_BYTES, COMMUNES as MOST_COMMUNES, FILE_BYTES, HORIZON_DAYS, RECORD_BYTES};
pub use plan::read_plan;

/// What was read with the warnings, or every fault and warning.
pub type WithWarnings<T> = Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>;

/// A scenario that can be planned.
#[derive(Debug, Clone)]
pub struct Read {
    /// The problem.
    pub instance: Instance,
    /// The table of communes, as the scenario names it: outlines for maps are looked for beside it.
    pub communes: PathBuf,
    /// What may not say what was meant, sorted by file and line.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a scenario and all its tables.
///
/// The instance's digest is the SHA-256 over the bytes of the scenario file followed by those of its tables, in the
/// order communes, roads, distances, slots, venues, trainers, kits, residents, closures (those that are named): that
/// of `cat scenario.toml communes.csv … | sha256sum`.
///
/// # Errors
/// Every fault and warning of all files, sorted by file and line.
pub fn read_scenario(path: &Path) -> Result<Read, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let data = assemble::read(path, &mut faults);
    let ((data, communes), warnings) = faults.verdict(data)?;
    Ok(Read { instance: Instance::new(data), communes, warnings })
}

/// The INSEE code that a text is, with the zero that a spreadsheet took from it; `None` where it is none.
pub fn insee_code(text: &str) -> Option<String> {
    codes::insee(text).map(|read| read.code)
}

/// Reads a table of communes alone, with the warnings.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_communes(path: &Path) -> WithWarnings<TiVec<CommuneId, Commune>> {
    let mut faults = Faults::default();
    let source = Source::read(path, None, &mut Sha256::new(), &mut faults);
    let communes = tables::communes(source.as_ref(), &mut faults);
    faults.verdict(Some(communes.rows.into()))
}

/// Reads a table of communes, and one of closures that knows no others: venues and trainers have no names yet.
///
/// # Errors
/// Every fault and warning of both files, sorted by file and line.
pub fn read_communes_and_closures(
    communes: &Path,
    closures: Option<&Path>,
) -> WithWarnings<(TiVec<CommuneId, Commune>, Vec<Closure>)> {
    let mut faults = Faults::default();
    let source = Source::read(communes, None, &mut Sha256::new(), &mut faults);
    let communes = tables::communes(source.as_ref(), &mut faults);
    let source = closures.and_then(|path| Source::read(path, None, &mut Sha256::new(), &mut faults));
    let (venues, trainers) =
        (tables::Table::empty(Code::UnknownVenue), tables::Table::empty(Code::UnknownTrainer));
    let scopes = tables::Scopes { communes: &communes, venues: &venues, trainers: &trainers };
    let closures = tables::closures(source.as_ref(), scopes, &mut faults);
    faults.verdict(Some((communes.rows.into(), closures)))
}

/// The bytes of a file that is no table, of at most `limit`.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let bytes = source::bytes_at(path, None, limit, &mut faults);
    faults.verdict(bytes).map(|(bytes, _)| bytes)
}

/// The text of a file that is no table, of at most `limit` bytes.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, Vec<Diagnostic>> {
    let bytes = read_bytes(path, limit)?;
    let mut faults = Faults::default();
    let source = Source::decoded(&path.display().to_string(), bytes, &mut faults);
    faults.verdict(source).map(|(source, _)| source.text)
}

/// Reads a table of slots alone, with the warnings.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_slots(path: &Path) -> WithWarnings<Vec<Slot>> {
    let mut faults = Faults::default();
    let source = Source::read(path, None, &mut Sha256::new(), &mut faults);
    let slots = tables::slots(source.as_ref(), None, &mut faults);
    faults.verdict(Some(slots.rows))
}
