//! H6: what a trainer teaches, and when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Case, dates, subject};
use super::role::Role;
use super::venue::outside;
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::announced::Session;
use crate::instance::calendar::monday;
use crate::instance::ids::TrainerId;
use crate::plan::Cycle;
use crate::rules::Rule;

/// The slot is one of the trainer's.
pub(super) fn trainer_slot(case: &Case) -> Vec<Violation> {
    let judge = |cycle: &Cycle| {
        let worked = &case.instance.trainers[cycle.trainer].slots;
        (!worked.contains(&cycle.slot)).then(|| Violation {
            rule: Rule::TrainerSlot,
            subjects: vec![subject(cycle), Subject::Trainer(cycle.trainer)],
            measured: Measure::Slot(cycle.slot),
            limit: Limit::OneOf(worked.iter().copied().map(Measure::Slot).collect()),
        })
    };
    case.new_cycles().filter_map(judge).collect()
}

/// The track is one of the trainer's.
pub(super) fn trainer_track(case: &Case) -> Vec<Violation> {
    let judge = |cycle: &Cycle| {
        let taught = &case.instance.trainers[cycle.trainer].tracks;
        (!taught.contains(&cycle.track)).then(|| Violation {
            rule: Rule::TrainerTrack,
            subjects: vec![subject(cycle), Subject::Trainer(cycle.trainer)],
            measured: Measure::Track(cycle.track),
            limit: Limit::OneOf(taught.iter().copied().map(Measure::Track).collect()),
        })
    };
    case.new_cycles().filter_map(judge).collect()
}

/// Every session is within the trainer's availability and on no day closed for them.
pub(super) fn trainer_available(case: &Case) -> Vec<Violation> {
    let mut found = Vec::new();
    for cycle in case.new_cycles() {
        for date in dates(cycle) {
            let availability = case.instance.trainers[cycle.trainer].availability;
            let subjects = vec![subject(cycle), Subject::Trainer(cycle.trainer)];
            let unavailable = outside(availability, date).map(|limit| (subjects.clone(), limit));
            let closed = closed(case, cycle.trainer, date)
                .map(|(closure, limit)| ([subjects, vec![closure]].concat(), limit));
            found.extend(unavailable.into_iter().chain(closed).map(|(subjects, limit)| Violation {
                rule: Rule::TrainerAvailable,
                subjects,
                measured: Measure::Date(date),
                limit,
            }));
        }
    }
    found
}

/// The closure of a trainer on a day, and the limit that it sets.
fn closed(case: &Case, trainer: TrainerId, date: Date) -> Option<(Subject, Limit)> {
    let position = case.instance.closure_of_trainer(trainer, date)?;
    let closure = &case.instance.closures[position];
    Some((Subject::Closed(date, position), Limit::Outside(closure.from, closure.until)))
}

/// At most `max_sessions_per_day` on a day.
pub(super) fn trainer_day(case: &Case) -> Vec<Violation> {
    let judge = |(&(date, trainer), day): (&(Date, TrainerId), &super::case::Day)| {
        let most = case.instance.trainers[trainer].max_sessions_per_day;
        (day.cycles.len() > most).then(|| Violation {
            rule: Rule::TrainerDay,
            subjects: [Subject::Trainer(trainer), Subject::Date(date)]
                .into_iter()
                .chain(day.cycles.iter().map(|cycle| subject(cycle)))
                .collect(),
            measured: Measure::Count(day.cycles.len()),
            limit: Limit::AtMost(Measure::Count(most)),
        })
    };
    case.days.iter().filter_map(judge).collect()
}

/// At most `max_sessions_per_week` in an ISO week; held sessions count only in weeks with sessions to come.
pub(super) fn trainer_week(case: &Case) -> Vec<Violation> {
    let mut weeks: BTreeMap<(TrainerId, Date), usize> = BTreeMap::new();
    for (&(date, trainer), day) in &case.days {
        *weeks.entry((trainer, monday(date))).or_default() += day.cycles.len();
    }
    for held in case.held() {
        // Held sessions count only in weeks with sessions to come.
        if let Some(n_sessions) = weeks.get_mut(&(held.trainer, monday(held.date))) {
            *n_sessions += 1;
        }
    }
    let judge = |((trainer, week), n_sessions): ((TrainerId, Date), usize)| {
        let most = case.instance.trainers[trainer].max_sessions_per_week;
        (n_sessions > most).then(|| Violation {
            rule: Rule::TrainerWeek,
            subjects: vec![Subject::Trainer(trainer), Subject::Week(week)],
            measured: Measure::Count(n_sessions),
            limit: Limit::AtMost(Measure::Count(most)),
        })
    };
    weeks.into_iter().filter_map(judge).collect()
}

/// At most `max_sessions` over the horizon, where set. Where a plan was announced, this forbids only new cycles and stand-ins
/// that were not announced (rule L6).
pub(super) fn trainer_total(case: &Case) -> Vec<Violation> {
    let mut led: BTreeMap<TrainerId, usize> = BTreeMap::new();
    for (&(_, trainer), day) in &case.days {
        *led.entry(trainer).or_default() += day.cycles.len();
    }
    for held in case.held() {
        *led.entry(held.trainer).or_default() += 1;
    }
    let judge = |(trainer, n_sessions): (TrainerId, usize)| {
        let most = case.instance.trainers[trainer].max_sessions?;
        (n_sessions > most && case.is_newly_engaged(trainer)).then(|| Violation {
            rule: Rule::TrainerTotal,
            subjects: vec![Subject::Trainer(trainer)],
            measured: Measure::Count(n_sessions),
            limit: Limit::AtMost(Measure::Count(most)),
        })
    };
    led.into_iter().filter_map(judge).collect()
}

impl Case<'_> {
    /// Sessions that have been held; none where no plan was announced.
    fn held(&self) -> impl Iterator<Item = Session> {
        let meetings = self.plan.cycles.iter().flat_map(Cycle::meetings);
        meetings.filter(|session| !self.is_to_come(session.date))
    }

    /// Whether a trainer leads a new cycle, or a session that was announced with another trainer.
    fn is_newly_engaged(&self, trainer: TrainerId) -> bool {
        let Some(beside) = &self.beside else { return true };
        let is_led = |cycle: &&Cycle| cycle.meetings().any(|session| session.trainer == trainer);
        self.plan.cycles.iter().filter(is_led).any(|cycle| match self.role(cycle) {
            Role::New => true,
            Role::BrokenOff(_) => false,
            Role::Stands(id) => {
                let told = &beside.announced.cycles[id].sessions;
                let mut led = cycle.meetings().filter(|session| session.trainer == trainer);
                led.any(|session| {
                    told.iter().any(|told| told.date == session.date && told.trainer != trainer)
                })
            }
        })
    }
}
