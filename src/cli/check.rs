//! `ateliers check`: judges any plan, hand-edited ones included.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, reading};
use crate::check::{check, figures, render, render_figures};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::plan::Breakdown;

/// What was typed.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The plan to judge.
    #[arg(value_name = "PLAN.json")]
    plan: PathBuf,
}

/// Reads and judges.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> Outcome {
    judged(args, terminal).unwrap_or_else(|outcome| outcome)
}

fn judged(args: &CheckArgs, terminal: &Terminal) -> Result<Outcome, Outcome> {
    let instance = reading::scenario(&args.scenario, terminal)?;
    let (plan, file) = reading::plan(&args.plan, &instance, terminal)?;
    let messages = &terminal.messages;
    let verdict = check(&instance, &plan);
    if instance.is_invented {
        terminal.print(&messages.text("invented-notice", &[]));
    }
    terminal.print(&render(&verdict, &instance, messages));
    terminal.print(&format!("\n{}", costs(&verdict.breakdown, messages)));
    let disagreements = figures(&instance, &plan, &file);
    let key = if disagreements.is_empty() && !file.states_figures() { "figures-none" } else { "figures" };
    terminal.print(&format!("\n{}", messages.text(key, &[("wrong", disagreements.len().into())])));
    if !disagreements.is_empty() {
        terminal.print(&render_figures(&disagreements, messages));
    }
    Ok(if verdict.is_legal() && disagreements.is_empty() { Outcome::Done } else { Outcome::No })
}

/// The recomputed costs, each under its key in `plan.json`.
fn costs(breakdown: &Breakdown, messages: &Messages) -> String {
    let rows: Vec<[String; 2]> =
        breakdown.terms().map(|(key, amount)| [messages.text(key, &[]), messages.euros(amount)]).collect();
    messages.text("costs-recomputed", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}
