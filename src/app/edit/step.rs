//! A step: a change of a cycle, or a resident who moves to another with their party.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::state::State;
use crate::app::amend::Judged;
use crate::app::amend::change::{Change, change};
use crate::app::amend::decided::decided;
use crate::app::amend::people::resident;
use crate::app::amend::today::{standing, with_kits};
use crate::app::amend::wrong::Wrong;
use crate::input::amending::decisions::{Decisions, List};
use crate::instance::Instance;
use crate::instance::ids::ResidentId;
use crate::plan::Plan;

/// An edit of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Changes a cycle.
    Cycle {
        /// Its identifier.
        cycle: String,
        /// The change.
        change: Change,
    },
    /// Moves a resident, with the members of their party who are in the same place.
    Resident {
        /// Their identifier.
        resident: String,
        /// The new cycle; `None` for the waiting list.
        to: Option<String>,
    },
}

/// A plan after a step, before kits are reassigned.
pub(super) struct Made {
    pub(super) instance: Arc<Instance>,
    pub(super) plan: Plan,
    pub(super) decisions: Decisions,
    pub(super) goes_on_as: Option<String>,
}

impl Made {
    /// No change.
    pub(super) fn nothing(state: &State) -> Self {
        Self {
            instance: Arc::clone(&state.instance),
            plan: state.plan.clone(),
            decisions: Decisions::default(),
            goes_on_as: None,
        }
    }
}

impl State {
    /// The plan after a step, with kits reassigned, judged and priced as a whole.
    ///
    /// # Errors
    /// If the step cannot be made.
    pub fn after(&self, step: &Step) -> Result<Self, Wrong> {
        let Made { instance, plan, decisions, goes_on_as } = self.made(step)?;
        let Judged { plan, verdict, .. } = Judged::of(&instance, with_kits(&instance, &self.plan, plan));
        let decisions = joined(&self.decisions, &decisions);
        Ok(Self { instance, plan, verdict, decisions, goes_on_as })
    }

    /// The plan after a step, with its previous kits.
    pub(super) fn made(&self, step: &Step) -> Result<Made, Wrong> {
        let (cycle, how) = match step {
            Step::Cycle { cycle, change } => (cycle.clone(), change.clone()),
            Step::Resident { resident, to } => self.going(resident, to.as_deref())?,
        };
        let mut plan = self.plan.clone();
        let outcome = change(&self.instance, &mut plan, &cycle, &how)?;
        let instance = if outcome.decisions.is_empty() {
            Arc::clone(&self.instance)
        } else {
            Arc::new(decided(&self.instance, &outcome.decisions))
        };
        let plan = standing(&instance, plan);
        Ok(Made { instance, plan, decisions: outcome.decisions, goes_on_as: outcome.goes_on_as })
    }

    /// The change of a cycle that moves a resident.
    fn going(&self, name: &str, to: Option<&str>) -> Result<(String, Change), Wrong> {
        let id = resident(&self.instance, name)?;
        let from = self.place_of(id);
        let with = self.instance.parties[self.instance.residents[id].party].members.iter().copied();
        let here = |&one: &ResidentId| {
            one == id || (self.place_of(one) == from && !self.instance.residents[one].withdrawn)
        };
        let names = with.filter(here).map(|one| self.instance.residents[one].id.clone()).collect();
        match (to, from) {
            (Some(to), _) => Ok((to.to_owned(), Change::Join(names))),
            (None, Some(from)) => Ok((self.plan.cycles[from].id.clone(), Change::Leave(names))),
            (None, None) => Err(Wrong::Already),
        }
    }

    /// The position of the cycle that serves a resident.
    pub(super) fn place_of(&self, resident: ResidentId) -> Option<usize> {
        self.plan.cycles.iter().position(|cycle| cycle.served().contains(&resident))
    }
}

/// Combines successive decisions: an entry added and then removed, or the reverse, cancels out.
pub(super) fn joined(first: &Decisions, then: &Decisions) -> Decisions {
    let mut all = first.clone();
    let settle = |entry: &(List, String), comes: &mut Vec<(List, String)>, goes: &mut Vec<(List, String)>| {
        let n_before = goes.len();
        goes.retain(|gone| gone != entry);
        if goes.len() == n_before && !comes.contains(entry) {
            comes.push(entry.clone());
        }
    };
    for entry in &then.removed {
        settle(entry, &mut all.removed, &mut all.added);
    }
    for entry in &then.added {
        settle(entry, &mut all.added, &mut all.removed);
    }
    all
}

/// The decisions that lead from one set to another.
pub(super) fn from_to(from: &Decisions, to: &Decisions) -> Decisions {
    let back = Decisions { added: from.removed.clone(), removed: from.added.clone() };
    joined(&back, to)
}
