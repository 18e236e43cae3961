//! Days for a moved cycle, and for a postponed session; who is free on them.

use jiff::civil::Date;

use crate::instance::Instance;
use crate::instance::calendar::a_week_after;
use crate::instance::ids::TrainerId;
use crate::plan::{Cycle, Plan};

/// Whether a trainer can lead a cycle's session on a day, and leads no other at that time.
pub(in crate::app) fn is_led_freely(
    instance: &Instance,
    plan: &Plan,
    cycle: &Cycle,
    (trainer, date): (TrainerId, Date),
) -> bool {
    let leads =
        |other: &Cycle| other.meetings().any(|session| (session.date, session.trainer) == (date, trainer));
    let is_taken = |other: &Cycle| {
        other.id != cycle.id && leads(other) && instance.slots_overlap(other.slot, cycle.slot)
    };
    instance.can_lead(trainer, cycle.slot, cycle.track, date) && !plan.cycles.iter().any(is_taken)
}

/// Whether a cycle's room and trainer are available for a session on a day, and no other cycle uses them at that time.
fn is_free(instance: &Instance, plan: &Plan, cycle: &Cycle, date: Date) -> bool {
    let is_taken = |other: &Cycle| {
        let meets = other.meetings().find(|session| session.date == date);
        let is_shared = meets.is_some_and(|session| session.venue == cycle.venue);
        other.id != cycle.id && is_shared && instance.slots_overlap(other.slot, cycle.slot)
    };
    instance.can_be_used(cycle.venue, cycle.slot, date)
        && is_led_freely(instance, plan, cycle, (cycle.trainer, date))
        && !plan.cycles.iter().any(is_taken)
}

/// The sessions of a cycle that starts on `earliest` or later: the first on which room and trainer are free, else the
/// first possible ones.
pub(super) fn starts_from(
    instance: &Instance,
    plan: &Plan,
    cycle: &Cycle,
    earliest: Date,
) -> Option<Vec<Date>> {
    let days = instance.slot_dates(cycle.slot).into_iter().filter(|&day| earliest <= day);
    let all: Vec<Vec<Date>> =
        days.filter_map(|day| instance.session_dates(cycle.venue, cycle.slot, day)).collect();
    let is_all_free = |dates: &&Vec<Date>| dates.iter().all(|&date| is_free(instance, plan, cycle, date));
    all.iter().find(is_all_free).or(all.first()).cloned()
}

/// The first day after a session's on which the cycle can hold it.
pub(in crate::app) fn latter_day(
    instance: &Instance,
    plan: &Plan,
    cycle: &Cycle,
    date: Date,
) -> Option<Date> {
    let later = std::iter::successors(a_week_after(date), |&day| a_week_after(day));
    let mut later = later.take_while(|&day| instance.rules.horizon.contains(day));
    later.find(|&day| !cycle.sessions.contains(&day) && is_free(instance, plan, cycle, day))
}
