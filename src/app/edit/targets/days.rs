//! The effect of a moved cycle's sessions on days: one plan with a session on every day of a slot, in one room, by one trainer.
//!
//! Days are independent, unless a session ends past midnight; then the adjacent days are included.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::apart::Apart;
use super::effect::first;
use crate::app::amend::today::with_kits;
use crate::check::Violation;
use crate::check::part::Part;
use crate::instance::Instance;
use crate::instance::calendar::days_between;
use crate::instance::ids::SlotId;
use crate::instance::units::Minutes;
use crate::plan::edit::tours_by_day;
use crate::plan::{Cycle, Plan};
use crate::rules::Rule;
use crate::units::Euros;

const MIDNIGHT: i64 = 24 * 60;

/// The effect on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Day {
    /// The first newly broken rule.
    pub(super) broken: Option<Rule>,
    /// Cost of its tours, euros.
    pub(super) tours: Euros,
}

/// The days of a slot, without the cycle to be moved.
pub(super) struct Days {
    dates: Vec<Date>,
    /// The plan before, for its kits.
    before: Plan,
    rest: Plan,
    /// Position of the cycle in `rest`.
    position: usize,
}

impl Days {
    /// All days of a slot.
    pub(super) fn new(apart: &Apart, slot: SlotId) -> Self {
        Self::on(apart, apart.instance.slot_dates(slot))
    }

    /// The days that the cycle vacates.
    pub(super) fn left(apart: &Apart) -> BTreeMap<Date, Day> {
        let cycles = &apart.before.plan.cycles;
        let is_kept = |cycle: &Cycle| apart.rest.cycles.iter().any(|one| one.id == cycle.id);
        let moved = cycles.iter().filter(|cycle| !is_kept(cycle));
        let mut dates: Vec<Date> = moved.flat_map(|cycle| cycle.sessions.iter().copied()).collect();
        dates.sort_unstable();
        dates.dedup();
        let days = Self::on(apart, dates);
        let plan = with_kits(&apart.instance, &days.before, days.rest.clone());
        days.of(apart, &plan, apart.new_in(&plan, Part::Day)).1
    }

    fn on(apart: &Apart, dates: Vec<Date>) -> Self {
        let reach = i32::from(any_ends_past_midnight(&apart.instance));
        let is_near = |day: Date| match dates.binary_search(&day) {
            Ok(_) => true,
            Err(next) => {
                let around = dates[..next].last().into_iter().chain(dates.get(next));
                reach > 0 && around.into_iter().any(|&one| days_between(one, day).abs() <= reach)
            }
        };
        let earlier = &apart.rest.cycles[..apart.position];
        let position = earlier.iter().filter(|cycle| cycle.sessions.iter().any(|&day| is_near(day))).count();
        let (before, rest) = (apart.before.plan.on_days(is_near), apart.rest.on_days(is_near));
        Self { dates, before, rest, position }
    }

    /// The effect on each day if the cycle had a session on all of them; and the first rule broken independently of days.
    pub(super) fn with(&self, apart: &Apart, cycle: &Cycle) -> (Option<Rule>, BTreeMap<Date, Day>) {
        let cycle = Cycle { sessions: self.dates.clone(), ..cycle.clone() };
        let plan = self.rest.with_cycle(self.position, cycle);
        let plan = with_kits(&apart.instance, &self.before, plan);
        let found = [Part::Day, Part::Lead].into_iter().flat_map(|part| apart.new_in(&plan, part)).collect();
        self.of(apart, &plan, found)
    }

    fn of(&self, apart: &Apart, plan: &Plan, found: Vec<Violation>) -> (Option<Rule>, BTreeMap<Date, Day>) {
        let mut always = None;
        let mut days: BTreeMap<Date, Day> = self.dates.iter().map(|&date| (date, Day::default())).collect();
        for violation in found {
            match violation.day() {
                None => always = first(always, Some(violation.rule)),
                Some(day) => {
                    let nearest = self.dates.iter().min_by_key(|&&one| days_between(one, day).abs());
                    if let Some(day) = nearest.and_then(|nearest| days.get_mut(nearest)) {
                        day.broken = first(day.broken, Some(violation.rule));
                    }
                }
            }
        }
        for (date, cost) in tours_by_day(&apart.instance, plan) {
            if let Some(day) = days.get_mut(&date) {
                day.tours = cost;
            }
        }
        (always, days)
    }
}

/// Whether any session ends past midnight.
fn any_ends_past_midnight(instance: &Instance) -> bool {
    instance.slots.keys().any(|slot| instance.session_time(slot).1 > Minutes::whole(MIDNIGHT))
}
