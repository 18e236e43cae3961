//! What steers a search, and what it comes to.

use super::effort::Spent;
use crate::plan::Plan;

/// What bounds and steers a search; none of it is data of the problem.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Stop when the proven relative gap is at most this.
    pub gap: f64,
    /// Stop after this much work, a deterministic amount that no machine or load changes.
    pub work_limit: Option<u64>,
    /// Seed of every random choice.
    pub seed: u64,
}

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The plan is proven optimal.
    Optimal,
    /// The gap asked for is proven.
    Gap,
    /// The work limit was reached.
    WorkLimit,
    /// The time limit was reached.
    TimeLimit,
    /// The user interrupted.
    Interrupted,
    /// The memory limit was about to be passed.
    MemoryLimit,
}

impl Status {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Optimal, Self::Gap, Self::WorkLimit, Self::TimeLimit, Self::Interrupted, Self::MemoryLimit];

    /// The status of a name in `plan.json`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Name in `plan.json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Gap => "gap",
            Self::WorkLimit => "work_limit",
            Self::TimeLimit => "time_limit",
            Self::Interrupted => "interrupted",
            Self::MemoryLimit => "memory_limit",
        }
    }
}

/// A plan and its proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Solution {
    /// The best plan found.
    pub plan: Plan,
    /// Plans that were the best before, the latest first: few, and none without cycles.
    pub earlier: Vec<Plan>,
    /// What no legal plan can beat, euros.
    pub bound: f64,
    /// Why the search ended.
    pub status: Status,
    /// What it did.
    pub spent: Spent,
}
