//! Sessions to come that cannot be held as announced, with today's tables: they are *hit* (PROBLEM.md section 8).

use super::super::data::InstanceData;
use super::{AnnouncedCycle, Session};

/// Why a session cannot be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// Its room cannot be used.
    Venue,
    /// Its trainer cannot lead it.
    Trainer,
}

/// Why a session cannot be held: neither, one or both failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Failures {
    /// Its room cannot be used.
    pub venue: bool,
    /// Its trainer cannot lead it.
    pub trainer: bool,
}

impl Failures {
    /// Whether the session is hit.
    pub fn any(self) -> bool {
        self.venue || self.trainer
    }
}

/// The failures of a session to come of an announced cycle.
pub(super) fn failures_of(instance: &InstanceData, cycle: &AnnouncedCycle, session: &Session) -> Failures {
    let listed = |failure: Failure| cycle.hit.contains(&(session.date, failure));
    Failures {
        venue: listed(Failure::Venue) || !instance.can_be_used(session.venue, cycle.slot, session.date),
        trainer: listed(Failure::Trainer)
            || !instance.can_lead(session.trainer, cycle.slot, cycle.track, session.date),
    }
}
