//! L4: a broken-off cycle has a reason, keeps the sessions it must, and lists the participants who attend no other cycle.

use std::collections::BTreeSet;

use crate::check::case::{Case, subject};
use crate::check::role::{Role, is_same};
use crate::check::violation::{Limit, Measure, Violation};
use crate::instance::announced::Session;
use crate::instance::ids::ResidentId;
use crate::plan::Cycle;
use crate::rules::Rule;

/// A broken-off cycle keeps its sessions before the first hit or strained one, or only the held ones where it is thin. It lists
/// its announced participants who have not withdrawn and attend no other cycle. The measure is its sessions.
pub(in crate::check) fn broken_off(case: &Case) -> Vec<Violation> {
    let served: BTreeSet<ResidentId> = case.plan.cycles.iter().flat_map(Cycle::served).copied().collect();
    let judge = |cycle: &Cycle| {
        let expected = match case.role(cycle) {
            Role::BrokenOff(id) => {
                let beside = case.beside.as_ref()?;
                let (told, standing) = beside.of(id);
                let n_held = beside.announced.held(id).len();
                let kept = |n_kept: &usize| &told.sessions[..n_held + n_kept];
                let possible = standing.kept_if_broken_off();
                let meetings: Vec<Session> = cycle.meetings().collect();
                let remaining = told.remaining(&case.instance.residents);
                let listed = remaining.filter(|one| !served.contains(one));
                let is_right = is_same(cycle, told)
                    && possible.iter().any(|n_kept| kept(n_kept) == meetings && !meetings.is_empty())
                    && listed.collect::<BTreeSet<_>>() == cycle.participants.iter().copied().collect();
                if is_right {
                    return None;
                }
                possible.first().map_or(&[][..], kept)
            }
            _ if cycle.is_broken_off() => &[],
            _ => return None,
        };
        Some(Violation {
            rule: Rule::BrokenOff,
            subjects: vec![subject(cycle)],
            measured: Measure::Dates(cycle.sessions.clone()),
            limit: Limit::Exactly(Measure::Dates(expected.iter().map(|session| session.date).collect())),
        })
    };
    case.plan.cycles.iter().filter_map(judge).collect()
}
