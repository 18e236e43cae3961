//! What the rest of the program reads: a scenario with its tables, single tables, plain files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use typed_index_collections::TiVec;

use super::batch_file::{self, BatchFile};
use super::keyed::Table;
use super::open::{OpenFiles, grid};
use super::parts::Parts;
use super::sheet::Grid;
use super::source::{self, Source};
use super::sources::Sources;
use super::tables::closures::Scopes;
use super::tables::kind::Kind;
use super::{assemble, codes, tables, walk, workbook, workbook_scenario};
use crate::diagnostics::{Code, Diagnostic, Faults, Place, WithWarnings};
use crate::instance::Instance;
use crate::instance::entities::{Closure, Commune, Slot};
use crate::instance::ids::CommuneId;

/// A scenario that can be planned.
#[derive(Debug, Clone)]
pub struct Read {
    /// The problem.
    pub instance: Instance,
    /// The path of the table of communes, as the scenario names it: outlines for maps are looked for in the same folder.
    pub communes: PathBuf,
    /// The path of the announced plan, if the scenario names one.
    pub announced: Option<PathBuf>,
    /// Warnings, sorted by file and line.
    pub warnings: Vec<Diagnostic>,
}

impl Read {
    /// The outlines of communes, if they are next to their table.
    pub fn outlines(&self) -> Option<PathBuf> {
        Some(self.communes.with_extension("geojson")).filter(|beside| beside.is_file())
    }
}

/// Reads a scenario and all its tables.
///
/// The instance's digest is the SHA-256 over the bytes of the scenario file followed by those of its tables, in the order
/// communes, roads, distances, slots, venues, trainers, kits, residents, closures (those that are named), file by file as the
/// scenario names them: that of `cat scenario.toml communes.csv … | sha256sum`. A workbook that is the scenario counts once.
///
/// # Errors
/// Every fault and warning of all files, sorted by file and line.
pub fn read_scenario(path: &Path) -> Result<Read, Vec<Diagnostic>> {
    read_scenario_from(&Sources::disk(), path)
}

/// Reads a scenario and all its tables from any source, like [`read_scenario`] from disk.
///
/// # Errors
/// Every fault and warning of all files, sorted by file and line.
pub fn read_scenario_from(sources: &Sources, path: &Path) -> Result<Read, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let data = assemble::read(sources, path, &mut faults);
    let (read, warnings) = faults.verdict(data)?;
    let assemble::Found { data, communes, announced } = read;
    Ok(Read { instance: Instance::new(data), communes, announced, warnings })
}

/// Every fault and warning of a scenario and its tables, sorted by file and line: of one kind in one file the first
/// `most` are listed and the others counted.
pub(crate) fn findings(sources: &Sources, path: &Path, most: usize) -> Vec<Diagnostic> {
    let mut faults = Faults::listing(most);
    assemble::read(sources, path, &mut faults);
    faults.into_sorted()
}

/// The text of a scenario; for a workbook, its keys and values as the lines of a scenario file.
///
/// # Errors
/// Every fault of the scenario itself.
pub(crate) fn scenario_text(sources: &Sources, path: &Path) -> Result<String, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let open = OpenFiles::of_scenario(sources, path.parent().unwrap_or(Path::new("")), path);
    let read = assemble::scenario_of(path, None, &open, &mut Sha256::new(), &mut faults);
    faults.verdict(read).map(|((_, text), _)| text)
}

/// The path of the plan that a scenario names as announced, if any.
///
/// # Errors
/// Every fault of the scenario itself.
pub(crate) fn announced_plan(sources: &Sources, path: &Path) -> Result<Option<PathBuf>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let folder = path.parent().unwrap_or(Path::new(""));
    let open = OpenFiles::of_scenario(sources, folder, path);
    let read = assemble::scenario_of(path, None, &open, &mut Sha256::new(), &mut faults);
    let (read, _) = faults.verdict(read)?;
    Ok(read.0.file.announced.plan.map(|plan| folder.join(plan)))
}

/// The INSEE code in a text, with the leading zero that a spreadsheet dropped; `None` if it is not one.
pub fn insee_code(text: &str) -> Option<String> {
    codes::insee(text).map(|read| read.code)
}

/// Reads a table of communes alone, with the warnings.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_communes(path: &Path) -> WithWarnings<TiVec<CommuneId, Commune>> {
    read_communes_from(&Sources::disk(), path)
}

/// Reads a table of communes alone from any source, with the warnings.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_communes_from(sources: &Sources, path: &Path) -> WithWarnings<TiVec<CommuneId, Commune>> {
    let mut faults = Faults::default();
    let parts = Parts::of(sources, path, Some(Kind::Communes), &mut faults);
    let communes = tables::communes::communes(&parts, &mut faults);
    faults.verdict(Some(communes.rows.into()))
}

/// Reads a table of communes, and one of closures that refers to no other table: venues and trainers are not known yet.
///
/// # Errors
/// Every fault and warning of both files, sorted by file and line.
pub fn read_communes_and_closures(
    communes: &Path,
    closures: Option<&Path>,
) -> WithWarnings<(TiVec<CommuneId, Commune>, Vec<Closure>)> {
    let mut faults = Faults::default();
    let parts = Parts::of_disk(communes, Some(Kind::Communes), &mut faults);
    let communes = tables::communes::communes(&parts, &mut faults);
    let parts = closures.map(|path| Parts::of_disk(path, Some(Kind::Closures), &mut faults));
    let (venues, trainers) = (Table::empty(Code::UnknownVenue), Table::empty(Code::UnknownTrainer));
    let scopes = Scopes { communes: &communes, venues: &venues, trainers: &trainers };
    let closures = tables::closures::closures(&parts.unwrap_or_default(), scopes, &mut faults);
    faults.verdict(Some((communes.rows.into(), closures)))
}

/// The bytes of a file that is not a table, at most `limit`.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let bytes = source::bytes_at(&Sources::disk(), path, None, limit, &mut faults);
    faults.verdict(bytes).map(|(bytes, _)| bytes)
}

/// The text of a file that is not a table, of at most `limit` bytes.
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
    let parts = Parts::of_disk(path, Some(Kind::Slots), &mut faults);
    let slots = tables::slots::slots(&parts, None, &mut faults);
    faults.verdict(Some(slots.rows))
}

/// The sheets of a workbook, cell by cell and uninterpreted, for copying.
///
/// # Errors
/// Why it cannot be read.
pub fn read_workbook(path: &Path) -> Result<Vec<Grid>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let sources = Sources::disk();
    let opened = OpenFiles::new(&sources, Path::new("")).workbook(path, None, &mut faults);
    let file = path.display().to_string();
    let sheets = opened.map(|workbook| {
        let all = 0..workbook.sheets().len();
        all.filter_map(|position| grid(&workbook, position, &file, &mut faults)).collect()
    });
    faults.verdict(sheets).map(|(sheets, _)| sheets)
}

/// Whether a workbook holds the settings of a scenario.
///
/// # Errors
/// Why it cannot be read.
pub fn is_scenario_book(sources: &Sources, path: &Path) -> Result<bool, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let opened = OpenFiles::new(sources, Path::new("")).workbook(path, None, &mut faults);
    faults.verdict(opened.map(|workbook| workbook_scenario::has_settings(&workbook))).map(|(has, _)| has)
}

/// Whether a file is a workbook, by its extension.
pub fn is_workbook(path: &Path) -> bool {
    workbook::is_workbook(path)
}

/// Reads a batch file with the place of each of its keys.
///
/// # Errors
/// Every fault of the file, sorted by line.
pub fn read_batch_file(path: &Path) -> WithWarnings<(BatchFile, BTreeMap<String, Place>)> {
    let mut faults = Faults::default();
    let source = Source::of_disk(path, &mut faults);
    let schema = batch_file::schema().to_value();
    let walked = source.and_then(|source| walk::read(&source, &schema, &mut faults));
    faults.verdict(walked.map(|walked| (walked.file, walked.places)))
}
