//! Cycles that can be changed by hand, as a list to choose from: those that continue.

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::announced::Commitment;
use crate::messages::Messages;
use crate::messages::collation::collation_key;
use crate::plan::{Cycle, Fate, Plan};

/// The cycles of a plan that continue: identifier; room, time and dates in words. Sorted by commune, room and first day.
pub(super) fn ongoing(instance: &Instance, plan: &Plan, messages: &Messages) -> Vec<[String; 2]> {
    let mut cycles: Vec<&Cycle> = plan.cycles.iter().filter(|cycle| goes_on(instance, cycle)).collect();
    cycles.sort_by_cached_key(|cycle| {
        let venue = &instance.venues[cycle.venue];
        let commune = collation_key(&instance.communes[venue.commune].name);
        (commune, collation_key(&venue.name), cycle.sessions.first().copied(), cycle.id.clone())
    });
    cycles.into_iter().map(|cycle| [cycle.id.clone(), label(instance, cycle, messages)]).collect()
}

/// Whether the cycle has future sessions, and is not broken off.
pub(super) fn goes_on(instance: &Instance, cycle: &Cycle) -> bool {
    !cycle.is_broken_off() && cycle.to_come(today(instance)).next().is_some()
}

/// Room, time and dates of a cycle, in words.
pub(super) fn label(instance: &Instance, cycle: &Cycle, messages: &Messages) -> String {
    let (venue, slot) = (&instance.venues[cycle.venue], &instance.slots[cycle.slot]);
    let variables = [
        ("commune", instance.communes[venue.commune].name.as_str().into()),
        ("room", venue.name.as_str().into()),
        ("weekday", messages.weekday(slot.weekday).into()),
        ("time", messages.time_of_day(slot.start_minute).into()),
        ("dates", messages.dates(&cycle.sessions).into()),
        ("cycle", cycle.id.as_str().into()),
    ];
    messages.text("life-cycle-of", &variables)
}

/// The day from which sessions are in the future.
pub(super) fn today(instance: &Instance) -> Date {
    instance.announced.as_ref().map_or(Date::MIN, |announced| announced.today)
}

/// The commitment of a cycle; `None` if it was not announced, or continues as another one.
pub(super) fn commitment(instance: &Instance, cycle: &Cycle) -> Option<Commitment> {
    let (announced, today) = instance.standing()?;
    let id = announced.find(&cycle.id).filter(|_| cycle.fate == Fate::Stands)?;
    Some(today.cycles[id].commitment)
}
