//! `ateliers diff`: the changes between two plans, in a planner's words.
//!
//! # Design
//! Is a difference a "no" (exit code 1), as for `diff(1)`? No: a planner who asks what changed has got the answer. A
//! plan that breaks a rule, or whose figures are not those of its cycles, is a "no", as for `check`: the difference is
//! still printed, but nothing counts as proven.

use std::path::PathBuf;

use clap::Args;

use super::answer::{answer, no_answer};
use super::{Outcome, Terminal, drawing};
use crate::app::answers::Difference;
use crate::app::diff::{Pair, Sides, diff};
use crate::app::named::{Named, Portrayed, Unportrayed};
use crate::compare::diff::words;
use crate::diagnostics::Diagnostic;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The plan before.
    #[arg(value_name = "PLAN_A")]
    before: PathBuf,
    /// The plan after.
    #[arg(value_name = "PLAN_B")]
    after: PathBuf,
    /// The scenario of both, or of each.
    #[arg(long, value_name = "SCENARIO", num_args = 1..=2)]
    scenario: Vec<PathBuf>,
    /// Prints an answer for programs.
    #[arg(long)]
    json: bool,
}

/// Reads both and prints the difference.
pub(super) fn run(args: &DiffArgs, terminal: &Terminal) -> Outcome {
    let scenario = |side: usize| args.scenario.get(side).or(args.scenario.first()).cloned();
    let named = |plan, side| Named::new(plan, scenario(side));
    match diff(&named(&args.before, 0), &named(&args.after, 1)) {
        Ok(pair) => told(&pair, args.json, terminal),
        Err(sides) => {
            if args.json {
                no_answer::<Difference>(&findings(&sides), terminal);
            }
            let tell = |side: &Result<Portrayed, Unportrayed>| match side {
                Ok(plan) => drawing::tell(plan, terminal),
                Err(why) => _ = drawing::tell_unread(why, terminal),
            };
            sides.iter().for_each(tell);
            Outcome::BadInput
        }
    }
}

fn told(pair: &Pair, is_json: bool, terminal: &Terminal) -> Outcome {
    let plans = [&pair.before, &pair.after];
    for plan in plans {
        drawing::tell(plan, terminal);
    }
    if is_json {
        let warnings: Vec<Diagnostic> = plans.iter().flat_map(|plan| plan.warnings.clone()).collect();
        answer(&warnings, Difference::of(pair), terminal);
    } else {
        terminal.print(&words(&pair.diff(), &terminal.messages));
    }
    if pair.is_sound() { Outcome::Done } else { Outcome::No }
}

/// All findings of both.
fn findings(sides: &Sides) -> Vec<Diagnostic> {
    let of_side = |side: &Result<Portrayed, Unportrayed>| match side {
        Ok(plan) => plan.warnings.clone(),
        Err(Unportrayed::NoScenario(_)) => Vec::new(),
        Err(Unportrayed::Faulty { before, faults }) => [before.as_slice(), faults].concat(),
    };
    sides.iter().flat_map(of_side).collect()
}
