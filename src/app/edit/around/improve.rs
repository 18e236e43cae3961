//! Plans a part of a plan again: the search, and the best plan of the whole that it leads to.

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

/// An amount that is nothing, euros.
const HALF_A_CENT: f64 = 0.005;

/// What a search around a part is seen to do, from any thread.
#[derive(Debug, Default)]
pub struct Sight(Mutex<Seen>);

/// What was seen of a search so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Identifiers of the cycles that may change, or that people may join.
    pub cycles: Vec<String>,
    /// People who wait and may attend.
    pub waiting: usize,
    /// What the best plan so far spares, euros; below zero where it mends what was broken, and costs more.
    pub spared: Euros,
    /// Since when it searches, and for how long; none before.
    pub limits: Option<Limits>,
}

impl Sight {
    /// What was seen so far.
    pub fn seen(&self) -> Seen {
        self.held().clone()
    }

    fn held(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What came of a search.
#[derive(Debug, Clone)]
pub struct Found {
    /// The better plan: legal, and cheaper than the one there is, or that one breaks rules. None where none was found.
    pub better: Option<State>,
    /// Whether it is proven that no plan is better in which only what was to change does.
    pub is_best: bool,
}

/// Why nothing was searched, or nothing came of it.
#[derive(Debug)]
pub enum NotSearched {
    /// There is nothing to plan again.
    Nowhere(Nowhere),
    /// The search itself failed.
    Failed(NoPlan),
}

/// Plans again what is near, from the plan on as it is, until a limit is reached or the search is cancelled.
///
/// # Errors
/// If nothing near may change, or the threads cannot be had, or what the search delivered does not hold.
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
        // Whatever was proposed before has been judged: it holds, or it was not taken. And what breaks rules may leave no legal plan.
        Err(NoPlan::OurFault { .. }) if judge.has_any() || !state.verdict.is_legal() => None,
        Err(failed) => return Err(NotSearched::Failed(failed)),
    };
    let better = judge.best.into_inner().unwrap_or_else(PoisonError::into_inner);
    let better = better.map(|better| eased(state, better));
    let best = better.as_ref().unwrap_or(state);
    let gap = bound.map(|bound| best.verdict.breakdown.objective().to_f64() - bound);
    // What people were told is priced otherwise in the search where a plan was announced: its bound is none of the whole's price then.
    let is_same_price = state.instance.announced.is_none() && best.verdict.is_legal();
    let is_best = is_same_price && gap.is_some_and(|gap| gap < HALF_A_CENT);
    Ok(Found { better, is_best })
}

/// Judges every plan that the search proposes, as one of the whole.
struct Judge<'a> {
    state: &'a State,
    around: &'a Around,
    /// What the search plans.
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
