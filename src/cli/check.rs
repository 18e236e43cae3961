//! `ateliers check`: checks any plan, including hand-edited ones.

use std::path::PathBuf;

use clap::Args;

use super::announced::AnnouncedArgs;
use super::answer::{answer, unanswered};
use super::{Outcome, Terminal, reading, told};
use crate::app::answers::Judgement;
use crate::app::judge::{Judged, Request, judge};
use crate::check::{render, render_figures};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::plan::Breakdown;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The plan to check.
    #[arg(value_name = "PLAN.json")]
    plan: PathBuf,
    /// The announced plan, if the scenario does not name it.
    #[command(flatten)]
    announced: AnnouncedArgs,
    /// Prints an answer for programs.
    #[arg(long)]
    json: bool,
}

/// Reads and checks.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> Outcome {
    let judged = args.announced.told(&args.scenario).and_then(|(sources, scenario)| {
        judge(&Request { sources: &sources, scenario: &scenario, plan: &args.plan })
    });
    let judged = match judged {
        Ok(judged) => judged,
        Err(failure) => {
            if args.json {
                unanswered::<Judgement>(&failure, terminal);
            }
            return told::failure(&failure, terminal);
        }
    };
    reading::tell(&judged.read.scenario.warnings, terminal);
    if args.json {
        answer(&judged.read.scenario.warnings, Judgement::of(&judged), terminal);
    } else {
        tell(&judged, terminal);
    }
    if judged.is_sound() { Outcome::Done } else { Outcome::No }
}

fn tell(judged: &Judged, terminal: &Terminal) {
    let (messages, instance) = (&terminal.messages, &judged.read.scenario.instance);
    if instance.is_invented {
        terminal.print(&messages.text("invented-notice", &[]));
    }
    terminal.print(&render(&judged.verdict, instance, messages));
    terminal.print(&format!("\n{}", costs(&judged.verdict.breakdown, messages)));
    let disagreements = &judged.disagreements;
    let states_none = disagreements.is_empty() && !judged.read.file.states_figures();
    let key = if states_none { "figures-none" } else { "figures" };
    terminal.print(&format!("\n{}", messages.text(key, &[("wrong", disagreements.len().into())])));
    if !disagreements.is_empty() {
        terminal.print(&render_figures(disagreements, messages));
    }
}

/// The recomputed costs, each under its key in `plan.json`.
fn costs(breakdown: &Breakdown, messages: &Messages) -> String {
    let rows: Vec<[String; 2]> =
        breakdown.terms().map(|(key, amount)| [messages.text(key, &[]), messages.euros(amount)]).collect();
    messages.text("costs-recomputed", &[]) + "\n" + &aligned(&rows, [Align::Left, Align::Right])
}
