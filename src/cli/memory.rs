//! The memory limit argument.

pub(super) use crate::app::memory::{Memory, Ward};

use super::{Outcome, Terminal, told};

/// Limits the process to `typed` GiB, by default to a share of what it may use.
///
/// # Errors
/// [`Outcome::BadInput`], after reporting it, if the system does not tell how much is used.
pub(super) fn limited(typed: Option<f64>, terminal: &Terminal) -> Result<Memory, Outcome> {
    Memory::of_process(typed).map_err(|_| told::error("memory-unknown", &[], terminal))
}
