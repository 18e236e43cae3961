//! The searches of one variant, seed by seed, and the best plan among them.
//!
//! Every bound holds for the same scenario, so the best plan is delivered with the highest of them. Of equal plans the
//! first is kept: a variant that resumes after an interruption ends like one that was never interrupted.

use super::record::Record;
use crate::compare::Portrait;
use crate::compare::searches::Found;
use crate::instance::Instance;
use crate::pipeline::{self, Fault};
use crate::plan::Plan;
use crate::plan::solved::Solved;
use crate::solve::Status;

/// What was found so far.
pub(super) struct Tally {
    /// What each search found, in the order of their seeds.
    pub(super) found: Vec<Found>,
    best: Option<Best>,
}

/// The best plan, with the bound of its own search.
struct Best {
    solved: Solved,
    seed: u64,
}

/// What is delivered after all searches.
pub(super) struct Delivered {
    pub(super) solved: Solved,
    /// The seed that found the plan.
    pub(super) seed: u64,
}

impl Tally {
    /// Before the first search.
    pub(super) fn new() -> Self {
        Self { found: Vec::new(), best: None }
    }

    /// The state after the searches of a record, whose plan is `plan`; the plan is checked again.
    ///
    /// # Errors
    /// If the plan or the bound does not hold.
    pub(super) fn after(record: &Record, plan: Plan, instance: &Instance) -> Result<Self, Fault> {
        let found = record.searches.clone();
        let own = found.iter().find(|found| found.seed == record.seed);
        let bound = own.and_then(|own| own.number("bound")).unwrap_or(f64::NEG_INFINITY);
        let status = own.and_then(|own| Status::from_name(&own.status)).unwrap_or(Status::WorkLimit);
        let solved = pipeline::again(instance, plan, bound, status)?;
        Ok(Self { found, best: Some(Best { solved, seed: record.seed }) })
    }

    /// Adds what a search found.
    pub(super) fn take(&mut self, seed: u64, instance: &Instance, solved: Solved) {
        self.found.push(Found::new(seed, &Portrait::of_solved("", instance, &solved)));
        let objective = |solved: &Solved| solved.breakdown.objective();
        let is_better = self.best.as_ref().is_none_or(|best| objective(&solved) < objective(&best.solved));
        if is_better {
            self.best = Some(Best { solved, seed });
        }
    }

    /// The best plan with the highest bound; nothing before the first search.
    ///
    /// # Errors
    /// If a bound is above the plan of another search: it was not a bound.
    pub(super) fn delivered(self) -> Result<Option<Delivered>, Fault> {
        let Some(Best { mut solved, seed }) = self.best else { return Ok(None) };
        let bounds = self.found.iter().filter_map(|found| found.number("bound"));
        solved.proof =
            solved.proof.raised(bounds.fold(f64::NEG_INFINITY, f64::max)).map_err(Fault::BrokenBound)?;
        let optimal = Status::Optimal.name();
        // Where one search has proven the optimum, no plan is better than that search's.
        if self.found.iter().any(|found| found.status == optimal) {
            solved.status = optimal;
        }
        Ok(Some(Delivered { solved, seed }))
    }
}
