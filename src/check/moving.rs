//! H7: a trainer has time to travel between the sessions of a day, and every leg is reachable.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Case, Day, subject};
use super::violation::{CYCLES_NAMED, Limit, Measure, Subject, Violation};
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};
use crate::plan::Cycle;
use crate::plan::tour::{Stop, leg_between};
use crate::rules::Rule;

/// Of any two sessions of a day, the later starts at least the travel minutes and `turnaround_min` after the earlier ends. A
/// session and all those that come too soon after it are one violation. The measure is the pause before the first of them,
/// negative where they overlap; the limit is the time needed to move.
///
/// Two consecutive sessions without a path between them break `trainer_reach`; two non-consecutive ones break this rule, because
/// no pause is long enough.
pub(super) fn trainer_moving(case: &Case) -> Vec<Violation> {
    let mut found = Vec::new();
    for (&(date, trainer), day) in &case.days {
        for TooSoon { position, named, n_more } in too_soon(case, date, day).into_iter().rev() {
            let (earlier, first) = (day.cycles[position], day.cycles[named[0]]);
            let limit = too_close(case, date, earlier, first, named[0] == position + 1);
            let more = (n_more > 0).then_some(Subject::More(n_more));
            found.extend(limit.map(|limit| {
                Violation {
                    rule: Rule::TrainerMoving,
                    subjects: [Subject::Trainer(trainer), Subject::Date(date), subject(earlier)]
                        .into_iter()
                        .chain(named.iter().map(|&position| subject(day.cycles[position])))
                        .chain(more)
                        .collect(),
                    measured: Measure::Minutes(case.start(first) - case.end(earlier)),
                    limit,
                }
            }));
        }
    }
    found
}

/// A session of a day and those that come too soon after it, by their positions.
struct TooSoon {
    position: usize,
    /// The first ones that come too soon; at least one.
    named: Vec<usize>,
    n_more: usize,
}

/// The sessions followed too soon by others, the last of the day first. The others are grouped by venue and slot, of which there
/// are few however many sessions a day has.
fn too_soon(case: &Case, date: Date, day: &Day) -> Vec<TooSoon> {
    // Positions of later sessions, the nearest last.
    let mut later: BTreeMap<(VenueId, SlotId), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (position, &earlier) in day.cycles.iter().enumerate().rev() {
        let next = position + 1;
        let is_next_close =
            day.cycles.get(next).is_some_and(|cycle| too_close(case, date, earlier, cycle, true).is_some());
        let mut named = if is_next_close { vec![next] } else { Vec::new() };
        let mut n_close = named.len();
        for positions in later.values() {
            let not_next = positions.len() - usize::from(positions.last() == Some(&next));
            let others = &positions[..not_next];
            let is_close =
                |&other: &usize| too_close(case, date, earlier, day.cycles[other], false).is_some();
            if others.last().is_some_and(is_close) {
                n_close += others.len();
                named.extend(others.iter().rev().take(CYCLES_NAMED));
            }
        }
        named.sort_unstable();
        named.truncate(CYCLES_NAMED);
        if !named.is_empty() {
            let n_more = n_close - named.len();
            found.push(TooSoon { position, named, n_more });
        }
        later.entry((earlier.venue_on(date), earlier.slot)).or_default().push(position);
    }
    found
}

/// The time needed to move from one session to a later one, if it exceeds the pause between them.
fn too_close(case: &Case, date: Date, earlier: &Cycle, later: &Cycle, is_next: bool) -> Option<Limit> {
    let pause = case.start(later) - case.end(earlier);
    let turnaround = case.instance.rules.travel.turnaround;
    let Some(leg) = case.instance.way_between_venues(earlier.venue_on(date), later.venue_on(date)) else {
        return (!is_next || pause < turnaround).then_some(Limit::Reachable);
    };
    let needed = leg.minutes + turnaround;
    (pause < needed).then_some(Limit::AtLeast(Measure::Minutes(needed)))
}

/// Every leg of a trainer's day, from the base via the kit's depot and the venues and back, is reachable.
pub(super) fn trainer_reach(case: &Case) -> Vec<Violation> {
    let working = case.days.iter().filter(|(_, day)| !day.cycles.is_empty());
    working.flat_map(|(&(date, trainer), day)| unreachable_legs(case, date, trainer, day)).collect()
}

fn unreachable_legs(case: &Case, date: Date, trainer: TrainerId, day: &Day) -> Vec<Violation> {
    let base = Stop::Base(case.instance.trainers[trainer].base);
    let depot = day.kits.first().map(|&kit| Stop::Depot(case.instance.kits[kit].depot));
    let venues = day.cycles.iter().map(|cycle| Stop::Venue(cycle.venue_on(date)));
    let stops: Vec<Stop> = [base].into_iter().chain(depot).chain(venues).chain(depot).chain([base]).collect();
    let broken = stops.windows(2).filter(|pair| leg_between(case.instance, pair[0], pair[1]).is_none());
    let violation = |pair: &[Stop]| Violation {
        rule: Rule::TrainerReach,
        subjects: vec![
            Subject::Trainer(trainer),
            Subject::Date(date),
            Subject::Commune(commune(case, pair[0])),
            Subject::Commune(commune(case, pair[1])),
        ],
        measured: Measure::NoWay,
        limit: Limit::Reachable,
    };
    broken.map(violation).collect()
}

fn commune(case: &Case, stop: Stop) -> CommuneId {
    match stop {
        Stop::Base(commune) | Stop::Depot(commune) => commune,
        Stop::Venue(venue) => case.instance.venues[venue].commune,
    }
}
