//! Converts an announced plan back into a plan: what people were told.

use super::{Cycle, Fate, Plan, Repair};
use crate::instance::announced::{Announced, AnnouncedCycle};

impl Plan {
    /// What was announced: every cycle stands, except those already broken off.
    pub fn told(announced: &Announced) -> Self {
        Self {
            cycles: announced.cycles.iter().map(Cycle::from).collect(),
            kit_roster: announced.kits.clone(),
            closed: announced.closed.clone(),
        }
    }

    /// Whether the plan decides the same as the announced one, regardless of the fates of its cycles.
    pub fn is_told(&self, announced: &Announced) -> bool {
        let sorted = |mut cycles: Vec<Cycle>| {
            cycles.sort_by(|one, other| one.id.cmp(&other.id));
            cycles
        };
        let own = self.cycles.iter().map(|cycle| Cycle::from(&AnnouncedCycle::from(cycle))).collect();
        let told = Self::told(announced);
        sorted(own) == sorted(told.cycles) && self.kit_roster == told.kit_roster
    }
}

impl From<&AnnouncedCycle> for Cycle {
    /// The cycle as it was announced.
    fn from(told: &AnnouncedCycle) -> Self {
        let own = (told.venue, told.trainer);
        Self {
            id: told.id.clone(),
            venue: told.venue,
            slot: told.slot,
            track: told.track,
            trainer: told.trainer,
            participants: told.participants.clone(),
            sessions: told.sessions.iter().map(|session| session.date).collect(),
            repairs: told.sessions.iter().filter_map(|session| Repair::of(session, own)).collect(),
            fate: if told.is_broken_off { Fate::BrokenOff } else { Fate::Stands },
        }
    }
}
