//! What was announced of a scenario so far.

use std::path::{Path, PathBuf};

use super::PLAN;
use super::label::{FOLDER, Label, beside, numbers};
use crate::app::common::Failure;
use crate::input::{FILE_BYTES, read_bytes};

/// Announcements in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    /// Those that can be read.
    pub announcements: Vec<Label>,
    /// Folders that look like one and hold none that can be read.
    pub unreadable: Vec<PathBuf>,
}

/// Reads what was announced of a scenario.
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
