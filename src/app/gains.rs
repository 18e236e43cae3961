//! The cost and the gain of each change of an announced plan: the plan is priced and checked without it.

use std::collections::BTreeMap;

use crate::check::{Verdict, check};
use crate::instance::Instance;
use crate::instance::units::Euros;
use crate::plan::bill::{Line, Told};
use crate::plan::undone::{Change, Gain, undone};
use crate::plan::{Breakdown, Plan};

/// The changes of a plan by cycle, those with the most expensive notices first.
pub(super) fn gains(
    instance: &Instance,
    plan: &Plan,
    breakdown: &Breakdown,
    bill: &[Line<'_>],
) -> Vec<Change> {
    let mut by_cycle: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in bill {
        if let Some(id) = line.cycle_before.or(line.cycle_after) {
            by_cycle.entry(id).or_default().push(line);
        }
    }
    let change = |(id, lines): (&str, Vec<&Line>)| {
        let is_call = |line: &&&Line| matches!(line.told, Told::Person(_)) && line.cost > Euros::ZERO;
        Change {
            cycle: id.to_owned(),
            calls: lines.iter().filter(is_call).count(),
            cost: lines.iter().map(|line| line.cost).sum(),
            gain: gain(instance, plan, breakdown, id),
        }
    };
    let mut changes: Vec<Change> = by_cycle.into_iter().map(change).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.cost));
    changes
}

fn gain(instance: &Instance, plan: &Plan, breakdown: &Breakdown, id: &str) -> Gain {
    // The cost of the notices is compared with the gain.
    let rest =
        |breakdown: &Breakdown| breakdown.objective() - breakdown.service.changes.unwrap_or(Euros::ZERO);
    let verdict = undone(instance, plan, id).map(|undone| check(instance, &undone));
    if let Some(verdict) = verdict.filter(Verdict::is_legal) {
        return Gain::Saves(rest(&verdict.breakdown) - rest(breakdown));
    }
    let cannot_be_held = instance.standing().is_some_and(|(announced, today)| {
        announced.find(id).is_some_and(|told| today.cycles[told].first_shaken().is_some())
    });
    if cannot_be_held { Gain::Imposed } else { Gain::Joint }
}
