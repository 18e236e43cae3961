//! `ateliers diff`: what changed between two plans, in a planner's words.
//!
//! # Design
//! Is a difference a "no" (exit code 1), as for `diff(1)`? No: a planner who asks what changed has got the answer. A plan
//! that breaks a rule, or whose figures are not those of its cycles, is one, as for `check`: the difference is told all
//! the same, and nothing is said to be proven.

use std::path::PathBuf;

use clap::Args;

use super::drawing::{self, Named};
use super::{Outcome, Terminal};
use crate::compare::diff::{diff, words};

/// What was typed.
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
}

/// Reads both and tells.
pub(super) fn run(args: &DiffArgs, terminal: &Terminal) -> Outcome {
    let scenario = |side: usize| args.scenario.get(side).or(args.scenario.first()).cloned();
    let before = drawing::portrait(&Named::new(&args.before, scenario(0)), terminal);
    let after = drawing::portrait(&Named::new(&args.after, scenario(1)), terminal);
    match (before, after) {
        (Ok(before), Ok(after)) => {
            terminal.print(&words(&diff(&before, &after), &terminal.messages));
            let are_sound = before.judgement.is_sound() && after.judgement.is_sound();
            if are_sound { Outcome::Done } else { Outcome::No }
        }
        (Err(outcome), _) | (_, Err(outcome)) => outcome,
    }
}
