//! Replans a part of a plan: the search, and the best whole plan that it finds.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::eased::eased;
use super::pinned::pinned;
use super::reach::{Around, Focus, Nowhere};
use super::whole::whole;
use crate::app::amend::Judged;
use crate::app::edit::state::State;
use crate::app::limits::Limits;
use crate::app::plan::{NoPlan, PlanSettings, Prepared, search};
use crate::app::search::{Hold, Sink, Watched};
use crate::instance::Instance;
use crate::plan::Plan;
use crate::solve::Progress;
use crate::units::Euros;

/// Amounts below this count as zero, euros.
const HALF_A_CENT: f64 = 0.005;

/// The progress of a search around a part, readable from any thread.
#[derive(Debug, Default)]
pub struct Sight(Mutex<Seen>);

/// The progress of a search so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Identifiers of the cycles that may change or be joined.
    pub cycles: Vec<String>,
    /// Number of waiting residents who may be served.
    pub waiting: usize,
    /// Saving of the best plan so far, euros; negative if it repairs a broken rule at a higher cost.
    pub spared: Euros,
    /// Its start and duration; `None` before it starts.
    pub limits: Option<Limits>,
}

impl Sight {
    /// The progress so far.
    pub fn seen(&self) -> Seen {
        self.held().clone()
    }

    fn held(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The result of a search.
#[derive(Debug, Clone)]
pub struct Found {
    /// The better plan: legal, and cheaper than the current one unless that breaks rules. `None` if none was found.
    pub better: Option<State>,
    /// Whether it is proven that no plan that changes only this part is better.
    pub is_best: bool,
}

/// Why there is no result.
#[derive(Debug)]
pub enum NotSearched {
    /// Nothing can be replanned.
    Nowhere(Nowhere),
    /// The search itself failed.
    Failed(NoPlan),
}

/// Replans the part around `focus`, starting from the current plan, until a limit is reached or the search is cancelled.
///
/// # Errors
/// If nothing nearby may change, there are no threads, or the search returns an invalid result.
pub fn improve(
    state: &State,
    focus: &Focus,
    settings: PlanSettings,
    (limits, hold, sight): (Limits, &Hold, &Sight),
) -> Result<Found, NotSearched> {
    let around = Around::new(state, focus).map_err(NotSearched::Nowhere)?;
    {
        let mut seen = sight.held();
        let cycles = state.plan.cycles.iter().enumerate();
        let near = cycles.filter(|(position, _)| around.may_differ(*position));
        seen.cycles = near.map(|(_, cycle)| cycle.id.clone()).collect();
        seen.waiting = around.n_waiting;
        seen.limits = Some(limits.clone());
    }
    let instance = pinned(state, &around);
    let judge = Judge { state, around: &around, instance: &instance, sight, best: Mutex::default() };
    let start = Some(state.plan.clone());
    let prepared = Prepared { instance: instance.clone(), settings, start, part: None, warnings: Vec::new() };
    let bound = match search(&prepared, &Watched::new(limits, hold, &judge)) {
        Ok(planned) => Some(planned.solved.proof.bound),
        // Every earlier proposal was judged, and taken only if legal. A plan that breaks rules may not allow a legal one.
        Err(NoPlan::OurFault { .. }) if judge.has_any() || !state.verdict.is_legal() => None,
        Err(failed) => return Err(NotSearched::Failed(failed)),
    };
    let better = judge.best.into_inner().unwrap_or_else(PoisonError::into_inner);
    let better = better.map(|better| eased(state, better));
    let best = better.as_ref().unwrap_or(state);
    let gap = bound.map(|bound| best.verdict.breakdown.objective().to_f64() - bound);
    // For an announced plan the search prices changes differently, so its bound does not hold for the price of the whole.
    let is_same_price = state.instance.announced.is_none() && best.verdict.is_legal();
    let is_best = is_same_price && gap.is_some_and(|gap| gap < HALF_A_CENT);
    Ok(Found { better, is_best })
}

/// Judges every plan that the search proposes as a whole plan.
struct Judge<'a> {
    state: &'a State,
    around: &'a Around,
    /// The instance of the search.
    instance: &'a Instance,
    sight: &'a Sight,
    best: Mutex<Option<State>>,
}

impl Sink for Judge<'_> {
    fn progress(&self, _: &Progress) {}

    fn improved(&self, plan: &Plan) {
        let plan = whole(self.state, self.around, self.instance, plan);
        let Judged { plan, verdict, .. } = Judged::of(&self.state.instance, plan);
        let before = &self.state.verdict;
        let objective = verdict.breakdown.objective();
        let mut best = self.best.lock().unwrap_or_else(PoisonError::into_inner);
        let to_beat = match &*best {
            Some(best) => Some(best.verdict.breakdown.objective()),
            None => before.is_legal().then(|| before.breakdown.objective()),
        };
        let is_cheaper = to_beat.is_none_or(|to_beat| (to_beat - objective).to_f64() > HALF_A_CENT);
        if verdict.is_legal() && is_cheaper {
            self.sight.held().spared = before.breakdown.objective() - objective;
            let (instance, decisions) = (Arc::clone(&self.state.instance), self.state.decisions.clone());
            *best = Some(State { instance, plan, verdict, decisions, goes_on_as: None });
        }
    }
}

impl Judge<'_> {
    fn has_any(&self) -> bool {
        self.best.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}
