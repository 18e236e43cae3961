//! Writes the effects of an amendment: tables, scenario and plan, all of them or none, with a copy of each replaced file.

use std::path::{Path, PathBuf};

use super::Proposal;
use crate::app::common::Failure;
use crate::app::replaced::{Kept, Step, copies, write};
use crate::input::amending::Changed;
use crate::instance::Instance;
use crate::messages::{Lang, Messages};
use crate::output::{Delivery, File, PLAN, files};
use crate::plan::Plan;
use crate::plan::proof::{Proof, floor, gap};
use crate::plan::reasons::explain;
use crate::plan::solved::Solved;
use crate::solve::milp;

/// The search status of a manually changed plan: there was no search, and its gap is meaningless.
pub(in crate::app) const STATUS: &str = "amended";

/// What to write.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Keeping<'a> {
    /// Tables and scenario.
    pub(in crate::app) files: &'a [Changed],
    /// The plan, and its input.
    pub(in crate::app) plan: Option<(&'a Instance, &'a Plan)>,
    /// Its folder.
    pub(in crate::app) out: &'a Path,
}

/// Writes everything, texts of the plan in the language of `documents`.
///
/// # Errors
/// If a file cannot be written; all are then unchanged.
pub fn keep(proposal: &Proposal, documents: &Messages) -> Result<Kept, Failure> {
    let plan = proposal.plans.as_ref().map(|(_, after)| (&proposal.read.instance, &after.plan));
    write_all(&Keeping { files: &proposal.files, plan, out: &proposal.out }, documents)
}

/// Writes tables, scenario and all files of a plan.
pub(in crate::app) fn write_all(keeping: &Keeping, documents: &Messages) -> Result<Kept, Failure> {
    let mut wanted: Vec<(PathBuf, Vec<u8>)> =
        keeping.files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect();
    if let Some((instance, plan)) = keeping.plan {
        let files = plan_files(instance, plan, documents);
        wanted.extend(files.into_iter().map(|file| (keeping.out.join(&file.name), file.bytes)));
    }
    let steps: Vec<Step> = wanted.into_iter().map(|(path, bytes)| Step::of(&path, bytes)).collect();
    // The plan's tables follow from it: they have no copies.
    let (tables, of_plan) = steps.split_at(keeping.files.len());
    let plan = of_plan.iter().filter(|step| step.path.ends_with(PLAN));
    let copied: Vec<&Step> = tables.iter().chain(plan).collect();
    let mut all = copies(&copied, |number| format!("before-amendment-{number}"));
    let kept = Kept::of(&copied, &all);
    all.extend(steps);
    write(all)?;
    Ok(kept)
}

/// The file of a manually changed plan, without its tables.
pub(in crate::app) fn plan_text(instance: &Instance, plan: &Plan) -> Vec<u8> {
    let files = plan_files(instance, plan, &Messages::new(Lang::Fr));
    files.into_iter().find(|file| file.name == PLAN).map(|file| file.bytes).unwrap_or_default()
}

/// The files of the amended plan. There was no search: its bound is the quick estimate of what no plan can beat.
fn plan_files(instance: &Instance, plan: &Plan, documents: &Messages) -> Vec<File> {
    let breakdown = crate::plan::price(instance, plan);
    let objective = breakdown.objective().to_f64();
    let bound = floor(instance).to_f64().min(objective);
    let proof = Proof { objective, bound, gap: gap(objective, bound) };
    let reasons = explain(instance, plan);
    let solved =
        Solved { plan: plan.clone(), breakdown, proof, status: STATUS, lp_solver: milp::version(), reasons };
    let seed = instance.rules.solver.seed;
    files(&Delivery { instance, solved: &solved, messages: documents, seed, wall_s: 0.0, only: &[] })
}
