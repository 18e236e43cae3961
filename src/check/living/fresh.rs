//! L5: new cycles begin with notice, under new ids.

use crate::check::case::{Case, subject};
use crate::check::violation::{Limit, Measure, Violation};
use crate::plan::Cycle;
use crate::rules::Rule;

/// The first session of a new cycle is on `today + notice_days` or later.
pub(in crate::check) fn notice(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let earliest = beside.announced.first_new();
    let judge = |cycle: &Cycle| {
        let first = cycle.sessions.iter().min().copied().filter(|&first| first < earliest)?;
        let (measured, limit) = (Measure::Date(first), Limit::AtLeast(Measure::Date(earliest)));
        Some(Violation { rule: Rule::Notice, subjects: vec![subject(cycle)], measured, limit })
    };
    case.new_cycles().filter_map(judge).collect()
}

/// A new cycle has an id that was never announced, and no session in another room or with another trainer.
pub(in crate::check) fn new_id(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let judge = |cycle: &Cycle| {
        let is_taken = beside.told(cycle).is_some() || beside.announced.closed.contains(&cycle.id);
        (is_taken || !cycle.repairs.is_empty()).then(|| Violation {
            rule: Rule::NewId,
            subjects: vec![subject(cycle)],
            measured: Measure::Count(cycle.repairs.len()),
            limit: Limit::Exactly(Measure::Count(0)),
        })
    };
    case.new_cycles().filter_map(judge).collect()
}
