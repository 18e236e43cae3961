//! A plan: cycles with their participants, the kit roster, the residents left unserved, and what it all costs.
//!
//! A [`Plan`] may be illegal (it can be edited by hand); `check` says so. [`costs`] prices any plan, exactly.

pub mod bill;
pub mod changes;
pub mod concerned;
pub mod costs;
mod cycle;
pub mod edit;
pub mod file;
pub mod idle;
pub mod ids;
pub mod indicators;
pub mod places;
pub mod proof;
pub mod reasons;
pub mod shares;
pub mod solved;
pub mod spread;
mod told;
pub mod tour;
pub mod undone;

use std::collections::{BTreeMap, BTreeSet};

use typed_index_collections::TiVec;

use crate::instance::Instance;
use crate::instance::announced::Announced;
use crate::instance::ids::{CommuneId, ResidentId};

pub use crate::instance::announced::KitUse;
pub use changes::{Changes, Turnover, changes, turnover};
pub use costs::{Breakdown, CostPosts, ServicePosts, price};
pub use cycle::{Cycle, Fate, Repair};

/// Cycles and kit roster: everything that a plan decides. Who is unserved, and every figure, follows from them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Cycles.
    pub cycles: Vec<Cycle>,
    /// Which trainer takes which kit on which day, sorted.
    pub kit_roster: Vec<KitUse>,
    /// Identifiers of cycles that were announced, now or earlier, and are no longer in the plan; no new cycle may reuse them.
    pub closed: Vec<String>,
}

impl Plan {
    /// Identifiers of announced cycles that the plan no longer has, and of those closed earlier, sorted.
    pub fn closed_since(&self, announced: &Announced) -> Vec<String> {
        let ids: BTreeSet<&str> = self.cycles.iter().map(|cycle| cycle.id.as_str()).collect();
        let told = announced.cycles.iter().map(|cycle| &cycle.id).filter(|id| !ids.contains(id.as_str()));
        told.chain(&announced.closed).cloned().collect::<BTreeSet<String>>().into_iter().collect()
    }

    /// The cycles by identifier.
    pub fn by_id(&self) -> BTreeMap<&str, &Cycle> {
        self.cycles.iter().map(|cycle| (cycle.id.as_str(), cycle)).collect()
    }

    /// Interested residents whom a cycle serves, by home commune.
    pub fn served_by_commune(&self, instance: &Instance) -> TiVec<CommuneId, usize> {
        let served = self.cycles.iter().flat_map(Cycle::served).copied();
        instance.by_commune(served.filter(|&id| instance.is_interested(id)))
    }

    /// Residents whom no cycle serves and who have not withdrawn, in the order of the table.
    pub fn unserved(&self, instance: &Instance) -> Vec<ResidentId> {
        let mut is_served = vec![false; instance.residents.len()];
        for &resident in self.cycles.iter().flat_map(Cycle::served) {
            is_served[usize::from(resident)] = true;
        }
        instance.interested().map(|(id, _)| id).filter(|&id| !is_served[usize::from(id)]).collect()
    }
}
