//! A validated planning problem: tables with typed indices, rules with units, distances, session dates.
//!
//! An [`Instance`] is built once, by `input`, and never changes. Nothing downstream re-checks data or returns
//! an error about it. This module knows nothing of files, solvers or languages.
//!
//! - [`entities`]: the rows of the tables;
//! - [`rules`]: what the scenario sets outside the tables;
//! - [`announced`]: the announced plan, and what of it is binding today;
//! - [`calendar`]: which days are open, and the session dates of a cycle that starts on a given day;
//! - `offer`: how many sessions rooms and trainers could hold;
//! - [`zone`]: the time zone of every session;
//! - [`units`], [`ids`]: exact quantities and typed indices.

pub mod announced;
mod binding;
pub mod calendar;
mod data;
pub mod entities;
pub mod names;
mod offer;
pub mod rules;
pub mod zone;

use std::ops::Deref;

use typed_index_collections::TiVec;

pub use crate::ids;
pub use crate::units;
use announced::Announced;
use announced::standing::Today;
pub use data::InstanceData;
use entities::Resident;
use ids::{CommuneId, ResidentId};

/// A validated planning problem; read its tables through [`InstanceData`], which it dereferences to.
///
/// # Design
/// Why not just public fields? An instance only gives out `&InstanceData`, so it cannot be changed
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
    /// Takes validated data: every index is in range, every party is covered.
    pub fn new(data: InstanceData) -> Self {
        let mut is_host = TiVec::from(vec![false; data.communes.len()]);
        for &commune in &data.rules.hosts.communes {
            is_host[commune] = true;
        }
        let mut instance = Self { data, is_host, today: None };
        instance.today = instance.announced.as_ref().map(|announced| Today::new(&instance.data, announced));
        instance
    }

    /// The announced plan, and its state with today's tables.
    pub fn standing(&self) -> Option<(&Announced, &Today)> {
        self.announced.as_ref().zip(self.today.as_ref())
    }

    /// Residents who have not withdrawn, and those who withdrew after attending (rule L3).
    pub fn interested(&self) -> impl Iterator<Item = (ResidentId, &Resident)> {
        self.residents.iter_enumerated().filter(|&(id, _)| self.is_interested(id))
    }

    /// Residents who may still attend a cycle: they have not withdrawn, and were not in a finished cycle.
    pub fn seekers(&self) -> impl Iterator<Item = (ResidentId, &Resident)> {
        let has_attended = |id| self.today.as_ref().is_some_and(|today| today.has_attended(id));
        self.residents.iter_enumerated().filter(move |&(id, one)| !one.withdrawn && !has_attended(id))
    }

    /// Whether a resident has not withdrawn, or withdrew after attending.
    pub fn is_interested(&self, resident: ResidentId) -> bool {
        let has_attended = || self.today.as_ref().is_some_and(|today| today.has_attended(resident));
        !self.residents[resident].withdrawn || has_attended()
    }

    /// The number of `residents` who live in each commune.
    pub fn by_commune(&self, residents: impl Iterator<Item = ResidentId>) -> TiVec<CommuneId, usize> {
        let mut counts: TiVec<CommuneId, usize> = vec![0; self.communes.len()].into();
        residents.for_each(|one| counts[self.residents[one].commune] += 1);
        counts
    }

    /// The number of interested residents of each commune.
    pub fn interested_by_commune(&self) -> TiVec<CommuneId, usize> {
        self.by_commune(self.interested().map(|(id, _)| id))
    }

    /// Whether `commune` is among `hosts.communes` (rule H9).
    pub fn is_host(&self, commune: CommuneId) -> bool {
        self.is_host[commune]
    }
}

#[cfg(test)]
pub(crate) mod hamlet;
