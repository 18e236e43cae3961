//! Tables of a scenario as grids: shown cell by cell, edited in memory, checked with the whole scenario, saved into their
//! files.
//!
//! - this file: lists the tables, and opens one; [`mod@overview`]: number of findings in each;
//! - [`draft`]: a table that is being edited, with undo; `own`: its differences from the file; [`change`]: its changes;
//!   [`clipboard`]: the clipboard format of spreadsheets; `seek`: searching in it;
//! - [`judged`]: findings, at their cells, before anything is written;
//! - [`log`]: the changes with their authors, kept on disk; `sparse`: the part of an earlier version that is kept with them;
//! - [`save`]: saves into the file, unless it has changed meanwhile; [`later`]: changes by somebody else; [`carried`]: applies
//!   the draft's changes to that later version.
//!
//! # Design
//! A draft is the content of the file and its differences from it, not a separate table: an undone change leaves no trace in the
//! file, and untouched parts stay the same, to the byte. It is checked as it would be saved: the file is made in memory and read
//! with all others, so that there is only one reader.
//!
//! # Cost
//! Twenty thousand enrolments are opened, checked or saved in a fraction of a second each; a change touches its own cells only.

pub mod carried;
pub mod change;
pub mod clipboard;
pub mod draft;
pub mod judged;
pub mod later;
pub mod log;
pub mod overview;
mod own;
pub mod save;
mod seek;
mod sparse;

use std::path::Path;

use self::draft::Draft;
use super::common::Failure;
use crate::input::Sources;
pub use crate::input::amending::part::{Address, Heading, Named};
use crate::input::amending::part::{parts, read_part};
pub use crate::input::tables::kind::Kind;

/// The tables of a scenario, in the order in which they are read.
///
/// # Errors
/// If the scenario cannot be read at all.
pub fn tables(scenario: &Path) -> Result<Vec<Named>, Failure> {
    parts(&Sources::disk(), scenario).map_err(Failure::input)
}

/// Opens a part of a table; `None` if the scenario does not name it.
///
/// # Errors
/// If the scenario or the part cannot be read at all.
pub fn open(scenario: &Path, address: Address) -> Result<Option<Draft>, Failure> {
    let part = read_part(&Sources::disk(), scenario, address).map_err(Failure::input)?;
    Ok(part.map(|part| Draft::new(scenario, part)))
}
