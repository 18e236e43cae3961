//! Batches: many variants of one scenario, planned side by side, to decide with figures.
//!
//! ```text
//!  batch.toml ─► axes, points ─► variants (text, tables) ─► every one read and checked ─► run ─► records ─► results
//!      │              all faults at once, before anything runs                             │  a folder per variant
//! ```
//!
//! - [`axis`], [`grid`]: what varies, and which combinations are variants;
//! - [`variant`]: a combination as a scenario of its own, which `ateliers plan` plans alone;
//! - [`run`]: variants side by side, each in threads of its own; what was finished before is not run again;
//! - [`record`]: what is kept of a finished variant, and how it is recognised;
//! - [`results`]: one row for each variant.
//!
//! # Design
//! Why are variants independent? A plan found with a neighbour's help (a warm start) would depend on the order in which
//! variants ran, and a shard of a cluster could not be repeated alone. Warm starts were left out for that.
//!
//! Why does a variant's folder hold a whole scenario? So that it can be planned, checked and changed by itself. Its
//! tables stand in a folder that all variants share, under names made from their content: a batch can be moved, and
//! two machines that share a folder write the same files.

pub mod axis;
mod demand;
pub mod grid;
pub mod manifest;
pub mod record;
pub mod results;
pub mod run;
pub mod store;
pub mod variant;

use std::collections::BTreeMap;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diagnostics::{Code, Diagnostic, Faults, Place, merged, nearest};
use crate::input::WithWarnings;
use crate::input::batch_file::BatchFile;
use crate::input::read_batch_file;
use crate::input::scenario_file::Decimal;
use crate::input::stock::base::{Base, read_base};
use axis::Axis;
use grid::Grid;
use variant::{Made, Variant};

/// A batch, checked whole.
#[derive(Debug)]
pub struct Batch {
    /// The base scenario.
    pub base: Base,
    /// What varies.
    pub axes: Vec<Axis>,
    /// The variants, in the order of the file.
    pub variants: Vec<Variant>,
    /// The position of the variant with which others are compared.
    pub baseline: usize,
    /// How long each variant is searched.
    pub search: Search,
}

/// How long each variant is searched, where the batch says so.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Search {
    /// Most work.
    pub work_limit: Option<u64>,
    /// Most seconds.
    pub time_limit_s: Option<f64>,
    /// Gap that is enough.
    pub gap: Option<f64>,
    /// Threads of one variant.
    pub threads: usize,
}

/// Reads a batch file and everything that it names, and checks every variant.
///
/// # Errors
/// Every fault and warning: of the batch file, of the base scenario, of every variant.
pub fn read(path: &Path) -> WithWarnings<Batch> {
    let ((file, places), mut warnings) = read_batch_file(path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let named = axis::place(&places, "scenario", "");
    let (base, found) = read_base(&folder.join(&file.scenario), named)?;
    warnings.extend(found);
    let mut faults = Faults::default();
    let axes = axis::axes(&file.axis, &places, &base, &results::is_column, &mut faults);
    let points = Grid { axes: &axes, places: &places, base: &base }.points(&file, &mut faults);
    let baseline = baseline(&file, &points, &places, &mut faults);
    let parameters = demand::parameters(&file.demand, &places, &mut faults);
    if !faults.has_error() {
        check_names(&points, &mut faults);
    }
    if faults.has_error() {
        return Err(merged([faults.into_sorted(), warnings]));
    }
    let makers = Made::new(&base, &axes, folder, &parameters);
    let made: Vec<WithWarnings<Variant>> = points.par_iter().map(|point| makers.variant(point)).collect();
    let mut variants = Vec::with_capacity(made.len());
    let mut findings = vec![warnings, faults.into_sorted()];
    let n_points = made.len();
    for variant in made {
        match variant {
            Ok((variant, warnings)) => {
                variants.push(variant);
                findings.push(warnings);
            }
            Err(faults) => findings.push(faults),
        }
    }
    let found = merged(findings);
    if variants.len() < n_points {
        return Err(found);
    }
    Ok((Batch { base, axes, variants, baseline, search: search(&file) }, found))
}

fn search(file: &BatchFile) -> Search {
    let search = &file.search;
    Search {
        work_limit: search.work_limit,
        time_limit_s: search.time_limit_s.map(Decimal::to_f64),
        gap: search.gap.map(Decimal::to_f64),
        threads: search.threads.unwrap_or(1) as usize,
    }
}

fn baseline(
    file: &BatchFile,
    points: &[grid::Point],
    places: &BTreeMap<String, Place>,
    faults: &mut Faults,
) -> usize {
    let Some(name) = &file.baseline else { return 0 };
    let found = points.iter().position(|point| point.name == *name);
    if found.is_none() {
        let known = points.iter().map(|point| point.name.as_str());
        let fault = Diagnostic::new(Code::UnknownVariant, axis::place(places, "baseline", ""));
        faults.add(fault.with("value", name.as_str()).suggesting("hint-nearest", nearest(name, known)));
    }
    found.unwrap_or(0)
}

/// Longest name of a variant: its folder's. File systems take 255 bytes; what is written beside it needs a few.
const MOST_OF_NAME: usize = 200;
/// So much of a name that is too long is told.
const SHOWN_OF_NAME: usize = 40;

/// Reports names that two variants would share on a file system that does not tell upper from lower case, and names that
/// no file system takes.
fn check_names(points: &[grid::Point], faults: &mut Faults) {
    let mut known = std::collections::BTreeSet::new();
    for point in points {
        let n_characters = point.name.chars().count();
        if n_characters > MOST_OF_NAME {
            let fault = Diagnostic::new(Code::NameTooLong, point.place.clone());
            let start: String = point.name.chars().take(SHOWN_OF_NAME).collect();
            let fault = fault.with("value", format!("{start}…")).with("found", n_characters.to_string());
            faults.add(fault.with("limit", MOST_OF_NAME.to_string()));
        }
        if !known.insert(point.name.to_lowercase()) {
            let fault = Diagnostic::new(Code::NamedTwice, point.place.clone());
            faults.add(fault.with("value", point.name.as_str()));
        }
    }
}

impl Batch {
    /// The parameters of invented enrolments are part of the tables that they give; what else a result depends on is
    /// the variant's input and these.
    pub fn settings_of(&self, variant: &Variant) -> run::VariantSettings {
        run::VariantSettings::new(&self.search, &variant.solver)
    }
}
