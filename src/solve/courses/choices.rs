//! The options of each session to come of a cycle with more courses than are kept.

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::days_between;

/// The options of a session to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The session as announced.
    pub told: Session,
    /// Whether it may be postponed even if no session before it was: it is hit or strained.
    pub is_shaken: bool,
    /// The ways to hold it, considered alone.
    pub ways: Vec<Session>,
}

/// The changes of days and rooms in the sessions of a course so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MovedSoFar {
    /// Nothing.
    Nothing,
    /// Rooms.
    Rooms,
    /// Days, and perhaps rooms.
    Days,
}

impl Choices {
    /// The changes so far if the session is held in one of its ways, after a session on `last` and the changes `moved` before it;
    /// `None` if it may not be (rule L4).
    pub fn after(
        &self,
        instance: &Instance,
        way: &Session,
        last: Option<Date>,
        moved: MovedSoFar,
    ) -> Option<MovedSoFar> {
        let is_later = way.date != self.told.date;
        let is_in_time = last.is_none_or(|last| {
            let pause = days_between(last, way.date);
            pause > 0 && (!is_later || pause <= instance.rules.cycle.max_gap_days)
        });
        let may_move = !is_later || self.is_shaken || moved == MovedSoFar::Days;
        let here = match (is_later, way.venue == self.told.venue) {
            (true, _) => MovedSoFar::Days,
            (false, false) => MovedSoFar::Rooms,
            (false, true) => MovedSoFar::Nothing,
        };
        (is_in_time && may_move).then_some(moved.max(here))
    }
}
