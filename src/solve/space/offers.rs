//! What can be held, and by which trainers: runs, patterns and staff.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use jiff::civil::Date;
use typed_index_collections::TiVec;

use super::super::courses::base::Base;
use super::super::courses::settled::Settled;
use super::{Day, Pattern, Run, Staff};
use crate::instance::Instance;
use crate::instance::calendar::days_between;
use crate::instance::entities::Trainer;
use crate::instance::ids::{SlotId, TrainerId};

/// Runs, and the patterns on them, ordered by venue, then slot, then first date; only where the sessions held in every plan leave
/// the room free.
pub(super) fn patterns(instance: &Instance, settled: &Settled) -> (Vec<Run>, Vec<Pattern>) {
    let start = instance.rules.horizon.start;
    let mut run_of: BTreeMap<(SlotId, Vec<Day>), usize> = BTreeMap::new();
    let (mut runs, mut patterns) = (Vec::new(), Vec::new());
    let cycle = &instance.rules.cycle;
    let tablet = instance.rules.costs.tablet_session.to_f64() * cycle.sessions as f64;
    let earliest = instance.announced.as_ref().map_or(start, |announced| announced.first_new().max(start));
    for (id, venue) in instance.venues.iter_enumerated() {
        let capacity = instance.places_at(id);
        if !instance.is_host(venue.commune) || capacity < cycle.min_group {
            continue;
        }
        let fixed =
            venue.cost_per_session.times(cycle.sessions).to_f64() + instance.rules.costs.cycle_setup.to_f64();
        for &slot in &venue.slots {
            for first in instance.slot_dates(slot).into_iter().filter(|&first| earliest <= first) {
                let Some(dates) = instance.session_dates(id, slot, first) else { continue };
                let is_free = |&date: &Date| {
                    venue.availability.contains(date) && settled.is_free(instance, id, slot, date)
                };
                if !dates.iter().all(is_free) {
                    continue;
                }
                let days: Vec<Day> = dates.iter().map(|&date| days_between(start, date) as Day).collect();
                let run = *run_of.entry((slot, days.clone())).or_insert_with(|| {
                    runs.push(Run { slot, days });
                    runs.len() - 1
                });
                patterns.push(Pattern {
                    venue: id,
                    host: venue.commune,
                    place: 0,
                    step_free: venue.step_free,
                    run,
                    slot,
                    first: runs[run].days[0],
                    capacity,
                    least: cycle.min_group,
                    fixed,
                    tablet,
                    changes: 0.0,
                    told: None,
                    course: None,
                    listed: 0,
                    is_closed: false,
                });
            }
        }
    }
    (runs, patterns)
}

/// Trainers, with the runs that they may lead in addition to the sessions held in every plan.
pub(super) fn staff(
    instance: &Instance,
    runs: &[Run],
    base: &Base,
    settled: &Settled,
) -> TiVec<TrainerId, Staff> {
    let start = instance.rules.horizon.start;
    let led = |of: &TiVec<TrainerId, usize>, id: TrainerId| of.get(id).copied().unwrap_or(0);
    let is_first = instance.announced.is_none();
    let paid = instance.rules.cycle.session_minutes + instance.rules.costs.prep;
    let one = |(id, trainer): (TrainerId, &Trainer)| {
        let most = trainer.max_sessions.unwrap_or(usize::MAX);
        let max_sessions = most.saturating_sub(led(&base.led, id));
        let max_cycles = most.saturating_sub(led(&base.led_at_least, id)) / instance.rules.cycle.sessions;
        let works = |run: &Run| {
            // A limit does not forbid announced cycles that are open to change (rule L6).
            (max_cycles > 0 || !is_first)
                && trainer.slots.contains(&run.slot)
                && run.days.iter().all(|&day| {
                    let date = start.checked_add(jiff::Span::new().days(day as i64));
                    date.is_ok_and(|date| {
                        instance.works_on(id, date) && settled.spares(instance, id, run.slot, date)
                    })
                })
        };
        let mut tracks = FixedBitSet::with_capacity(instance.tracks.len());
        trainer.tracks.iter().for_each(|&track| tracks.insert(track.into()));
        let mut workable = FixedBitSet::with_capacity(runs.len());
        runs.iter().enumerate().filter(|(_, run)| works(run)).for_each(|(index, _)| workable.insert(index));
        Staff {
            base: trainer.base,
            minute_cost: trainer.hourly_cost.to_f64() / 60.0,
            km_cost: trainer.km_cost.to_f64(),
            cycle_time: trainer.hourly_cost.per_hour(paid).times(instance.rules.cycle.sessions).to_f64(),
            tracks,
            runs: workable,
            max_day: trainer.max_sessions_per_day,
            max_week: trainer.max_sessions_per_week,
            max_cycles,
            max_sessions,
        }
    };
    instance.trainers.iter_enumerated().map(one).collect()
}

/// Crews: trainers that no rule and no cost distinguishes, listed under the first of them; and the first trainer of each one's
/// crew. Where announced sessions distinguish them, each trainer is a crew of one.
pub(super) fn crews(
    staff: &TiVec<TrainerId, Staff>,
    are_alike: bool,
) -> (TiVec<TrainerId, Vec<TrainerId>>, TiVec<TrainerId, TrainerId>) {
    let first_like =
        |one: &Staff| staff.iter_enumerated().find(|(_, other)| *other == one).map(|(first, _)| first);
    let leader: TiVec<TrainerId, TrainerId> = staff
        .iter_enumerated()
        .map(|(trainer, one)| first_like(one).filter(|_| are_alike).unwrap_or(trainer))
        .collect();
    let mut crews = TiVec::from(vec![Vec::new(); staff.len()]);
    leader.iter_enumerated().for_each(|(trainer, &first)| crews[first].push(trainer));
    (crews, leader)
}
