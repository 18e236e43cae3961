//! Finds a plan and proves how good it is: `Instance -> Solution`.
//!
//! ```text
//!  Space ─► first plan ─► ┌─────────────────── slices, side by side ───────────────────┐
//!  (classes,              │ proof: ascent ─► master ─► price ─► columns, rows ─► bound │ ─► best plan, bound
//!   patterns)             │ walk: simulated annealing over drafts ◄─ dives from ascent │
//!                         └────────────────────────────────────────────────────────────┘
//! ```
//!
//! A column of the linear program is a whole cycle: venue, slot, first date, trainer, and the number of parties of each class
//! that attend. Pricing it at given duals is a small knapsack, one per pattern. Any duals give a valid bound ([`bound`]), so the
//! proof does not wait for convergence: the larger the instance, the longer the subgradient ascent ([`subgradient`]), whose
//! rounds cost far less than solving a linear program. Dives fix the cycles on which its schedules agree, and the walk continues
//! around these partial plans. Once the linear program has converged and no row is violated, branching starts, on counts that are
//! integral in every plan ([`tree`]).
//!
//! Where a plan was announced, its committed cycles are groups of every draft, each in one of its [`courses`], and the walk may
//! change the course. Cycles open to change are groups like others, which need no notice as long as they continue. The bound
//! takes the cheapest course of each at the current duals ([`going_on`]); the linear program has the courses as columns, with one
//! row per announced cycle. Courses and cycles that break a rule together with sessions held in every plan
//! ([`courses::settled`]) are not considered.
//!
//! # Design
//! Why one program over whole cycles, rather than groups first and a timetable second? The two stages would compete for trainers
//! and waiting time, and neither bound would hold for the plan that is delivered.
//!
//! Why a walk concurrently with the linear program, and dives for partial plans only? A dive to a whole plan ends far above the
//! walks, because its last cycles must be built from the residents who are left; plans rounded from the linear program are worse
//! still (`benches/journal.md`, rows 1 and 21).

mod blend;
pub mod bound;
pub mod classes;
pub mod courses;
pub mod draft;
pub mod effort;
pub mod going_on;
pub mod heard;
pub mod improve;
pub mod knapsack;
pub mod master;
pub mod milp;
pub mod nodes;
pub mod pricing;
pub mod relaxation;
pub mod roster;
pub mod schedule;
mod search;
pub mod separation;
mod solution;
pub mod space;
pub mod subgradient;
pub mod tours;
pub mod tree;
mod walks;
mod watch;

use crate::instance::Instance;
use crate::plan::Plan;
use heard::Heard;
use search::Search;
pub use solution::{Settings, Solution, Status};
use space::Space;
pub use watch::{Progress, Remaining, Stage, Stop, Watch};

/// Finds a plan and its bound. Always returns a legal plan, at worst the empty one, whenever it is stopped.
///
/// A search may start from `start`, a plan whose ids are those of the instance (of another variant, or an older one). The first
/// walk begins at its legal part, and the plan found costs no more than that.
pub fn solve(instance: &Instance, settings: &Settings, start: Option<&Plan>, watch: &dyn Watch) -> Solution {
    solve_with_seeds(instance, settings, 1, start, watch).swap_remove(0)
}

/// Finds `n_seeds` plans, with consecutive seeds from that of the settings on, and one bound: one walk per seed, concurrently
/// with one proof, each within the settings' work limit. The spread of the plans shows how much depends on chance.
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
