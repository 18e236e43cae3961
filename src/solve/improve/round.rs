//! Rounds of a walk: how long they are and how warm.
//!
//! How much time there is need not be known: rounds grow. Where it is known, the last round is made to end with it,
//! because one long round beats several short ones. A round around groups that are held breaks off another.

/// Steps of the first round for each class, and at least.
const FIRST_STEPS: usize = 500;
const LEAST_STEPS: usize = 20_000;
/// Share of the whole search that the first round may take.
const FIRST_SHARE: f64 = 0.08;
/// How much longer than the last a round is.
const GROWTH: f64 = 4.0;
/// If fewer than this many rounds of the next length fit into the rest of the search, one takes all of it.
const LAST: f64 = 5.0;
/// Share of the rest of the search that a round takes where money is scarce. What fits into a budget is settled early in a round:
/// several short ones differ more than a long one gains.
const PART: f64 = 0.3;
/// How much longer than the round that it breaks off a round around groups that are held is, where the search has no limit.
const AROUND_LONGER: f64 = 2.0;
/// Most of a round that may pass between two looks at the clock: a walk that had to wait for the proof cools on step
/// by step.
const PACE: f64 = 0.002;
/// Temperatures at the start of the first round, of the others, of those after a round around groups that were held (which
/// should not lose what it found), and at the end of each, relative to the scale.
const FIRST_HEAT: f64 = 1.0;
const HEAT: f64 = 0.7;
const HEAT_AFTER: f64 = 0.4;
const COLD: f64 = 0.12;

/// A round: where it began, where it stands and where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Round {
    hot: f64,
    /// Temperature at which the next one begins.
    then: f64,
    steps: u64,
    /// Steps after which it ends.
    length: f64,
    /// How much of the search the first round was to take.
    first: f64,
    /// What was left of the search when it began, and what will be when it ends; infinite without a limit.
    from: f64,
    until: f64,
    share: f64,
}

impl Round {
    /// A short round that finds a fair plan, with `left` of the search to come.
    pub(super) fn first(n_classes: usize, left: f64) -> Self {
        Self::first_from(FIRST_HEAT, n_classes, left)
    }

    /// A short round that betters a plan from elsewhere.
    pub(super) fn first_of_plan(n_classes: usize, left: f64) -> Self {
        Self::first_from(HEAT_AFTER, n_classes, left)
    }

    fn first_from(hot: f64, n_classes: usize, left: f64) -> Self {
        let length = (n_classes * FIRST_STEPS).max(LEAST_STEPS) as f64;
        let first = left * FIRST_SHARE;
        Self { first, ..Self::begin(hot, length, left, left - first) }
    }

    /// A round from what is left now until so much is.
    fn begin(hot: f64, length: f64, from: f64, until: f64) -> Self {
        Self { hot, then: HEAT, steps: 0, length, first: 0.0, from, until, share: 0.0 }
    }

    /// The round after this one, with `left` of the search to come; a part of that only where money is scarce.
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

    /// A round around groups that are held, for a share of the search's rest, `left`.
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

    /// How much of the round is over when `left` of the search is to come.
    pub(super) fn share(&mut self, left: f64) -> f64 {
        let by_steps = self.steps as f64 / self.length;
        let by_clock = if left.is_finite() { (self.from - left) / (self.from - self.until) } else { 0.0 };
        // `max` ignores the NaN of a search that has no time at all.
        self.share = by_steps.max(by_clock).min(self.share + PACE).min(1.0);
        self.share
    }

    /// Temperature at a share of the round, relative to the scale.
    pub(super) fn heat(&self, share: f64) -> f64 {
        self.hot * (COLD / self.hot).powf(share)
    }
}
