//! The schedule of a search: its phases in order, how long each may take, and what ends the search.
//!
//! ```text
//!  first plan ─► ascent (dives in it) ─► proof
//! ```
//!
//! A search is measured in work if that is limited; in seconds if only optimality and the clock can end it; otherwise in nothing,
//! and the number of rounds follows from the instance. A search that a gap may end must not depend on the clock.

mod pace;
mod phase;

pub(super) use pace::Pace;
pub use phase::{End, Phase, Task};

use super::effort::{CELLS_OF_STEP, PAIRS_OF_STEP, STEPS_OF_WORK, Spent, WORK_OF_ROUND};
use super::heard::Heard;
use super::improve::Clock;
use super::space::Space;
use super::{Settings, Status, Stop, Watch};

/// Steps of the walk in one slice, in addition to those for the proof's work.
pub(super) const STEPS_PER_SLICE: u64 = 10_000;
/// Steps of the walk between two checks whether the proof's slice is over, if only the clock ends the search.
pub(super) const STEPS_PER_LOOK: u64 = 1024;
/// Solves of the master in one slice.
pub(super) const SOLVES_PER_SLICE: usize = 2;
/// Rounds of the ascent in one slice.
pub(super) const ROUNDS_PER_SLICE: u64 = 10;
/// See [`agreement`].
const OPTIMAL: f64 = 1e-7;
pub(super) const CENT: f64 = 0.01;

/// What is left of a search, in its measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Left {
    /// Units of work.
    Work(u64),
    /// Seconds, finite.
    Seconds(f64),
    /// Neither is limited, or the result must not depend on the clock.
    Endless,
}

/// When the phases of one search begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schedule {
    /// The settings, with the limits for all walks together.
    settings: Settings,
    n_walks: usize,
    /// Patterns × trainers: the number of pairs priced in a round.
    n_pairs: u64,
}

impl Schedule {
    /// The schedule of a search with `n_walks` walks, each within the settings' work limit.
    pub(super) fn new(space: &Space, settings: Settings, n_walks: usize) -> Self {
        let work_limit = settings.work_limit.map(|limit| limit.saturating_mul(n_walks as u64));
        Self {
            settings: Settings { work_limit, ..settings },
            n_walks,
            n_pairs: (space.patterns.len() * space.staff.len()) as u64,
        }
    }

    /// Number of concurrent walks.
    pub(super) fn n_walks(&self) -> usize {
        self.n_walks
    }

    /// Seed of the first walk.
    pub(super) fn seed(&self) -> u64 {
        self.settings.seed
    }

    /// The phase in which the first plan is made.
    pub(super) fn first_plan() -> Phase {
        Phase::of(Task::FirstPlan, End::Steps(STEPS_PER_SLICE))
    }

    /// The phase after the ascent.
    pub(super) fn last(&self) -> Phase {
        Phase::last(Task::Proof, &self.settings)
    }

    /// The pace of the ascent for a master of `n_rows` rows.
    pub(super) fn pace(&self, n_rows: usize, spent: Spent, watch: &dyn Watch) -> Pace {
        let work_of_round = WORK_OF_ROUND + self.steps_of_round() / STEPS_OF_WORK;
        Pace::new(self.left(spent, watch), (n_rows, self.n_pairs), work_of_round)
    }

    /// What is left after `spent`.
    fn left(&self, spent: Spent, watch: &dyn Watch) -> Left {
        if let Some(limit) = self.settings.work_limit {
            return Left::Work(limit.saturating_sub(spent.work));
        }
        let seconds = Some(remaining_s(watch)).filter(|seconds| self.is_timed() && seconds.is_finite());
        seconds.map_or(Left::Endless, Left::Seconds)
    }

    /// The same, as a clock for the walks.
    pub(super) fn clock<'s>(&self, spent: Spent, watch: &'s Heard<'s>) -> SearchClock<'s> {
        let work = match self.left(spent, watch) {
            Left::Work(work) => Some(work as f64),
            Left::Seconds(_) => None,
            Left::Endless => Some(f64::INFINITY),
        };
        SearchClock { watch, n_walks: self.n_walks as f64, work }
    }

    /// Whether nothing but optimality and the clock can end the search.
    fn is_timed(&self) -> bool {
        self.settings.work_limit.is_none() && self.settings.gap <= 0.0
    }

    /// Whether the walk continues until the proof's slice is done: the clock ends the search anyway, and a thread is free.
    pub(super) fn is_open_ended(&self) -> bool {
        self.is_timed() && rayon::current_num_threads() > 1
    }

    /// Steps of the walk per round of pricing.
    fn steps_of_round(&self) -> u64 {
        self.n_pairs / PAIRS_OF_STEP
    }

    /// Steps of the walk in a slice of the ascent.
    pub(super) fn steps_of_ascent(&self) -> u64 {
        if self.is_open_ended() { STEPS_PER_LOOK } else { ROUNDS_PER_SLICE * self.steps_of_round() }
    }

    /// Steps of the walk in a slice of the proof, whose master's table has `n_cells` entries.
    pub(super) fn steps_of_proof(&self, n_cells: u64, is_exhausted: bool) -> u64 {
        let solve = self.steps_of_round() + n_cells / CELLS_OF_STEP;
        match (is_exhausted, self.is_open_ended()) {
            (true, _) => STEPS_PER_SLICE,
            (false, true) => STEPS_PER_LOOK,
            (false, false) => STEPS_PER_SLICE + SOLVES_PER_SLICE as u64 * solve,
        }
    }

    /// Why the search ends now, if it does.
    pub(super) fn status(
        &self,
        (objective, bound): (f64, f64),
        spent: Spent,
        watch: &Heard,
    ) -> Option<Status> {
        let distance = objective - bound;
        if distance <= agreement(objective) {
            return Some(Status::Optimal);
        }
        if distance <= self.settings.gap * objective.abs() {
            return Some(Status::Gap);
        }
        // Work that a stop cut short is counted in full.
        let is_cut = watch.first().is_some();
        if !is_cut && self.settings.work_limit.is_some_and(|limit| spent.work >= limit) {
            return Some(Status::WorkLimit);
        }
        watch.stop().map(|stop| match stop {
            Stop::TimeLimit => Status::TimeLimit,
            Stop::Interrupted => Status::Interrupted,
            Stop::MemoryLimit => Status::MemoryLimit,
        })
    }
}

/// An objective within this distance of the bound is optimal, euros: a cent at most, and less for small objectives.
pub(super) fn agreement(objective: f64) -> f64 {
    (OPTIMAL * objective.abs().max(1.0)).min(CENT)
}

/// Seconds left; 0 if the search was asked to end.
pub(super) fn remaining_s(watch: &dyn Watch) -> f64 {
    if watch.stop().is_some() { 0.0 } else { watch.remaining_s() }
}

/// What is left of a search, as its walks see it.
pub(super) struct SearchClock<'s> {
    watch: &'s dyn Watch,
    /// Concurrent walks; they step together.
    n_walks: f64,
    /// Units of work left when the slice began; `None` if seconds count.
    work: Option<f64>,
}

impl Clock for SearchClock<'_> {
    fn is_over(&self) -> bool {
        self.watch.stop().is_some()
    }

    fn left(&self, n_steps: u64) -> f64 {
        let left = self.work.map_or_else(
            || self.watch.remaining_s(),
            |work| work - self.n_walks * n_steps as f64 / STEPS_OF_WORK as f64,
        );
        left.max(0.0)
    }
}
