//! Walks with several seeds, concurrent with one proof.
//!
//! # Design
//! Why one proof for all of them? It does not depend on seeds: a separate proof for each walk would be the same every time. One
//! that is as long as all of them together proves more, and each partial plan that it finds serves every walk.

use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use super::draft::Draft;
use super::improve::{Clock, Tally, Walk};
use crate::plan::Plan;

/// Walks, each with its own seed; at least one.
pub(super) struct Walks<'s>(Vec<Walk<'s>>);

impl<'s> Walks<'s> {
    /// `n_walks` walks from `start`, with consecutive seeds from `seed` on.
    pub(super) fn new(start: &Draft<'s>, seed: u64, n_walks: usize, clock: &dyn Clock) -> Self {
        let walk = |rank: usize| Walk::new(start, seed.wrapping_add(rank as u64), clock);
        Self((0..n_walks.max(1)).map(walk).collect())
    }

    /// Walks `n_steps` steps in total, or until they rest or the clock stops them. The clock counts each walk's steps for all
    /// walks.
    pub(super) fn walk(&mut self, n_steps: u64, clock: &dyn Clock) {
        let n_steps = n_steps.div_ceil(self.0.len() as u64);
        self.each(|walk| walk.walk(n_steps, clock));
    }

    /// The best draft of all of them.
    pub(super) fn best(&self) -> &Draft<'s> {
        let best = self.0.iter().map(Walk::best);
        best.reduce(|best, other| if other.objective() < best.objective() { other } else { best })
            .expect("there is a walk")
    }

    /// The best plan of each walk, in the order of their seeds, with its objective, euros.
    pub(super) fn plans(&self) -> Vec<(Plan, f64)> {
        self.0.iter().map(|walk| (walk.best().plan(), walk.best().objective())).collect()
    }

    /// The tallies of each move, summed over all walks.
    pub(super) fn tallies(&self) -> Vec<Tally> {
        let mut all = self.0[0].tallies().to_vec();
        for walk in &self.0[1..] {
            all.iter_mut().zip(walk.tallies()).for_each(|(tally, own)| tally.add(own));
        }
        all
    }

    /// Offers a draft from elsewhere to all walks.
    pub(super) fn adopt(&mut self, other: &Draft<'s>) {
        self.each(|walk| walk.adopt(other));
    }

    /// Lets them continue from a partial plan; see [`Walk::walk_around`].
    pub(super) fn walk_around(&mut self, part: &Draft<'s>, share: f64, clock: &dyn Clock) {
        self.each(|walk| walk.walk_around(part.clone(), share, clock));
    }

    /// Lets them rest when their rounds are over.
    pub(super) fn rest(&mut self) {
        self.each(Walk::rest);
    }

    /// Ends a rest.
    pub(super) fn go_on(&mut self) {
        self.each(Walk::go_on);
    }

    /// Whether all of them rest.
    pub(super) fn are_resting(&self) -> bool {
        self.0.iter().all(Walk::is_resting)
    }

    /// Ends the walks; see [`Walk::end`].
    pub(super) fn end(&mut self, clock: &dyn Clock) {
        self.each(|walk| walk.end(clock));
    }

    fn each(&mut self, change: impl Fn(&mut Walk<'s>) + Sync + Send) {
        self.0.par_iter_mut().for_each(change);
    }
}
