//! The interface between a search and its caller: stops and progress.

use super::improve::Tally;
use super::schedule::Phase;
use crate::plan::Plan;

/// The caller's side of a search: it may request a stop, and it receives progress. Threads are those of rayon's current pool.
pub trait Watch: Sync {
    /// Why the search must end now, if it must.
    fn stop(&self) -> Option<Stop>;
    /// Seconds until a time limit, infinite if there is none.
    fn remaining_s(&self) -> f64;
    /// Called when a phase of the search begins.
    fn begins(&self, _phase: &Phase) {}
    /// Called with the state of the search.
    fn progress(&self, progress: &Progress);
    /// Called when a plan is better than all earlier ones; `_plan` builds it. It must be checked before it is trusted.
    fn improved(&self, _plan: &dyn Fn() -> Plan) {}
    /// Called at the end with the tally of each move of the walk.
    fn walked(&self, _moves: &[Tally]) {}
}

/// Seconds that a search still has; 0 or less if it must end now, for any reason. Infinite without a limit.
pub type Remaining<'a> = &'a (dyn Fn() -> f64 + Sync);

/// Why a search was asked to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The time limit has passed.
    TimeLimit,
    /// The user asked (Ctrl-C).
    Interrupted,
    /// The memory limit is about to be exceeded.
    MemoryLimit,
}

/// The state of a search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The current stage.
    pub stage: Stage,
    /// Objective of the best plan, euros.
    pub objective: f64,
    /// Lower bound on every plan, euros.
    pub bound: f64,
}

/// A stage of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A first plan.
    Construct,
    /// The linear program over cycles: the bound.
    Bound,
}
