//! Control of one search: cancelling it, its limits, its progress, its best plan so far.
//! is so far.
//!
//! The caller keeps a [`Hold`] on the search, usable from any thread; the search gets the [`Watched`] side.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::limits::Limits;
use crate::plan::Plan;
use crate::solve::improve::Tally;
use crate::solve::schedule::Phase;
use crate::solve::{Progress, Stop, Watch};

/// Receives events of a running search, from its threads.
pub trait Sink: Sync {
    /// A phase of the search begins.
    fn begins(&self, _phase: &Phase) {}
    /// The progress of the search.
    fn progress(&self, progress: &Progress);
    /// A plan better than all before.
    fn improved(&self, _plan: &Plan) {}
    /// The statistics of each move of the walk, when the search ends.
    fn walked(&self, _moves: &[Tally]) {}
}

/// A hold on a search, to cancel it and to get its best plan so far.
#[derive(Debug, Clone, Default)]
pub struct Hold {
    is_cancelled: Arc<AtomicBool>,
    best: Arc<Mutex<Option<Plan>>>,
}

impl Hold {
    /// The hold on a search that ends when this flag is set.
    pub fn under(flag: &Arc<AtomicBool>) -> Self {
        Self { is_cancelled: Arc::clone(flag), best: Arc::default() }
    }

    /// Asks the search to end; it still delivers its best plan.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// The flag that [`Self::cancel`] sets, for code that accepts only a flag.
    pub fn flag(&self) -> &Arc<AtomicBool> {
        &self.is_cancelled
    }

    /// The best plan so far, as the search proposes it; `None` before the first. It is not yet checked.
    pub fn best(&self) -> Option<Plan> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The search's side.
pub struct Watched<'a> {
    /// Its limits.
    limits: Limits,
    hold: Hold,
    sink: &'a dyn Sink,
}

impl<'a> Watched<'a> {
    /// The search's side, with limits; `hold` may cancel it.
    pub fn new(limits: Limits, hold: &Hold, sink: &'a dyn Sink) -> Self {
        Self { limits, hold: hold.clone(), sink }
    }

    /// Seconds since the start.
    pub fn elapsed_s(&self) -> f64 {
        self.limits.elapsed_s()
    }

    /// Stores a plan better than all before, and passes it on.
    pub(super) fn keep(&self, plan: Plan) {
        self.sink.improved(&plan);
        *self.hold.best.lock().unwrap_or_else(PoisonError::into_inner) = Some(plan);
    }
}

impl Watch for Watched<'_> {
    fn stop(&self) -> Option<Stop> {
        let is_cancelled = self.hold.is_cancelled.load(Ordering::Relaxed);
        if is_cancelled { Some(Stop::Interrupted) } else { self.limits.stop() }
    }

    fn remaining_s(&self) -> f64 {
        self.limits.remaining_s()
    }

    fn begins(&self, phase: &Phase) {
        self.sink.begins(phase);
    }

    fn progress(&self, progress: &Progress) {
        self.sink.progress(progress);
    }

    fn improved(&self, plan: &dyn Fn() -> Plan) {
        self.keep(plan());
    }

    fn walked(&self, moves: &[Tally]) {
        self.sink.walked(moves);
    }
}
