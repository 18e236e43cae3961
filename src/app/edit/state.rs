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
    /// The input, with what was decided by the steps.
    pub instance: Arc<Instance>,
    /// The plan, with its kits.
    pub plan: Plan,
    /// What the checker says, and what it costs.
    pub verdict: Verdict,
    /// What was decided by the steps so far.
    pub decisions: Decisions,
    /// The cycle as which one that was announced went on by the last step.
    pub goes_on_as: Option<String>,
}

impl State {
    /// A plan as it stands today, before any step.
    pub fn of(instance: Arc<Instance>, plan: &Plan) -> Self {
        let Judged { plan, verdict, .. } = as_it_stands(&instance, plan);
        Self { instance, plan, verdict, decisions: Decisions::default(), goes_on_as: None }
    }

    /// How far what was announced under the identifier of a cycle binds, where the cycle stands for it.
    pub(super) fn commitment(&self, cycle: &Cycle) -> Option<Commitment> {
        let (announced, today) = self.instance.standing()?;
        let id = announced.find(&cycle.id).filter(|_| cycle.fate == Fate::Stands)?;
        Some(today.cycles[id].commitment)
    }

    /// What it breaks and `before` did not.
    pub fn newly_broken(&self, before: &Self) -> Vec<&Violation> {
        let violations = self.verdict.violations.iter();
        violations.filter(|now| is_new(&before.verdict.violations, now)).collect()
    }
}
