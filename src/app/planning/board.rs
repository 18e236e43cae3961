//! Progress of a search while it runs.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::curve::Curve;
pub use super::curve::Point;
use crate::app::limits::Limits;
use crate::app::search::Sink;
use crate::plan::proof::gap;
use crate::plan::{Cycle, Plan};
use crate::solve::Progress;

/// The progress of a search.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// Seconds since it began.
    pub seconds: f64,
    /// Time limit in seconds; `None` if it is infinite or unknown.
    pub limit_s: Option<f64>,
    /// Residents to be served.
    pub residents: usize,
    /// Residents served by the best plan so far.
    pub served: usize,
    /// Cycles of that plan; `None` before the first plan.
    pub cycles: Option<usize>,
    /// Its progress over time.
    pub points: Vec<Point>,
}

impl Heard {
    /// Objective of the best plan, euros; `None` before the first.
    pub fn objective(&self) -> Option<f64> {
        self.points.last().map(|point| point.objective).filter(|objective| objective.is_finite())
    }

    /// The lower bound, euros; `None` before it is known.
    pub fn bound(&self) -> Option<f64> {
        self.points.last().map(|point| point.bound).filter(|bound| bound.is_finite())
    }

    /// The gap between the best plan and the bound.
    pub fn gap(&self) -> Option<f64> {
        Some(gap(self.objective()?, self.bound()?))
    }
}

/// Receives the progress of a search.
#[derive(Debug, Default)]
pub(super) struct Board(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    limits: Option<Limits>,
    /// Its duration in seconds, once it has ended.
    ended: Option<f64>,
    residents: usize,
    served: usize,
    cycles: Option<usize>,
    curve: Curve,
}

impl State {
    fn seconds(&self) -> f64 {
        self.ended.or(self.limits.as_ref().map(Limits::elapsed_s)).unwrap_or_default()
    }
}

impl Board {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The search begins.
    pub(super) fn begins(&self, limits: &Limits, residents: usize) {
        let mut state = self.state();
        (state.limits, state.residents) = (Some(limits.clone()), residents);
    }

    /// The search has ended, with its final figures.
    pub(super) fn ends(&self, objective: f64, bound: f64) {
        let mut state = self.state();
        let seconds = state.seconds();
        state.ended = Some(seconds);
        state.curve.add(Point { seconds, objective, bound });
    }

    /// The search has ended without a plan.
    pub(super) fn stops(&self) {
        let mut state = self.state();
        state.ended = Some(state.seconds());
    }

    /// The progress so far.
    pub(super) fn heard(&self) -> Heard {
        let state = self.state();
        Heard {
            seconds: state.seconds(),
            limit_s: state.limits.as_ref().map(|limits| limits.limit_s).filter(|limit| limit.is_finite()),
            residents: state.residents,
            served: state.served,
            cycles: state.cycles,
            points: state.curve.points().to_vec(),
        }
    }

    /// Objective of the best plan so far and the bound, euros.
    pub(super) fn figures(&self) -> Option<(f64, f64)> {
        self.state().curve.points().last().map(|point| (point.objective, point.bound))
    }
}

impl Sink for Board {
    fn progress(&self, progress: &Progress) {
        let mut state = self.state();
        let Progress { objective, bound, .. } = *progress;
        let seconds = state.seconds();
        state.curve.add(Point { seconds, objective, bound });
    }

    fn improved(&self, plan: &Plan) {
        let mut state = self.state();
        state.served = plan.cycles.iter().map(Cycle::served).map(<[_]>::len).sum();
        state.cycles = Some(plan.cycles.len());
    }
}
