//! The settings of a search, and its result.

use super::effort::Spent;
use crate::plan::Plan;

/// Limits and seed of a search; not part of the problem's data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Stop when the proven relative gap is at most this.
    pub gap: f64,
    /// Stop after this many units of work, which do not depend on machine or load.
    pub work_limit: Option<u64>,
    /// Seed of every random choice.
    pub seed: u64,
}

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The plan is proven optimal.
    Optimal,
    /// The requested gap is proven.
    Gap,
    /// The work limit was reached.
    WorkLimit,
    /// The time limit was reached.
    TimeLimit,
    /// The user interrupted.
    Interrupted,
    /// The memory limit was about to be exceeded.
    MemoryLimit,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 6] =
        [Self::Optimal, Self::Gap, Self::WorkLimit, Self::TimeLimit, Self::Interrupted, Self::MemoryLimit];

    /// The status with this name in `plan.json`.
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
    /// Earlier best plans, latest first: few, and none without cycles.
    pub earlier: Vec<Plan>,
    /// Lower bound on every legal plan, euros.
    pub bound: f64,
    /// Why the search ended.
    pub status: Status,
    /// The work that the search did.
    pub spent: Spent,
}
