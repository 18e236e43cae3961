//! Writing a table to a place that may hold someone's work: only files that say that we made them are replaced.

use std::fs;
use std::path::Path;

use super::{Outcome, Terminal};
use crate::output::table::Table;
use crate::output::write::{sweep, write_file};

/// Whether a table may be written to `path`: nothing stands there, or a file that says `label`, as ours do.
///
/// Real enrolments and measured roads have the same names as invented ones and estimates; replacing them by a slip
/// of the shell's history would lose them.
pub(super) fn may_replace(path: &Path, label: &str, terminal: &Terminal) -> bool {
    // What is no file, or cannot be read, is told by the attempt to write.
    let text = if path.is_file() { fs::read(path).ok() } else { None };
    let is_ours =
        text.is_none_or(|bytes| bytes.is_empty() || String::from_utf8_lossy(&bytes).contains(label));
    if !is_ours {
        let variables = [("file", path.display().to_string().into()), ("label", label.into())];
        terminal.tell_error(&terminal.text("replace-refused", &variables));
    }
    is_ours
}

/// Writes a table of the input, whole or not at all.
pub(super) fn write_table(path: &Path, table: &Table, terminal: &Terminal) -> Outcome {
    sweep(path.parent().unwrap_or(Path::new("")));
    match write_file(path, &table.plain()) {
        Ok(()) => Outcome::Done,
        Err(fault) => {
            let variables =
                [("file", path.display().to_string().into()), ("cause", fault.to_string().into())];
            terminal.tell_error(&terminal.text("write-failed", &variables));
            Outcome::BadInput
        }
    }
}
