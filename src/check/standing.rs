//! Which cycles of a plan are new, stand or are committed, and which residents they bind.

use super::case::Case;
use super::role::Role;
use crate::instance::ids::{AnnouncedId, ResidentId};
use crate::plan::Cycle;

impl Case<'_> {
    /// The role of a cycle of the plan; `New` where no plan was announced.
    pub(super) fn role(&self, cycle: &Cycle) -> Role {
        self.beside.as_ref().map_or(Role::New, |beside| beside.role(cycle))
    }

    /// Cycles that neither stand nor are broken off.
    pub(super) fn new_cycles(&self) -> impl Iterator<Item = &Cycle> {
        self.plan.cycles.iter().filter(|cycle| self.role(cycle) == Role::New)
    }

    /// Whether a limit that forbids only new cycles applies: there are new cycles, or no plan was announced.
    pub(super) fn may_forbid(&self) -> bool {
        self.beside.is_none() || self.new_cycles().next().is_some()
    }

    /// The announced cycle that `cycle` continues, where that one is committed and stands.
    pub(super) fn committed(&self, cycle: &Cycle) -> Option<AnnouncedId> {
        let Role::Stands(id) = self.role(cycle) else { return None };
        self.beside.as_ref().filter(|beside| beside.commitment(id).is_committed()).map(|_| id)
    }

    /// Whether a resident was announced in a cycle that is committed and stands.
    pub(super) fn is_bound(&self, cycle: &Cycle, resident: ResidentId) -> bool {
        let told =
            |id: AnnouncedId| self.beside.as_ref().map(|beside| &beside.announced.cycles[id].participants);
        let told = self.committed(cycle).and_then(told);
        told.is_some_and(|participants| participants.contains(&resident))
    }

    /// Whether a resident was announced in a committed cycle that stands in the plan: such residents form a party of their own
    /// (rule L3).
    pub(super) fn is_party_of_its_own(&self, resident: ResidentId) -> bool {
        let Some(beside) = &self.beside else { return false };
        let goes_on = beside.today.committed_to(resident).and_then(|id| beside.goes_on(id));
        goes_on.is_some_and(|(_, role)| matches!(role, Role::Stands(_)))
    }
}
