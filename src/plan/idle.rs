//! What a plan leaves unused while residents are unserved: trainers' sessions, kit days and budget; and the main reasons why
//! residents are unserved.
//!
//! Sessions are counted individually; whether a whole cycle fits is not known, which is why reasons accompany the counts.
//! Linear in trainers × days of the horizon × slots.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Plan;
use super::reasons::Reason;
use crate::instance::Instance;
use crate::instance::calendar::monday;
use crate::instance::entities::Scope;
use crate::instance::ids::{KitId, ResidentId, SlotId, TrainerId};
use crate::instance::units::Euros;

/// Free units out of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Free.
    pub free: usize,
    /// Total: free and used.
    pub of: usize,
}

/// What a plan leaves unused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    /// Sessions that trainers could still run: within their limits, in addition to their other sessions, on days that are not
    /// closed for all and, with an announced plan, on which something new may still begin.
    pub trainer_sessions: Share,
    /// Days on which a kit is available but not taken out.
    pub kit_days: Share,
    /// What is left of the budget, if one is set.
    pub budget: Option<Euros>,
}

/// Counts what a plan of gross cost `gross` leaves unused.
pub fn idle(instance: &Instance, plan: &Plan, gross: Euros) -> Idle {
    let days = open_days(instance);
    let trainers = instance.trainers.keys().map(|trainer| sessions_of(instance, plan, trainer, &days));
    let trainer_sessions =
        trainers.fold(Share::default(), |sum, one| Share { free: sum.free + one.free, of: sum.of + one.of });
    let dates: BTreeSet<Date> = days.iter().map(|&(date, _)| date).collect();
    let taken: BTreeSet<(KitId, Date)> =
        plan.kit_roster.iter().map(|taken| (taken.kit, taken.date)).collect();
    let of = instance.kits.len() * dates.len();
    let used = taken.iter().filter(|(_, date)| dates.contains(date)).count();
    Idle {
        trainer_sessions,
        kit_days: Share { free: of - used, of },
        budget: instance.rules.costs.max_gross.map(|most| most - gross),
    }
}

/// Codes of reasons with the number of residents each leaves unserved, most frequent first.
pub fn main_reasons(reasons: &[(ResidentId, Reason)]) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (_, reason) in reasons {
        *counts.entry(reason.code()).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

/// Every date and slot of the horizon without a closure for all, in order; with an announced plan, those on which something
/// new may still begin.
fn open_days(instance: &Instance) -> Vec<(Date, SlotId)> {
    let first = first_day(instance);
    let is_closed = |date: Date| {
        let mut closures = instance.closures.iter().filter(|closure| closure.scope == Scope::All);
        closures.any(|closure| closure.from <= date && date <= closure.until)
    };
    let slots = instance.slots.keys().flat_map(|slot| {
        let dates = instance.slot_dates(slot).into_iter().filter(|&date| first <= date && !is_closed(date));
        dates.map(move |date| (date, slot))
    });
    let mut days: Vec<(Date, SlotId)> = slots.collect();
    days.sort_by_key(|&(date, slot)| (date, instance.slots[slot].start_minute));
    days
}

/// The first day on which anything new may begin.
fn first_day(instance: &Instance) -> Date {
    instance.standing().map_or(Date::MIN, |(announced, _)| announced.first_new())
}

/// The sessions of a trainer on these days: those of the plan, and those that could be added.
fn sessions_of(instance: &Instance, plan: &Plan, trainer: TrainerId, days: &[(Date, SlotId)]) -> Share {
    let limits = &instance.trainers[trainer];
    let mut taken: BTreeMap<Date, Vec<SlotId>> = BTreeMap::new();
    let mut weeks: BTreeMap<Date, usize> = BTreeMap::new();
    for cycle in &plan.cycles {
        for held in cycle.meetings().filter(|held| held.trainer == trainer) {
            taken.entry(held.date).or_default().push(cycle.slot);
            *weeks.entry(monday(held.date)).or_default() += 1;
        }
    }
    let held: usize = weeks.values().sum();
    let most = limits.max_sessions.unwrap_or(usize::MAX);
    let first = first_day(instance);
    let ahead: usize = taken.range(first..).map(|(_, slots)| slots.len()).sum();
    let mut free = 0;
    for &(date, slot) in days {
        let (day, of_week) = (taken.entry(date).or_default(), weeks.entry(monday(date)).or_default());
        let fits = held + free < most
            && limits.slots.contains(&slot)
            && instance.works_on(trainer, date)
            && day.len() < limits.max_sessions_per_day
            && *of_week < limits.max_sessions_per_week
            && day.iter().all(|&other| !instance.slots_overlap(slot, other));
        if fits {
            day.push(slot);
            *of_week += 1;
            free += 1;
        }
    }
    Share { free, of: ahead + free }
}
