//! Remembers the first stop that was reported to a search, as the cause of its end, whatever happens afterwards.
//!
//! # Design
//! Why not ask again when the search is over? Work that a stop cuts short is still counted in full, so that the work limit seems
//! to be reached; and a question at the end may find a stop that cut nothing. The stop reported during the work is the one that
//! cut it. A search to which no stop was reported is complete.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::improve::Tally;
use super::schedule::Phase;
use super::{Progress, Stop, Watch};
use crate::plan::Plan;

/// A watch that keeps reporting the first stop, and reports each best plan once.
pub struct Heard<'w> {
    watch: &'w dyn Watch,
    first: OnceLock<Stop>,
    lowest: Mutex<f64>,
}

impl<'w> Heard<'w> {
    /// Forwards to `watch`.
    pub fn new(watch: &'w dyn Watch) -> Self {
        Self { watch, first: OnceLock::new(), lowest: Mutex::new(f64::INFINITY) }
    }

    /// The first stop reported, if any: from then on, work was cut short.
    pub fn first(&self) -> Option<Stop> {
        self.first.get().copied()
    }

    /// Forwards the best plan if its objective is below all earlier ones.
    pub(super) fn best(&self, objective: f64, plan: &dyn Fn() -> Plan) {
        let mut lowest = self.lowest.lock().unwrap_or_else(PoisonError::into_inner);
        if objective < *lowest {
            *lowest = objective;
            self.watch.improved(plan);
        }
    }
}

impl Watch for Heard<'_> {
    fn stop(&self) -> Option<Stop> {
        if let Some(first) = self.first() {
            return Some(first);
        }
        let stop = self.watch.stop()?;
        Some(*self.first.get_or_init(|| stop))
    }

    fn remaining_s(&self) -> f64 {
        self.watch.remaining_s()
    }

    fn begins(&self, phase: &Phase) {
        self.watch.begins(phase);
    }

    fn progress(&self, progress: &Progress) {
        self.watch.progress(progress);
    }

    fn improved(&self, plan: &dyn Fn() -> Plan) {
        self.watch.improved(plan);
    }

    fn walked(&self, moves: &[Tally]) {
        self.watch.walked(moves);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// No stop at first, then a different one at every query.
    struct Changing(AtomicUsize);

    impl Watch for Changing {
        fn stop(&self) -> Option<Stop> {
            match self.0.fetch_add(1, Ordering::Relaxed) {
                0 => None,
                1 => Some(Stop::TimeLimit),
                _ => Some(Stop::Interrupted),
            }
        }

        fn remaining_s(&self) -> f64 {
            f64::INFINITY
        }

        fn progress(&self, _: &Progress) {}
    }

    #[test]
    fn the_first_stop_that_was_told_stays_the_cause() {
        let watch = Changing(AtomicUsize::new(0));
        let heard = Heard::new(&watch);
        assert_eq!((heard.stop(), heard.first()), (None, None));
        assert_eq!((heard.stop(), heard.stop()), (Some(Stop::TimeLimit), Some(Stop::TimeLimit)));
        assert_eq!(heard.first(), Some(Stop::TimeLimit));
    }

    /// Counts the plans reported to it.
    struct Counting(AtomicUsize);

    impl Watch for Counting {
        fn stop(&self) -> Option<Stop> {
            None
        }

        fn remaining_s(&self) -> f64 {
            f64::INFINITY
        }

        fn progress(&self, _: &Progress) {}

        fn improved(&self, _: &dyn Fn() -> Plan) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_plan_is_told_where_it_is_better_than_all_before_and_made_only_for_who_asks() {
        let watch = Counting(AtomicUsize::new(0));
        let heard = Heard::new(&watch);
        let unasked = || -> Plan { panic!("nobody asked") };
        for objective in [10.0, 10.0, 12.0, 9.0] {
            heard.best(objective, &unasked);
        }
        assert_eq!(watch.0.load(Ordering::Relaxed), 2);
    }
}
