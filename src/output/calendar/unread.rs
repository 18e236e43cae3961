//! Why the calendars of an earlier export cannot be taken up.

/// Why a calendar was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is none, from this line on.
    NotACalendar {
        /// From 1.
        line: usize,
    },
    /// An event is not as we write it.
    NotOurs {
        /// Its identifier.
        uid: String,
    },
    /// Its events are of another plan than those read before.
    OtherSeries,
}
