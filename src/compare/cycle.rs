//! A cycle described by identifiers and names instead of table positions.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::instance::Instance;
use crate::plan::{Cycle, Repair};

/// A cycle described by identifiers and names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CyclePortrait {
    /// Identifier within its plan.
    pub id: String,
    /// What is taught.
    pub track: String,
    /// Venue: identifier.
    pub venue: String,
    /// Venue: name.
    pub venue_name: String,
    /// Commune of the venue: INSEE code.
    pub insee: String,
    /// Day of the week.
    pub weekday: Weekday,
    /// Start, in minutes after midnight.
    pub start_minute: u16,
    /// Who leads: identifier.
    pub trainer: String,
    /// Dates of the sessions.
    pub sessions: Vec<Date>,
    /// Sessions in another room or by another trainer, by date.
    pub repairs: Vec<RepairPortrait>,
    /// Whether it was broken off.
    pub is_broken_off: bool,
    /// Identifiers of the participants.
    pub participants: BTreeSet<String>,
}

/// A session whose room or trainer is not the cycle's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairPortrait {
    /// The day.
    pub date: Date,
    /// Identifier of the other room, if it changes.
    pub venue: Option<String>,
    /// Identifier of the other trainer, if it changes.
    pub trainer: Option<String>,
}

impl CyclePortrait {
    /// Describes a cycle of a plan.
    pub fn of(instance: &Instance, cycle: &Cycle) -> Self {
        let (venue, slot) = (&instance.venues[cycle.venue], &instance.slots[cycle.slot]);
        let repair = |repair: &Repair| RepairPortrait {
            date: repair.date,
            venue: repair.venue.map(|venue| instance.venues[venue].id.clone()),
            trainer: repair.trainer.map(|trainer| instance.trainers[trainer].id.clone()),
        };
        Self {
            id: cycle.id.clone(),
            track: instance.tracks[cycle.track].clone(),
            venue: venue.id.clone(),
            venue_name: venue.name.clone(),
            insee: instance.communes[venue.commune].insee.clone(),
            weekday: slot.weekday,
            start_minute: slot.start_minute,
            trainer: instance.trainers[cycle.trainer].id.clone(),
            sessions: cycle.sessions.clone(),
            repairs: cycle.repairs.iter().map(repair).collect(),
            is_broken_off: cycle.is_broken_off(),
            participants: cycle.participants.iter().map(|&id| instance.residents[id].id.clone()).collect(),
        }
    }

    /// The room and the trainer of the session on a day, if they are not the cycle's own.
    pub fn repair_on(&self, date: Date) -> Option<&RepairPortrait> {
        self.repairs.iter().find(|repair| repair.date == date)
    }

    /// Whether another cycle has the same identifier and decisions, regardless of names and times in the tables.
    pub fn decides_as(&self, other: &Self) -> bool {
        let decided = |cycle: &Self| (cycle.is_broken_off, cycle.sessions.clone(), cycle.repairs.clone());
        (&self.id, &self.track, &self.venue, &self.trainer)
            == (&other.id, &other.track, &other.venue, &other.trainer)
            && decided(self) == decided(other)
            && self.participants == other.participants
    }
}
