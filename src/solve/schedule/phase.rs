//! A phase of a search as data: what ends it, and when its dives begin.

use super::super::Settings;

/// What is done in a phase, concurrently with the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The walk alone, for a first plan.
    FirstPlan,
    /// The subgradient ascent to good duals, which gives most of the bound.
    Ascent,
    /// The linear program, branching, and their bound.
    Proof,
}

/// What may end a phase, whichever comes first. Optimality, a stop and the search's own limits end any phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// A number of steps of the walk.
    Steps(u64),
    /// A number of rounds of pricing.
    Rounds(u64),
    /// A share of what remains of the search when the phase begins.
    Share(f64),
    /// A proven gap.
    Gap(f64),
    /// An amount of work in total.
    Work(u64),
    /// The time limit.
    Time,
}

/// A phase of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// What is done in it.
    pub task: Task,
    /// What ends it.
    pub ends: Vec<End>,
    /// Shares of the phase after which a dive begins.
    pub dives: &'static [f64],
}

impl Phase {
    /// A phase that ends by itself, and has no dives.
    pub(super) fn of(task: Task, end: End) -> Self {
        Self { task, ends: vec![end], dives: &[] }
    }

    /// A phase that lasts until the search ends.
    pub(super) fn last(task: Task, settings: &Settings) -> Self {
        let gap = (settings.gap > 0.0).then_some(End::Gap(settings.gap));
        let limit = settings.work_limit.map_or(End::Time, End::Work);
        Self { task, ends: gap.into_iter().chain([limit]).collect(), dives: &[] }
    }
}
