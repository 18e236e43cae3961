//! A plan after some steps, judged and priced.

use std::sync::Arc;

use crate::app::amend::{Judged, as_it_stands, is_new};
use crate::check::{Verdict, Violation};
use crate::input::amending::decisions::Decisions;
use crate::instance::Instance;
use crate::instance::announced::Commitment;
use crate::plan::{Cycle, Fate, Plan};

/// A plan after some steps.
#[derive(Debug, Clone)]
pub struct State {
    /// The input, with the decisions of the steps.
    pub instance: Arc<Instance>,
    /// The plan, with its kits.
    pub plan: Plan,
    /// Violations and costs found by the checker.
    pub verdict: Verdict,
    /// Decisions of the steps so far.
    pub decisions: Decisions,
    /// The new identifier of the announced cycle that the last step replaced, if any.
    pub goes_on_as: Option<String>,
}

impl State {
    /// An unedited plan as of today.
    pub fn of(instance: Arc<Instance>, plan: &Plan) -> Self {
        let Judged { plan, verdict, .. } = as_it_stands(&instance, plan);
        Self { instance, plan, verdict, decisions: Decisions::default(), goes_on_as: None }
    }

    /// How binding a cycle is, if it represents an announced one of the same identifier.
    pub(super) fn commitment(&self, cycle: &Cycle) -> Option<Commitment> {
        let (announced, today) = self.instance.standing()?;
        let id = announced.find(&cycle.id).filter(|_| cycle.fate == Fate::Stands)?;
        Some(today.cycles[id].commitment)
    }

    /// Violations that `before` did not have.
    pub fn newly_broken(&self, before: &Self) -> Vec<&Violation> {
        let violations = self.verdict.violations.iter();
        violations.filter(|now| is_new(&before.verdict.violations, now)).collect()
    }
}
