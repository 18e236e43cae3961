//! What each session to come of a cycle may become, where that makes more courses than are kept.

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::days_between;

/// What a session to come may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// As it was announced.
    pub told: Session,
    /// Whether it may be postponed where none before it was.
    pub is_shaken: bool,
    /// In what ways it may be held, by itself.
    pub ways: Vec<Session>,
}

/// What a course has changed of days and rooms so far.
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
    /// What was changed so far where the session is held in one of its ways, after one on `last` and what was `moved` before it; `None` where
    /// it may not be (rule L4).
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
