//! The stop that a search was told of first: the cause of its end, whatever else happens meanwhile.
//!
//! # Design
//! Why not ask again when the search is over? Whoever is told to stop leaves work undone that is counted all the same, so
//! that a limit of work seems to be reached; and a question at the end may meet a stop that cut nothing. What was told
//! during the work is what cut it. A search that was told of no stop is whole.

use std::sync::OnceLock;

use super::{Progress, Stop, Watch};

/// A watch that keeps to the first stop that it told of.
pub struct Heard<'w> {
    watch: &'w dyn Watch,
    first: OnceLock<Stop>,
}

impl<'w> Heard<'w> {
    /// Passes on what `watch` says.
    pub fn new(watch: &'w dyn Watch) -> Self {
        Self { watch, first: OnceLock::new() }
    }

    /// The stop that was told of, if any was: from then on work was cut short.
    pub fn first(&self) -> Option<Stop> {
        self.first.get().copied()
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

    fn progress(&self, progress: &Progress) {
        self.watch.progress(progress);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// No stop at first, then another one at every look.
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
}
