//! What changed between two plans: cycles opened, closed, moved, re-timed, or given another trainer; residents gained and lost;
//! costs term by term.
//!
//! Identifiers of cycles are only unique within a plan, unless one plan follows the other or both follow the same announced plan;
//! so cycles are first [paired](matching). A cycle of the first plan without a partner was closed; one of the second was opened.
//! If one plan follows the other, the difference also says whom the changes [concern](crate::compare::lineage::Concerned).

pub mod matching;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::cycle::{CyclePortrait, RepairPortrait};
use super::lineage::{Concerned, Lineage};
use super::portrait::Portrait;

pub use words::words;

/// What changed from one plan to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff<'a> {
    /// The first plan.
    pub before: &'a Portrait,
    /// The second plan.
    pub after: &'a Portrait,
    /// Cycles of the second plan that the first does not have.
    pub opened: Vec<&'a CyclePortrait>,
    /// Cycles of the first plan that the second does not have.
    pub closed: Vec<&'a CyclePortrait>,
    /// Cycles that both have, in the order of the first plan.
    pub kept: Vec<Kept<'a>>,
    /// Communes with a change for their residents, by INSEE code.
    pub communes: BTreeMap<&'a str, CommuneChange>,
    /// Whether announced cycles were paired by their identifiers.
    pub is_by_id: bool,
    /// Whom the changes concern, if one plan follows the other.
    pub concerned: Option<&'a Concerned>,
}

/// A cycle that both plans have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<'a> {
    /// The cycle in the first plan.
    pub before: &'a CyclePortrait,
    /// The cycle in the second plan.
    pub after: &'a CyclePortrait,
}

impl Kept<'_> {
    /// Whether it is held in another venue.
    pub fn is_moved(&self) -> bool {
        self.before.venue != self.after.venue
    }

    /// Whether it is held at another weekly time.
    pub fn is_at_another_time(&self) -> bool {
        (self.before.weekday, self.before.start_minute) != (self.after.weekday, self.after.start_minute)
    }

    /// Whether it is re-timed: another weekly time, or other dates.
    pub fn is_retimed(&self) -> bool {
        self.is_at_another_time() || self.before.sessions != self.after.sessions
    }

    /// Whether it has another trainer.
    pub fn has_another_trainer(&self) -> bool {
        self.before.trainer != self.after.trainer
    }

    /// Whether the second plan breaks it off, and the first did not.
    pub fn is_broken_off(&self) -> bool {
        self.after.is_broken_off && !self.before.is_broken_off
    }

    /// Sessions of the second plan's cycle whose repair (own room or trainer) differs from the first plan's.
    pub fn repaired(&self) -> Vec<Repaired<'_>> {
        let repaired = self.after.sessions.iter().map(|&date| Repaired {
            date,
            before: self.before.repair_on(date),
            after: self.after.repair_on(date),
        });
        repaired.filter(|one| one.before != one.after).collect()
    }

    /// Participants of the second plan's cycle who were not in the first's.
    pub fn joined(&self) -> BTreeSet<&str> {
        self.after.participants.difference(&self.before.participants).map(String::as_str).collect()
    }

    /// Participants of the first plan's cycle who are not in the second's.
    pub fn left(&self) -> BTreeSet<&str> {
        self.before.participants.difference(&self.after.participants).map(String::as_str).collect()
    }

    /// Whether nothing but its identifier changed.
    pub fn is_unchanged(&self) -> bool {
        !self.is_moved()
            && !self.is_retimed()
            && !self.has_another_trainer()
            && self.repaired().is_empty()
            && self.before.is_broken_off == self.after.is_broken_off
            && self.before.participants == self.after.participants
    }
}

/// A session whose own room or trainer changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repaired<'a> {
    /// Its day.
    pub date: Date,
    /// Its own room and trainer in the first plan; `None` if they were the cycle's.
    pub before: Option<&'a RepairPortrait>,
    /// The same in the second plan.
    pub after: Option<&'a RepairPortrait>,
}

/// What changes for the residents of a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CommuneChange {
    /// Enrolled in the first plan's input, and in the second's.
    pub enrolled: [usize; 2],
    /// Served by the first plan, and by the second.
    pub served: [usize; 2],
    /// Served by the second plan but not by the first.
    pub gained: usize,
    /// Served by the first plan but not by the second.
    pub lost: usize,
}

impl Diff<'_> {
    /// Whether both plans were made from the same scenario and tables, or from copies of them.
    pub fn has_same_input(&self) -> bool {
        self.before.inputs == self.after.inputs
    }

    /// Whether the plans decide the same.
    pub fn is_nothing(&self) -> bool {
        self.opened.is_empty() && self.closed.is_empty() && self.kept.iter().all(Kept::is_unchanged)
    }
}

/// Compares two plans.
pub fn diff<'a>(before: &'a Portrait, after: &'a Portrait) -> Diff<'a> {
    let ids = announced(before, after);
    let pairs = matching::pairs(&before.cycles, &after.cycles, &ids);
    let partnered: BTreeSet<usize> = pairs.iter().map(|&(_, after)| after).collect();
    let kept: BTreeMap<usize, usize> = pairs.into_iter().collect();
    let without_partner = |position: &usize| !kept.contains_key(position);
    Diff {
        before,
        after,
        opened: (0..after.cycles.len())
            .filter(|position| !partnered.contains(position))
            .map(|position| &after.cycles[position])
            .collect(),
        closed: (0..before.cycles.len())
            .filter(without_partner)
            .map(|position| &before.cycles[position])
            .collect(),
        kept: kept
            .iter()
            .map(|(&one, &other)| Kept { before: &before.cycles[one], after: &after.cycles[other] })
            .collect(),
        communes: communes(before, after),
        is_by_id: !ids.is_empty(),
        concerned: concerned(before, after),
    }
}

/// Whether `plan` follows `told`.
fn follows(plan: &Portrait, told: &Portrait) -> bool {
    plan.lineage.as_ref().is_some_and(|lineage| lineage.follows(&told.cycles))
}

/// Identifiers that mean the same cycle in both plans: those of the announced plan that is one of them, or that both follow.
fn announced<'a>(before: &'a Portrait, after: &'a Portrait) -> BTreeSet<&'a str> {
    let ids = |cycles: &'a [CyclePortrait]| cycles.iter().map(|cycle| cycle.id.as_str()).collect();
    if follows(after, before) {
        return ids(&before.cycles);
    }
    if follows(before, after) {
        return ids(&after.cycles);
    }
    let told = |plan: &'a Portrait| plan.lineage.as_ref();
    let is_shared = |one: &Lineage, other: &Lineage| one.follows(&other.announced);
    let shared = told(before).zip(told(after)).filter(|(one, other)| is_shared(one, other));
    shared.map(|(lineage, _)| ids(&lineage.announced)).unwrap_or_default()
}

fn concerned<'a>(before: &'a Portrait, after: &'a Portrait) -> Option<&'a Concerned> {
    let of = |plan: &'a Portrait, told| plan.lineage.as_ref().filter(|_| follows(plan, told));
    of(after, before).or_else(|| of(before, after)).map(|lineage| &lineage.concerned)
}

fn communes<'a>(before: &'a Portrait, after: &'a Portrait) -> BTreeMap<&'a str, CommuneChange> {
    let mut changes: BTreeMap<&str, CommuneChange> = BTreeMap::new();
    for (side, portrait) in [before, after].into_iter().enumerate() {
        for (insee, commune) in &portrait.communes {
            let change = changes.entry(insee).or_default();
            change.enrolled[side] = commune.interested;
            change.served[side] = commune.served;
        }
    }
    let is_served =
        |portrait: &Portrait, id: &str| portrait.residents.get(id).is_some_and(|resident| resident.is_served);
    for (id, resident) in after.residents.iter().filter(|(_, resident)| resident.is_served) {
        let change = changes.entry(&resident.insee).or_default();
        change.gained += usize::from(!is_served(before, id));
    }
    for (id, resident) in before.residents.iter().filter(|(_, resident)| resident.is_served) {
        let change = changes.entry(&resident.insee).or_default();
        change.lost += usize::from(!is_served(after, id));
    }
    changes.retain(|_, change| {
        let [before, after] = change.enrolled;
        before != after || change.gained > 0 || change.lost > 0
    });
    changes
}
