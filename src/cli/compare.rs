//! `ateliers compare`: several plans next to each other, to decide by their figures.
//!
//! # Design
//! A plan that cannot be read is reported and left out, and the exit code is 1: the others are still compared. The exit
//! code is also 1 if a plan breaks a rule, or its figures are not those of its cycles: it is shown as such, but an
//! illegal plan is on no front, and neither proves anything.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, drawing, reading, told};
use crate::app::compare::{Failure, Request, compare, gather};
use crate::compare::study::Study;
use crate::compare::verdict::Certainty;
use crate::messages::Messages;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Folders or plans.
    #[arg(value_name = "DIR_OR_PLAN", required = true, num_args = 1..)]
    plans: Vec<PathBuf>,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The plan with which the others are compared.
    #[arg(long, value_name = "PLAN")]
    baseline: Option<String>,
    /// The horizontal axis of the front.
    #[arg(long, value_name = "INDICATOR")]
    x: Option<String>,
    /// Its vertical axis.
    #[arg(long, value_name = "INDICATOR")]
    y: Option<String>,
    /// Two plans for the maps.
    #[arg(long, value_name = "PLAN", num_args = 2)]
    pair: Vec<String>,
    /// Commune boundaries.
    #[arg(long, value_name = "GEOJSON")]
    boundaries: Option<PathBuf>,
    /// The scenario of plans that have none next to them.
    #[arg(long, value_name = "SCENARIO")]
    scenario: Option<PathBuf>,
}

/// Reads, compares, writes, reports.
pub(super) fn run(args: &CompareArgs, terminal: &Terminal) -> Outcome {
    compared(args, terminal).unwrap_or_else(|failure| failed(&failure, terminal))
}

fn compared(args: &CompareArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let pair = match args.pair.as_slice() {
        [one, other] => Some([one.as_str(), other.as_str()]),
        _ => None,
    };
    let request = Request {
        plans: &args.plans,
        out: &args.out,
        baseline: args.baseline.as_deref(),
        axes: [args.x.as_deref(), args.y.as_deref()],
        pair,
        boundaries: args.boundaries.as_deref(),
        scenario: args.scenario.as_deref(),
    };
    let gathered = gather(&request)?;
    reading::tell(&gathered.warnings, terminal);
    let mut n_left_out = 0;
    for plan in &gathered.plans {
        match plan {
            Ok(plan) => drawing::tell(plan, terminal),
            Err((label, why)) => {
                drawing::tell_unread(why, terminal);
                n_left_out += 1;
                terminal.tell(&terminal.text("compare-left-out", &[("plan", label.as_str().into())]));
            }
        }
    }
    let study = compare(gathered, &request, &Messages::new(terminal.documents))?;
    tell(&study, args, terminal);
    let are_sound = study.plans.iter().all(|plan| plan.portrait.judgement.is_sound());
    Ok(if n_left_out == 0 && are_sound { Outcome::Done } else { Outcome::No })
}

fn tell(study: &Study, args: &CompareArgs, terminal: &Terminal) {
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
}

/// Reports why nothing was compared.
fn failed(failure: &Failure, terminal: &Terminal) -> Outcome {
    match failure {
        Failure::Common(common) => told::failure(common, terminal),
        Failure::UnknownColumn(name) => {
            told::error("compare-unknown-column", &[("name", name.as_str().into())], terminal)
        }
        Failure::UnknownPlan { name, known } => {
            let variables = [("name", name.as_str().into()), ("known", known.join(", ").into())];
            told::error("compare-unknown-plan", &variables, terminal)
        }
        Failure::Manifest { file, cause } => {
            let variables = [("file", file.display().to_string().into()), ("cause", cause.as_str().into())];
            told::error("manifest-unreadable", &variables, terminal)
        }
        Failure::TooFew => told::error("compare-too-few", &[], terminal),
    }
}
