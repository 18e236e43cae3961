//! Differences between two plans of the same input: cycles and their participants.

use std::collections::{BTreeMap, BTreeSet};

use super::attended::attended;
use crate::app::amend::{Judged, shown};
use crate::app::edit::lists::Line;
use crate::app::edit::state::State;
use crate::instance::ids::ResidentId;
use crate::messages::Messages;
use crate::plan::{Cycle, changes};

/// Differences between two plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Changed cycles, by identifier.
    pub cycles: Vec<Changed>,
    /// Residents who were waiting and now attend a cycle.
    pub served: Vec<String>,
    /// Residents who attended a cycle and now wait.
    pub lost: Vec<String>,
    /// Residents who attend another cycle than before.
    pub elsewhere: Vec<String>,
}

/// A changed cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its identifier.
    pub id: String,
    /// The kind of change.
    pub change: Change,
    /// Number of participants who join, and who leave.
    pub exchanged: (usize, usize),
    /// Before the change; `None` if it is new.
    pub before: Option<Line>,
    /// After the change; `None` if it is closed.
    pub after: Option<Line>,
}

/// The kind of change of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Opened,
    /// It is closed.
    Closed,
    /// It is in another room, at another time or led by another trainer.
    Moved,
    /// Only its participants changed.
    People,
}

/// Changes from `before` to `after`.
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
    let (was, now) = (attended(&before.plan.cycles), attended(&after.plan.cycles));
    for (id, resident) in before.instance.residents.iter_enumerated() {
        let list = match (was.get(&id), now.get(&id)) {
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

/// Changed terms of the price, and the objective: name, before, after, difference.
pub fn price(before: &State, after: &State, messages: &Messages) -> Vec<[String; 4]> {
    shown::price(&judged(before), &judged(after), messages)
}

fn judged(state: &State) -> Judged {
    let (plan, verdict) = (state.plan.clone(), state.verdict.clone());
    Judged { changes: changes(&state.instance, &plan), plan, verdict }
}
