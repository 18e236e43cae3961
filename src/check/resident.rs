//! H2: what each participant is entitled to; L3: who has withdrawn.

use std::collections::BTreeMap;

use super::case::{Case, subject};
use super::violation::{Limit, Measure, Subject, Violation};
use crate::instance::entities::Resident;
use crate::instance::ids::ResidentId;
use crate::plan::Cycle;
use crate::rules::Rule;

/// A resident is in at most one cycle, once.
pub(super) fn one_cycle_each(case: &Case) -> Vec<Violation> {
    let mut places: BTreeMap<ResidentId, Vec<Subject>> = BTreeMap::new();
    for cycle in &case.plan.cycles {
        for &resident in &cycle.participants {
            places.entry(resident).or_default().push(subject(cycle));
        }
    }
    let found = |(resident, mut cycles): (ResidentId, Vec<Subject>)| {
        let n_places = cycles.len();
        cycles.dedup();
        Violation {
            rule: Rule::OneCycleEach,
            subjects: std::iter::once(Subject::Resident(resident)).chain(cycles).collect(),
            measured: Measure::Count(n_places),
            limit: Limit::AtMost(Measure::Count(1)),
        }
    };
    places.into_iter().filter(|(_, cycles)| cycles.len() > 1).map(found).collect()
}

/// The cycle teaches what the resident wants to learn.
pub(super) fn resident_track(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::ResidentTrack, |cycle, _, resident| {
        (cycle.track != resident.track)
            .then_some((Measure::Track(cycle.track), Limit::Exactly(Measure::Track(resident.track))))
    })
}

/// The slot is one of the resident's.
pub(super) fn resident_slot(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::ResidentSlot, |cycle, _, resident| {
        let offered = || Limit::OneOf(resident.slots.iter().copied().map(Measure::Slot).collect());
        (!resident.slots.contains(&cycle.slot)).then(|| (Measure::Slot(cycle.slot), offered()))
    })
}

/// Minutes from home to the venue's commune are within the resident's limit; a venue without a path to it is out of reach.
pub(super) fn travel_limit(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::TravelLimit, |cycle, id, resident| {
        let limit = Limit::AtMost(Measure::Minutes(resident.max_travel));
        match case.instance.journey(id, cycle.venue) {
            None => Some((Measure::NoWay, limit)),
            Some(minutes) => (minutes > resident.max_travel).then_some((Measure::Minutes(minutes), limit)),
        }
    })
}

/// A resident who needs a step-free venue has one.
pub(super) fn step_free(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::StepFree, |cycle, _, resident| {
        let has_steps = !case.instance.venues[cycle.venue].step_free;
        (resident.step_free && has_steps)
            .then_some((Measure::StepFree(false), Limit::Exactly(Measure::StepFree(true))))
    })
}

/// The first session is not before the resident's `available_from`.
pub(super) fn resident_available(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::ResidentAvailable, |cycle, _, resident| {
        let (&first, from) = (cycle.sessions.iter().min()?, resident.available_from?);
        (first < from).then_some((Measure::Date(first), Limit::AtLeast(Measure::Date(from))))
    })
}

/// A resident who has withdrawn is in no cycle.
pub(super) fn withdrawn(case: &Case) -> Vec<Violation> {
    each_participant(case, Rule::Withdrawn, |_, _, resident| {
        resident.withdrawn.then_some((Measure::Count(1), Limit::AtMost(Measure::Count(0))))
    })
}

impl Case<'_> {
    /// Whether `rule` holds for a participant. The rules of section 4 do not hold for those who were announced in a committed
    /// cycle that stands (rule L2), nor in one that is broken off. A resident who withdrew after a finished cycle has attended it
    /// (rule L3).
    fn is_judged(&self, rule: Rule, cycle: &Cycle, resident: ResidentId) -> bool {
        if rule == Rule::Withdrawn {
            return !self.is_bound(cycle, resident) || !self.instance.is_interested(resident);
        }
        !cycle.is_broken_off() && !self.is_bound(cycle, resident)
    }
}

fn each_participant(
    case: &Case,
    rule: Rule,
    judge: impl Fn(&Cycle, ResidentId, &Resident) -> Option<(Measure, Limit)>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for cycle in &case.plan.cycles {
        for &id in cycle.participants.iter().filter(|&&id| case.is_judged(rule, cycle, id)) {
            if let Some((measured, limit)) = judge(cycle, id, &case.instance.residents[id]) {
                let subjects = vec![subject(cycle), Subject::Resident(id), Subject::Venue(cycle.venue)];
                found.push(Violation { rule, subjects, measured, limit });
            }
        }
    }
    found
}
