//! Runs the search: a first plan, then proof and improvement concurrently until one of them ends it.
//!
//! # Determinism
//! Proof and improvement run concurrently in *slices* of a fixed amount of work, and exchange results only between slices. What a
//! slice does does not depend on how long it takes, so the number of threads does not change the result. One exception: if only
//! optimality and a time limit can end the search, the walk cools down by the clock, so that it is cold when the time is over; it
//! continues until the proof's slice is done, and rests before the first dive.
//!
//! # Design
//! Why one walk, and not one per core? On two cores the proof takes the other one, and one long round of annealing ends with a
//! lower objective than two short ones.

use std::sync::atomic::{AtomicBool, Ordering};

use super::bound::without_cycles;
use super::draft::Draft;
use super::effort::Spent;
use super::heard::Heard;
use super::improve::Clock;
use super::master::Master;
use super::relaxation::Relaxation;
use super::schedule::{
    CENT, Pace, ROUNDS_PER_SLICE, SOLVES_PER_SLICE, STEPS_PER_LOOK, STEPS_PER_SLICE, Schedule, SearchClock,
    agreement, remaining_s,
};
use super::space::Space;
use super::subgradient::{Ascent, Climb, Dive};
use super::tree::Tree;
use super::walks::Walks;
use super::{Progress, Settings, Solution, Stage, Status, Watch};
use crate::plan::Plan;

/// The state of a search.
pub(super) struct Search<'s> {
    space: &'s Space<'s>,
    schedule: Schedule,
    watch: &'s Heard<'s>,
    /// The best draft of all walks.
    best: Draft<'s>,
    /// Best plans at the end of each stage, latest last.
    earlier: Vec<Plan>,
    bound: f64,
    spent: Spent,
}

impl<'s> Search<'s> {
    /// A search with `n_walks` walks, each within the settings' work limit; may start from a plan.
    pub(super) fn new(
        space: &'s Space<'s>,
        settings: Settings,
        n_walks: usize,
        start: Option<&Plan>,
        watch: &'s Heard<'s>,
    ) -> Self {
        let schedule = Schedule::new(space, settings, n_walks);
        let nobody = Draft::new(space);
        let told = space.instance.announced.as_ref().map(Plan::told);
        let started = start.or(told.as_ref()).map(|plan| Draft::of_plan(space, plan)).filter(Draft::is_legal);
        let best = started.filter(|draft| draft.objective() < nobody.objective()).unwrap_or(nobody);
        let bound = without_cycles(space);
        Self { space, schedule, watch, best, earlier: Vec::new(), bound, spent: Spent::default() }
    }

    /// Runs the search; returns one solution per walk.
    pub(super) fn run(mut self) -> Vec<Solution> {
        if let Some(status) = self.status() {
            let found = (self.best.plan(), self.best.objective());
            let found = vec![found; self.schedule.n_walks()];
            return self.finish(&found, status);
        }
        let mut walks = self.set_out();
        let status = self.prove_and_improve(&mut walks);
        walks.end(&self.clock());
        self.take_best(&walks);
        // If a stop cut the end of a walk short, that stop ended the search.
        let status = self.status().unwrap_or(status);
        self.watch.walked(&walks.tallies());
        self.finish(&walks.plans(), status)
    }

    /// Runs proof and improvement until something ends them.
    fn prove_and_improve(&mut self, walks: &mut Walks<'s>) -> Status {
        if let Some(status) = self.status() {
            return status;
        }
        let (master, ascent) = match self.ascend(walks) {
            Ok(found) => found,
            Err(status) => return status,
        };
        self.remember();
        self.watch.begins(&self.schedule.last());
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

    /// Builds a first plan, from which the walks start.
    fn set_out(&mut self) -> Walks<'s> {
        self.watch.begins(&Schedule::first_plan());
        let mut walks = Walks::new(&self.best, self.schedule.seed(), self.schedule.n_walks(), &self.clock());
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

    /// Runs the ascent to good duals, in slices, concurrently with the walk.
    ///
    /// # Errors
    /// The status, if the search ends before the ascent does.
    fn ascend(&mut self, walks: &mut Walks<'s>) -> Result<(Master<'s>, Ascent), Status> {
        let (watch, space) = (self.watch, self.space);
        let n_steps = self.schedule.steps_of_ascent();
        let master = self.beside(walks, n_steps, || Master::new(space));
        let mut pace = self.schedule.pace(master.rows.n_rows(), self.spent, watch);
        watch.begins(&pace.phase());
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

    /// Runs a slice of the ascent, concurrently with the walk.
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

    /// Runs a dive, in slices and concurrently with the walk; returns the partial plan that it finds.
    ///
    /// # Errors
    /// The status, if the search ends before the dive does.
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

    /// Runs one slice of proof and improvement concurrently.
    fn slice(&mut self, walks: &mut Walks<'s>, proof: &mut Tree<'s>) {
        let watch = self.watch;
        let n_cells = proof.relaxation.master.n_cells();
        let n_steps = self.schedule.steps_of_proof(n_cells, proof.is_exhausted());
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

    /// Runs `task` on this thread, to which HiGHS is bound, while the walk continues on any free thread: for `n_steps` steps, or,
    /// if only the clock ends the search, until `task` is done.
    fn beside<T>(&mut self, walks: &mut Walks<'s>, n_steps: u64, task: impl FnOnce() -> T) -> T {
        let clock = self.clock();
        let (is_open_ended, here) = (self.schedule.is_open_ended(), std::thread::current().id());
        let is_done = AtomicBool::new(false);
        let done = rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                walks.walk(n_steps, &clock);
                // On this thread, which may run a walk while it waits for pricing, the task would never finish.
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

    /// The clock as the walk sees it.
    fn clock(&self) -> SearchClock<'s> {
        self.schedule.clock(self.spent, self.watch)
    }

    fn take_best(&mut self, walks: &Walks<'s>) {
        let best = walks.best();
        if best.objective() < self.best.objective() - 1e-9 {
            self.best = best.clone();
        }
    }

    /// Why the search ends now, if it does.
    fn status(&self) -> Option<Status> {
        self.schedule.status((self.best.objective(), self.bound), self.spent, self.watch)
    }

    fn report(&self, stage: Stage) {
        self.watch.best(self.best.objective(), &|| self.best.plan());
        self.watch.progress(&Progress { stage, objective: self.best.objective(), bound: self.bound });
    }

    /// The solutions: the plan of each walk with its objective, and the common bound.
    fn finish(self, found: &[(Plan, f64)], status: Status) -> Vec<Solution> {
        let earlier: Vec<Plan> = self.earlier.iter().rev().cloned().collect();
        let of = |(plan, objective): &(Plan, f64)| {
            // Rounding may put the bound slightly above the plan that attains it. More than that is a wrong bound, and is
            // reported.
            let distance = objective - self.bound;
            let is_rounding = distance >= -agreement(*objective);
            let bound = if is_rounding { self.bound.min(*objective) } else { self.bound };
            // The status of the best plan does not always hold for the others.
            let is_best = *objective <= self.best.objective() + CENT;
            let status = if status == Status::Optimal && !is_best { Status::Gap } else { status };
            Solution { plan: plan.clone(), earlier: earlier.clone(), bound, status, spent: self.spent }
        };
        found.iter().map(of).collect()
    }
}

/// The completed share of an ascent.
fn share(pace: &Pace, climb: &Climb, watch: &dyn Watch) -> f64 {
    pace.share(climb.rounds(), remaining_s(watch))
}

/// Runs a slice of the proof; returns the rounds of pricing it took and the plan it found, if any.
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
