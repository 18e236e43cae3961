//! `ateliers compare`: several plans beside each other, to decide with figures.
//!
//! # Design
//! A plan that cannot be read is told and left out, and the exit code is 1: the others are compared all the same. So it is
//! where a plan breaks a rule, or its figures are not those of its cycles: it is shown as what it is, but a plan that
//! cannot be held stands on no front, and neither proves anything.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::drawing::{self, Named};
use super::plan::unwritable;
use super::{Outcome, Terminal, reading};
use crate::batch::record::{RECORD, Record};
use crate::batch::variant::VARIANTS;
use crate::compare::columns::{Kind, find};
use crate::compare::manifest::{AxisEntry, MANIFEST, Manifest};
use crate::compare::pareto::Trade;
use crate::compare::report::{Comparison, NAMES, files};
use crate::compare::searches::Found;
use crate::compare::study::{Entry, Study};
use crate::compare::verdict::Certainty;
use crate::input::{FILE_BYTES, RECORD_BYTES, read_boundaries, read_bytes};
use crate::messages::Messages;
use crate::output::write::Folder;

/// What was typed.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Folders or plans.
    #[arg(value_name = "DIR_OR_PLAN", required = true, num_args = 1..)]
    plans: Vec<PathBuf>,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// With which the others are compared.
    #[arg(long, value_name = "PLAN")]
    baseline: Option<String>,
    /// Along the horizontal axis of the front.
    #[arg(long, value_name = "INDICATOR")]
    x: Option<String>,
    /// Along its vertical axis.
    #[arg(long, value_name = "INDICATOR")]
    y: Option<String>,
    /// Two plans for the maps.
    #[arg(long, value_name = "PLAN", num_args = 2)]
    pair: Vec<String>,
    /// Commune boundaries.
    #[arg(long, value_name = "GEOJSON")]
    boundaries: Option<PathBuf>,
    /// The scenario of plans that have none beside them.
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<PathBuf>,
}

/// Reads, compares, writes, tells.
pub(super) fn run(args: &CompareArgs, terminal: &Terminal) -> Outcome {
    compared(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn compared(args: &CompareArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let trade = trade(args, terminal)?;
    let outlines = match &args.boundaries {
        Some(path) => {
            let read = read_boundaries(path, None).map_err(|faults| reading::refuse(&faults, terminal))?;
            reading::tell(&read.1, terminal);
            read.0
        }
        None => BTreeMap::new(),
    };
    let told = |fault: std::io::Error| unwritable(&args.out, &fault, terminal);
    let folder = Folder::open(&args.out, &NAMES).map_err(told)?;
    let sources = sources(args, terminal)?;
    let mut plans = Vec::with_capacity(sources.named.len());
    let mut n_left_out = 0;
    for (named, at) in &sources.named {
        if let Ok(portrait) = drawing::portrait(named, terminal) {
            plans.push(Entry::new(portrait, at.clone(), searches(&named.plan)));
        } else {
            n_left_out += 1;
            terminal.tell(&terminal.text("compare-left-out", &[("plan", named.label().into())]));
        }
    }
    if plans.is_empty() {
        terminal.tell_error(&terminal.text("compare-too-few", &[]));
        return Err(Outcome::BadInput);
    }
    let position = |name: &str| position(&plans, name, terminal);
    let baseline = match args.baseline.as_deref().or(sources.baseline.as_deref()) {
        // The batch's own baseline may be among those left out.
        Some(name) if args.baseline.is_none() => {
            plans.iter().position(|plan| plan.portrait.label == name).unwrap_or_default()
        }
        Some(name) => position(name)?,
        None => 0,
    };
    let pair = match args.pair.as_slice() {
        [one, other] => Some((position(one)?, position(other)?)),
        _ => None,
    };
    let study = Study { plans, axes: sources.axes, baseline };
    let pair = pair.or_else(|| Some((baseline, study.best_beside_baseline()?)));
    let messages = Messages::new(terminal.documents);
    let comparison =
        Comparison { study: &study, trade: &trade, messages: &messages, outlines: &outlines, pair };
    folder.write(&files(&comparison)).map_err(told)?;
    let variables = [
        ("plans", study.plans.len().into()),
        ("proven", study.count(Certainty::Proven).into()),
        ("beyond", study.count(Certainty::BeyondNoise).into()),
        ("open", study.count(Certainty::WithinNoise).into()),
        ("others", (study.plans.len() - 1).into()),
        ("baseline", study.baseline().portrait.label.as_str().into()),
        ("folder", args.out.display().to_string().into()),
    ];
    if study.is_invented() {
        terminal.print(&terminal.text("invented-notice", &[]));
    }
    terminal.print(&terminal.text("compare-done", &variables));
    let are_sound = study.plans.iter().all(|plan| plan.portrait.judgement.is_sound());
    Ok(if n_left_out == 0 && are_sound { Outcome::Done } else { Outcome::No })
}

/// What the searches of a plan's scenario found, where a batch says it beside the plan; nothing where the plan was changed
/// since.
fn searches(plan: &Path) -> Vec<Found> {
    let beside = plan.with_file_name(RECORD);
    let Some(record) = read_bytes(&beside, RECORD_BYTES).ok().and_then(|bytes| Record::from_bytes(&bytes))
    else {
        return Vec::new();
    };
    let own = plan.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_own = read_bytes(plan, FILE_BYTES).is_ok_and(|bytes| record.has_written(own, &bytes));
    if is_own { record.searches } else { Vec::new() }
}

fn trade(args: &CompareArgs, terminal: &Terminal) -> Result<Trade, Outcome> {
    let default = Trade::default();
    let chosen = Trade { x: args.x.clone().unwrap_or(default.x), y: args.y.clone().unwrap_or(default.y) };
    for name in [&chosen.x, &chosen.y] {
        if find(name).is_none_or(|column| column.kind == Kind::Text) {
            terminal.tell_error(&terminal.text("compare-unknown-column", &[("name", name.as_str().into())]));
            return Err(Outcome::BadInput);
        }
    }
    Ok(chosen)
}

/// Finds a plan by its name, or by the end of its path.
fn position(plans: &[Entry], name: &str, terminal: &Terminal) -> Result<usize, Outcome> {
    let found = plans.iter().position(|plan| plan.portrait.label == name);
    found.ok_or_else(|| {
        let known: Vec<&str> = plans.iter().take(8).map(|plan| plan.portrait.label.as_str()).collect();
        let variables = [("name", name.into()), ("known", known.join(", ").into())];
        terminal.tell_error(&terminal.text("compare-unknown-plan", &variables));
        Outcome::BadInput
    })
}

/// The plans that were named, with what varied between them.
struct Sources {
    named: Vec<(Named, BTreeMap<String, String>)>,
    axes: Vec<AxisEntry>,
    baseline: Option<String>,
}

fn sources(args: &CompareArgs, terminal: &Terminal) -> Result<Sources, Outcome> {
    let mut sources = Sources { named: Vec::new(), axes: Vec::new(), baseline: None };
    for path in &args.plans {
        if path.join(MANIFEST).is_file() {
            add_batch(&mut sources, path, args.plans.len() > 1, terminal)?;
        } else {
            sources.named.push((Named::new(path, args.scenario.clone()), BTreeMap::new()));
        }
    }
    Ok(sources)
}

/// Adds the variants of a batch; of several batches, the folder tells their variants apart.
fn add_batch(
    sources: &mut Sources,
    path: &Path,
    is_one_of_several: bool,
    terminal: &Terminal,
) -> Result<(), Outcome> {
    let bytes = read_bytes(&path.join(MANIFEST), RECORD_BYTES);
    let bytes = bytes.map_err(|faults| reading::refuse(&faults, terminal))?;
    let manifest = serde_json::from_slice::<Manifest>(&bytes).map_err(|fault| {
        let file = path.join(MANIFEST).display().to_string();
        let variables = [("file", file.into()), ("cause", fault.to_string().into())];
        terminal.tell_error(&terminal.text("manifest-unreadable", &variables));
        Outcome::BadInput
    })?;
    let label = |name: &str| {
        if is_one_of_several { path.join(name).display().to_string() } else { name.to_owned() }
    };
    for variant in &manifest.variants {
        let folder = path.join(VARIANTS).join(&variant.name);
        let named = Named::new(&folder, None).called(&label(&variant.name));
        sources.named.push((named, variant.at.clone()));
    }
    sources.baseline.get_or_insert_with(|| label(&manifest.baseline));
    for axis in manifest.axes {
        match sources.axes.iter_mut().find(|known| known.name == axis.name) {
            Some(known) => {
                let more: Vec<String> =
                    axis.labels.into_iter().filter(|label| !known.labels.contains(label)).collect();
                known.labels.extend(more);
            }
            None => sources.axes.push(axis),
        }
    }
    Ok(())
}
