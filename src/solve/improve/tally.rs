//! How often a move was tried and kept, and what it gained.

/// What a kind of move came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tally {
    /// The move; `move-NAME` of the catalogue says it in words.
    pub name: &'static str,
    /// How often it was tried.
    pub proposed: u64,
    /// How often it was kept.
    pub accepted: u64,
    /// By how much it lowered the objective of drafts, those that it raised left out, euros.
    pub gain: f64,
}

impl Tally {
    /// Nothing yet.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, proposed: 0, accepted: 0, gain: 0.0 }
    }

    /// Counts a try, which changed the objective by so much if it was kept, euros.
    pub(super) fn count(&mut self, change: Option<f64>) {
        self.proposed += 1;
        self.accepted += u64::from(change.is_some());
        self.gain += change.map_or(0.0, |change| (-change).max(0.0));
    }

    /// Adds what the same move came to in another walk.
    pub fn add(&mut self, other: &Self) {
        self.proposed += other.proposed;
        self.accepted += other.accepted;
        self.gain += other.gain;
    }
}
