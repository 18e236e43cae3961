//! An instance with a planner's decisions about its announced plan, as if the scenario had been read with them.

use crate::input::amending::decisions::{Decisions, List};
use crate::input::hit_of;
use crate::instance::announced::Announced;
use crate::instance::ids::ResidentId;
use crate::instance::{Instance, InstanceData};

/// The instance with these decisions; its digest is still that of the scenario without them.
pub(in crate::app) fn decided(instance: &Instance, decisions: &Decisions) -> Instance {
    let mut data = InstanceData::clone(instance);
    if let Some(mut announced) = data.announced.take() {
        decisions.removed.iter().for_each(|(list, entry)| set(&data, &mut announced, (*list, entry), false));
        decisions.added.iter().for_each(|(list, entry)| set(&data, &mut announced, (*list, entry), true));
        data.announced = Some(announced);
    }
    Instance::new(data)
}

/// Adds an entry to a list, or removes it.
fn set(data: &InstanceData, announced: &mut Announced, (list, entry): (List, &str), is_in: bool) {
    let cycle = announced.find(entry);
    match (list, cycle) {
        (List::Release, Some(cycle)) => announced.cycles[cycle].is_released = is_in,
        (List::Keep, Some(cycle)) => announced.cycles[cycle].is_kept = is_in,
        (List::Release, None) => {
            let resident = data.residents.iter().position(|one| one.id == entry).map(ResidentId::from);
            if is_in {
                announced.released.extend(resident);
            } else if let Some(resident) = resident {
                announced.released.remove(&resident);
            }
        }
        (List::Keep, None) => {}
        (List::Hit, _) => {
            let Some((cycle, date, failure)) = hit_of(entry) else { return };
            let Some(cycle) = announced.find(cycle) else { return };
            let hit = &mut announced.cycles[cycle].hit;
            hit.retain(|&one| one != (date, failure));
            hit.extend(is_in.then_some((date, failure)));
        }
    }
}
