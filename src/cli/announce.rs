//! `ateliers announce`: freezes a plan as announced.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::{Outcome, Terminal, reading, told};
use crate::app::announce::{Done, Failure, Request, announce};
use crate::check::render;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct AnnounceArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The plan to announce.
    #[arg(value_name = "PLAN.json")]
    plan: PathBuf,
    /// The day of the announcement; today by default.
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
}

/// Checks the plan, keeps it, reports.
pub(super) fn run(args: &AnnounceArgs, terminal: &Terminal) -> Outcome {
    let date = args.date.unwrap_or_else(|| jiff::Zoned::now().date());
    match announce(&Request { scenario: &args.scenario, plan: &args.plan, date }) {
        Ok(done) => {
            tell(&done, &args.scenario, terminal);
            Outcome::Done
        }
        Err(Failure::Common(common)) => told::failure(&common, terminal),
        Err(Failure::Illegal(judged)) => {
            let scenario = &judged.read.scenario;
            reading::tell(&scenario.warnings, terminal);
            terminal.tell_error(&terminal.text("announce-illegal", &[]));
            terminal.tell(&render(&judged.verdict, &scenario.instance, &terminal.messages));
            Outcome::No
        }
    }
}

fn tell(done: &Done, scenario: &Path, terminal: &Terminal) {
    let shown = |path: &Path| path.display().to_string();
    reading::tell(&done.warnings, terminal);
    let today = done.announcement.today.map(|date| date.to_string()).unwrap_or_default();
    let before = done.before.as_deref().map(shown).unwrap_or_default();
    let variables = [
        ("folder", shown(&done.folder).into()),
        ("scenario", shown(scenario).into()),
        ("before", before.into()),
        ("plan", done.announcement.plan.as_str().into()),
        ("today", today.into()),
    ];
    terminal.print(&terminal.text("announce-done", &variables));
    let key = if done.before.is_some() { "announce-set" } else { "announce-workbook" };
    terminal.print(&terminal.text(key, &variables));
}
