//! The limits of a search, checked in this order: cancellation, memory, time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::memory::Memory;
use crate::solve::Stop;

/// The external limits of one search.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The start of its time.
    pub started: Instant,
    /// Time limit in seconds from the start; infinite if there is none.
    pub limit_s: f64,
    /// Set to cancel the search (Ctrl-C, a button).
    pub is_interrupted: Arc<AtomicBool>,
    /// The memory that it may use.
    pub memory: Arc<Memory>,
}

impl Limits {
    /// The limits of a search that starts now, with a time limit in seconds.
    pub fn beginning(limit_s: f64, is_interrupted: &Arc<AtomicBool>, memory: Memory) -> Self {
        let is_interrupted = Arc::clone(is_interrupted);
        Self { started: Instant::now(), limit_s, is_interrupted, memory: Arc::new(memory) }
    }

    /// The same limits for work that starts now, with its own time limit in seconds.
    #[must_use]
    pub fn from_now(&self, limit_s: f64) -> Self {
        Self { started: Instant::now(), limit_s, ..self.clone() }
    }

    /// Seconds since the start.
    pub fn elapsed_s(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }

    /// Seconds until the time limit.
    pub fn remaining_s(&self) -> f64 {
        self.limit_s - self.elapsed_s()
    }

    /// The reason to end the search now, if there is one.
    pub fn stop(&self) -> Option<Stop> {
        if self.is_interrupted.load(Ordering::Relaxed) {
            Some(Stop::Interrupted)
        } else if self.memory.is_short() {
            Some(Stop::MemoryLimit)
        } else {
            (self.remaining_s() <= 0.0).then_some(Stop::TimeLimit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_stops_at_its_limit_or_when_asked() {
        let limits = |limit_s: f64| Limits {
            started: Instant::now(),
            limit_s,
            is_interrupted: Arc::default(),
            memory: Arc::new(Memory::unlimited()),
        };
        assert_eq!(limits(f64::INFINITY).stop(), None);
        assert_eq!(limits(0.0).stop(), Some(Stop::TimeLimit));
        let limits = limits(f64::INFINITY);
        limits.is_interrupted.store(true, Ordering::Relaxed);
        assert_eq!(limits.stop(), Some(Stop::Interrupted));
    }
}
