//! Keeps residents in their cycle where a change is unnecessary: a search distinguishes people only by what rules and costs use,
//! and so may exchange equivalent neighbours.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::attended::attended;
use crate::instance::Instance;
use crate::instance::ids::{AnnouncedId, CommuneId, PartyId, ResidentId, SlotId, TrackId};
use crate::instance::units::{Minutes, Ratio};
use crate::plan::Cycle;

/// Everything about a resident that rules and costs use: home, track, slots, limits, needs, and the cycle they were promised.
type Kind =
    ((CommuneId, TrackId, Vec<SlotId>, Minutes, Ratio), (bool, bool, Option<Date>, Option<AnnouncedId>));

/// A party: its kind, its cycle before and its cycle now.
struct Unit<'a> {
    members: Vec<ResidentId>,
    kinds: Vec<Kind>,
    was: Option<&'a str>,
    now: Option<&'a str>,
}

/// The cycles `after` a search with as many people as possible in their cycles of `before`; each cycle keeps its number of
/// people of every kind, so that rules and price are unaffected.
pub(super) fn settled(instance: &Instance, before: &[Cycle], after: Vec<Cycle>) -> Vec<Cycle> {
    let (was, now) = (attended(before), attended(&after));
    let mut alike: BTreeMap<Vec<Kind>, Vec<Unit>> = BTreeMap::new();
    for party in instance.parties.keys() {
        if let Some(unit) = unit(instance, party, (&was, &now)) {
            alike.entry(unit.kinds.clone()).or_default().push(unit);
        }
    }
    let mut moves: BTreeMap<ResidentId, Option<String>> = BTreeMap::new();
    for units in alike.into_values().filter(|units| units.len() > 1) {
        for (unit, place) in units.iter().zip(places(&units)) {
            if place != unit.now {
                moves.extend(unit.members.iter().map(|&one| (one, place.map(str::to_owned))));
            }
        }
    }
    let mut cycles = after;
    for cycle in cycles.iter_mut().filter(|cycle| !cycle.is_broken_off()) {
        cycle.participants.retain(|one| !moves.contains_key(one));
        let come = moves.iter().filter(|(_, place)| place.as_ref() == Some(&cycle.id));
        cycle.participants.extend(come.map(|(&one, _)| one));
        cycle.participants.sort_unstable();
    }
    cycles
}

/// A party whose members are together before and after; `None` if they are not.
fn unit<'a>(
    instance: &Instance,
    party: PartyId,
    (was, now): (&BTreeMap<ResidentId, &'a str>, &BTreeMap<ResidentId, &'a str>),
) -> Option<Unit<'a>> {
    let members = instance.parties[party].members.clone();
    let first = *members.first()?;
    let at = |places: &BTreeMap<ResidentId, &'a str>, one: ResidentId| places.get(&one).copied();
    let are_together =
        members.iter().all(|&one| (at(was, one), at(now, one)) == (at(was, first), at(now, first)));
    let mut kinds: Vec<Kind> = members.iter().map(|&one| kind(instance, one)).collect();
    kinds.sort_unstable();
    are_together.then(|| Unit { members, kinds, was: at(was, first), now: at(now, first) })
}

fn kind(instance: &Instance, id: ResidentId) -> Kind {
    let one = &instance.residents[id];
    let promised = instance.standing().and_then(|(_, today)| today.promised[id]);
    let slots = one.slots.iter().copied().collect();
    (
        (one.commune, one.track, slots, one.max_travel, one.priority),
        (one.needs_tablet, one.step_free, one.available_from, promised),
    )
}

/// New places of parties of one kind: each takes its old place while one is available, otherwise one of the others.
fn places<'a>(units: &[Unit<'a>]) -> Vec<Option<&'a str>> {
    let mut left: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for unit in units {
        *left.entry(unit.now).or_default() += 1;
    }
    let mut take = |place: Option<&'a str>| {
        let count = left.get_mut(&place).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let stays: Vec<bool> = units.iter().map(|unit| take(unit.was)).collect();
    let mut others = left.into_iter().flat_map(|(place, count)| std::iter::repeat_n(place, count));
    let place = |(unit, stays): (&Unit<'a>, bool)| if stays { unit.was } else { others.next().flatten() };
    units.iter().zip(stays).map(place).collect()
}
