//! H8: which trainer takes which kit, on which day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::case::{Case, Day};
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::ids::{KitId, TrainerId};
use crate::plan::Cycle;
use crate::plan::costs::tablets_needed;
use crate::rules::Rule;

/// A trainer with a session that needs tablets takes out exactly one kit; a repeated roster row counts twice.
pub(super) fn kit_taken(case: &Case) -> Vec<Violation> {
    let judge = |(&(date, trainer), day): (&(Date, TrainerId), &Day)| {
        let is_wrong = tablets_of_day(case, date, day) > 0 && day.kits.len() != 1;
        is_wrong.then(|| Violation {
            rule: Rule::KitTaken,
            subjects: [Subject::Trainer(trainer), Subject::Date(date)]
                .into_iter()
                .chain(day.kits.iter().map(|&kit| Subject::Kit(kit)))
                .collect(),
            measured: Measure::Count(day.kits.len()),
            limit: Limit::Exactly(Measure::Count(1)),
        })
    };
    case.days.iter().filter_map(judge).collect()
}

/// The kit has at least as many tablets as the neediest session of the day needs.
pub(super) fn kit_size(case: &Case) -> Vec<Violation> {
    each_kit(case, |kit, needed| {
        let tablets = case.instance.kits[kit].tablets;
        (tablets < needed).then_some((
            Rule::KitSize,
            Measure::Count(tablets),
            Limit::AtLeast(Measure::Count(needed)),
        ))
    })
}

/// A kit goes to at most one trainer a day.
pub(super) fn kit_shared(case: &Case) -> Vec<Violation> {
    let mut takers: BTreeMap<(Date, KitId), BTreeSet<TrainerId>> = BTreeMap::new();
    for taken in case.plan.kit_roster.iter().filter(|taken| case.is_to_come(taken.date)) {
        takers.entry((taken.date, taken.kit)).or_default().insert(taken.trainer);
    }
    let found = |((date, kit), trainers): ((Date, KitId), BTreeSet<TrainerId>)| Violation {
        rule: Rule::KitShared,
        subjects: [Subject::Kit(kit), Subject::Date(date)]
            .into_iter()
            .chain(trainers.iter().map(|&trainer| Subject::Trainer(trainer)))
            .collect(),
        measured: Measure::Count(trainers.len()),
        limit: Limit::AtMost(Measure::Count(1)),
    };
    takers.into_iter().filter(|(_, trainers)| trainers.len() > 1).map(found).collect()
}

/// A trainer who needs no tablets takes no kit, even on a day without sessions. The measure is the number of tablets needed.
pub(super) fn kit_unneeded(case: &Case) -> Vec<Violation> {
    each_kit(case, |_, needed| {
        (needed == 0).then_some((Rule::KitUnneeded, Measure::Count(0), Limit::AtLeast(Measure::Count(1))))
    })
}

/// Kit tablets of the neediest session of a day.
fn tablets_of_day(case: &Case, date: Date, day: &Day) -> usize {
    let needed = |cycle: &&Cycle| tablets_needed(case.instance, cycle, cycle.venue_on(date));
    day.cycles.iter().map(needed).max().unwrap_or_default()
}

fn each_kit(case: &Case, judge: impl Fn(KitId, usize) -> Option<(Rule, Measure, Limit)>) -> Vec<Violation> {
    let mut found = Vec::new();
    for (&(date, trainer), day) in &case.days {
        let needed = tablets_of_day(case, date, day);
        for &kit in &day.kits {
            if let Some((rule, measured, limit)) = judge(kit, needed) {
                let subjects = vec![Subject::Trainer(trainer), Subject::Date(date), Subject::Kit(kit)];
                found.push(Violation { rule, subjects, measured, limit });
            }
        }
    }
    found
}
