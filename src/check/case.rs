//! A plan laid out for judging: its sessions by date, and each trainer's days.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::role::Beside;
use super::violation::Subject;
use crate::instance::Instance;
use crate::instance::ids::{KitId, TrainerId};
use crate::instance::units::Minutes;
use crate::plan::{Breakdown, Cycle, Plan};

/// What the checks look at.
pub(super) struct Case<'a> {
    pub(super) instance: &'a Instance,
    pub(super) plan: &'a Plan,
    pub(super) breakdown: Breakdown,
    /// The announced plan, if any.
    pub(super) beside: Option<Beside<'a>>,
    /// Every day on which a trainer has a session or a kit; where a plan was announced, those to come.
    pub(super) days: BTreeMap<(Date, TrainerId), Day<'a>>,
}

/// One trainer's day.
#[derive(Default)]
pub(super) struct Day<'a> {
    /// The cycles that meet, in time order.
    pub(super) cycles: Vec<&'a Cycle>,
    /// The kits on the roster, one entry per row.
    pub(super) kits: Vec<KitId>,
}

impl<'a> Case<'a> {
    pub(super) fn new(instance: &'a Instance, plan: &'a Plan, breakdown: Breakdown) -> Self {
        let mut days: BTreeMap<(Date, TrainerId), Day<'a>> = BTreeMap::new();
        let beside = instance.standing().map(|(announced, today)| Beside::new(announced, today, plan));
        let is_judged = |date: Date| beside.as_ref().is_none_or(|beside| beside.announced.today <= date);
        for cycle in &plan.cycles {
            for date in dates(cycle).into_iter().filter(|&date| is_judged(date)) {
                days.entry((date, cycle.trainer_on(date))).or_default().cycles.push(cycle);
            }
        }
        for taken in plan.kit_roster.iter().filter(|taken| is_judged(taken.date)) {
            days.entry((taken.date, taken.trainer)).or_default().kits.push(taken.kit);
        }
        for day in days.values_mut() {
            day.cycles.sort_by_key(|cycle| instance.slots[cycle.slot].start_minute);
        }
        Self { instance, plan, breakdown, beside, days }
    }

    /// Whether the sessions of `date` are judged: it is to come, or no plan was announced (rule L6).
    pub(super) fn is_to_come(&self, date: Date) -> bool {
        self.beside.as_ref().is_none_or(|beside| beside.announced.today <= date)
    }

    /// Start of a cycle's sessions, minutes after midnight.
    pub(super) fn start(&self, cycle: &Cycle) -> Minutes {
        self.instance.session_time(cycle.slot).0
    }

    /// End of a cycle's sessions, minutes after midnight of the day they start on.
    pub(super) fn end(&self, cycle: &Cycle) -> Minutes {
        self.instance.session_time(cycle.slot).1
    }
}

/// Dates of a cycle's sessions, sorted, each once: a date listed twice breaks `session_dates` and nothing else.
pub(super) fn dates(cycle: &Cycle) -> Vec<Date> {
    let mut dates = cycle.sessions.clone();
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// The cycle as the subject of a violation.
pub(super) fn subject(cycle: &Cycle) -> Subject {
    Subject::Cycle(cycle.id.clone())
}
