//! Writing files to a folder that may hold someone's work: nothing that is there is ever replaced.

use std::path::Path;

use super::{Outcome, Terminal};
use crate::output::File;
use crate::output::write::Folder;

/// Writes all files, or none where one of them is already there.
///
/// # Errors
/// [`Outcome::BadInput`], told, if one is there or cannot be written.
pub(super) fn write_anew(folder: &Path, files: &[File], terminal: &Terminal) -> Result<(), Outcome> {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let taken: Vec<&str> = names.iter().copied().filter(|name| is_taken(folder, name)).collect();
    let folder_name = folder.display().to_string();
    if !taken.is_empty() {
        let variables = [("folder", folder_name.into()), ("files", taken.join(", ").into())];
        terminal.tell_error(&terminal.text("init-taken", &variables));
        return Err(Outcome::BadInput);
    }
    Folder::open(folder, &names).and_then(|folder| folder.write(files)).map_err(|fault| {
        let variables = [("file", folder_name.into()), ("cause", fault.to_string().into())];
        terminal.tell_error(&terminal.text("write-failed", &variables));
        Outcome::BadInput
    })
}

/// Whether something of this name stands in the folder, a dangling link included.
fn is_taken(folder: &Path, name: &str) -> bool {
    std::fs::symlink_metadata(folder.join(name)).is_ok()
}
