//! Tables of a scenario as grids: shown cell by cell, edited in memory, judged with the whole scenario, saved into the file that
//! they came from.
//!
//! - this file: the tables there are, and one of them opened; [`mod@overview`]: how much is wrong with each;
//! - [`draft`]: a table that is edited, with undo; `own`: what differs from its file; [`change`]: how; [`clipboard`]: what a spreadsheet copies;
//!   `seek`: where something stands in it;
//! - [`judged`]: what is wrong, at its cells, before anything is written;
//! - [`log`]: who changed what of it, kept on the disk; `sparse`: as much of an earlier version as is kept with that;
//! - [`save`]: the file with what was edited, unless it is another by then; [`later`]: what somebody else changed; [`carried`]: what
//!   was edited, put onto that.
//!
//! # Design
//! A draft is what the file holds and what differs from it, not a table of its own: what was undone leaves no trace in the file,
//! and what nobody touched stays as it was, to the byte. It is judged as it would be saved: the file is made in memory and read
//! with all others, so that there is one reader and no second opinion.
//!
//! # Cost
//! Twenty thousand enrolments are opened, judged or saved in a fraction of a second each; a change touches its own cells only.

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

/// Opens a part of a table; `None` where the scenario names none there.
///
/// # Errors
/// If the scenario or the part cannot be read at all.
pub fn open(scenario: &Path, address: Address) -> Result<Option<Draft>, Failure> {
    let part = read_part(&Sources::disk(), scenario, address).map_err(Failure::input)?;
    Ok(part.map(|part| Draft::new(scenario, part)))
}
