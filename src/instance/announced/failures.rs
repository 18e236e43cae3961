//! Sessions to come that cannot be held as announced, with today's tables: they are *hit* (PROBLEM.md section 8).

use super::super::Instance;
use super::super::ids::{SlotId, TrackId, TrainerId, VenueId};
use super::{AnnouncedCycle, Session};
use jiff::civil::Date;

/// What fails a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// Its room cannot be used.
    Venue,
    /// Its trainer cannot lead it.
    Trainer,
}

/// What fails a session: nothing, one, or both.
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

impl Instance {
    /// What fails a session to come of an announced cycle.
    pub(super) fn failures_of(&self, cycle: &AnnouncedCycle, session: &Session) -> Failures {
        let listed = |failure: Failure| cycle.hit.contains(&(session.date, failure));
        Failures {
            venue: listed(Failure::Venue) || !self.can_be_used(session.venue, cycle.slot, session.date),
            trainer: listed(Failure::Trainer)
                || !self.can_lead(session.trainer, cycle.slot, cycle.track, session.date),
        }
    }

    /// Whether a room can be used at a slot on a day: open, within its days and the horizon's, and its slot.
    pub fn can_be_used(&self, venue: VenueId, slot: SlotId, date: Date) -> bool {
        let room = &self.venues[venue];
        room.slots.contains(&slot)
            && room.availability.contains(date)
            && self.rules.horizon.contains(date)
            && self.is_open(venue, date)
    }

    /// Whether a trainer can lead a session of a track at a slot on a day, whatever else they lead (rule H6).
    pub fn can_lead(&self, trainer: TrainerId, slot: SlotId, track: TrackId, date: Date) -> bool {
        let leader = &self.trainers[trainer];
        leader.slots.contains(&slot) && leader.tracks.contains(&track) && self.works_on(trainer, date)
    }
}
