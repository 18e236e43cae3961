//! A plan that is being edited, and the possible places of its cycles and residents, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use super::verdict::ViolationEntry;
use crate::app::edit::Edit;
use crate::app::edit::state::State;
use crate::app::edit::targets::effect::{Effect, Seat, Target};
use crate::instance::Instance;
use crate::rules::Rule;
use crate::units::Euros;

/// A plan after some steps.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the answer")]
pub struct Edited {
    /// Whether the plan keeps every rule.
    pub legal: bool,
    /// Every break of a rule, in the order of the rules.
    pub violations: Vec<ViolationEntry>,
    /// Violations that the plan did not have when it was opened: with any of them it cannot be saved.
    pub newly_broken: Vec<ViolationEntry>,
    /// What it costs and what it is worth, term by term.
    pub terms: Vec<TermEntry>,
    /// The decisions about the announced plan that the steps imply, as entries of the scenario.
    pub decisions: Vec<DecisionEntry>,
    /// The new identifier of an announced cycle that the last step moved.
    pub goes_on_as: Option<String>,
    /// Whether there is a step to take back.
    pub can_undo: bool,
    /// Whether there is an undone step.
    pub can_redo: bool,
    /// Whether the plan differs from the one in the files.
    pub unsaved: bool,
}

/// A term of the price.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TermEntry {
    /// Key of its label in the catalogue, e.g. `cost-trainer_travel`.
    pub term: &'static str,
    /// Euros.
    pub amount: f64,
    /// What the last step adds, euros.
    pub by_step: f64,
    /// What all steps add, euros.
    pub since_opened: f64,
}

/// A decision about the announced plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionEntry {
    /// The list: `release`, `keep` or `hit`.
    pub list: &'static str,
    /// Its entry.
    pub entry: String,
    /// Whether it is added to the list; otherwise it is removed.
    pub comes: bool,
}

/// A possible place for a cycle.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TargetEntry {
    /// Slot.
    pub slot: String,
    /// Room.
    pub venue: String,
    /// Trainer.
    pub trainer: String,
    /// Day of the first session (ISO).
    pub first: String,
    /// The first rule that would be broken there, e.g. `travel_limit`; null if it is legal.
    pub broken: Option<&'static str>,
    /// Increase of the objective, euros.
    pub difference: f64,
}

/// A possible place for a resident.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SeatEntry {
    /// Cycle; null for the waiting list.
    pub cycle: Option<String>,
    /// The first rule that would be broken; null if it is legal.
    pub broken: Option<&'static str>,
    /// Increase of the objective, euros.
    pub difference: f64,
}

impl Edited {
    /// The current state of an edited plan.
    pub fn of(edit: &Edit) -> Self {
        let (now, before, opened) = (edit.now(), edit.before(), edit.opened());
        let entry = |found| ViolationEntry::of(found, &now.instance);
        Self {
            legal: now.verdict.is_legal(),
            violations: now.verdict.violations.iter().map(entry).collect(),
            newly_broken: edit.newly_broken().into_iter().map(entry).collect(),
            terms: terms(now, before, opened),
            decisions: decisions(now),
            goes_on_as: now.goes_on_as.clone(),
            can_undo: edit.can_undo(),
            can_redo: edit.can_redo(),
            unsaved: edit.has_unsaved(),
        }
    }
}

fn terms(now: &State, before: &State, opened: &State) -> Vec<TermEntry> {
    let amount = |state: &State, wanted: &str| {
        let mut terms = state.verdict.breakdown.terms();
        terms.find(|(term, _)| *term == wanted).map_or(Euros::ZERO, |(_, amount)| amount)
    };
    let entry = |(term, of_now): (&'static str, Euros)| TermEntry {
        term,
        amount: of_now.to_f64(),
        by_step: (of_now - amount(before, term)).to_f64(),
        since_opened: (of_now - amount(opened, term)).to_f64(),
    };
    now.verdict.breakdown.terms().map(entry).collect()
}

fn decisions(state: &State) -> Vec<DecisionEntry> {
    let entries = |comes: bool| {
        let decided = if comes { &state.decisions.added } else { &state.decisions.removed };
        decided.iter().map(move |(list, entry)| DecisionEntry {
            list: list.key(),
            entry: entry.clone(),
            comes,
        })
    };
    entries(true).chain(entries(false)).collect()
}

impl TargetEntry {
    /// A place for a cycle of a plan of `instance`.
    pub fn of(target: &Target, instance: &Instance) -> Self {
        let Effect { broken, difference } = target.effect;
        let spot = target.spot;
        Self {
            slot: instance.slots[spot.slot].id.clone(),
            venue: instance.venues[spot.venue].id.clone(),
            trainer: instance.trainers[spot.trainer].id.clone(),
            first: spot.first.to_string(),
            broken: broken.map(Rule::name),
            difference: difference.to_f64(),
        }
    }
}

impl SeatEntry {
    /// A place for a resident.
    pub fn of(seat: &Seat) -> Self {
        let Effect { broken, difference } = seat.effect;
        let broken = broken.map(Rule::name);
        Self { cycle: seat.cycle.clone(), broken, difference: difference.to_f64() }
    }
}
