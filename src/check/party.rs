//! H3: all members of a party are in the same cycle, or all unserved.

use std::collections::BTreeSet;

use super::case::{Case, subject};
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::entities::Party;
use crate::instance::ids::PartyId;
use crate::rules::Rule;

/// A party is served together or not at all: all members are in the same cycles.
///
/// The measure is the largest number of members in one cycle. A member in two cycles breaks `one_cycle_each`, and this rule only
/// if the others are not there too. Members who were announced in a committed cycle that stands are a party of their own (rule
/// L3), which `participants_stay` keeps together.
pub(super) fn party_together(case: &Case) -> Vec<Violation> {
    let places = places_of_residents(case);
    let judge = |(id, party): (PartyId, &Party)| {
        let bound_together = party.members.iter().filter(|&&member| !case.is_party_of_its_own(member));
        let mut fates = bound_together.map(|&member| &places[usize::from(member)]);
        let first = fates.next()?;
        fates.any(|fate| fate != first).then(|| violation(case, id, party, &places))
    };
    case.instance.parties.iter_enumerated().filter_map(judge).collect()
}

/// For each resident, the positions of their cycles in the plan.
fn places_of_residents(case: &Case) -> Vec<BTreeSet<usize>> {
    let mut places = vec![BTreeSet::new(); case.instance.residents.len()];
    for (position, cycle) in case.plan.cycles.iter().enumerate() {
        for &resident in cycle.served() {
            places[usize::from(resident)].insert(position);
        }
    }
    places
}

fn violation(case: &Case, id: PartyId, party: &Party, places: &[BTreeSet<usize>]) -> Violation {
    let fate = |member| &places[usize::from(member)];
    let cycles: BTreeSet<usize> = party.members.iter().flat_map(|&member| fate(member)).copied().collect();
    let members_in =
        |&cycle: &usize| party.members.iter().filter(|&&member| fate(member).contains(&cycle)).count();
    let together = cycles.iter().map(members_in).max().unwrap_or_default();
    let left_out = party.members.iter().filter(|&&member| fate(member).is_empty());
    let subjects = std::iter::once(Subject::Party(id))
        .chain(cycles.iter().map(|&position| subject(&case.plan.cycles[position])))
        .chain(left_out.map(|&member| Subject::Resident(member)));
    Violation {
        rule: Rule::PartyTogether,
        subjects: subjects.collect(),
        measured: Measure::Count(together),
        limit: Limit::Exactly(Measure::Count(party.members.len())),
    }
}
