//! Tells what earlier exports left: calendars of those who left the tables, files that no longer belong there.

use std::path::Path;

use super::Terminal;
use crate::app::export::{gone, strangers};
use crate::output::File;
use crate::output::export::{Audience, Export};

/// Files of an earlier export that are named in the warning.
const STRANGERS_SHOWN: usize = 3;

/// Tells whose calendar was made for its cancellations alone.
pub(super) fn tell_gone(export: &Export, audiences: &[Audience], terminal: &Terminal) {
    let names = gone(export, audiences);
    if !names.is_empty() {
        terminal.note(&terminal.text("export-gone", &[("names", names.join(", ").into())]));
    }
}

/// Warns of files that an earlier export left where this one wrote: a cycle that is no longer held, say.
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
