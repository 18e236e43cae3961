//! Writing a table to a place that may hold someone's work: only files that say that we made them are replaced.

use std::path::Path;

use super::{Outcome, Terminal};
use crate::input::FILE_BYTES;
use crate::input::file::{Refused, read};
use crate::output::table::Table;
use crate::output::write::{sweep, write_file};

/// Whether a table may be written to `path`: nothing stands there, or a file that says `label`, as ours do.
///
/// Real enrolments and measured roads have the same names as invented ones and estimates; replacing them by a slip
/// of the shell's history would lose them.
pub(super) fn may_replace(path: &Path, label: &str, terminal: &Terminal) -> bool {
    let is_ours = match read(path, FILE_BYTES) {
        Ok(bytes) => bytes.is_empty() || String::from_utf8_lossy(&bytes).contains(label),
        Err(Refused::TooLarge(..)) => false,
        // What is no file, or cannot be read, is told by the attempt to write.
        Err(_) => true,
    };
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
