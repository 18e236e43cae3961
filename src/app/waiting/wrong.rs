//! Why something cannot be tried.

use crate::app::common::Failure;

/// Why something cannot be tried.
#[derive(Debug)]
pub enum Wrong {
    /// A failure shared by the use cases.
    Common(Failure),
    /// The input is not a valid amount.
    Amount,
    /// There is no such room, slot, trainer or commune (any longer).
    Gone,
    /// It is already the case.
    Already,
    /// The table has no place for it, or its file cannot be changed.
    Unwritable,
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self::Common(failure)
    }
}
