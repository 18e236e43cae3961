//! L2: committed cycles stand, and their announced participants stay.

use crate::check::case::{Case, subject};
use crate::check::role::{Beside, Role};
use crate::check::violation::{Limit, Measure, Subject, Violation};
use crate::instance::announced::Commitment;
use crate::instance::ids::{AnnouncedId, ResidentId};
use crate::plan::Cycle;
use crate::rules::Rule;

/// Every committed cycle is in the plan under its id, with its track, slot, venue and trainer, or is broken off. A cycle
/// announced as broken off stays so. A cycle that would keep no session when broken off may be left out.
pub(in crate::check) fn committed_stands(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let judge = |id: AnnouncedId| {
        let is_kept = match (beside.commitment(id), beside.goes_on(id)) {
            (Commitment::Open, _) => true,
            (_, None) => may_be_left_out(beside, id),
            (commitment, Some((_, Role::BrokenOff(_)))) => commitment != Commitment::Finished,
            (commitment, Some(_)) => commitment != Commitment::BrokenOff,
        };
        (!is_kept).then(|| Violation {
            rule: Rule::CommittedStands,
            subjects: vec![Subject::Cycle(beside.announced.cycles[id].id.clone())],
            measured: Measure::Count(0),
            limit: Limit::Exactly(Measure::Count(1)),
        })
    };
    beside.announced.cycles.keys().filter_map(judge).collect()
}

/// Whether a cycle may be broken off without keeping any session.
fn may_be_left_out(beside: &Beside, id: AnnouncedId) -> bool {
    beside.announced.held(id).is_empty() && beside.today.cycles[id].kept_if_broken_off().contains(&0)
}

/// Announced participants of a committed cycle who have not withdrawn stay in it, except those who are released or whom it no
/// longer suits. A finished cycle lists all of them.
pub(in crate::check) fn participants_stay(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let mut found = Vec::new();
    for cycle in &case.plan.cycles {
        let Some(id) = case.committed(cycle) else { continue };
        let is_finished = beside.commitment(id) == Commitment::Finished;
        for &resident in &beside.announced.cycles[id].participants {
            let is_gone = !is_finished && case.instance.residents[resident].withdrawn;
            let may_leave = is_gone || case.instance.may_leave(id, resident);
            if !may_leave && !cycle.participants.contains(&resident) {
                found.push(about(Rule::ParticipantsStay, cycle, resident));
            }
        }
    }
    found
}

/// Nobody joins a cycle that has begun, nor one that is pinned.
pub(in crate::check) fn nobody_joins(case: &Case) -> Vec<Violation> {
    let Some(beside) = &case.beside else { return Vec::new() };
    let mut found = Vec::new();
    for cycle in &case.plan.cycles {
        let Some(id) = case.committed(cycle) else { continue };
        let is_closed = matches!(beside.commitment(id), Commitment::Begun | Commitment::Finished);
        if is_closed || beside.announced.pinned.contains(&id) {
            let told = &beside.announced.cycles[id].participants;
            let joined = cycle.participants.iter().filter(|&resident| !told.contains(resident));
            found.extend(joined.map(|&resident| about(Rule::NobodyJoins, cycle, resident)));
        }
    }
    found
}

fn about(rule: Rule, cycle: &Cycle, resident: ResidentId) -> Violation {
    Violation {
        rule,
        subjects: vec![subject(cycle), Subject::Resident(resident)],
        measured: Measure::Count(0),
        limit: Limit::Exactly(Measure::Count(1)),
    }
}
