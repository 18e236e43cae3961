//! The announcements of a scenario.

use std::path::{Path, PathBuf};

use super::PLAN;
use super::label::{FOLDER, Label, beside, numbers};
use crate::app::common::Failure;
use crate::input::{FILE_BYTES, read_bytes};
use crate::messages::Messages;

/// Keys of the headings of a history.
pub const COLUMNS: [&str; 8] = [
    "history-number",
    "history-date",
    "history-cycles",
    "history-participants",
    "history-calls",
    "history-notices",
    "history-stand-ins",
    "history-cost",
];

/// Announcements in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    /// The readable ones.
    pub announcements: Vec<Label>,
    /// Folders that look like an announcement but cannot be read as one.
    pub unreadable: Vec<PathBuf>,
}

/// Reads the announcements of a scenario.
///
/// # Errors
/// If there is no such scenario.
pub fn history(scenario: &Path) -> Result<History, Failure> {
    read_bytes(scenario, FILE_BYTES).map_err(Failure::input)?;
    let home = scenario.parent().unwrap_or(Path::new("")).join(FOLDER);
    let mut folders = numbers(&home);
    folders.sort();
    let mut history = History::default();
    for (_, folder) in folders {
        match beside(&folder.join(PLAN)) {
            Some(label) => history.announcements.push(label),
            None => history.unreadable.push(folder),
        }
    }
    Ok(history)
}

/// An announcement in words, in the order of [`COLUMNS`]; a dash for the changes of the first one.
pub fn row(label: &Label, messages: &Messages) -> [String; 8] {
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
