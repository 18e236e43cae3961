//! What a cycle of a plan is beside what was announced.

use std::collections::BTreeMap;

use crate::instance::announced::standing::{Standing, Today};
use crate::instance::announced::{Announced, AnnouncedCycle, Commitment};
use crate::instance::ids::AnnouncedId;
use crate::plan::{Cycle, Plan};

/// What a cycle is beside what was announced (PROBLEM.md section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It neither stands nor is broken off.
    New,
    /// It has the id, track, slot, venue and trainer of an announced cycle that was not broken off.
    Stands(AnnouncedId),
    /// It says that it is broken off, and was announced.
    BrokenOff(AnnouncedId),
}

/// An announced plan beside a plan to judge.
pub(super) struct Beside<'a> {
    pub(super) announced: &'a Announced,
    pub(super) today: &'a Today,
    /// The cycle with the id of each announced one.
    now: BTreeMap<AnnouncedId, &'a Cycle>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(announced: &'a Announced, today: &'a Today, plan: &'a Plan) -> Self {
        let by_id: BTreeMap<&str, &Cycle> =
            plan.cycles.iter().map(|cycle| (cycle.id.as_str(), cycle)).collect();
        let now = announced.cycles.iter_enumerated();
        let now = now.filter_map(|(id, cycle)| Some((id, *by_id.get(cycle.id.as_str())?))).collect();
        Self { announced, today, now }
    }

    /// The cycle that goes on under the id of an announced one: it stands or is broken off.
    pub(super) fn goes_on(&self, id: AnnouncedId) -> Option<(&'a Cycle, Role)> {
        let cycle = *self.now.get(&id)?;
        let role = self.role(cycle);
        (role != Role::New).then_some((cycle, role))
    }

    /// What a cycle is.
    pub(super) fn role(&self, cycle: &Cycle) -> Role {
        let Some(id) = self.announced.find(&cycle.id) else { return Role::New };
        let told = &self.announced.cycles[id];
        if cycle.is_broken_off() {
            return Role::BrokenOff(id);
        }
        let is_same = (cycle.venue, cycle.slot, cycle.track, cycle.trainer)
            == (told.venue, told.slot, told.track, told.trainer);
        if is_same && !told.is_broken_off { Role::Stands(id) } else { Role::New }
    }

    /// An announced cycle with what it is today.
    pub(super) fn of(&self, id: AnnouncedId) -> (&'a AnnouncedCycle, &'a Standing) {
        (&self.announced.cycles[id], &self.today.cycles[id])
    }

    /// How far an announced cycle binds.
    pub(super) fn commitment(&self, id: AnnouncedId) -> Commitment {
        self.today.cycles[id].commitment
    }
}
