//! Better plans near a good one: ruin a part of it, build that part anew, keep what is better.
//!
//! # Method
//! Ruin and recreate (Schrimpf et al. 2000) with record-to-record acceptance (Dueck 1993). A step closes a few
//! related groups (`ruin`), opens new ones from all parties that are left ([`Recreate`]), and lets single parties
//! move (`shift`). A draft is always legal, and every change is priced exactly, tours and kits included.
//!
//! Prices of classes (what serving a party is worth) guide which parties a new group takes: with the prices of the
//! linear program, parties that are hard to serve elsewhere come first.
//!
//! # Determinism
//! A chain of steps depends on its start, its prices and its random stream alone; the threshold falls with the
//! number of steps, never with the clock.

mod recreate;
mod ruin;
mod shift;

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::draft::Draft;

pub use recreate::{Guide, Recreate};

/// A walk over drafts.
#[derive(Debug, Clone)]
pub struct Chain<'s> {
    /// Where the walk stands.
    pub current: Draft<'s>,
    /// The best draft it has seen.
    pub best: Draft<'s>,
    random: Pcg64Mcg,
    recreate: Recreate,
    steps: u64,
}

/// Steps over which the threshold falls to nothing before it rises again.
const COOLING_STEPS: u64 = 3_000;
/// Threshold at the start of a cooling, euros for each open group's share of the objective.
const WARM: f64 = 0.03;

impl<'s> Chain<'s> {
    /// A walk from `start`; `stream` tells parallel walks of one seed apart.
    pub fn new(start: Draft<'s>, seed: u64, stream: u64) -> Self {
        let random = Pcg64Mcg::seed_from_u64(seed ^ stream.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        Self { best: start.clone(), current: start, random, recreate: Recreate::default(), steps: 0 }
    }

    /// Walks `n_steps` steps, or until `stop` says so.
    pub fn walk(&mut self, guide: &Guide, n_steps: u64, stop: &(dyn Fn() -> bool + Sync)) {
        for _ in 0..n_steps {
            if stop() {
                return;
            }
            self.step(guide);
        }
    }

    /// Takes up a better draft that another walk found.
    pub fn adopt(&mut self, better: &Draft<'s>) {
        if better.objective() < self.best.objective() - 1e-9 {
            self.best = better.clone();
            self.current = better.clone();
        }
    }

    fn step(&mut self, guide: &Guide) {
        let mut draft = self.current.clone();
        let n_closed = ruin::ruin(&mut draft, &mut self.random);
        self.recreate.run(&mut draft, guide, &mut self.random, n_closed == 0);
        shift::shift(&mut draft, &mut self.random);
        self.steps += 1;
        let cooling = 1.0 - (self.steps % COOLING_STEPS) as f64 / COOLING_STEPS as f64;
        let scale = self.best.objective().abs() / (self.best.groups().count().max(1) as f64).sqrt();
        let threshold = WARM * scale * cooling * cooling;
        let objective = draft.objective();
        if !draft.is_legal() || objective >= self.best.objective() + threshold {
            if self.steps.is_multiple_of(COOLING_STEPS) {
                self.current = self.best.clone();
            }
            return;
        }
        if objective < self.best.objective() - 1e-9 {
            self.best = draft.clone();
        }
        // Equal drafts are taken too: they carry the walk over plateaux.
        let is_near = objective <= self.current.objective() || self.random.random_bool(0.5);
        if is_near {
            self.current = draft;
        }
    }
}
