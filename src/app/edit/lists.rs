//! The cycles of a plan, and all enrolled residents, as lists.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::state::State;
use crate::instance::ids::ResidentId;
use crate::plan::Cycle;
use crate::plan::places::places_left;
use crate::plan::shares::shares;
use crate::units::Euros;

/// A row of the list of cycles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its identifier.
    pub id: String,
    /// Track.
    pub track: String,
    /// The commune of its room.
    pub commune: String,
    /// Venue.
    pub venue: String,
    /// Trainer.
    pub trainer: String,
    /// Day of the week, and start in minutes after midnight.
    pub time: (Weekday, u16),
    /// Days of its sessions.
    pub sessions: Vec<Date>,
    /// Number of participants.
    pub participants: usize,
    /// Free places.
    pub places: usize,
    /// Net cost including its share of the trainers' days, less fees.
    pub net: Euros,
    /// Whether it is broken off.
    pub is_broken_off: bool,
}

/// An enrolled resident who has not withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// Pseudonymous identifier.
    pub id: String,
    /// Home commune.
    pub commune: String,
    /// Track they want.
    pub track: String,
    /// Number of others in their party.
    pub companions: usize,
    /// The cycle that serves them; `None` if they are waiting.
    pub cycle: Option<String>,
}

impl State {
    /// All cycles, in the order of the plan.
    pub fn lines(&self) -> Vec<Line> {
        let costs = shares(&self.instance, &self.plan).cycles;
        self.plan.cycles.iter().zip(costs).map(|(cycle, costs)| self.line(cycle, costs.net())).collect()
    }

    fn line(&self, cycle: &Cycle, net: Euros) -> Line {
        let instance = &self.instance;
        let (venue, slot) = (&instance.venues[cycle.venue], &instance.slots[cycle.slot]);
        Line {
            id: cycle.id.clone(),
            track: instance.tracks[cycle.track].clone(),
            commune: instance.communes[venue.commune].name.clone(),
            venue: venue.name.clone(),
            trainer: instance.trainers[cycle.trainer].name.clone(),
            time: (slot.weekday, slot.start_minute),
            sessions: cycle.sessions.clone(),
            participants: cycle.participants.len(),
            places: places_left(instance, cycle),
            net,
            is_broken_off: cycle.is_broken_off(),
        }
    }

    /// All enrolled residents who have not withdrawn, by commune.
    pub fn enrolled(&self) -> Vec<Enrolled> {
        let instance = &self.instance;
        let attended = |cycle: &'_ Cycle| {
            let id = cycle.id.clone();
            cycle.served().iter().map(move |&one| (one, id.clone())).collect::<Vec<_>>()
        };
        let mut served: BTreeMap<ResidentId, String> = self.plan.cycles.iter().flat_map(attended).collect();
        let here = instance.residents.iter_enumerated().filter(|(_, one)| !one.withdrawn);
        let mut all: Vec<Enrolled> = here
            .map(|(id, one)| Enrolled {
                id: one.id.clone(),
                commune: instance.communes[one.commune].name.clone(),
                track: instance.tracks[one.track].clone(),
                companions: instance.parties[one.party].members.len().saturating_sub(1),
                cycle: served.remove(&id),
            })
            .collect();
        all.sort_by(|one, other| (&one.commune, &one.id).cmp(&(&other.commune, &other.id)));
        all
    }
}
