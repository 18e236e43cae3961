//! The input in which all that is not near stays as it is in a plan that is being changed: its cycles stand, with exactly their people,
//! and whoever waits far away attends nothing.
//!
//! What may change is not in it, so that it can be made anew in any way; but a cycle that was announced is open to change, as people were
//! told of it, so that leaving it as it is needs no call.

use std::collections::BTreeSet;

use super::reach::{Around, as_of};
use crate::app::edit::state::State;
use crate::instance::announced::{Announced, AnnouncedCycle};
use crate::instance::ids::{ResidentId, SlotId, VenueId};
use crate::instance::{Instance, InstanceData};
use crate::plan::{Cycle, Fate};

/// The input in which only what is around may change.
pub(super) fn pinned(state: &State, around: &Around) -> Instance {
    let mut data = InstanceData::clone(&state.instance);
    let untouched = |(position, _): &(usize, &Cycle)| !around.touched.contains(position);
    let untouched = state.plan.cycles.iter().enumerate().filter(untouched);
    let attending: BTreeSet<ResidentId> = untouched.flat_map(|(_, cycle)| cycle.served()).copied().collect();
    let moving: Vec<ResidentId> = around.free.difference(&attending).copied().collect();
    for (id, resident) in data.residents.iter_mut_enumerated() {
        if !around.free.contains(&id) && !attending.contains(&id) {
            resident.slots.clear();
        }
    }
    // A room that nobody can reach who may attend anything else is open for what is there: fewer places to look at.
    let used = used(state);
    let is_of_use = |id: VenueId| {
        let mut moving = moving.iter();
        !around.mended.is_empty() || moving.any(|&one| state.instance.is_in_reach(one, id))
    };
    for (id, venue) in data.venues.iter_mut_enumerated() {
        if !is_of_use(id) {
            venue.slots.retain(|&slot| used.contains(&(id, slot)));
        }
    }
    data.announced = Some(announced(state, around));
    Instance::new(data)
}

/// Whether a cycle stays as it is, but that people may join it.
fn is_as_it_is(around: &Around, position: usize) -> bool {
    !around.touched.contains(&position) && !around.mended.contains(&position)
}

/// Cycles that stay as they are, but that people may join some.
fn pinned_cycles<'a>(state: &'a State, around: &'a Around) -> impl Iterator<Item = &'a Cycle> {
    let cycles = state.plan.cycles.iter().enumerate();
    cycles.filter(|&(position, _)| is_as_it_is(around, position)).map(|(_, cycle)| cycle)
}

/// The plan as if it had been announced: pinned where it stays, or kept where people may join it; as people were told where that may
/// change or be repaired. The identifiers of other cycles are taken.
fn announced(state: &State, around: &Around) -> Announced {
    let told = state.instance.announced.as_ref();
    let elsewhere: BTreeSet<ResidentId> =
        pinned_cycles(state, around).flat_map(|cycle| &cycle.participants).copied().collect();
    let mut all = Announced {
        kits: state.plan.kit_roster.clone(),
        closed: state.plan.closed.clone(),
        released: told.map(|told| told.released.clone()).unwrap_or_default(),
        ..as_of(state)
    };
    for (position, cycle) in state.plan.cycles.iter().enumerate() {
        let told = told.and_then(|told| Some(&told.cycles[told.find(&cycle.id)?]));
        let told = told.filter(|_| cycle.fate == Fate::Stands);
        match told.filter(|_| !is_as_it_is(around, position)) {
            Some(told) => {
                let mut told = told.clone();
                told.participants.retain(|one| !elsewhere.contains(one));
                all.cycles.push(told);
            }
            None if around.touched.contains(&position) => all.closed.push(cycle.id.clone()),
            None if around.joined.contains(&position) => {
                all.cycles.push(AnnouncedCycle { is_kept: true, ..AnnouncedCycle::from(cycle) });
            }
            None => {
                let id = all.cycles.push_and_get_key(AnnouncedCycle::from(cycle));
                all.pinned.insert(id);
            }
        }
    }
    all
}

/// Rooms and slots at which a cycle of the plan meets.
fn used(state: &State) -> BTreeSet<(VenueId, SlotId)> {
    let met = |cycle: &Cycle| {
        let slot = cycle.slot;
        cycle.meetings().map(move |session| (session.venue, slot)).collect::<Vec<_>>()
    };
    state.plan.cycles.iter().flat_map(met).collect()
}
