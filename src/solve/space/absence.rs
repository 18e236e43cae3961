//! The minimum number of cycles that communes should host, and the cost of each one missing (PROBLEM.md section 5, place).

use typed_index_collections::TiVec;

use super::super::courses::base::Base;
use crate::instance::Instance;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;

/// The cost of communes that host too few cycles.
#[derive(Debug, Clone)]
pub struct Absence {
    /// Cycles that each commune should host; 0 if it cannot host, or if it has no minimum.
    wanted: TiVec<CommuneId, usize>,
    /// Euros for each missing cycle.
    pub cost: f64,
    /// Cost, in every plan, of communes that cannot host, euros.
    pub certain: f64,
}

impl Absence {
    pub(super) fn new(instance: &Instance, place_of: &TiVec<CommuneId, Option<usize>>, base: &Base) -> Self {
        let cost = instance.rules.weights.absence.to_f64();
        let of = |(id, commune): (CommuneId, &Commune)| {
            if cost > 0.0 { commune.min_cycles.saturating_sub(base.finished[id]) } else { 0 }
        };
        let mut wanted: TiVec<CommuneId, usize> = instance.communes.iter_enumerated().map(of).collect();
        let mut certain = 0.0;
        for (wanted, place) in wanted.iter_mut().zip(place_of) {
            if place.is_none() {
                certain += cost * std::mem::take(wanted) as f64;
            }
        }
        Self { wanted, cost, certain }
    }

    /// Communes that should host, with their number of cycles.
    pub fn wanted(&self) -> impl Iterator<Item = (CommuneId, usize)> {
        self.wanted
            .iter_enumerated()
            .map(|(commune, &wanted)| (commune, wanted))
            .filter(|&(_, wanted)| wanted > 0)
    }

    /// Whether no commune that can host has a minimum.
    pub fn is_nothing(&self) -> bool {
        self.wanted().next().is_none()
    }

    /// Cost of a commune that can host and hosts `hosted` cycles, euros.
    pub fn of(&self, commune: CommuneId, hosted: usize) -> f64 {
        self.wanted[commune].saturating_sub(hosted) as f64 * self.cost
    }

    /// Cost of the communes that can host if there are no cycles, euros.
    pub fn of_nothing(&self) -> f64 {
        self.wanted().map(|(commune, _)| self.of(commune, 0)).sum()
    }
}
