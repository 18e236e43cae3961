//! The order of the search: a first plan, then proof and improvement side by side until one of them ends it.
//!
//! # Determinism
//! Proof and improvement run at the same time in *slices* of a fixed amount of work, and exchange what they found
//! only between slices. What a slice does does not depend on how long it took, so the number of threads does not change
//! the result. One exception: where nothing but optimality and a time limit can end the search, the walk cools down
//! with the clock, so that it ends cold when the time is over, goes on until the proof's slice is done, and rests before the
//! first dive.
//!
//! # Design
//! Why one walk, and not one for each core? On two cores the proof takes the other one, and one long round of
//! annealing ends lower than two short ones.

use std::sync::atomic::{AtomicBool, Ordering};

use super::bound::without_cycles;
use super::courses::base::announced_plan;
use super::draft::Draft;
use super::effort::{CELLS_OF_STEP, PAIRS_OF_STEP, STEPS_OF_WORK, Spent, WORK_OF_ROUND};
use super::heard::Heard;
use super::improve::Clock;
use super::master::Master;
use super::pace::Pace;
use super::relaxation::Relaxation;
use super::space::Space;
use super::subgradient::{Ascent, Climb, Dive};
use super::tree::Tree;
use super::walks::Walks;
use super::{Progress, Settings, Solution, Stage, Status, Stop, Watch};
use crate::plan::Plan;

/// Steps of the walk in one slice, beside those for the proof's work.
const STEPS_PER_SLICE: u64 = 10_000;
/// Steps of the walk between two looks whether the proof's slice is over, where only the clock ends the search.
const STEPS_PER_LOOK: u64 = 1024;
/// Solves of the master in one slice.
const SOLVES_PER_SLICE: usize = 2;
/// Rounds of the ascent in one slice.
const ROUNDS_PER_SLICE: u64 = 10;
/// See [`agreement`].
const OPTIMAL: f64 = 1e-7;
const CENT: f64 = 0.01;

/// A search and where it stands.
pub(super) struct Search<'s> {
    space: &'s Space<'s>,
    /// Its limits, of all walks together.
    settings: Settings,
    n_walks: usize,
    watch: &'s Heard<'s>,
    /// The best draft of all walks.
    best: Draft<'s>,
    /// Best plans at the ends of stages, the latest last.
    earlier: Vec<Plan>,
    bound: f64,
    spent: Spent,
}

impl<'s> Search<'s> {
    /// A search with so many walks, each for as much work as the settings limit; may set out from a plan.
    pub(super) fn new(
        space: &'s Space<'s>,
        settings: Settings,
        n_walks: usize,
        start: Option<&Plan>,
        watch: &'s Heard<'s>,
    ) -> Self {
        let work_limit = settings.work_limit.map(|limit| limit.saturating_mul(n_walks as u64));
        let settings = Settings { work_limit, ..settings };
        let nobody = Draft::new(space);
        let told = announced_plan(space.instance);
        let started = start.or(told.as_ref()).map(|plan| Draft::of_plan(space, plan)).filter(Draft::is_legal);
        let best = started.filter(|draft| draft.objective() < nobody.objective()).unwrap_or(nobody);
        let bound = without_cycles(space);
        Self { space, settings, n_walks, watch, best, earlier: Vec::new(), bound, spent: Spent::default() }
    }

    /// What it comes to, a solution for each walk.
    pub(super) fn run(mut self) -> Vec<Solution> {
        if let Some(status) = self.status() {
            let found = (self.best.plan(), self.best.objective());
            let found = vec![found; self.n_walks];
            return self.finish(&found, status);
        }
        let mut walks = self.set_out();
        let status = self.prove_and_improve(&mut walks);
        walks.end(&self.clock());
        self.take_best(&walks);
        // A stop that cut the end of a walk short is what ended the search.
        let status = self.status().unwrap_or(status);
        self.watch.walked(&walks.tallies());
        self.finish(&walks.plans(), status)
    }

    /// Proof and improvement until something ends them.
    fn prove_and_improve(&mut self, walks: &mut Walks<'s>) -> Status {
        if let Some(status) = self.status() {
            return status;
        }
        let (master, ascent) = match self.ascend(walks) {
            Ok(found) => found,
            Err(status) => return status,
        };
        self.remember();
        if self.space.instance.announced.is_some() {
            return self.only_improve(walks);
        }
        let mut relaxation = Relaxation::new(self.space, master, ascent);
        relaxation.master.add_draft(&self.best);
        let mut proof = Tree::new(relaxation);
        loop {
            if let Some(status) = self.status() {
                return status;
            }
            self.slice(walks, &mut proof);
        }
    }

    /// Improvement until something ends it.
    fn only_improve(&mut self, walks: &mut Walks<'s>) -> Status {
        loop {
            if let Some(status) = self.status() {
                return status;
            }
            self.beside(walks, STEPS_PER_SLICE, || ());
            self.report(Stage::Bound);
        }
    }

    /// A first plan, from which the walk starts.
    fn set_out(&mut self) -> Walks<'s> {
        let mut walks = Walks::new(&self.best, self.settings.seed, self.n_walks, &self.clock());
        walks.walk(STEPS_PER_SLICE, &self.clock());
        self.spent.walked(STEPS_PER_SLICE);
        self.take_best(&walks);
        self.remember();
        self.report(Stage::Construct);
        walks
    }

    /// Remembers the best plan of a stage.
    fn remember(&mut self) {
        if self.best.groups().next().is_some() {
            self.earlier.push(self.best.plan());
        }
    }

    /// The ascent to good prices, in slices, and the walk beside it.
    ///
    /// # Errors
    /// What ends the search before the ascent does.
    fn ascend(&mut self, walks: &mut Walks<'s>) -> Result<(Master<'s>, Ascent), Status> {
        let (watch, space) = (self.watch, self.space);
        let slice = ROUNDS_PER_SLICE * self.steps_of_round();
        let n_steps = if self.is_open_ended() { STEPS_PER_LOOK } else { slice };
        let master = self.beside(walks, n_steps, || Master::new(space));
        let mut pace = self.pace(master.rows.n_rows());
        let mut climb = self
            .beside(walks, n_steps, || Climb::new(space, &master.rows, pace.is_long, &|| remaining_s(watch)));
        let mut n_dives = 0;
        while share(&pace, &climb, watch) < 1.0 {
            self.status().map_or(Ok(()), Err)?;
            self.climb(walks, &mut climb, &pace, n_steps);
            let share = share(&pace, &climb, watch);
            let is_vain = pace.is_followed && climb.is_vain(share);
            if is_vain || pace.is_dive_due(share, climb.rounds(), n_dives) {
                let before = remaining_s(watch);
                let part = self.dive(walks, Dive::new(&climb), n_steps)?;
                walks.walk_around(&part, pace.around, &self.clock());
                n_dives += 1;
                pace.delay(before - remaining_s(watch));
                if is_vain {
                    break;
                }
            } else if pace.may_rest(share, n_dives) {
                walks.rest();
            }
        }
        walks.go_on();
        self.status().map_or(Ok((master, climb.end())), Err)
    }

    /// A slice of the ascent and the walk beside it.
    fn climb(&mut self, walks: &mut Walks<'s>, climb: &mut Climb<'s>, pace: &Pace, n_steps: u64) {
        let watch = self.watch;
        let before = climb.rounds();
        self.beside(walks, n_steps, || {
            for _ in 0..ROUNDS_PER_SLICE {
                let share = share(pace, climb, watch);
                if share >= 1.0 || !climb.climb(share, &|| remaining_s(watch)) {
                    break;
                }
            }
        });
        self.spent.priced(climb.rounds() - before);
        self.bound = self.bound.max(climb.bound());
        self.report(Stage::Bound);
    }

    /// The part of a plan that a dive finds, in slices and with the walk beside it.
    ///
    /// # Errors
    /// What ends the search before the dive is over.
    fn dive(&mut self, walks: &mut Walks<'s>, mut dive: Dive<'s>, n_steps: u64) -> Result<Draft<'s>, Status> {
        let watch = self.watch;
        while !dive.is_over() {
            self.status().map_or(Ok(()), Err)?;
            let n_rounds = self.beside(walks, n_steps, || {
                (0..ROUNDS_PER_SLICE).take_while(|_| dive.dive(&|| remaining_s(watch))).count()
            });
            self.spent.priced(n_rounds as u64);
            self.report(Stage::Bound);
        }
        Ok(dive.end())
    }

    /// How long the ascent is, where the master has so many rows.
    fn pace(&self, n_rows: usize) -> Pace {
        let clock = self.is_timed().then(|| remaining_s(self.watch));
        let work_of_round = WORK_OF_ROUND + self.steps_of_round() / STEPS_OF_WORK;
        // No linear program follows where a plan was announced.
        let n_rows = if self.space.instance.announced.is_some() { usize::MAX } else { n_rows };
        Pace::new(&self.settings, (n_rows, self.n_pairs()), (self.spent.work, work_of_round), clock)
    }

    /// One slice of proof and improvement side by side.
    fn slice(&mut self, walks: &mut Walks<'s>, proof: &mut Tree<'s>) {
        let watch = self.watch;
        let solve = self.steps_of_round() + proof.relaxation.master.n_cells() / CELLS_OF_STEP;
        let n_steps = match (proof.is_exhausted(), self.is_open_ended()) {
            (true, _) => STEPS_PER_SLICE,
            (false, true) => STEPS_PER_LOOK,
            (false, false) => STEPS_PER_SLICE + SOLVES_PER_SLICE as u64 * solve,
        };
        let best = self.best.objective();
        let cutoff = best - agreement(best);
        let (rounds, plan) = self.beside(walks, n_steps, || prove(proof, cutoff, watch));
        self.spent.priced(rounds);
        self.spent.pivots = proof.relaxation.master.n_pivots();
        if let Some(plan) = plan {
            walks.adopt(&plan);
            self.take_best(walks);
        }
        self.bound = self.bound.max(proof.bound());
        self.report(Stage::Bound);
    }

    /// Does something on this thread, where HiGHS stays, while the walk goes on on whichever is free: so many steps, or
    /// where the clock ends the search anyhow, until this thread is done.
    fn beside<T>(&mut self, walks: &mut Walks<'s>, n_steps: u64, task: impl FnOnce() -> T) -> T {
        let clock = self.clock();
        let (is_open_ended, here) = (self.is_open_ended(), std::thread::current().id());
        let is_done = AtomicBool::new(false);
        let done = rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                walks.walk(n_steps, &clock);
                // On this thread, which may take up a walk while it waits for pricing, nothing would ever be done.
                let is_beside = std::thread::current().id() != here;
                let is_over = || is_done.load(Ordering::Relaxed) || clock.is_over();
                while is_open_ended && is_beside && !walks.are_resting() && !is_over() {
                    walks.walk(STEPS_PER_LOOK, &clock);
                }
            });
            let done = task();
            is_done.store(true, Ordering::Relaxed);
            done
        });
        self.spent.walked(n_steps);
        self.take_best(walks);
        done
    }

    /// Patterns × trainers.
    fn n_pairs(&self) -> u64 {
        (self.space.patterns.len() * self.space.staff.len()) as u64
    }

    /// Steps of the walk in a round of pricing.
    fn steps_of_round(&self) -> u64 {
        self.n_pairs() / PAIRS_OF_STEP
    }

    /// What the walk may see of the time: work where that is limited, seconds where nothing else can end the search.
    /// A search that a gap may end must not depend on the clock.
    fn clock(&self) -> SearchClock<'s> {
        let work = self.settings.work_limit.map(|limit| limit.saturating_sub(self.spent.work) as f64);
        SearchClock {
            watch: self.watch,
            n_walks: self.n_walks as f64,
            work: work.or((!self.is_timed()).then_some(f64::INFINITY)),
        }
    }

    /// Whether nothing but optimality and the clock can end the search.
    fn is_timed(&self) -> bool {
        self.settings.work_limit.is_none() && self.settings.gap <= 0.0
    }

    /// Whether the walk goes on until the proof's slice is done: where the clock ends the search anyhow, and a thread is
    /// free.
    fn is_open_ended(&self) -> bool {
        self.is_timed() && rayon::current_num_threads() > 1
    }

    fn take_best(&mut self, walks: &Walks<'s>) {
        let best = walks.best();
        if best.objective() < self.best.objective() - 1e-9 {
            self.best = best.clone();
        }
    }

    /// Why the search ends now, if it does.
    fn status(&self) -> Option<Status> {
        let distance = self.best.objective() - self.bound;
        if distance <= agreement(self.best.objective()) {
            return Some(Status::Optimal);
        }
        if distance <= self.settings.gap * self.best.objective().abs() {
            return Some(Status::Gap);
        }
        // Work that a stop cut short is counted as if it had been done.
        let is_cut = self.watch.first().is_some();
        if !is_cut && self.settings.work_limit.is_some_and(|limit| self.spent.work >= limit) {
            return Some(Status::WorkLimit);
        }
        self.watch.stop().map(|stop| match stop {
            Stop::TimeLimit => Status::TimeLimit,
            Stop::Interrupted => Status::Interrupted,
            Stop::MemoryLimit => Status::MemoryLimit,
        })
    }

    fn report(&self, stage: Stage) {
        self.watch.best(self.best.objective(), &|| self.best.plan());
        self.watch.progress(&Progress { stage, objective: self.best.objective(), bound: self.bound });
    }

    /// The solutions: the plan of each walk, with its objective, under the bound of all.
    fn finish(self, found: &[(Plan, f64)], status: Status) -> Vec<Solution> {
        let earlier: Vec<Plan> = self.earlier.iter().rev().cloned().collect();
        let of = |(plan, objective): &(Plan, f64)| {
            // Rounding may put the bound a hair above the plan that attains it. More would be a wrong bound, and is told.
            let distance = objective - self.bound;
            let is_rounding = distance >= -agreement(*objective);
            let bound = if is_rounding { self.bound.min(*objective) } else { self.bound };
            // A status that the best plan has need not be that of the others.
            let is_best = *objective <= self.best.objective() + CENT;
            let status = if status == Status::Optimal && !is_best { Status::Gap } else { status };
            Solution { plan: plan.clone(), earlier: earlier.clone(), bound, status, spent: self.spent }
        };
        found.iter().map(of).collect()
    }
}

/// An objective this close to the bound is optimal, euros: they agree within a cent, and as closely as their size asks for.
fn agreement(objective: f64) -> f64 {
    (OPTIMAL * objective.abs().max(1.0)).min(CENT)
}

/// What is left of a search.
struct SearchClock<'s> {
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

/// Seconds that are left; none where the search was asked to end.
fn remaining_s(watch: &dyn Watch) -> f64 {
    if watch.stop().is_some() { 0.0 } else { watch.remaining_s() }
}

/// How much of an ascent is over.
fn share(pace: &Pace, climb: &Climb, watch: &dyn Watch) -> f64 {
    pace.share(climb.rounds(), remaining_s(watch))
}

/// A slice of proof; returns the rounds of pricing it took and the plan it found, if any.
fn prove<'s>(proof: &mut Tree<'s>, cutoff: f64, watch: &dyn Watch) -> (u64, Option<Draft<'s>>) {
    let before = proof.relaxation.rounds;
    let mut plan = None;
    for _ in 0..SOLVES_PER_SLICE {
        if proof.is_exhausted() || watch.stop().is_some() || plan.is_some() {
            break;
        }
        plan = proof.step(cutoff, &|| remaining_s(watch));
    }
    (proof.relaxation.rounds - before, plan)
}
