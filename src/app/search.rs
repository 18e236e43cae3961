//! One search as others see it: it can be cancelled, it has limits of its own, it tells how it goes and what its best plan
//! is so far.
//!
//! Whoever starts a search keeps a [`Hold`] on it, from any thread; the search itself is given the [`Watched`] side.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::limits::Limits;
use crate::plan::Plan;
use crate::solve::improve::Tally;
use crate::solve::schedule::Phase;
use crate::solve::{Progress, Stop, Watch};

/// Hears of a search while it runs, from its threads.
pub trait Sink: Sync {
    /// A phase of the search begins.
    fn begins(&self, _phase: &Phase) {}
    /// Where the search stands.
    fn progress(&self, progress: &Progress);
    /// A plan that is better than all before.
    fn improved(&self, _plan: &Plan) {}
    /// What each move of the walk came to, when the search ends.
    fn walked(&self, _moves: &[Tally]) {}
}

/// A hold on a search: to cancel it, and to take its best plan so far.
#[derive(Debug, Clone, Default)]
pub struct Hold {
    is_cancelled: Arc<AtomicBool>,
    best: Arc<Mutex<Option<Plan>>>,
}

impl Hold {
    /// One of a search that ends when this flag is set.
    pub fn under(flag: &Arc<AtomicBool>) -> Self {
        Self { is_cancelled: Arc::clone(flag), best: Arc::default() }
    }

    /// Asks the search to end; it still delivers its best plan.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// The flag that [`Self::cancel`] sets, for whoever can set nothing but a flag.
    pub fn flag(&self) -> &Arc<AtomicBool> {
        &self.is_cancelled
    }

    /// The best plan so far, as the search proposes it; none before the first. It is to be judged before it is believed.
    pub fn best(&self) -> Option<Plan> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What a search sees of the world outside.
pub struct Watched<'a> {
    /// When it must end.
    limits: Limits,
    hold: Hold,
    sink: &'a dyn Sink,
}

impl<'a> Watched<'a> {
    /// Watches a search within limits, of which `hold` may cancel it.
    pub fn new(limits: Limits, hold: &Hold, sink: &'a dyn Sink) -> Self {
        Self { limits, hold: hold.clone(), sink }
    }

    /// Seconds since its time began.
    pub fn elapsed_s(&self) -> f64 {
        self.limits.elapsed_s()
    }

    /// Keeps a plan that is better than all before, and passes it on.
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
