//! Why something cannot be tried.

use crate::app::common::Failure;

/// Why something cannot be tried.
#[derive(Debug)]
pub enum Wrong {
    /// As elsewhere.
    Common(Failure),
    /// What was typed is no amount.
    Amount,
    /// There is no such room, slot, trainer or commune (any more).
    Gone,
    /// It is so already.
    Already,
    /// The table has no place for it, or its file cannot be changed.
    Unwritable,
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self::Common(failure)
    }
}
