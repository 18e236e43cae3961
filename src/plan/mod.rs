//! A plan: cycles with their participants, the kit roster, the residents left unserved, and what it all costs.
//!
//! A [`Plan`] may be illegal (it can be edited by hand); `check` says so. [`costs`] prices any plan, exactly.

pub mod costs;
pub mod file;
pub mod idle;
pub mod indicators;
pub mod proof;
pub mod reasons;
pub mod shares;
pub mod solved;
pub mod spread;
pub mod tour;

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::ids::{KitId, ResidentId, SlotId, TrackId, TrainerId, VenueId};

pub use costs::{Breakdown, CostPosts, ServicePosts, price};

/// N sessions for one group, at one venue, slot and trainer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// Identifier, e.g. `C001`.
    pub id: String,
    /// Where.
    pub venue: VenueId,
    /// When in the week.
    pub slot: SlotId,
    /// What is taught.
    pub track: TrackId,
    /// By whom.
    pub trainer: TrainerId,
    /// Who attends, sorted.
    pub participants: Vec<ResidentId>,
    /// Dates of the sessions, in order.
    pub sessions: Vec<Date>,
}

/// A trainer takes out a kit for a whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KitUse {
    /// The day.
    pub date: Date,
    /// Who takes it.
    pub trainer: TrainerId,
    /// Which.
    pub kit: KitId,
}

/// Cycles and kit roster: all that a plan decides. Who is unserved, and every figure, follow from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Cycles.
    pub cycles: Vec<Cycle>,
    /// Which trainer takes which kit on which day, sorted.
    pub kit_roster: Vec<KitUse>,
}

impl Plan {
    /// Residents in no cycle who have not withdrawn, in the order of the table.
    pub fn unserved(&self, instance: &Instance) -> Vec<ResidentId> {
        let mut is_served = vec![false; instance.residents.len()];
        for &resident in self.cycles.iter().flat_map(|cycle| &cycle.participants) {
            is_served[usize::from(resident)] = true;
        }
        instance.interested().map(|(id, _)| id).filter(|&id| !is_served[usize::from(id)]).collect()
    }
}
