//! When a search must end: because it was cancelled, for memory, by the clock, in this order.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::memory::Memory;
use crate::solve::Stop;

/// What ends one search from outside.
#[derive(Debug, Clone)]
pub struct Limits {
    /// When its time began.
    pub started: Instant,
    /// Seconds after that; infinite where there is no limit.
    pub limit_s: f64,
    /// Set by whoever cancels the search (Ctrl-C, a button).
    pub is_interrupted: Arc<AtomicBool>,
    /// The memory that it may use.
    pub memory: Arc<Memory>,
}

impl Limits {
    /// Those of a search that begins now, with a limit of time in seconds.
    pub fn beginning(limit_s: f64, is_interrupted: &Arc<AtomicBool>, memory: Memory) -> Self {
        let is_interrupted = Arc::clone(is_interrupted);
        Self { started: Instant::now(), limit_s, is_interrupted, memory: Arc::new(memory) }
    }

    /// The same for what begins now, with its own limit of time in seconds.
    #[must_use]
    pub fn from_now(&self, limit_s: f64) -> Self {
        Self { started: Instant::now(), limit_s, ..self.clone() }
    }

    /// Seconds since the start.
    pub fn elapsed_s(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }

    /// Seconds until the limit of time.
    pub fn remaining_s(&self) -> f64 {
        self.limit_s - self.elapsed_s()
    }

    /// Why the search must end now, if it must.
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
