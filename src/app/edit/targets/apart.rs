//! A cycle to be moved, and the plan without it.

use std::sync::Arc;

use super::spots::Spot;
use crate::app::amend::change::Change;
use crate::app::amend::is_new;
use crate::app::amend::wrong::Wrong;
use crate::app::edit::state::State;
use crate::app::edit::step::{Made, Step};
use crate::check::part::Part;
use crate::check::{Violation, check_part};
use crate::instance::Instance;
use crate::plan::{Cycle, Plan};
use crate::rules::Rule;

/// A cycle to be moved, and the plan without it.
pub(super) struct Apart<'a> {
    pub(super) before: &'a State,
    /// The input, with the decisions implied by moving it.
    pub(super) instance: Arc<Instance>,
    /// The plan without it.
    pub(super) rest: Plan,
    /// Its position, and the cycle at one of the requested places.
    pub(super) position: usize,
    pub(super) cycle: Cycle,
}

impl<'a> Apart<'a> {
    /// Separates the cycle from the plan; `None` if no places are requested.
    pub(super) fn new(before: &'a State, cycle: &Cycle, spots: &[Spot]) -> Result<Option<Self>, Wrong> {
        let is_elsewhere = |spot: &&Spot| **spot != Spot::of(cycle);
        let Some(spot) = spots.iter().find(is_elsewhere).or(spots.first()) else { return Ok(None) };
        let change = Change::Place(spot.place(&before.instance));
        let made = match before.made(&Step::Cycle { cycle: cycle.id.clone(), change }) {
            // The only requested place is its current one.
            Err(Wrong::Already) => Made::nothing(before),
            made => made?,
        };
        let id = made.goes_on_as.as_ref().unwrap_or(&cycle.id);
        let position = made.plan.cycles.iter().position(|one| one.id == *id);
        let position = position.ok_or_else(|| Wrong::NoDay(cycle.id.clone()))?;
        let mut rest = made.plan;
        let cycle = rest.cycles.remove(position);
        Ok(Some(Self { before, instance: made.instance, rest, position, cycle }))
    }

    /// The plan with the given cycle in its position.
    pub(super) fn with(&self, cycle: Cycle) -> Plan {
        self.rest.with_cycle(self.position, cycle)
    }

    /// New violations in a plan of the rules that concern one part.
    pub(super) fn new_in(&self, plan: &Plan, part: Part) -> Vec<Violation> {
        let mut found = check_part(&self.instance, plan, part);
        found.retain(|now| is_new(&self.before.verdict.violations, now));
        found
    }

    /// The first newly broken rule in a plan, among those that concern one part.
    pub(super) fn first_new(&self, plan: &Plan, part: Part) -> Option<Rule> {
        self.new_in(plan, part).first().map(|found| found.rule)
    }
}
