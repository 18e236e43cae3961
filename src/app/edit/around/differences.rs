//! What one plan changes of another of the same input: its cycles, and who attends them.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::amend::{Judged, shown};
use crate::app::edit::lists::Line;
use crate::app::edit::state::State;
use crate::instance::ids::ResidentId;
use crate::messages::Messages;
use crate::plan::{Cycle, changes};

/// What a plan changes of another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Cycles that are not as they were, by identifier.
    pub cycles: Vec<Changed>,
    /// People who waited and attend a cycle now.
    pub served: Vec<String>,
    /// People who attended a cycle and wait now.
    pub lost: Vec<String>,
    /// People who attend another cycle than before.
    pub elsewhere: Vec<String>,
}

/// A cycle that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its identifier.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// How many come who did not attend it, and how many leave who did.
    pub exchanged: (usize, usize),
    /// As it was; none where it is new.
    pub before: Option<Line>,
    /// As it is; none where it is gone.
    pub after: Option<Line>,
}

/// What became of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Opened,
    /// It is gone.
    Closed,
    /// It is in another room, at another time or led by another trainer.
    Moved,
    /// Only its people changed.
    People,
}

/// What `after` changes of `before`.
pub fn differences(before: &State, after: &State) -> Differences {
    let (was, now) = (before.plan.by_id(), after.plan.by_id());
    let lines = |state: &State| -> BTreeMap<String, Line> {
        state.lines().into_iter().map(|line| (line.id.clone(), line)).collect()
    };
    let (mut was_lines, mut now_lines) = (lines(before), lines(after));
    let ids: BTreeSet<&str> = was.keys().chain(now.keys()).copied().collect();
    let changed = ids.into_iter().filter_map(|id| {
        let people = |cycle: Option<&&Cycle>| -> BTreeSet<ResidentId> {
            cycle.into_iter().flat_map(|cycle| cycle.participants.iter().copied()).collect()
        };
        let (were, are) = (people(was.get(id)), people(now.get(id)));
        let change = match (was.get(id), now.get(id)) {
            (Some(was), Some(now)) => change_of(was, now)?,
            (None, _) => Change::Opened,
            (_, None) => Change::Closed,
        };
        Some(Changed {
            id: id.to_owned(),
            change,
            exchanged: (are.difference(&were).count(), were.difference(&are).count()),
            before: was_lines.remove(id),
            after: now_lines.remove(id),
        })
    });
    let mut found = Differences { cycles: changed.collect(), ..Differences::default() };
    let (was, now) = (attended(before), attended(after));
    for (position, resident) in before.instance.residents.iter().enumerate() {
        let list = match (was.get(&position), now.get(&position)) {
            (None, Some(_)) => &mut found.served,
            (Some(_), None) => &mut found.lost,
            (Some(was), Some(now)) if was != now => &mut found.elsewhere,
            _ => continue,
        };
        list.push(resident.id.clone());
    }
    found
}

fn change_of(was: &Cycle, now: &Cycle) -> Option<Change> {
    let unmoved = Cycle { participants: now.participants.clone(), ..was.clone() };
    if unmoved != *now {
        return Some(Change::Moved);
    }
    (was.participants != now.participants).then_some(Change::People)
}

/// The cycle that serves each resident, by position in their table.
fn attended(state: &State) -> BTreeMap<usize, &str> {
    let of_cycle = |cycle: &'_ Cycle| {
        let served = cycle.served().iter().map(|&one| usize::from(one));
        served.collect::<Vec<_>>()
    };
    let cycles = state.plan.cycles.iter();
    cycles.flat_map(|cycle| of_cycle(cycle).into_iter().map(|one| (one, cycle.id.as_str()))).collect()
}

/// Every term of the price that changes, and the objective: name, before, after, difference.
pub fn price(before: &State, after: &State, messages: &Messages) -> Vec<[String; 4]> {
    shown::price(&judged(before), &judged(after), messages)
}

fn judged(state: &State) -> Judged {
    let (plan, verdict) = (state.plan.clone(), state.verdict.clone());
    Judged { changes: changes(&state.instance, &plan), plan, verdict }
}
