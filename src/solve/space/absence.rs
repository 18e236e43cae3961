//! Cycles that communes should host at least, and what each one below costs (PROBLEM.md section 5, place).

use typed_index_collections::TiVec;

use super::super::courses::base::Base;
use crate::instance::Instance;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;

/// What communes that host too few cycles cost.
#[derive(Debug, Clone)]
pub struct Absence {
    /// Cycles that each commune should host; 0 where it can host none, or where nothing is asked of it.
    wanted: TiVec<CommuneId, usize>,
    /// Euros for each cycle below.
    pub cost: f64,
    /// What communes that can host none cost in every plan, euros.
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

    /// Communes that should host, with how many cycles.
    pub fn wanted(&self) -> impl Iterator<Item = (CommuneId, usize)> {
        self.wanted
            .iter_enumerated()
            .map(|(commune, &wanted)| (commune, wanted))
            .filter(|&(_, wanted)| wanted > 0)
    }

    /// Whether no commune that can host should.
    pub fn is_nothing(&self) -> bool {
        self.wanted().next().is_none()
    }

    /// What a commune costs that can host and hosts so many cycles, euros.
    pub fn of(&self, commune: CommuneId, hosted: usize) -> f64 {
        self.wanted[commune].saturating_sub(hosted) as f64 * self.cost
    }

    /// What communes that can host cost where there are no cycles, euros.
    pub fn of_nothing(&self) -> f64 {
        self.wanted().map(|(commune, _)| self.of(commune, 0)).sum()
    }
}
