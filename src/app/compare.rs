//! Compares several plans, to decide by their figures.
//!
//! # Design
//! A plan that cannot be read is reported and left out: the others are still compared. A plan that breaks a rule, or
//! whose figures do not follow from its cycles, is shown as such, but an illegal plan is on no front, and neither proves
//! anything.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::common::Failure as Common;
use super::named::{Named, Portrayed, Unportrayed, portray};
use crate::batch::record::{RECORD, Record};
use crate::batch::variant::VARIANTS;
use crate::compare::columns::{Kind, find};
use crate::compare::manifest::{AxisEntry, MANIFEST, Manifest};
use crate::compare::pareto::Trade;
use crate::compare::report::{Comparison, NAMES, files};
use crate::compare::searches::Found as Search;
use crate::compare::study::{Entry, Study};
use crate::diagnostics::Diagnostic;
use crate::input::{FILE_BYTES, RECORD_BYTES, read_boundaries, read_bytes};
use crate::messages::Messages;
use crate::output::export::Outlines;
use crate::output::write::Folder;

/// What to compare.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Plans, folders with one, or folders of batches.
    pub plans: &'a [PathBuf],
    /// The folder to write to.
    pub out: &'a Path,
    /// The plan with which the others are compared.
    pub baseline: Option<&'a str>,
    /// The axes of the front, where chosen.
    pub axes: [Option<&'a str>; 2],
    /// Two plans for the maps.
    pub pair: Option<[&'a str; 2]>,
    /// Commune boundaries.
    pub boundaries: Option<&'a Path>,
    /// The scenario of plans that have none next to them.
    pub scenario: Option<&'a Path>,
}

/// Why nothing was compared.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// No indicator has this name.
    UnknownColumn(String),
    /// No plan that was read has this name.
    UnknownPlan {
        /// The name.
        name: String,
        /// Some known names.
        known: Vec<String>,
    },
    /// The manifest of a batch is invalid.
    Manifest {
        /// The file.
        file: PathBuf,
        /// The cause.
        cause: String,
    },
    /// No plan could be read.
    TooFew,
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// Plans that were read, and those that could not be.
#[derive(Debug)]
pub struct Gathered {
    /// Each plan, in order.
    pub plans: Vec<Result<Portrayed, (String, Unportrayed)>>,
    /// Warnings of the boundaries.
    pub warnings: Vec<Diagnostic>,
    points: Vec<BTreeMap<String, String>>,
    axes: Vec<AxisEntry>,
    baseline: Option<String>,
    trade: Trade,
    outlines: Outlines,
    folder: Folder,
}

/// Reads every plan.
///
/// # Errors
/// If anything other than a plan is wrong: a name, the boundaries, the folder, the manifest of a batch.
pub fn gather(request: &Request) -> Result<Gathered, Failure> {
    let trade = trade(request.axes)?;
    let (outlines, warnings) = match request.boundaries {
        Some(path) => read_boundaries(path, None).map_err(Common::input)?,
        None => (Outlines::new(), Vec::new()),
    };
    let folder = Folder::open(request.out, &NAMES).map_err(|fault| Common::folder(request.out, fault))?;
    let found = Found::of(request)?;
    let portrayed = |named: &Named| portray(named).map_err(|why| (named.label.clone(), why));
    Ok(Gathered {
        plans: found.named.iter().map(|(named, _)| portrayed(named)).collect(),
        points: found.named.into_iter().map(|(_, at)| at).collect(),
        axes: found.axes,
        baseline: found.baseline,
        warnings,
        trade,
        outlines,
        folder,
    })
}

/// Compares the plans, and writes the comparison in the language of `documents`.
///
/// # Errors
/// If there is no plan, or none with a name, or the files cannot be written.
pub fn compare(gathered: Gathered, request: &Request, documents: &Messages) -> Result<Study, Failure> {
    let read = gathered.plans.into_iter().zip(gathered.points);
    let entry = |(plan, at): (Result<Portrayed, _>, _)| {
        let plan = plan.ok()?;
        Some(Entry::new(plan.portrait, at, searches(&plan.named.plan)))
    };
    let plans: Vec<Entry> = read.filter_map(entry).collect();
    if plans.is_empty() {
        return Err(Failure::TooFew);
    }
    let baseline = match request.baseline.or(gathered.baseline.as_deref()) {
        // The batch's own baseline may have been left out.
        Some(name) if request.baseline.is_none() => {
            plans.iter().position(|plan| plan.portrait.label == name).unwrap_or_default()
        }
        Some(name) => position(&plans, name)?,
        None => 0,
    };
    let pair = match request.pair {
        Some([one, other]) => Some((position(&plans, one)?, position(&plans, other)?)),
        None => None,
    };
    let study = Study { plans, axes: gathered.axes, baseline };
    let pair = pair.or_else(|| Some((baseline, study.best_beside_baseline()?)));
    let (trade, outlines) = (&gathered.trade, &gathered.outlines);
    let comparison = Comparison { study: &study, trade, messages: documents, outlines, pair };
    let written = gathered.folder.write(&files(&comparison));
    written.map_err(|fault| Common::folder(request.out, fault))?;
    Ok(study)
}

/// What the searches of a plan's scenario found, if a batch recorded it next to the plan; empty if the plan has changed
/// since.
pub(super) fn searches(plan: &Path) -> Vec<Search> {
    let beside = plan.with_file_name(RECORD);
    let Some(record) = read_bytes(&beside, RECORD_BYTES).ok().and_then(|bytes| Record::from_bytes(&bytes))
    else {
        return Vec::new();
    };
    let own = plan.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_own = read_bytes(plan, FILE_BYTES).is_ok_and(|bytes| record.has_written(own, &bytes));
    if is_own { record.searches } else { Vec::new() }
}

fn trade([x, y]: [Option<&str>; 2]) -> Result<Trade, Failure> {
    let default = Trade::default();
    let chosen = |name: Option<&str>, default: String| name.map_or(default, ToOwned::to_owned);
    let chosen = Trade { x: chosen(x, default.x), y: chosen(y, default.y) };
    for name in [&chosen.x, &chosen.y] {
        if find(name).is_none_or(|column| column.kind == Kind::Text) {
            return Err(Failure::UnknownColumn(name.clone()));
        }
    }
    Ok(chosen)
}

/// Number of names that are listed if one is unknown.
const NAMES_LISTED: usize = 8;

/// Finds a plan by its name.
fn position(plans: &[Entry], name: &str) -> Result<usize, Failure> {
    plans.iter().position(|plan| plan.portrait.label == name).ok_or_else(|| {
        let known = plans.iter().take(NAMES_LISTED).map(|plan| plan.portrait.label.clone());
        Failure::UnknownPlan { name: name.to_owned(), known: known.collect() }
    })
}

/// The named plans, with what varied between them.
#[derive(Default)]
struct Found {
    named: Vec<(Named, BTreeMap<String, String>)>,
    axes: Vec<AxisEntry>,
    baseline: Option<String>,
}

impl Found {
    fn of(request: &Request) -> Result<Self, Failure> {
        let mut found = Self::default();
        for path in request.plans {
            if path.join(MANIFEST).is_file() {
                found.add_batch(path, request.plans.len() > 1)?;
            } else {
                let named = Named::new(path, request.scenario.map(Path::to_owned));
                found.named.push((named, BTreeMap::new()));
            }
        }
        Ok(found)
    }

    /// Adds the variants of a batch; with several batches, the folder distinguishes their variants.
    fn add_batch(&mut self, path: &Path, is_one_of_several: bool) -> Result<(), Failure> {
        let manifest = manifest(&path.join(MANIFEST))?;
        let label = |name: &str| {
            if is_one_of_several { path.join(name).display().to_string() } else { name.to_owned() }
        };
        for variant in &manifest.variants {
            let folder = path.join(VARIANTS).join(&variant.name);
            let named = Named::new(&folder, None).called(&label(&variant.name));
            self.named.push((named, variant.at.clone()));
        }
        self.baseline.get_or_insert_with(|| label(&manifest.baseline));
        for axis in manifest.axes {
            match self.axes.iter_mut().find(|known| known.name == axis.name) {
                Some(known) => {
                    let more: Vec<String> =
                        axis.labels.into_iter().filter(|label| !known.labels.contains(label)).collect();
                    known.labels.extend(more);
                }
                None => self.axes.push(axis),
            }
        }
        Ok(())
    }
}

fn manifest(file: &Path) -> Result<Manifest, Failure> {
    let bytes = read_bytes(file, RECORD_BYTES).map_err(Common::input)?;
    serde_json::from_slice(&bytes)
        .map_err(|fault| Failure::Manifest { file: file.to_owned(), cause: fault.to_string() })
}
