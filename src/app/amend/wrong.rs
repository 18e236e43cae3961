//! Why an amendment cannot be made as requested.

use jiff::civil::Date;

use crate::diagnostics::nearest;

/// The kind of thing that a name refers to.
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
        /// The kind that it refers to.
        what: Named,
        /// The name.
        name: String,
        /// A known name that may have been meant.
        nearest: Option<String>,
    },
    /// There is no plan to amend: none was announced, and none is named.
    NoPlan,
    /// All residents named have withdrawn already.
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
    /// Residents who are already in the cycle.
    In(String, Vec<String>),
    /// It is already so.
    Already,
}

impl Wrong {
    /// An unknown name, with the nearest known one.
    pub(in crate::app) fn unknown<'a>(what: Named, name: &str, known: impl Iterator<Item = &'a str>) -> Self {
        Self::Unknown { what, name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
    }
}
