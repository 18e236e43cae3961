//! L1 and L6: held sessions and kits are as announced.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::case::Case;
use crate::check::violation::{Limit, Measure, Subject, Violation};
use crate::instance::announced::Session;
use crate::instance::ids::AnnouncedId;
use crate::plan::{Cycle, KitUse};
use crate::rules::Rule;

/// Every begun cycle is in the plan under its id, with its track, slot and held sessions as announced.
pub(in crate::check) fn held_sessions(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let judge = |id: AnnouncedId| {
        let (told, today) = (beside.announced.held(id), beside.announced.today);
        let now = case.plan.cycles.iter().find(|cycle| cycle.id == beside.announced.cycles[id].id);
        let of = |cycle: &Cycle| -> Vec<Session> {
            cycle.meetings().filter(|session| session.date < today).collect()
        };
        let is_same = |cycle: &Cycle| {
            let announced = &beside.announced.cycles[id];
            (cycle.slot, cycle.track) == (announced.slot, announced.track) && of(cycle) == told
        };
        let is_kept =
            if told.is_empty() { now.is_none_or(|now| of(now).is_empty()) } else { now.is_some_and(is_same) };
        let dates =
            |sessions: &[Session]| Measure::Dates(sessions.iter().map(|session| session.date).collect());
        (!is_kept).then(|| Violation {
            rule: Rule::HeldSessions,
            subjects: vec![Subject::Cycle(beside.announced.cycles[id].id.clone())],
            measured: dates(&now.map(of).unwrap_or_default()),
            limit: Limit::Exactly(dates(told)),
        })
    };
    beside.announced.cycles.keys().filter_map(judge).collect()
}

/// The kit roster of held days is as announced. The measure is the number of kits of the day.
pub(in crate::check) fn held_kits(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let today = beside.announced.today;
    let now: BTreeSet<&KitUse> = case.plan.kit_roster.iter().filter(|taken| taken.date < today).collect();
    let told: BTreeSet<&KitUse> = beside.announced.kits_taken().collect();
    let days: BTreeSet<Date> = now.symmetric_difference(&told).map(|taken| taken.date).collect();
    let count = |rows: &BTreeSet<&KitUse>, day: Date| {
        Measure::Count(rows.iter().filter(|taken| taken.date == day).count())
    };
    let found = |day: Date| Violation {
        rule: Rule::HeldKits,
        subjects: vec![Subject::Date(day)],
        measured: count(&now, day),
        limit: Limit::Exactly(count(&told, day)),
    };
    days.into_iter().map(found).collect()
}
