//! Rounds of a walk: their lengths and temperatures.
//!
//! The time available need not be known: rounds grow. If it is known, the last round is made to end with it, because one
//! long round beats several short ones. A round around held groups interrupts another.

/// Steps of the first round: per class, and the minimum.
const FIRST_STEPS: usize = 500;
const LEAST_STEPS: usize = 20_000;
/// Share of the whole search that the first round may take.
const FIRST_SHARE: f64 = 0.08;
/// Ratio of the length of a round to that of the previous one.
const GROWTH: f64 = 4.0;
/// If fewer than this many rounds of the next length fit into the remaining search, one round takes all of it.
const LAST: f64 = 5.0;
/// Share of the remaining search that a round takes if money is scarce. The choices that fit a budget are settled early in a
/// round: the variety of several short rounds gains more than one long round.
const PART: f64 = 0.3;
/// Ratio of the length of a round around held groups to that of the interrupted round, if the search has no limit.
const AROUND_LONGER: f64 = 2.0;
/// Largest share of a round that may pass between two readings of the clock: a walk that had to wait for the proof still
/// cools gradually.
const PACE: f64 = 0.002;
/// Temperatures at the start of the first round, of the other rounds, of rounds that follow a round around held groups (which
/// should not lose its result), and at the end of each, relative to the scale.
const FIRST_HEAT: f64 = 1.0;
const HEAT: f64 = 0.7;
const HEAT_AFTER: f64 = 0.4;
const COLD: f64 = 0.12;

/// A round: its start, progress and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Round {
    hot: f64,
    /// Initial temperature of the next round.
    then: f64,
    steps: u64,
    /// Number of steps of the round.
    length: f64,
    /// Share of the search planned for the first round.
    first: f64,
    /// Remaining search at its start and at its end; infinite without a limit.
    from: f64,
    until: f64,
    share: f64,
}

impl Round {
    /// A short round that finds a fair plan, with `left` of the search remaining.
    pub(super) fn first(n_classes: usize, left: f64) -> Self {
        Self::first_from(FIRST_HEAT, n_classes, left)
    }

    /// A short round that improves a plan from elsewhere.
    pub(super) fn first_of_plan(n_classes: usize, left: f64) -> Self {
        Self::first_from(HEAT_AFTER, n_classes, left)
    }

    fn first_from(hot: f64, n_classes: usize, left: f64) -> Self {
        let length = (n_classes * FIRST_STEPS).max(LEAST_STEPS) as f64;
        let first = left * FIRST_SHARE;
        Self { first, ..Self::begin(hot, length, left, left - first) }
    }

    /// A round from `from` to `until` of the remaining search.
    fn begin(hot: f64, length: f64, from: f64, until: f64) -> Self {
        Self { hot, then: HEAT, steps: 0, length, first: 0.0, from, until, share: 0.0 }
    }

    /// The round after this one, with `left` of the search remaining; only a part of that if money is scarce.
    pub(super) fn next(&self, left: f64, is_poor: bool) -> Self {
        let begun = Self { hot: self.then, steps: 0, from: left, share: 0.0, ..*self };
        if left.is_infinite() {
            return Self { length: GROWTH * self.steps as f64, until: left, ..begun };
        }
        if is_poor && PART * left > self.first {
            return Self { length: f64::INFINITY, until: left * (1.0 - PART), ..begun };
        }
        let next = GROWTH * (self.from - left);
        if left < LAST * next {
            return Self { length: f64::INFINITY, until: 0.0, ..begun };
        }
        Self { length: GROWTH * self.steps as f64, until: left - next, ..begun }
    }

    /// A round around held groups, for a share of the remaining search, `left`.
    pub(super) fn around(&self, share: f64, left: f64) -> Self {
        let longer = AROUND_LONGER * self.steps.max(LEAST_STEPS as u64) as f64;
        let length = if left.is_infinite() { longer } else { f64::INFINITY };
        let first = self.first;
        Self { first, then: HEAT_AFTER, ..Self::begin(HEAT, length, left, left * (1.0 - share)) }
    }

    /// Counts steps.
    pub(super) fn walked(&mut self, n_steps: u64) {
        self.steps += n_steps;
    }

    /// Share of the round that is over when `left` of the search remains.
    pub(super) fn share(&mut self, left: f64) -> f64 {
        let by_steps = self.steps as f64 / self.length;
        let by_clock = if left.is_finite() { (self.from - left) / (self.from - self.until) } else { 0.0 };
        // `max` ignores the NaN of a search without any time.
        self.share = by_steps.max(by_clock).min(self.share + PACE).min(1.0);
        self.share
    }

    /// Temperature at a share of the round, relative to the scale.
    pub(super) fn heat(&self, share: f64) -> f64 {
        self.hot * (COLD / self.hot).powf(share)
    }
}
