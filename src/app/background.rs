//! The state of a background job: its stage, and whether it was asked to stop.
//!
//! Searches, trials, batches and exports of documents all wait for their turn, run in their own thread, may be asked to stop, and
//! end with a result, even after a panic; other threads can read their stage. Each kind defines its stages (`S`); the
//! [queue](super::planning::queue) decides when it runs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The state of a job, shared by its thread and its observers.
#[derive(Debug)]
pub struct Standing<S> {
    /// `None` before its turn.
    stage: Mutex<Option<S>>,
    is_stopped: Arc<AtomicBool>,
}

impl<S> Default for Standing<S> {
    fn default() -> Self {
        Self { stage: Mutex::default(), is_stopped: Arc::default() }
    }
}

impl<S: Clone> Standing<S> {
    /// Its stage; `None` before its turn.
    pub fn stage(&self) -> Option<S> {
        self.held().clone()
    }

    /// Whether its stage satisfies `is_meant`; false before its turn.
    pub fn is(&self, is_meant: impl FnOnce(&S) -> bool) -> bool {
        self.held().as_ref().is_some_and(is_meant)
    }

    /// Enters another stage.
    pub fn goes_on(&self, stage: S) {
        *self.held() = Some(stage);
    }

    /// Changes its stage in place.
    pub fn change(&self, change: impl FnOnce(&mut S)) {
        self.held().as_mut().map(change);
    }

    /// Asks it to end as soon as possible.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to end.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// The flag that [`Self::stop`] sets, for code that accepts only a flag.
    pub fn flag(&self) -> &Arc<AtomicBool> {
        &self.is_stopped
    }

    /// Runs `work` in the stage `begun`; ends in the stage that it returns, or in that of `fault` after a panic.
    pub fn work(&self, begun: S, work: impl FnOnce() -> S, fault: impl FnOnce() -> S) {
        self.goes_on(begun);
        let ended = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| fault());
        self.goes_on(ended);
    }

    fn held(&self) -> MutexGuard<'_, Option<S>> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_ends_however_it_does() {
        let standing = Standing::default();
        assert_eq!(standing.stage(), None);
        standing.work(1, || 2, || 3);
        assert_eq!(standing.stage(), Some(2));
        standing.work(1, || panic!("as it should"), || 3);
        assert!(standing.is(|&stage| stage == 3));
    }

    #[test]
    fn whoever_works_sees_that_it_is_to_end_and_whoever_looks_on_how_far_it_is() {
        let standing = Standing::default();
        standing.change(|stage| *stage += 1);
        assert_eq!(standing.stage(), None, "nothing changes before its turn");
        let work = || {
            standing.change(|stage| *stage += 1);
            standing.stop();
            let seen = standing.stage().unwrap_or_default();
            if standing.is_stopped() { seen * 10 } else { 0 }
        };
        standing.work(1, work, || 0);
        assert_eq!(standing.stage(), Some(20));
    }
}
