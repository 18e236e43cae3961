//! The input for replanning a part: cycles outside it are pinned with their exact participants, and residents who wait outside it
//! attend nothing.
//!
//! Cycles that may change are left out, so that the search can replace them freely; but an announced one is kept as open to
//! change, as it was announced, so that keeping it needs no call.

use std::collections::BTreeSet;

use super::reach::{Around, as_of};
use crate::app::edit::state::State;
use crate::instance::announced::{Announced, AnnouncedCycle};
use crate::instance::ids::{ResidentId, SlotId, VenueId};
use crate::instance::{Instance, InstanceData};
use crate::plan::{Cycle, Fate};

/// The input in which only the given part may change.
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
    // A room that no resident free to move can reach is open only at the slots in use: this leaves fewer patterns.
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

/// Whether a cycle stays unchanged, except that people may join it.
fn is_as_it_is(around: &Around, position: usize) -> bool {
    !around.touched.contains(&position) && !around.mended.contains(&position)
}

/// Cycles that stay unchanged, except that people may join some.
fn pinned_cycles<'a>(state: &'a State, around: &'a Around) -> impl Iterator<Item = &'a Cycle> {
    let cycles = state.plan.cycles.iter().enumerate();
    cycles.filter(|&(position, _)| is_as_it_is(around, position)).map(|(_, cycle)| cycle)
}

/// The plan as if it had been announced. Unchanged cycles are pinned, or kept if people may join them; an announced cycle that
/// may change or be repaired is included as it was announced. The identifiers of the other cycles are reserved.
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

/// Rooms and slots in use by a cycle of the plan.
fn used(state: &State) -> BTreeSet<(VenueId, SlotId)> {
    let met = |cycle: &Cycle| {
        let slot = cycle.slot;
        cycle.meetings().map(move |session| (session.venue, slot)).collect::<Vec<_>>()
    };
    state.plan.cycles.iter().flat_map(met).collect()
}
