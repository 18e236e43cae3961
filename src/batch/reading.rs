//! From a batch file to variants that can be planned: everything is read and checked before anything runs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::axis;
use super::checked::Batch;
use super::demand;
use super::grid::{Grid, Point};
use super::results;
use super::settings::Search;
use super::variant::{Made, Variant};
use crate::diagnostics::{Code, Diagnostic, Faults, Place, merged, nearest};
use crate::input::WithWarnings;
use crate::input::batch_file::{BatchFile, SearchSection};
use crate::input::read_batch_file;
use crate::input::scenario_file::Decimal;
use crate::input::stock::base::read_base;
use crate::solve::effort::{Effort, WORK_VERSION};

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
    let search = search(&file.search, &places, &mut faults);
    if !faults.has_error() {
        check_names(&points, &mut faults);
    }
    if faults.has_error() {
        return Err(merged([faults.into_sorted(), warnings]));
    }
    let makers = Made::new(&base, &axes, folder, &parameters, search.effort.is_some());
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
    Ok((Batch { base, axes, variants, baseline, search }, found))
}

/// How much each variant is searched; settings that contradict each other are reported.
fn search(section: &SearchSection, places: &BTreeMap<String, Place>, faults: &mut Faults) -> Search {
    let at = |key: &str| axis::place(places, &format!("search.{key}"), "search");
    if section.effort.is_some() && section.work_limit.is_some() {
        faults.add(Diagnostic::new(Code::WorkTwice, at("effort")));
    }
    let seeds = section.seeds.unwrap_or(1) as usize;
    let most_seeds = section.most_seeds.map_or(Search::most_seeds(seeds), |most| most as usize);
    if most_seeds < seeds {
        let fault = Diagnostic::new(Code::SeedsReversed, at("most_seeds")).with("most", most_seeds);
        faults.add(fault.with("seeds", seeds));
    }
    if let Some(version) = section.work_version.filter(|&version| version != WORK_VERSION) {
        let fault = Diagnostic::new(Code::OtherWork, at("work_version"));
        let fault = fault.with("value", version.to_string());
        faults.add(fault.with("expected", WORK_VERSION.to_string()));
    }
    Search {
        effort: section.effort.as_deref().and_then(Effort::from_name),
        work_limit: section.work_limit,
        time_limit_s: section.time_limit_s.map(Decimal::to_f64),
        gap: section.gap.map(Decimal::to_f64),
        threads: section.threads.unwrap_or(1) as usize,
        seeds,
        most_seeds,
        is_grounded: section.start.as_deref() != Some("none"),
    }
}

fn baseline(
    file: &BatchFile,
    points: &[Point],
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

/// Longest name of a variant, which is also its folder's. File systems take 255 bytes; suffixes need a few.
const MOST_OF_NAME: usize = 200;
/// Number of characters of a name that is too long which are shown.
const SHOWN_OF_NAME: usize = 40;

/// Reports names that two variants would share on a case-insensitive file system, and names that no file system takes.
fn check_names(points: &[Point], faults: &mut Faults) {
    let mut known = BTreeSet::new();
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
