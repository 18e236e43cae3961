//! What solver and checker share, rewritten from the text of PROBLEM.md in the plainest way, and compared.

use ateliers::instance::Instance;
use ateliers::instance::entities::{Leg, Scope};
use ateliers::instance::ids::{CommuneId, SlotId, VenueId};
use ateliers::instance::units::{Kilometres, Minutes};
use ateliers::territory::{MeasuredPair, Road, Travel};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::generator::{self, Draw};

/// Every day of the horizon, in order.
pub(crate) fn days(instance: &Instance) -> Vec<Date> {
    let horizon = instance.rules.horizon;
    horizon.start.series(1.day()).take_while(|&day| day <= horizon.end).collect()
}

/// Section 4: the dates of a cycle that starts on `first`, if rule H5 allows them.
pub(crate) fn session_dates(
    instance: &Instance,
    venue: VenueId,
    slot: SlotId,
    first: Date,
) -> Option<Vec<Date>> {
    let right_weekday =
        days(instance).into_iter().filter(|day| day.weekday() == instance.slots[slot].weekday);
    let open = right_weekday.filter(|&day| day >= first && is_open(instance, venue, day));
    let dates: Vec<Date> = open.take(instance.rules.cycle.sessions).collect();
    let is_whole = dates.len() == instance.rules.cycle.sessions && dates[0] == first;
    let longest = i64::from(instance.rules.cycle.max_gap_days).days();
    let is_close = dates.windows(2).all(|pair| pair[1] <= pair[0].saturating_add(longest));
    (is_whole && is_close).then_some(dates)
}

pub(crate) fn is_open(instance: &Instance, venue: VenueId, day: Date) -> bool {
    for closure in &instance.closures {
        if day < closure.from || day > closure.until {
            continue;
        }
        let is_closed = match closure.scope {
            Scope::All => true,
            Scope::Commune(commune) => instance.venues[venue].commune == commune,
            Scope::Venue(closed) => venue == closed,
            Scope::Trainer(_) => false,
        };
        if is_closed {
            return false;
        }
    }
    true
}

/// Section 3: the best of all simple paths, unless the pair was measured.
fn distance(roads: &[Road], measured: &[MeasuredPair], path: &[CommuneId], to: CommuneId) -> Option<Leg> {
    let from = path[path.len() - 1];
    if path.len() == 1 {
        let listed = measured.iter().find(|pair| (pair.from, pair.to) == (from, to));
        let reverse = measured.iter().find(|pair| (pair.to, pair.from) == (from, to));
        if let Some(pair) = listed.or(reverse) {
            return Some(pair.leg);
        }
    }
    if from == to {
        return Some(Leg::ZERO);
    }
    let both_ways =
        roads.iter().flat_map(|road| [(road.from, road.to, road.leg), (road.to, road.from, road.leg)]);
    let onward = both_ways.filter(|&(start, end, _)| start == from && !path.contains(&end));
    let lengths = onward.filter_map(|(_, end, leg)| {
        let rest = distance(roads, measured, &[path, &[end]].concat(), to)?;
        Some((leg.minutes + rest.minutes, leg.km + rest.km))
    });
    lengths.min().map(|(minutes, km)| Leg { minutes, km })
}

#[test]
fn session_dates_are_those_of_the_text() {
    let mut n_possible = 0;
    for seed in 0..60 {
        let instance = generator::instance(seed, &generator::SMALL);
        let horizon = instance.rules.horizon;
        let around = horizon.start.saturating_sub(10.days()).series(1.day());
        for day in around.take_while(|&day| day <= horizon.end.saturating_add(10.days())) {
            for venue in instance.venues.keys() {
                assert_eq!(instance.is_open(venue, day), is_open(&instance, venue, day));
                for slot in instance.slots.keys() {
                    let dates = instance.session_dates(venue, slot, day);
                    assert_eq!(dates, session_dates(&instance, venue, slot, day), "{} {day}", instance.name);
                    n_possible += usize::from(dates.is_some());
                }
            }
        }
    }
    assert!(n_possible > 1000, "only {n_possible} possible first dates: nothing was compared");
}

#[test]
fn the_dates_of_a_slot_are_all_its_weekdays_of_the_horizon() {
    for seed in 0..60 {
        let instance = generator::instance(seed, &generator::SMALL);
        for (slot, entity) in instance.slots.iter_enumerated() {
            let expected: Vec<Date> =
                days(&instance).into_iter().filter(|day| day.weekday() == entity.weekday).collect();
            assert_eq!(instance.slot_dates(slot), expected);
        }
    }
}

#[test]
fn a_trainer_works_within_their_availability_and_not_on_their_closures() {
    for seed in 0..60 {
        let instance = generator::instance(seed, &generator::SMALL);
        for (id, trainer) in instance.trainers.iter_enumerated() {
            for day in days(&instance) {
                let is_early = trainer.availability.from.is_some_and(|from| day < from);
                let is_late = trainer.availability.until.is_some_and(|until| day > until);
                let is_away = instance.closures.iter().any(|closure| {
                    closure.scope == Scope::Trainer(id) && closure.from <= day && day <= closure.until
                });
                assert_eq!(instance.works_on(id, day), !(is_early || is_late || is_away));
            }
        }
    }
}

#[test]
fn distances_are_those_of_the_best_of_all_paths() {
    for seed in 0..100 {
        // Few different lengths, so that kilometres decide ties in minutes.
        let draw = &mut Draw::new(seed);
        let n_communes = draw.between(2..=6);
        let leg = |draw: &mut Draw| Leg {
            minutes: Minutes::whole(draw.between_i64(1..=4)),
            km: Kilometres::whole(draw.between_i64(1..=4)),
        };
        let commune = |draw: &mut Draw| CommuneId::from(draw.between(0..=n_communes - 1));
        let roads: Vec<Road> = (0..draw.between(0..=9))
            .map(|_| Road { from: commune(draw), to: commune(draw), leg: leg(draw) })
            .filter(|road| road.from != road.to)
            .collect();
        let mut measured: Vec<MeasuredPair> = Vec::new();
        for _ in 0..draw.between(0..=3) {
            let pair = MeasuredPair { from: commune(draw), to: commune(draw), leg: leg(draw) };
            let is_new = measured.iter().all(|other| (other.from, other.to) != (pair.from, pair.to));
            if is_new && pair.from != pair.to {
                measured.push(pair);
            }
        }
        let travel = Travel::new(n_communes, &roads, &measured);
        for from in (0..n_communes).map(CommuneId::from) {
            for to in (0..n_communes).map(CommuneId::from) {
                let expected = distance(&roads, &measured, &[from], to);
                assert_eq!(travel.leg(from, to), expected, "seed {seed}, {from:?} to {to:?}");
            }
        }
    }
}
