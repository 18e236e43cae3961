//! `ateliers history`: what was announced of a scenario so far.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::app::announce::history::history;
use crate::app::announce::label::Label;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// What was typed.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
}

const COLUMNS: [&str; 8] = [
    "history-number",
    "history-date",
    "history-cycles",
    "history-participants",
    "history-calls",
    "history-notices",
    "history-stand-ins",
    "history-cost",
];

/// Reads and lists.
pub(super) fn run(args: &HistoryArgs, terminal: &Terminal) -> Outcome {
    let history = match history(&args.scenario) {
        Ok(history) => history,
        Err(failure) => return told::failure(&failure, terminal),
    };
    for folder in &history.unreadable {
        let variables = [("folder", folder.display().to_string().into())];
        terminal.tell(&terminal.text("history-unreadable", &variables));
    }
    let announced = [("announcements", history.announcements.len().into())];
    terminal.print(&terminal.text("history-title", &announced));
    if !history.announcements.is_empty() {
        let head = COLUMNS.map(|key| terminal.text(key, &[]));
        let rows = history.announcements.iter().map(|label| row(label, &terminal.messages));
        let rows: Vec<[String; 8]> = std::iter::once(head).chain(rows).collect();
        terminal.print(&aligned(&rows, [Align::Right; 8]));
    }
    Outcome::Done
}

/// An announcement; a dash for changes where nothing was announced before.
fn row(label: &Label, messages: &Messages) -> [String; 8] {
    let count = |n: usize| messages.number(n as f64, 0);
    let changes = label.changes.map(|changed| {
        let counts = [changed.calls, changed.notices, changed.stand_ins].map(count);
        (counts, messages.money(changed.cost, 2))
    });
    let dash = || "–".to_owned();
    let ([calls, notices, stand_ins], cost) =
        changes.unwrap_or_else(|| (std::array::from_fn(|_| dash()), dash()));
    let (cycles, participants) = (count(label.cycles), count(label.participants));
    let date = messages.date(label.date);
    [label.number.to_string(), date, cycles, participants, calls, notices, stand_ins, cost]
}
