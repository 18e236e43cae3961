//! The residents of a scarce territory.

use std::collections::BTreeSet;

use ateliers::instance::entities::{Party, Resident};
use ateliers::instance::ids::{PartyId, ResidentId, SlotId, TrackId};
use ateliers::instance::rules::Rules;
use ateliers::instance::units::Ratio;
use jiff::ToSpan;

use super::plane::Plane;
use super::{Draw, Resource, STARTS, WEEKDAYS, some_slots, two_days};

pub(super) fn residents(
    draw: &mut Draw,
    resource: Resource,
    plane: &Plane,
    rules: &Rules,
) -> (Vec<Resident>, Vec<Party>) {
    let n_residents = draw.between(100..=500);
    let borrowing = match resource {
        Resource::KitsFew | Resource::KitsSmall | Resource::KitsOdd | Resource::RoomTablets => {
            draw.pick(&[0.6, 0.7, 0.8])
        }
        _ => draw.pick(&[0.3, 0.4, 0.5]),
    };
    let (mut residents, mut parties): (Vec<Resident>, Vec<Party>) = (Vec::new(), Vec::new());
    while residents.len() < n_residents {
        let together = match resource {
            Resource::LargeParties if draw.chance(0.5) => draw.between(3..=6).min(rules.cycle.max_group),
            _ if draw.chance(0.08) => 2,
            _ => 1,
        };
        let party = PartyId::from(parties.len());
        let first = resident(draw, resource, plane, rules, (party, borrowing));
        let start = residents.len();
        for member in start..start + together {
            let is_like_first = member == start;
            let needs_tablet = if is_like_first { first.needs_tablet } else { draw.chance(borrowing) };
            residents.push(Resident { id: format!("R{:05}", member + 1), needs_tablet, ..first.clone() });
        }
        let id = (together > 1).then(|| format!("P{}", parties.len() + 1));
        parties.push(Party { id, members: (start..start + together).map(ResidentId::from).collect() });
    }
    (residents, parties)
}

fn resident(
    draw: &mut Draw,
    resource: Resource,
    plane: &Plane,
    rules: &Rules,
    (party, borrowing): (PartyId, f64),
) -> Resident {
    let slots = match resource {
        Resource::RareSlots => some_slots(draw, 1, 2),
        _ => usual_slots(draw),
    };
    let latest =
        i64::from(rules.horizon.start.until(rules.horizon.end).map_or(0, |span| span.get_days())) / 2;
    Resident {
        id: String::new(),
        commune: plane.home(draw).into(),
        slots,
        track: TrackId::from(if resource == Resource::RareTracks { draw.between(0..=2) } else { 0 }),
        needs_tablet: draw.chance(borrowing),
        max_travel: rules.travel.max_travel,
        step_free: draw.chance(if resource == Resource::StepFree { 0.4 } else { 0.05 }),
        party,
        available_from: draw.maybe(0.15, |draw| {
            rules.horizon.start.saturating_add(draw.between_i64(1..=latest.max(1)).days())
        }),
        priority: Ratio::from_nano(draw.pick(&[1_000_000_000, 1_000_000_000, 1_000_000_000, 1_500_000_000])),
        withdrawn: false,
    }
}

/// Mornings, afternoons, a day or two of the week, or any times: two to six.
fn usual_slots(draw: &mut Draw) -> BTreeSet<SlotId> {
    let same_start =
        |start: usize| (0..WEEKDAYS.len()).map(move |day| SlotId::from(day * STARTS.len() + start));
    match draw.between(0..=3) {
        0 => same_start(0).collect(),
        1 => {
            let start = draw.between(1..=2);
            same_start(start).collect()
        }
        2 => two_days(draw),
        _ => some_slots(draw, 2, 6),
    }
}
