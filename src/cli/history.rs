//! `ateliers history`: lists the announcements of a scenario.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::app::announce::history::{COLUMNS, history, row};
use crate::messages::lines::{Align, aligned};

/// The command's arguments.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
}

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
