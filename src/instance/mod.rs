//! A validated planning problem: tables with typed indices, rules with units, distances, session dates.
//!
//! An [`Instance`] is built once, by `input`, and never changes. Nothing downstream re-checks data or returns
//! an error about it. This module knows no file, no solver and no language.
//!
//! - [`entities`]: the rows of the tables;
//! - [`rules`]: what the scenario sets beside them;
//! - [`announced`]: a plan that was announced, and what of it binds today;
//! - [`calendar`]: which days are open, and the session dates of a cycle that starts on a given day;
//! - `offer`: how many sessions rooms and trainers could hold;
//! - [`zone`]: the time zone of every session;
//! - [`units`], [`ids`]: exact quantities and typed positions.

pub mod announced;
pub mod calendar;
pub mod entities;
pub mod names;
mod offer;
pub mod rules;
pub mod zone;

use std::ops::Deref;

use typed_index_collections::TiVec;

pub use crate::ids;
use crate::territory::Travel;
pub use crate::units;
use announced::Announced;
use announced::standing::Today;
use entities::{Closure, Commune, Kit, Leg, Party, Resident, Slot, Trainer, Venue};
use ids::{CommuneId, KitId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use rules::Rules;
use units::Minutes;

/// Everything that validation found to be true, with nothing derived from it.
#[derive(Debug, Clone)]
pub struct InstanceData {
    /// The scenario's name.
    pub name: String,
    /// SHA-256 over the scenario and its data, in hexadecimal.
    pub digest: String,
    /// Whether a table says that its rows are invented; what is printed from them must say so too.
    pub is_invented: bool,
    /// Municipalities.
    pub communes: TiVec<CommuneId, Commune>,
    /// Weekly times.
    pub slots: TiVec<SlotId, Slot>,
    /// Rooms.
    pub venues: TiVec<VenueId, Venue>,
    /// People who run sessions.
    pub trainers: TiVec<TrainerId, Trainer>,
    /// Cases of tablets.
    pub kits: TiVec<KitId, Kit>,
    /// Interested people.
    pub residents: TiVec<ResidentId, Resident>,
    /// Who attends with whom; every resident is in exactly one.
    pub parties: TiVec<PartyId, Party>,
    /// Names of what is taught.
    pub tracks: TiVec<TrackId, String>,
    /// Days without sessions.
    pub closures: Vec<Closure>,
    /// What the scenario sets beside its tables.
    pub rules: Rules,
    /// Distances between communes.
    pub travel: Travel,
    /// What people were told, where a plan was announced.
    pub announced: Option<Announced>,
}

/// A validated planning problem; read its tables through [`InstanceData`], to which it dereferences.
///
/// # Design
/// Why not public fields alone? Only `&InstanceData` can be had from an instance, so it cannot be changed
/// after validation. A what-if builds new data from a clone.
#[derive(Debug, Clone)]
pub struct Instance {
    data: InstanceData,
    is_host: TiVec<CommuneId, bool>,
    today: Option<Today>,
}

impl Deref for Instance {
    type Target = InstanceData;
    fn deref(&self) -> &InstanceData {
        &self.data
    }
}

impl Instance {
    /// Takes data that validation found consistent: every index is in range, every party is covered.
    pub fn new(data: InstanceData) -> Self {
        let mut is_host = TiVec::from(vec![false; data.communes.len()]);
        for &commune in &data.rules.hosts.communes {
            is_host[commune] = true;
        }
        let mut instance = Self { data, is_host, today: None };
        instance.today = instance.announced.as_ref().map(|announced| Today::new(&instance, announced));
        instance
    }

    /// The announced plan, and what it comes to with today's tables.
    pub fn standing(&self) -> Option<(&Announced, &Today)> {
        self.announced.as_ref().zip(self.today.as_ref())
    }

    /// Residents who have not withdrawn, and those who had attended before they did (rule L3).
    pub fn interested(&self) -> impl Iterator<Item = (ResidentId, &Resident)> {
        self.residents.iter_enumerated().filter(|&(id, _)| self.is_interested(id))
    }

    /// Whether a resident has not withdrawn, or had attended before.
    pub fn is_interested(&self, resident: ResidentId) -> bool {
        let has_attended = || self.today.as_ref().is_some_and(|today| today.has_attended(resident));
        !self.residents[resident].withdrawn || has_attended()
    }

    /// Whether `commune` is among `hosts.communes` (rule H9).
    pub fn is_host(&self, commune: CommuneId) -> bool {
        self.is_host[commune]
    }
}

impl InstanceData {
    /// The way between a commune and a *different place* of another or the same commune, one way:
    /// `local` figures within a commune, else the graph's; `None` where there is no way.
    pub fn way(&self, from: CommuneId, to: CommuneId) -> Option<Leg> {
        if from == to { Some(self.rules.travel.local) } else { self.travel.leg(from, to) }
    }

    /// The way between two venues: none at all from a venue to itself.
    pub fn way_between_venues(&self, from: VenueId, to: VenueId) -> Option<Leg> {
        if from == to {
            Some(Leg::ZERO)
        } else {
            self.way(self.venues[from].commune, self.venues[to].commune)
        }
    }

    /// The way between a base and a depot, which are one place within a commune (PROBLEM.md section 5).
    pub fn way_between_base_and_depot(&self, from: CommuneId, to: CommuneId) -> Option<Leg> {
        if from == to { Some(Leg::ZERO) } else { self.travel.leg(from, to) }
    }

    /// One-way minutes from a resident's home to a venue; `None` where there is no way.
    pub fn journey(&self, resident: ResidentId, venue: VenueId) -> Option<Minutes> {
        self.way(self.residents[resident].commune, self.venues[venue].commune).map(|leg| leg.minutes)
    }

    /// Start and end of a session at `slot`, in minutes after midnight.
    pub fn session_time(&self, slot: SlotId) -> (Minutes, Minutes) {
        let start = Minutes::whole(i64::from(self.slots[slot].start_minute));
        (start, start + self.rules.cycle.session_minutes)
    }

    /// Whether sessions at two slots share a moment of the same weekday.
    pub fn slots_overlap(&self, one: SlotId, other: SlotId) -> bool {
        let ((start, end), (other_start, other_end)) = (self.session_time(one), self.session_time(other));
        self.slots[one].weekday == self.slots[other].weekday && start < other_end && other_start < end
    }
}

#[cfg(test)]
pub(crate) mod hamlet;
