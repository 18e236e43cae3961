//! H5 and the definition of a cycle: which days its sessions fall on.

use jiff::Span;
use jiff::civil::Date;

use super::case::{Case, dates, subject};
use super::venue::outside;
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::calendar::{a_week_after, days_between};
use crate::instance::entities::Availability;
use crate::plan::Cycle;
use crate::rules::Rule;

/// The sessions fall on the first N dates, from the first date on, that are a week apart on the slot's weekday and open for the
/// venue; the first date itself is open. They are listed in order.
///
/// Where the first date is not possible, the limit shows the dates from the next possible one on. Sessions on closed days are
/// listed with the closure.
pub(super) fn session_dates(case: &Case) -> Vec<Violation> {
    let n_sessions = case.instance.rules.cycle.sessions;
    let judge = |cycle: &Cycle| {
        let limit = match cycle.sessions.iter().min() {
            None => Measure::Count(n_sessions),
            Some(&first) => Measure::Dates(open_dates(case, cycle, first)),
        };
        let measured = Measure::Dates(cycle.sessions.clone());
        (measured != limit).then(|| Violation {
            rule: Rule::SessionDates,
            subjects: std::iter::once(subject(cycle)).chain(closed(case, cycle)).collect(),
            measured,
            limit: Limit::Exactly(limit),
        })
    };
    case.new_cycles().filter_map(judge).collect()
}

/// The sessions of a cycle that fall on days closed for its venue.
fn closed(case: &Case, cycle: &Cycle) -> impl Iterator<Item = Subject> {
    let closed = |date| Some(Subject::Closed(date, case.instance.closure_of_venue(cycle.venue, date)?));
    dates(cycle).into_iter().filter_map(closed)
}

/// The first N open dates on the slot's weekday from `first` on; fewer if the later of the horizon's end and the plan's last date
/// comes first.
fn open_dates(case: &Case, cycle: &Cycle, first: Date) -> Vec<Date> {
    let ahead = first.weekday().until(case.instance.slots[cycle.slot].weekday);
    let start = first.checked_add(Span::new().days(i64::from(ahead))).ok();
    let last = cycle.sessions.iter().max().copied().unwrap_or(first).max(case.instance.rules.horizon.end);
    std::iter::successors(start, |&date| a_week_after(date))
        .take_while(|&date| date <= last)
        .filter(|&date| case.instance.is_open(cycle.venue, date))
        .take(case.instance.rules.cycle.sessions)
        .collect()
}

/// Every session is within the horizon.
pub(super) fn horizon(case: &Case) -> Vec<Violation> {
    let horizon = case.instance.rules.horizon;
    let horizon = Availability { from: Some(horizon.start), until: Some(horizon.end) };
    let mut found = Vec::new();
    for cycle in case.new_cycles() {
        for date in dates(cycle) {
            if let Some(limit) = outside(horizon, date) {
                let (subjects, measured) = (vec![subject(cycle)], Measure::Date(date));
                found.push(Violation { rule: Rule::Horizon, subjects, measured, limit });
            }
        }
    }
    found
}

/// Two consecutive sessions are at most `max_gap_days` apart.
pub(super) fn max_gap(case: &Case) -> Vec<Violation> {
    let longest = case.instance.rules.cycle.max_gap_days;
    let mut found = Vec::new();
    for cycle in case.new_cycles() {
        for pair in dates(cycle).windows(2) {
            let gap = days_between(pair[0], pair[1]);
            if gap > longest {
                found.push(Violation {
                    rule: Rule::MaxGap,
                    subjects: vec![subject(cycle), Subject::Date(pair[0]), Subject::Date(pair[1])],
                    measured: Measure::Days(gap),
                    limit: Limit::AtMost(Measure::Days(longest)),
                });
            }
        }
    }
    found
}
