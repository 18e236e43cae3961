//! Why an amendment cannot be made, as it is asked for.

use jiff::civil::Date;

use crate::diagnostics::nearest;

/// What a name was to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A cycle of the plan.
    Cycle,
    /// A resident.
    Resident,
    /// A trainer.
    Trainer,
    /// A room.
    Venue,
    /// A slot.
    Slot,
}

/// Why an amendment cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing has this name.
    Unknown {
        /// What it was to name.
        what: Named,
        /// The name.
        name: String,
        /// One that may have been meant.
        nearest: Option<String>,
    },
    /// There is no plan to amend: nothing was announced, and none is named.
    NoPlan,
    /// Everybody named has withdrawn already.
    Withdrawn(Vec<String>),
    /// A period ends before it begins.
    Reversed(Date, Date),
    /// A file has no enrolments.
    Empty(String),
    /// All sessions of a cycle have been held.
    Finished(String),
    /// A cycle is broken off.
    BrokenOff(String),
    /// A cycle was not announced: it has no sessions to repair.
    NotAnnounced(String),
    /// A cycle has no session to come on a day.
    NoSession {
        /// The cycle.
        cycle: String,
        /// The day.
        date: Date,
        /// The days of those to come.
        dates: Vec<Date>,
    },
    /// There is no day left for a cycle or its session.
    NoDay(String),
    /// Residents who are not in the cycle.
    NotIn(String, Vec<String>),
    /// Residents who are in the cycle.
    In(String, Vec<String>),
    /// It is so already.
    Already,
}

impl Wrong {
    /// An unknown name, with the nearest of those that are known.
    pub(in crate::app) fn unknown<'a>(what: Named, name: &str, known: impl Iterator<Item = &'a str>) -> Self {
        Self::Unknown { what, name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
    }
}
