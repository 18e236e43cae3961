//! Distribution of journeys and waits over the participants, and hours of workshop.

use crate::instance::Instance;
use crate::instance::calendar::days_between;
use crate::instance::ids::ResidentId;
use crate::plan::Plan;

/// Participants by one-way minutes, in ranges of `width` minutes, from 0 to the last non-empty range.
pub fn by_minutes(instance: &Instance, plan: &Plan, width: usize) -> Vec<usize> {
    let ranges = plan.cycles.iter().flat_map(|cycle| {
        let journeys = cycle.served().iter().filter_map(|&id| instance.journey(id, cycle.venue));
        journeys.map(|minutes| (minutes.to_f64().max(0.0) / width as f64).floor() as usize)
    });
    counted(ranges)
}

/// Participants by whole weeks from when they could start to their first session, from 0 to the last non-empty week.
pub fn by_weeks(instance: &Instance, plan: &Plan) -> Vec<usize> {
    let start = instance.rules.horizon.start;
    let ranges = plan.cycles.iter().flat_map(|cycle| {
        let first = cycle.sessions.first().copied().unwrap_or(start);
        let wait = move |id: &ResidentId| {
            let from = instance.residents[*id].available_from.map_or(start, |date| date.max(start));
            (days_between(from, first).max(0) / 7) as usize
        };
        cycle.served().iter().map(wait)
    });
    counted(ranges)
}

/// Hours of workshop: of all sessions, and the same multiplied by the participants of each.
pub fn hours(instance: &Instance, plan: &Plan) -> (f64, f64) {
    let session = instance.rules.cycle.session_minutes.to_f64() / 60.0;
    let sessions: usize = plan.cycles.iter().map(|cycle| cycle.sessions.len()).sum();
    let attended = plan.cycles.iter().map(|cycle| cycle.sessions.len() * cycle.participants.len());
    (session * sessions as f64, attended.sum::<usize>() as f64 * session)
}

/// The count in each range, from the first to the last non-empty one.
fn counted(ranges: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut counts: Vec<usize> = Vec::new();
    for range in ranges {
        if counts.len() <= range {
            counts.resize(range + 1, 0);
        }
        counts[range] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_between_the_first_and_the_last_count_none() {
        assert_eq!(counted([3, 0, 3].into_iter()), [1, 0, 0, 2]);
        assert!(counted(std::iter::empty()).is_empty());
    }
}
