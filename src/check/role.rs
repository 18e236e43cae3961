//! How a cycle of a plan relates to the announced plan.

use std::collections::BTreeMap;

use crate::instance::announced::standing::{Standing, Today};
use crate::instance::announced::{Announced, AnnouncedCycle, Commitment};
use crate::instance::ids::AnnouncedId;
use crate::plan::{Cycle, Plan};

/// How a cycle relates to the announced plan (PROBLEM.md section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It neither stands nor is broken off.
    New,
    /// It has the id, track, slot, venue and trainer of an announced cycle that was not broken off.
    Stands(AnnouncedId),
    /// It is marked as broken off, and was announced.
    BrokenOff(AnnouncedId),
}

/// An announced plan, side by side with the plan to judge.
pub(super) struct Beside<'a> {
    pub(super) announced: &'a Announced,
    pub(super) today: &'a Today,
    /// Announced cycles by their ids.
    told: BTreeMap<&'a str, AnnouncedId>,
    /// Cycles of the plan by their ids.
    now: BTreeMap<&'a str, &'a Cycle>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(announced: &'a Announced, today: &'a Today, plan: &'a Plan) -> Self {
        let told = announced.cycles.iter_enumerated().map(|(id, cycle)| (cycle.id.as_str(), id)).collect();
        Self { announced, today, told, now: plan.by_id() }
    }

    /// The announced cycle with the id of a cycle of the plan.
    pub(super) fn told(&self, cycle: &Cycle) -> Option<AnnouncedId> {
        self.told.get(cycle.id.as_str()).copied()
    }

    /// The cycle of the plan that continues an announced one under its id: it stands or is broken off.
    pub(super) fn goes_on(&self, id: AnnouncedId) -> Option<(&'a Cycle, Role)> {
        let cycle = *self.now.get(self.announced.cycles[id].id.as_str())?;
        let role = self.role(cycle);
        (role != Role::New).then_some((cycle, role))
    }

    /// The role of a cycle of the plan.
    pub(super) fn role(&self, cycle: &Cycle) -> Role {
        let Some(id) = self.told(cycle) else { return Role::New };
        let told = &self.announced.cycles[id];
        if cycle.is_broken_off() {
            return Role::BrokenOff(id);
        }
        if is_same(cycle, told) && !told.is_broken_off { Role::Stands(id) } else { Role::New }
    }

    /// An announced cycle and its state today.
    pub(super) fn of(&self, id: AnnouncedId) -> (&'a AnnouncedCycle, &'a Standing) {
        (&self.announced.cycles[id], &self.today.cycles[id])
    }

    /// How binding an announced cycle is.
    pub(super) fn commitment(&self, id: AnnouncedId) -> Commitment {
        self.today.cycles[id].commitment
    }
}

/// Whether a cycle has the room, slot, track and trainer of an announced one.
pub(super) fn is_same(cycle: &Cycle, told: &AnnouncedCycle) -> bool {
    (cycle.venue, cycle.slot, cycle.track, cycle.trainer) == (told.venue, told.slot, told.track, told.trainer)
}
