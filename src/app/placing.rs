//! Writing files without replacing somebody's work.

use std::path::Path;

use super::common::Failure;
use crate::input::FILE_BYTES;
use crate::input::file::{Refused, read};
use crate::output::File;
use crate::output::table::Table;
use crate::output::write::{Folder, sweep, write_file};

/// Writes all files to a folder, or none if one of them already exists.
///
/// # Errors
/// If one exists or cannot be written.
pub fn write_anew(folder: &Path, files: &[File]) -> Result<(), Failure> {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let taken: Vec<String> =
        names.iter().filter(|name| is_taken(folder, name)).map(ToString::to_string).collect();
    if !taken.is_empty() {
        return Err(Failure::Taken { folder: folder.to_owned(), files: taken });
    }
    Folder::open(folder, &names)
        .and_then(|opened| opened.write(files))
        .map_err(|fault| Failure::file(folder, fault))
}

/// Whether the folder contains this name, a dangling link included.
fn is_taken(folder: &Path, name: &str) -> bool {
    std::fs::symlink_metadata(folder.join(name)).is_ok()
}

/// Checks that a table may be written to `path`: there is no file, or one that contains `label`, as the program's own do.
///
/// Real enrolments and measured roads have the same names as generated ones and estimates; replacing them by mistake,
/// with a command from the shell's history, would lose them.
///
/// # Errors
/// If there is a file of the planner's own.
pub(super) fn may_replace(path: &Path, label: &str) -> Result<(), Failure> {
    let is_ours = match read(path, FILE_BYTES) {
        Ok(bytes) => bytes.is_empty() || String::from_utf8_lossy(&bytes).contains(label),
        Err(Refused::TooLarge(..)) => false,
        // If it is not a file or cannot be read, the attempt to write reports it.
        Err(_) => true,
    };
    if is_ours { Ok(()) } else { Err(Failure::NotOurs { file: path.to_owned(), label: label.to_owned() }) }
}

/// Writes an input table, atomically.
///
/// # Errors
/// If it cannot be written.
pub(super) fn write_table(path: &Path, table: &Table) -> Result<(), Failure> {
    sweep(path.parent().unwrap_or(Path::new("")));
    write_file(path, &table.plain()).map_err(|fault| Failure::file(path, fault))
}
