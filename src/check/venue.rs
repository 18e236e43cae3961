//! H4: when a venue can be used, and by one group at a time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::case::{Case, dates, subject};
use super::violation::{CYCLES_NAMED, Limit, Measure, Subject, Violation};
use crate::instance::calendar::days_between;
use crate::instance::entities::Availability;
use crate::instance::ids::VenueId;
use crate::instance::units::Minutes;
use crate::plan::Cycle;
use crate::rules::Rule;

const DAY: i64 = 24 * 60;

/// The slot is one of the venue's.
pub(super) fn venue_slot(case: &Case) -> Vec<Violation> {
    let judge = |cycle: &Cycle| {
        let offered = &case.instance.venues[cycle.venue].slots;
        (!offered.contains(&cycle.slot)).then(|| Violation {
            rule: Rule::VenueSlot,
            subjects: vec![subject(cycle), Subject::Venue(cycle.venue)],
            measured: Measure::Slot(cycle.slot),
            limit: Limit::OneOf(offered.iter().copied().map(Measure::Slot).collect()),
        })
    };
    case.new_cycles().filter_map(judge).collect()
}

/// Every session is within the venue's `available_from … available_until`.
pub(super) fn venue_available(case: &Case) -> Vec<Violation> {
    let judge = |cycle: &Cycle| {
        let availability = case.instance.venues[cycle.venue].availability;
        let subjects = vec![subject(cycle), Subject::Venue(cycle.venue)];
        let found = |(date, limit)| Violation {
            rule: Rule::VenueAvailable,
            subjects: subjects.clone(),
            measured: Measure::Date(date),
            limit,
        };
        let outside = dates(cycle).into_iter().filter_map(|date| Some((date, outside(availability, date)?)));
        outside.map(found).collect::<Vec<_>>()
    };
    case.new_cycles().flat_map(judge).collect()
}

/// The limit of `availability` that `date` breaks, if any.
pub(super) fn outside(availability: Availability, date: Date) -> Option<Limit> {
    match availability {
        Availability { from: Some(from), .. } if date < from => Some(Limit::AtLeast(Measure::Date(from))),
        Availability { until: Some(until), .. } if date > until => Some(Limit::AtMost(Measure::Date(until))),
        _ => None,
    }
}

/// No two sessions of a venue overlap in time, including sessions past midnight.
///
/// A session and all those that begin before it ends are one violation. The measure is the start of the first of these, in
/// minutes after midnight of the earlier session's day; the limit is the earlier session's end.
pub(super) fn venue_overlap(case: &Case) -> Vec<Violation> {
    let mut sessions: BTreeMap<VenueId, Vec<(Date, Minutes, &Cycle)>> = BTreeMap::new();
    for cycle in &case.plan.cycles {
        for date in dates(cycle).into_iter().filter(|&date| case.is_to_come(date)) {
            sessions.entry(cycle.venue_on(date)).or_default().push((date, case.start(cycle), cycle));
        }
    }
    let mut found = Vec::new();
    for (venue, mut sessions) in sessions {
        sessions.sort_by_key(|&(date, start, _)| (date, start));
        for (position, &(date, _, earlier)) in sessions.iter().enumerate() {
            let end = case.end(earlier);
            let start_of = |&(later_date, start, _): &(Date, Minutes, &Cycle)| {
                start + Minutes::whole(DAY * i64::from(days_between(date, later_date)))
            };
            // In time order, the first session that starts after the end is followed by none that overlaps.
            let later = &sessions[position + 1..];
            let later = &later[..later.partition_point(|session| start_of(session) < end)];
            let Some(first) = later.first() else { continue };
            let named = later.iter().take(CYCLES_NAMED).map(|(_, _, cycle)| subject(cycle));
            let more = later.len().checked_sub(CYCLES_NAMED).filter(|&more| more > 0).map(Subject::More);
            found.push(Violation {
                rule: Rule::VenueOverlap,
                subjects: [subject(earlier)]
                    .into_iter()
                    .chain(named)
                    .chain(more)
                    .chain([Subject::Venue(venue), Subject::Date(date)])
                    .collect(),
                measured: Measure::Time(start_of(first)),
                limit: Limit::AtLeast(Measure::Time(end)),
            });
        }
    }
    found
}
