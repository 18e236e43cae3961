//! The order of the search: a first plan, then proof and improvement side by side until one of them ends it.
//!
//! # Determinism
//! Proof and improvement run at the same time in *slices* of a fixed amount of work, and exchange what they found
//! only between slices: the prices of the linear program guide the walks, the best objective steers the proof. What
//! a slice does never depends on how long it took, so the number of threads does not change the result.

use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use super::bound::without_cycles;
use super::draft::Draft;
use super::improve::{Chain, Guide};
use super::relaxation::{Relaxation, Step};
use super::rounding::round;
use super::space::Space;
use super::{Progress, Settings, Solution, Stage, Status, Stop, Watch};

/// Walks that improve the plan in parallel, whatever the number of threads.
const N_CHAINS: u64 = 2;
/// Steps of each walk in one slice.
const STEPS_PER_SLICE: u64 = 60;
/// Solves of the master in one slice.
const SOLVES_PER_SLICE: usize = 2;
/// Rounds of pricing before the first linear program.
const ASCENT_ROUNDS: u64 = 120;
/// Slices after which the walks go on from the best plan of all.
const SLICES_APART: u64 = 20;
/// Work of one round of pricing, in steps of a walk: what both take, measured on the rollout scenario.
const WORK_OF_ROUND: u64 = 20;
/// Values from which the cycles of the linear program are opened as they are.
const ROUNDING_THRESHOLDS: [f64; 3] = [0.3, 0.6, 0.9];
/// An objective this close to the bound, relative to it, is optimal.
const OPTIMAL: f64 = 1e-7;

/// A search and where it stands.
pub(super) struct Search<'s> {
    space: &'s Space<'s>,
    settings: Settings,
    watch: &'s dyn Watch,
    best: Draft<'s>,
    bound: f64,
    work: u64,
}

impl<'s> Search<'s> {
    pub(super) fn new(space: &'s Space<'s>, settings: Settings, watch: &'s dyn Watch) -> Self {
        Self { space, settings, watch, best: Draft::new(space), bound: without_cycles(space), work: 0 }
    }

    pub(super) fn run(mut self) -> Solution {
        let plain = Guide::plain(self.space);
        let chains = (0..N_CHAINS).map(|stream| Chain::new(self.best.clone(), self.settings.seed, stream));
        let mut chains: Vec<Chain> = chains.collect();
        if let Some(status) = self.status() {
            return self.finish(status);
        }
        self.walk(&mut chains, &plain, Stage::Construct);
        if let Some(status) = self.status() {
            return self.finish(status);
        }
        let mut proof = Some(self.relax());
        let mut slice = 0;
        loop {
            if let Some(status) = self.status() {
                return self.finish(status);
            }
            let guide = proof.as_ref().map_or_else(|| plain.clone(), Relaxation::guide);
            slice += 1;
            if slice % SLICES_APART == 0 {
                for chain in &mut chains {
                    chain.adopt(&self.best);
                }
            }
            self.slice(&mut chains, &guide, &mut proof);
        }
    }

    /// One slice of proof and improvement side by side.
    fn slice(&mut self, chains: &mut [Chain<'s>], guide: &Guide, proof: &mut Option<Relaxation<'s>>) {
        let watch = self.watch;
        // HiGHS stays on this thread; the walks go to whichever is free.
        let rounds = rayon::in_place_scope(|scope| {
            scope.spawn(|_| walk_all(chains, guide, watch));
            proof.as_mut().map_or(0, |proof| prove(proof, watch))
        });
        self.work += N_CHAINS * STEPS_PER_SLICE + rounds * WORK_OF_ROUND;
        let stage = if proof.is_some() { Stage::Bound } else { Stage::Improve };
        if let Some(relaxation) = proof {
            self.bound = self.bound.max(relaxation.bound);
        }
        if let Some(relaxation) = proof.as_ref().filter(|_| rounds > 0) {
            self.round(relaxation, chains);
        }
        self.take_best(chains);
        self.report(stage);
    }

    /// Plans from the linear program, at several thresholds; the first walk goes on from a better one.
    fn round(&mut self, relaxation: &Relaxation<'s>, chains: &mut [Chain<'s>]) {
        let guide = relaxation.guide();
        let mut random = Pcg64Mcg::seed_from_u64(self.settings.seed ^ relaxation.rounds);
        for least in ROUNDING_THRESHOLDS {
            let Some(draft) = round(relaxation, &guide, least, &mut random) else { return };
            self.work += WORK_OF_ROUND;
            if draft.is_legal() {
                for chain in &mut *chains {
                    chain.adopt(&draft);
                }
            }
        }
    }

    fn relax(&mut self) -> Relaxation<'s> {
        let watch = self.watch;
        let mut proof = Relaxation::new(self.space, ASCENT_ROUNDS, &|| watch.stop().is_some());
        self.work += proof.rounds * WORK_OF_ROUND;
        self.bound = self.bound.max(proof.bound);
        proof.master.add_draft(&self.best);
        self.report(Stage::Bound);
        proof
    }

    fn walk(&mut self, chains: &mut [Chain<'s>], guide: &Guide, stage: Stage) {
        walk_all(chains, guide, self.watch);
        self.work += N_CHAINS * STEPS_PER_SLICE;
        self.take_best(chains);
        self.report(stage);
    }

    fn take_best(&mut self, chains: &[Chain<'s>]) {
        for chain in chains {
            if chain.best.objective() < self.best.objective() - 1e-9 {
                self.best = chain.best.clone();
            }
        }
    }

    /// Why the search ends now, if it does.
    fn status(&self) -> Option<Status> {
        let distance = self.best.objective() - self.bound;
        let scale = self.best.objective().abs().max(1.0);
        if distance <= OPTIMAL * scale {
            return Some(Status::Optimal);
        }
        if distance <= self.settings.gap * self.best.objective().abs() {
            return Some(Status::Gap);
        }
        if self.settings.work_limit.is_some_and(|limit| self.work >= limit) {
            return Some(Status::WorkLimit);
        }
        self.watch.stop().map(|stop| match stop {
            Stop::TimeLimit => Status::TimeLimit,
            Stop::Interrupted => Status::Interrupted,
        })
    }

    fn report(&self, stage: Stage) {
        self.watch.progress(&Progress { stage, objective: self.best.objective(), bound: self.bound });
    }

    fn finish(self, status: Status) -> Solution {
        // Rounding may put the bound a hair above the plan that attains it.
        let bound = self.bound.min(self.best.objective());
        Solution { plan: self.best.plan(), bound, status }
    }
}

fn walk_all(chains: &mut [Chain], guide: &Guide, watch: &dyn Watch) {
    chains.par_iter_mut().for_each(|chain| chain.walk(guide, STEPS_PER_SLICE, &|| watch.stop().is_some()));
}

/// A slice of proof; returns the rounds of pricing it took.
fn prove(proof: &mut Relaxation, watch: &dyn Watch) -> u64 {
    let before = proof.rounds;
    for _ in 0..SOLVES_PER_SLICE {
        if proof.is_exhausted() || watch.stop().is_some() {
            break;
        }
        if proof.step(&|| watch.remaining_s()) == Step::Converged {
            proof.tighten();
        }
    }
    proof.rounds - before
}
