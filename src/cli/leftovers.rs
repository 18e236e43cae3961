//! Reports leftovers of earlier exports: calendars of recipients who left the tables, and stale files.

use std::path::Path;

use super::Terminal;
use crate::app::export::{gone, strangers};
use crate::output::File;
use crate::output::export::{Audience, Export};

/// Number of files of an earlier export that the warning names.
const STRANGERS_SHOWN: usize = 3;

/// Reports whose calendar was made only for its cancellations.
pub(super) fn tell_gone(export: &Export, audiences: &[Audience], terminal: &Terminal) {
    let names = gone(export, audiences);
    if !names.is_empty() {
        terminal.note(&terminal.text("export-gone", &[("names", names.join(", ").into())]));
    }
}

/// Warns of files that an earlier export left in this folder: for example, of a cycle that is no longer held.
pub(super) fn tell_strangers(out: &Path, files: &[File], terminal: &Terminal) {
    let strangers = strangers(out, files);
    if strangers.is_empty() {
        return;
    }
    let shown = strangers.iter().take(STRANGERS_SHOWN);
    let mut names: Vec<String> = shown.map(|path| path.display().to_string()).collect();
    if strangers.len() > STRANGERS_SHOWN {
        names.push("…".to_owned());
    }
    let variables = [
        ("files", strangers.len().into()),
        ("folder", out.display().to_string().into()),
        ("names", names.join(", ").into()),
    ];
    terminal.note(&terminal.text("export-strangers", &variables));
}
