//! The limit of memory that was typed.

pub(super) use crate::app::memory::{Memory, Ward};

use super::{Outcome, Terminal, told};

/// Limits the process to the GiB that were typed, else to a share of what it may use.
///
/// # Errors
/// [`Outcome::BadInput`], told, where the system does not tell what is used.
pub(super) fn limited(typed: Option<f64>, terminal: &Terminal) -> Result<Memory, Outcome> {
    Memory::of_process(typed).map_err(|_| told::error("memory-unknown", &[], terminal))
}
