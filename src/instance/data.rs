//! The tables and rules of a problem, and travel between its places.

use typed_index_collections::TiVec;

use super::announced::Announced;
use super::entities::{Closure, Commune, Kit, Leg, Party, Resident, Slot, Trainer, Venue};
use super::rules::Rules;
use crate::ids::{CommuneId, KitId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use crate::territory::Travel;
use crate::units::Minutes;

/// The validated input, without anything derived from it.
#[derive(Debug, Clone)]
pub struct InstanceData {
    /// The scenario's name.
    pub name: String,
    /// SHA-256 over the scenario and its data, in hexadecimal.
    pub digest: String,
    /// Whether a table says that its rows are invented; everything printed from them must say so too.
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
    /// Everything that the scenario sets outside its tables.
    pub rules: Rules,
    /// Distances between communes.
    pub travel: Travel,
    /// The announced plan, if any.
    pub announced: Option<Announced>,
}

impl InstanceData {
    /// The leg between a commune and a *different place* in another or the same commune, one way: `local` figures within a
    /// commune, else the graph's; `None` where there is no path.
    pub fn way(&self, from: CommuneId, to: CommuneId) -> Option<Leg> {
        if from == to { Some(self.rules.travel.local) } else { self.travel.leg(from, to) }
    }

    /// The leg between two venues: zero from a venue to itself.
    pub fn way_between_venues(&self, from: VenueId, to: VenueId) -> Option<Leg> {
        if from == to {
            Some(Leg::ZERO)
        } else {
            self.way(self.venues[from].commune, self.venues[to].commune)
        }
    }

    /// The leg between a base and a depot, which are one place within a commune (PROBLEM.md section 5).
    pub fn way_between_base_and_depot(&self, from: CommuneId, to: CommuneId) -> Option<Leg> {
        if from == to { Some(Leg::ZERO) } else { self.travel.leg(from, to) }
    }

    /// One-way minutes from a resident's home to a venue; `None` where there is no path.
    pub fn journey(&self, resident: ResidentId, venue: VenueId) -> Option<Minutes> {
        self.way(self.residents[resident].commune, self.venues[venue].commune).map(|leg| leg.minutes)
    }

    /// Start and end of a session at `slot`, in minutes after midnight.
    pub fn session_time(&self, slot: SlotId) -> (Minutes, Minutes) {
        let start = Minutes::whole(i64::from(self.slots[slot].start_minute));
        (start, start + self.rules.cycle.session_minutes)
    }

    /// Whether sessions at two slots overlap on the same weekday.
    pub fn slots_overlap(&self, one: SlotId, other: SlotId) -> bool {
        let ((start, end), (other_start, other_end)) = (self.session_time(one), self.session_time(other));
        self.slots[one].weekday == self.slots[other].weekday && start < other_end && other_start < end
    }
}
