//! A search as seen from outside: who may end it, and what is heard of it.

use super::improve::Tally;
use super::schedule::Phase;
use crate::plan::Plan;

/// The world outside a search: it may ask for a stop, and it hears of progress. Threads are those of rayon's
/// current pool.
pub trait Watch: Sync {
    /// Why the search must end now, if it must.
    fn stop(&self) -> Option<Stop>;
    /// Seconds until a time limit, infinite where there is none.
    fn remaining_s(&self) -> f64;
    /// Hears that a phase of the search begins.
    fn begins(&self, _phase: &Phase) {}
    /// Hears where the search stands.
    fn progress(&self, progress: &Progress);
    /// Hears of a plan that is better than all before, and may ask for it; it is to be judged before it is believed.
    fn improved(&self, _plan: &dyn Fn() -> Plan) {}
    /// Hears at the end what each move of the walk came to.
    fn walked(&self, _moves: &[Tally]) {}
}

/// Seconds that a search still has; 0 or less where it must end now, for whatever reason. Infinite without a limit.
pub type Remaining<'a> = &'a (dyn Fn() -> f64 + Sync);

/// Why a search was asked to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The time limit has passed.
    TimeLimit,
    /// The user asked (Ctrl-C).
    Interrupted,
    /// The memory limit is about to be passed.
    MemoryLimit,
}

/// Where a search stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Objective of the best plan, euros.
    pub objective: f64,
    /// What no plan can beat, euros.
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
