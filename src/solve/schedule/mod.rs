//! The schedule of a search: its phases in order, how long each may be, and what ends all of them.
//!
//! ```text
//!  first plan ─► ascent (dives in it) ─► proof
//! ```
//!
//! One of three things measures a search: work where that is limited; seconds where nothing but optimality and the clock can end
//! it; else nothing, and rounds grow. A search that a gap may end must not depend on the clock.

mod pace;
mod phase;

pub(super) use pace::Pace;
pub use phase::{End, Phase, Task};

use super::effort::{CELLS_OF_STEP, PAIRS_OF_STEP, STEPS_OF_WORK, Spent, WORK_OF_ROUND};
use super::heard::Heard;
use super::improve::Clock;
use super::space::Space;
use super::{Settings, Status, Stop, Watch};

/// Steps of the walk in one slice, beside those for the proof's work.
pub(super) const STEPS_PER_SLICE: u64 = 10_000;
/// Steps of the walk between two looks whether the proof's slice is over, where only the clock ends the search.
pub(super) const STEPS_PER_LOOK: u64 = 1024;
/// Solves of the master in one slice.
pub(super) const SOLVES_PER_SLICE: usize = 2;
/// Rounds of the ascent in one slice.
pub(super) const ROUNDS_PER_SLICE: u64 = 10;
/// See [`agreement`].
const OPTIMAL: f64 = 1e-7;
pub(super) const CENT: f64 = 0.01;

/// What is left of a search, in what measures it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Left {
    /// Units of work.
    Work(u64),
    /// Seconds, finite.
    Seconds(f64),
    /// Neither is limited, or the clock must not count.
    Endless,
}

/// When the phases of one search begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schedule {
    /// Its limits, of all walks together.
    settings: Settings,
    n_walks: usize,
    /// Patterns × trainers: what a round of pricing looks at.
    n_pairs: u64,
}

impl Schedule {
    /// The schedule of a search with so many walks, each for as much work as the settings limit.
    pub(super) fn new(space: &Space, settings: Settings, n_walks: usize) -> Self {
        let work_limit = settings.work_limit.map(|limit| limit.saturating_mul(n_walks as u64));
        Self {
            settings: Settings { work_limit, ..settings },
            n_walks,
            n_pairs: (space.patterns.len() * space.staff.len()) as u64,
        }
    }

    /// Walks side by side.
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

    /// How long the ascent is, where the master has so many rows.
    pub(super) fn pace(&self, n_rows: usize, spent: Spent, watch: &dyn Watch) -> Pace {
        let work_of_round = WORK_OF_ROUND + self.steps_of_round() / STEPS_OF_WORK;
        Pace::new(self.left(spent, watch), (n_rows, self.n_pairs), work_of_round)
    }

    /// What is left when so much was spent.
    fn left(&self, spent: Spent, watch: &dyn Watch) -> Left {
        if let Some(limit) = self.settings.work_limit {
            return Left::Work(limit.saturating_sub(spent.work));
        }
        let seconds = Some(remaining_s(watch)).filter(|seconds| self.is_timed() && seconds.is_finite());
        seconds.map_or(Left::Endless, Left::Seconds)
    }

    /// What the walk sees of that while it walks.
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

    /// Whether the walk goes on until the proof's slice is done: where the clock ends the search anyhow, and a thread is
    /// free.
    pub(super) fn is_open_ended(&self) -> bool {
        self.is_timed() && rayon::current_num_threads() > 1
    }

    /// Steps of the walk in a round of pricing.
    fn steps_of_round(&self) -> u64 {
        self.n_pairs / PAIRS_OF_STEP
    }

    /// Steps of the walk in a slice of the ascent.
    pub(super) fn steps_of_ascent(&self) -> u64 {
        if self.is_open_ended() { STEPS_PER_LOOK } else { ROUNDS_PER_SLICE * self.steps_of_round() }
    }

    /// Steps of the walk in a slice of the proof, whose master's table has so many entries.
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
        // Work that a stop cut short is counted as if it had been done.
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

/// An objective this close to the bound is optimal, euros: they agree within a cent, and as closely as their size asks for.
pub(super) fn agreement(objective: f64) -> f64 {
    (OPTIMAL * objective.abs().max(1.0)).min(CENT)
}

/// Seconds that are left; none where the search was asked to end.
pub(super) fn remaining_s(watch: &dyn Watch) -> f64 {
    if watch.stop().is_some() { 0.0 } else { watch.remaining_s() }
}

/// What is left of a search, as its walks see it.
pub(super) struct SearchClock<'s> {
    watch: &'s dyn Watch,
    /// Walks side by side: a step of one is a step of each.
    n_walks: f64,
    /// Units of work left when the slice began; nothing where seconds count.
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
