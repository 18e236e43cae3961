//! The state of each announced cycle: how binding it is, which of its sessions are hit or strained, who was promised it.

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
    /// Why it cannot be held, if it cannot.
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

/// The state of an announced cycle today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How binding it is.
    pub commitment: Commitment,
    /// Sessions to come.
    pub to_come: Vec<ToCome>,
    /// Whether fewer than `min_group` of its announced participants have not withdrawn.
    pub is_thin: bool,
}

impl Standing {
    /// Position of the first hit or strained session among the sessions to come.
    pub fn first_shaken(&self) -> Option<usize> {
        self.to_come.iter().position(ToCome::is_shaken)
    }

    /// The numbers of sessions to come that a broken-off cycle may keep (rule L4), largest first; empty where it may not be
    /// broken off.
    ///
    /// A cycle announced as broken off ends before its first newly hit session, or before its first strained one: otherwise an
    /// input whose kits are lost would have no plan.
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

/// The state of an announced plan with today's tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Its cycles.
    pub cycles: TiVec<AnnouncedId, Standing>,
    /// The cycle in which each resident was announced; one that continues takes precedence over one that is broken off.
    pub promised: TiVec<ResidentId, Option<AnnouncedId>>,
}

impl Today {
    /// Works out the state of every cycle of the announced plan.
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

    /// The committed cycle, not broken off, in which a resident was announced.
    pub fn committed_to(&self, resident: ResidentId) -> Option<AnnouncedId> {
        self.promised[resident].filter(|&id| self.cycles[id].commitment.is_committed())
    }

    /// Whether a resident was announced in a finished cycle: they have attended, even if they have withdrawn since.
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
    let (cycle, is_pinned) = (&announced.cycles[id], announced.pinned.contains(&id));
    let to_come = announced.to_come(id).iter().map(|session| ToCome {
        announced: *session,
        failures: if is_pinned { Failures::default() } else { failures_of(instance, cycle, session) },
        is_strained: !is_pinned && strained.contains(&(id, session.date)),
    });
    Standing {
        commitment: announced.commitment(id),
        to_come: to_come.collect(),
        is_thin: !is_pinned && cycle.remaining(&instance.residents).count() < instance.rules.cycle.min_group,
    }
}
