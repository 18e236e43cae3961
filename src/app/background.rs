//! Work that goes on in a thread of its own while pages come and go: how it stands, whether it was asked to end.
//!
//! A search, a trial, a batch and documents that are made are the same in this: they wait for their turn, work, are asked to end,
//! and end in one way or another, by a fault of the program's own as well; whoever looks on reads where they are. What their stages are
//! is theirs (`S`); when they work is the [queue's](super::planning::queue).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How some work stands, for those who do it and those who look on.
#[derive(Debug)]
pub struct Standing<S> {
    /// None before its turn.
    stage: Mutex<Option<S>>,
    is_stopped: Arc<AtomicBool>,
}

impl<S> Default for Standing<S> {
    fn default() -> Self {
        Self { stage: Mutex::default(), is_stopped: Arc::default() }
    }
}

impl<S: Clone> Standing<S> {
    /// Its stage; none before its turn.
    pub fn stage(&self) -> Option<S> {
        self.held().clone()
    }

    /// Whether its stage is one of these; it is none before its turn.
    pub fn is(&self, is_meant: impl FnOnce(&S) -> bool) -> bool {
        self.held().as_ref().is_some_and(is_meant)
    }

    /// It is at another stage from here on.
    pub fn goes_on(&self, stage: S) {
        *self.held() = Some(stage);
    }

    /// Its stage changes in itself.
    pub fn change(&self, change: impl FnOnce(&mut S)) {
        self.held().as_mut().map(change);
    }

    /// Asks it to end as soon as it can.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to end.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// The flag that [`Self::stop`] sets, for what can be given nothing but a flag.
    pub fn flag(&self) -> &Arc<AtomicBool> {
        &self.is_stopped
    }

    /// Works from one stage to another; to that which `fault` makes where the program fails.
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
