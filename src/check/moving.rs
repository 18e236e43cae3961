//! H7: a trainer's day can be travelled, and in time.

use jiff::civil::Date;

use super::case::{Case, Day, subject};
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::ids::{CommuneId, TrainerId};
use crate::plan::Cycle;
use crate::plan::tour::{Stop, leg_between};
use crate::rules::Rule;

/// Of any two sessions of a day, the later starts at least the travel minutes and `turnaround_min` after the earlier
/// ends. Measured is the pause between them, negative where they overlap; the limit is what moving takes.
///
/// Two sessions in a row without a way between them break `trainer_reach`; two that are not in a row break this rule,
/// because no pause is long enough.
pub(super) fn trainer_moving(case: &Case) -> Vec<Violation> {
    let mut found = Vec::new();
    for (&(date, trainer), day) in &case.days {
        for (position, &earlier) in day.cycles.iter().enumerate() {
            for (between, &later) in day.cycles[position + 1..].iter().enumerate() {
                let limit = too_close(case, earlier, later, between == 0);
                found.extend(limit.map(|limit| Violation {
                    rule: Rule::TrainerMoving,
                    subjects: vec![
                        Subject::Trainer(trainer),
                        Subject::Date(date),
                        subject(earlier),
                        subject(later),
                    ],
                    measured: Measure::Minutes(case.start(later) - case.end(earlier)),
                    limit,
                }));
            }
        }
    }
    found
}

/// What moving from one session to a later one takes, where it takes more than there is.
fn too_close(case: &Case, earlier: &Cycle, later: &Cycle, is_next: bool) -> Option<Limit> {
    let pause = case.start(later) - case.end(earlier);
    let turnaround = case.instance.rules.travel.turnaround;
    let Some(leg) = case.instance.way_between_venues(earlier.venue, later.venue) else {
        return (!is_next || pause < turnaround).then_some(Limit::Reachable);
    };
    let needed = leg.minutes + turnaround;
    (pause < needed).then_some(Limit::AtLeast(Measure::Minutes(needed)))
}

/// Every leg of a trainer's day, from the base by the kit's depot and the venues and back, can be travelled.
pub(super) fn trainer_reach(case: &Case) -> Vec<Violation> {
    let working = case.days.iter().filter(|(_, day)| !day.cycles.is_empty());
    working.flat_map(|(&(date, trainer), day)| unreachable_legs(case, date, trainer, day)).collect()
}

fn unreachable_legs(case: &Case, date: Date, trainer: TrainerId, day: &Day) -> Vec<Violation> {
    let base = Stop::Base(case.instance.trainers[trainer].base);
    let depot = day.kits.first().map(|&kit| Stop::Depot(case.instance.kits[kit].depot));
    let venues = day.cycles.iter().map(|cycle| Stop::Venue(cycle.venue));
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
