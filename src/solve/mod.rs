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
//! Where a plan was announced, its cycles that are committed are groups of every draft, each in one of its [`courses`], and the walk may
//! change the course; those open to change are groups like others, which need no notice as long as they go on. The bound takes the
//! cheapest course of each at the prices ([`going_on`]), and the linear program has their courses as columns, one in all for each of them.
//!
//! # Design
//! Why one program over whole cycles, and not first groups, then a timetable? The two stages would fight over
//! trainers and waiting time, and neither bound would hold for the plan that is delivered.
//!
//! Why a walk concurrently with the linear program, and a dive for part of a plan only? A dive for a whole plan ends far above
//! the walks, because its last cycles must be built for whoever is left; plans rounded from it are worse still
//! (`benches/journal.md`, rows 1 and 21).

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
