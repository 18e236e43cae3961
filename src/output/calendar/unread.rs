//! Why the calendars of an earlier export cannot be continued.

/// Why a calendar was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is not a calendar, from this line on.
    NotACalendar {
        /// From 1.
        line: usize,
    },
    /// An event is not in our format.
    NotOurs {
        /// Its identifier.
        uid: String,
    },
    /// Its events belong to another plan than those read before.
    OtherSeries,
}
