//! H1: `min_group ≤ participants ≤ min(max_group, seats of the venue)`.

use super::case::{Case, subject};
use super::violation::{Limit, Measure, Violation};
use crate::plan::Cycle;
use crate::rules::Rule;

/// A group has at least `min_group` participants and fits the venue. A resident listed twice counts once.
/// A committed cycle may be as small or large as announced; anyone who joins it needs a seat (rule L2).
pub(super) fn group_size(case: &Case) -> Vec<Violation> {
    let shape = &case.instance.rules.cycle;
    let of_cycle = |cycle: &Cycle| {
        let mut people = cycle.participants.clone();
        people.sort_unstable();
        people.dedup();
        let most = shape.max_group.min(case.instance.venues[cycle.venue].seats);
        let found = |limit| Violation {
            rule: Rule::GroupSize,
            subjects: vec![subject(cycle)],
            measured: Measure::Count(people.len()),
            limit,
        };
        let committed = case.committed(cycle).is_some();
        let joined = || people.iter().any(|&resident| !case.is_bound(cycle, resident));
        let too_few = (people.len() < shape.min_group && !committed)
            .then(|| found(Limit::AtLeast(Measure::Count(shape.min_group))));
        let too_many = (people.len() > most && (!committed || joined()))
            .then(|| found(Limit::AtMost(Measure::Count(most))));
        too_few.into_iter().chain(too_many)
    };
    case.plan.cycles.iter().filter(|cycle| !cycle.is_broken_off()).flat_map(of_cycle).collect()
}
