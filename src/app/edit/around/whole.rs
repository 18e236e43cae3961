//! Turns a plan of a part into a whole plan: pinned cycles are unchanged, and a new cycle with the people or the place of a
//! vanished one takes over its identifier.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::reach::Around;
use super::settled::settled;
use crate::app::amend::today::{standing, with_kits};
use crate::app::edit::state::State;
use crate::instance::Instance;
use crate::plan::ids::{Ids, told_ids};
use crate::plan::{Cycle, Plan};

/// The whole plan for a plan of the part; kits are reassigned where necessary.
pub(super) fn whole(state: &State, around: &Around, part: &Instance, found: &Plan) -> Plan {
    let told = part.announced.iter().flat_map(|told| told.cycles.iter().map(|cycle| cycle.id.as_str()));
    let told: BTreeSet<&str> = told.collect();
    let is_told = |cycle: &&Cycle| told.contains(cycle.id.as_str());
    let gone: Vec<&Cycle> = around.touched.iter().map(|&at| &state.plan.cycles[at]).collect();
    let gone: Vec<&Cycle> = gone.into_iter().filter(|cycle| !is_told(cycle)).collect();
    let mut new: BTreeMap<&str, &Cycle> =
        found.cycles.iter().filter(|cycle| !is_told(cycle)).map(|cycle| (cycle.id.as_str(), cycle)).collect();
    let as_which = paired(&gone, &new);
    let mut cycles: Vec<Cycle> = Vec::new();
    for (position, cycle) in state.plan.cycles.iter().enumerate() {
        if !around.may_differ(position) {
            cycles.push(cycle.clone());
        } else if is_told(&cycle) {
            cycles.extend(found.cycles.iter().find(|one| one.id == cycle.id).cloned());
        } else if let Some(after) = as_which.get(cycle.id.as_str()).and_then(|id| new.remove(id)) {
            cycles.push(Cycle { id: cycle.id.clone(), ..after.clone() });
        }
    }
    let mut ids = Ids::after(taken(state), 1);
    cycles.extend(new.into_values().map(|cycle| Cycle { id: ids.next_id(), ..cycle.clone() }));
    let cycles = settled(&state.instance, &state.plan.cycles, cycles);
    let plan = Plan { cycles, ..state.plan.clone() };
    with_kits(&state.instance, &state.plan, standing(&state.instance, plan))
}

/// The new cycle that takes over from each vanished one: preferably at the same place, then by common participants.
fn paired<'a>(gone: &[&'a Cycle], new: &BTreeMap<&'a str, &'a Cycle>) -> BTreeMap<&'a str, &'a str> {
    let mut pairs = Vec::new();
    for was in gone {
        for now in new.values() {
            let is_place = place(was) == place(now);
            let common = was.participants.iter().filter(|one| now.participants.contains(one)).count();
            if is_place || common > 0 {
                pairs.push((Reverse((is_place, common)), was.id.as_str(), now.id.as_str()));
            }
        }
    }
    pairs.sort_unstable();
    let (mut found, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, was, now) in pairs {
        if !found.contains_key(was) && taken.insert(now) {
            found.insert(was, now);
        }
    }
    found
}

/// Where, when and by whom a cycle is held.
fn place(cycle: &Cycle) -> impl PartialEq + '_ {
    (cycle.venue, cycle.slot, cycle.track, cycle.trainer, &cycle.sessions)
}

/// Identifiers that new cycles may not use.
fn taken(state: &State) -> BTreeSet<String> {
    let planned = state.plan.cycles.iter().map(|cycle| &cycle.id).chain(&state.plan.closed);
    told_ids(&state.instance).chain(planned).cloned().collect()
}
