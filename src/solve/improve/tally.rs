//! Statistics of moves: how often each was tried and kept, and its gain.

/// Statistics of one move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tally {
    /// The move; its label is `move-NAME` of the catalogue.
    pub name: &'static str,
    /// How often it was tried.
    pub proposed: u64,
    /// How often it was kept.
    pub accepted: u64,
    /// Sum of the decreases of the objective, without the increases, euros.
    pub gain: f64,
}

impl Tally {
    /// All counts 0.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, proposed: 0, accepted: 0, gain: 0.0 }
    }

    /// Counts a try; `change` is the change of the objective in euros if it was kept.
    pub(super) fn count(&mut self, change: Option<f64>) {
        self.proposed += 1;
        self.accepted += u64::from(change.is_some());
        self.gain += change.map_or(0.0, |change| (-change).max(0.0));
    }

    /// Adds the statistics of the same move in another walk.
    pub fn add(&mut self, other: &Self) {
        self.proposed += other.proposed;
        self.accepted += other.accepted;
        self.gain += other.gain;
    }
}
