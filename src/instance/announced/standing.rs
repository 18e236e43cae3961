//! What follows for each announced cycle: how far it binds, which of its sessions are hit or strained, who it was promised to.

use std::collections::BTreeSet;

use jiff::civil::Date;
use typed_index_collections::TiVec;

use super::super::data::InstanceData;
use super::super::ids::{AnnouncedId, ResidentId};
use super::failures::{Failures, failures_of};
use super::strain::strained;
use super::{Announced, Commitment, Session};

/// A session to come, and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToCome {
    /// As it was announced.
    pub announced: Session,
    /// What fails it.
    pub failures: Failures,
    /// Whether it breaks a rule together with other committed sessions.
    pub is_strained: bool,
}

impl ToCome {
    /// Whether it is hit or strained.
    pub fn is_shaken(&self) -> bool {
        self.failures.any() || self.is_strained
    }
}

/// An announced cycle today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How far it binds.
    pub commitment: Commitment,
    /// Sessions to come.
    pub to_come: Vec<ToCome>,
    /// Whether fewer than `min_group` of its announced participants have not withdrawn.
    pub is_thin: bool,
}

impl Standing {
    /// Position among the sessions to come of the first that is hit or strained.
    pub fn first_shaken(&self) -> Option<usize> {
        self.to_come.iter().position(ToCome::is_shaken)
    }

    /// How many of the sessions to come a broken-off cycle may keep (rule L4), the most first; none where it may not be broken off.
    ///
    /// One that was announced as broken off ends before the first that is newly hit, or strained: else an input whose kits are lost would have
    /// no plan.
    pub fn kept_if_broken_off(&self) -> Vec<usize> {
        let first = self.first_shaken();
        match self.commitment {
            Commitment::BrokenOff => {
                let all = self.to_come.len();
                let hit = self.to_come.iter().position(|session| session.failures.any());
                let mut kept = vec![hit.unwrap_or(all), first.unwrap_or(all)];
                kept.dedup();
                kept
            }
            Commitment::Finished => Vec::new(),
            _ => {
                let mut kept: Vec<usize> = first.into_iter().collect();
                if self.is_thin && first != Some(0) {
                    kept.push(0);
                }
                kept
            }
        }
    }
}

/// What an announced plan comes to with today's tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Its cycles.
    pub cycles: TiVec<AnnouncedId, Standing>,
    /// The cycle that each resident was announced in; one that goes on before one that is broken off.
    pub promised: TiVec<ResidentId, Option<AnnouncedId>>,
}

impl Today {
    /// Looks at every cycle of the announced plan.
    pub(crate) fn new(instance: &InstanceData, announced: &Announced) -> Self {
        let strained = strained(instance, announced);
        let cycles = announced.cycles.keys().map(|id| standing(instance, announced, id, &strained)).collect();
        let mut promised = TiVec::from(vec![None; instance.residents.len()]);
        for (id, cycle) in announced.cycles.iter_enumerated() {
            for &resident in &cycle.participants {
                let place = &mut promised[resident];
                if place.is_none() || !cycle.is_broken_off {
                    *place = Some(id);
                }
            }
        }
        Self { cycles, promised }
    }

    /// The committed cycle that a resident was announced in, one that was not broken off.
    pub fn committed_to(&self, resident: ResidentId) -> Option<AnnouncedId> {
        self.promised[resident].filter(|&id| self.cycles[id].commitment.is_committed())
    }

    /// Whether a resident was announced in a cycle that is over: they have attended, whether or not they withdrew since.
    pub fn has_attended(&self, resident: ResidentId) -> bool {
        self.promised[resident].is_some_and(|id| self.cycles[id].commitment == Commitment::Finished)
    }
}

fn standing(
    instance: &InstanceData,
    announced: &Announced,
    id: AnnouncedId,
    strained: &BTreeSet<(AnnouncedId, Date)>,
) -> Standing {
    let cycle = &announced.cycles[id];
    let to_come = announced.to_come(id).iter().map(|session| ToCome {
        announced: *session,
        failures: failures_of(instance, cycle, session),
        is_strained: strained.contains(&(id, session.date)),
    });
    Standing {
        commitment: announced.commitment(id),
        to_come: to_come.collect(),
        is_thin: cycle.remaining(&instance.residents).count() < instance.rules.cycle.min_group,
    }
}
