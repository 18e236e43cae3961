//! Finds a plan and proves how good it is: `Instance -> Solution`.
//!
//! ```text
//!  Space ─► first plan ─► ┌─────────────────── slices, side by side ───────────────────┐
//!  (classes,              │ proof: ascent ─► master ─► price ─► columns, rows ─► bound │ ─► best plan, bound
//!   patterns)             │ walk: simulated annealing over drafts ◄─ dives from ascent │
//!                         └────────────────────────────────────────────────────────────┘
//! ```
//!
//! A column of the linear program is a whole cycle: venue, slot, first date, trainer, and how many parties of each
//! class attend. Its price at given duals is a small knapsack, one for each pattern. Any duals give a valid bound
//! ([`bound`]), so proof never waits for convergence: the larger the instance, the longer the ascent ([`subgradient`]), whose
//! rounds cost far less than a linear program. The cycles on which its schedules agree are parts of plans around which the
//! walk goes on (dives). Where the program has converged and no row is broken, counts that
//! every plan has whole are branched on ([`tree`]).
//!
//! # Design
//! Why one program over whole cycles, and not first groups, then a timetable? The two stages would fight over
//! trainers and waiting time, and neither bound would hold for the plan that is delivered.
//!
//! Why a walk concurrently with the linear program, and a dive for part of a plan only? A dive for a whole plan ends far above
//! the walks, because its last cycles must be built for whoever is left; plans rounded from it are worse still
//! (`benches/journal.md`, rows 1 and 21).

pub mod bound;
pub mod classes;
pub mod draft;
pub mod effort;
pub mod heard;
pub mod improve;
pub mod knapsack;
pub mod master;
pub mod milp;
mod pace;
pub mod pricing;
pub mod relaxation;
pub mod roster;
mod search;
pub mod separation;
pub mod space;
pub mod subgradient;
pub mod tours;
pub mod tree;
mod walks;

use crate::instance::Instance;
use crate::plan::Plan;
use effort::Spent;
use heard::Heard;
use search::Search;
use space::Space;

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

/// The world outside a search: it may ask for a stop, and it hears of progress. Threads are those of rayon's
/// current pool.
pub trait Watch: Sync {
    /// Why the search must end now, if it must.
    fn stop(&self) -> Option<Stop>;
    /// Seconds until a time limit, infinite where there is none.
    fn remaining_s(&self) -> f64;
    /// Hears where the search stands.
    fn progress(&self, progress: &Progress);
    /// Hears of a plan that is better than all before, and may ask for it; it is to be judged before it is believed.
    fn improved(&self, _plan: &dyn Fn() -> Plan) {}
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

/// Finds a plan and its bound. Always returns a legal plan, at worst the empty one, whenever it is stopped.
///
/// A search may set out from a plan from elsewhere, whose ids are those of the instance (a plan of another variant, an older
/// one): what is legal of it is where the first walk begins, and the plan found costs no more than that.
pub fn solve(instance: &Instance, settings: &Settings, start: Option<&Plan>, watch: &dyn Watch) -> Solution {
    solve_with_seeds(instance, settings, 1, start, watch).swap_remove(0)
}

/// Finds as many plans as seeds, from that of the settings on, and one bound: walks that differ by their seeds beside one proof,
/// with as much work for each as the settings limit. How far they lie apart tells what chance does to a plan.
pub fn solve_with_seeds(
    instance: &Instance,
    settings: &Settings,
    n_seeds: usize,
    start: Option<&Plan>,
    watch: &dyn Watch,
) -> Vec<Solution> {
    let (space, heard) = (Space::new(instance), Heard::new(watch));
    Search::new(&space, *settings, n_seeds.max(1), start, &heard).run()
}
