//! How certain the difference between two scenarios is: proven, beyond search noise, or neither.
//!
//! The best plan of a scenario lies between its bound and the plan that was found. If two such intervals do not overlap, the
//! difference is *proven*. Searches of one scenario with different seeds end at different objectives; if the searches of two
//! scenarios end further apart than that explains, the difference is *beyond search noise*: likely, but not proven.
//!
//! # Test
//! For `n ≥ 3` searches each, with medians `m` and ranges `r` (largest less smallest objective), the difference is beyond noise
//! if all of these hold:
//!
//! - `|m₁ − m₂| > 3/n₁ · r₁ + 3/n₂ · r₂`: for three searches, the medians are further apart than both ranges together;
//! - `|m₁ − m₂|` is more than a thousandth of the larger of the two: searches that start from the same plan may end at the same
//!   plan, and a range of zero is no evidence;
//! - the midpoints between bound and best plan differ in the same direction: the distance of a search from the optimum is not
//!   noise, and if one scenario was searched less thoroughly than the other, the bounds show it.
//!
//! For two scenarios whose searches have the same distribution (normal, uniform, exponential or heavy-tailed), three searches
//! each pass the first condition in one pair of fifty, more searches less often (`tests`). With the factor `3/n`, noise shrinks
//! as fast as the ranges of many searches grow, and faster than their medians settle: for twelve searches the threshold is half
//! that of Lord's range test.
//!
//! # Design
//! Why no rank test? Three against three pass one by chance in ten pairs, however close they are. Why ranges rather than standard
//! deviations? A council can check them with the table in hand.

use super::searches::Reach;

/// How certain a difference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The intervals from bound to plan do not overlap.
    Proven,
    /// The searches end further apart than seeds explain.
    BeyondNoise,
    /// Neither: the difference is undecided.
    WithinNoise,
}

impl Certainty {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::BeyondNoise => "beyond_noise",
            Self::WithinNoise => "within_noise",
        }
    }
}

/// The direction of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The first scenario's best plan is below that of the other.
    Lower,
    /// It is above.
    Higher,
}

impl Direction {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Higher => "higher",
        }
    }

    fn of(difference: f64) -> Self {
        if difference < 0.0 { Self::Lower } else { Self::Higher }
    }
}

/// The verdict on a scenario's best plan compared with that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// How certain the difference is.
    pub certainty: Certainty,
    /// The direction of the difference; `None` if it is undecided.
    pub direction: Option<Direction>,
}

impl Verdict {
    /// The difference is undecided.
    pub const OPEN: Self = Self { certainty: Certainty::WithinNoise, direction: None };

    fn new(certainty: Certainty, direction: Direction) -> Self {
        Self { certainty, direction: Some(direction) }
    }

    /// Whether the difference is undecided.
    pub fn is_open(self) -> bool {
        self.certainty == Certainty::WithinNoise
    }
}

/// What is known about a scenario's objective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The lower bound, and the objective of the best plan found, euros.
    pub interval: (f64, f64),
    /// Objectives of its searches, if known.
    pub searches: Option<Reach>,
}

/// Minimum number of searches for the noise to be known.
pub const LEAST_SEARCHES: usize = 3;
/// Minimum share of the objective for a difference to be beyond noise.
const LEAST_SHARE: f64 = 0.001;

/// The verdict on one scenario compared with another.
pub fn verdict(one: &Evidence, other: &Evidence) -> Verdict {
    let ((low, high), (other_low, other_high)) = (one.interval, other.interval);
    if high < other_low {
        return Verdict::new(Certainty::Proven, Direction::Lower);
    }
    if other_high < low {
        return Verdict::new(Certainty::Proven, Direction::Higher);
    }
    let known = |reach: &Reach| reach.n >= LEAST_SEARCHES;
    let Some((own, others)) = one.searches.filter(known).zip(other.searches.filter(known)) else {
        return Verdict::OPEN;
    };
    let difference = own.median - others.median;
    let least = LEAST_SHARE * own.median.abs().max(others.median.abs());
    let middles = f64::midpoint(low, high) - f64::midpoint(other_low, other_high);
    let is_beyond = difference.abs() > noise(&own) + noise(&others) && difference.abs() > least;
    if is_beyond && difference * middles > 0.0 {
        Verdict::new(Certainty::BeyondNoise, Direction::of(difference))
    } else {
        Verdict::OPEN
    }
}

/// The part of a difference that seeds explain on one side, euros.
pub fn noise(reach: &Reach) -> f64 {
    reach.width() * LEAST_SEARCHES as f64 / reach.n.max(1) as f64
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::*;

    fn evidence(bound: f64, objectives: &[f64]) -> Evidence {
        let searches = Reach::of(objectives);
        Evidence { interval: (bound, searches.map_or(f64::INFINITY, |reach| reach.low)), searches }
    }

    #[track_caller]
    fn check(one: &Evidence, other: &Evidence, certainty: Certainty, direction: Option<Direction>) {
        assert_eq!(verdict(one, other), Verdict { certainty, direction });
        let back = direction.map(|direction| match direction {
            Direction::Lower => Direction::Higher,
            Direction::Higher => Direction::Lower,
        });
        assert_eq!(verdict(other, one), Verdict { certainty, direction: back }, "the other way round");
    }

    #[test]
    fn ranges_that_do_not_meet_are_proven_and_searches_far_apart_are_beyond_noise() {
        let base = evidence(950.0, &[1000.0, 1004.0, 1010.0]);
        check(&evidence(1011.0, &[1100.0]), &base, Certainty::Proven, Some(Direction::Higher));
        // Ranges of 10 and 6: a difference of 16 is within noise, 17 is beyond.
        let within = evidence(960.0, &[1016.0, 1020.0, 1022.0]);
        let beyond = evidence(960.0, &[1017.0, 1021.0, 1023.0]);
        check(&within, &base, Certainty::WithinNoise, None);
        check(&beyond, &base, Certainty::BeyondNoise, Some(Direction::Higher));
        // Two searches are too few to know the noise.
        check(&evidence(960.0, &[1040.0, 1041.0]), &base, Certainty::WithinNoise, None);
    }

    #[test]
    fn searches_that_end_in_one_plan_prove_no_trifle() {
        let (one, other) = (evidence(900.0, &[1000.0; 3]), evidence(900.5, &[1000.9; 3]));
        check(&one, &other, Certainty::WithinNoise, None);
        check(&one, &evidence(901.0, &[1001.2; 3]), Certainty::BeyondNoise, Some(Direction::Lower));
    }

    /// Plans 20 higher with a bound 30 lower: this scenario may be searched less thoroughly rather than be worse.
    #[test]
    fn a_bound_that_says_the_contrary_leaves_it_open() {
        let base = evidence(950.0, &[1000.0, 1001.0, 1002.0]);
        check(&evidence(920.0, &[1020.0, 1021.0, 1022.0]), &base, Certainty::WithinNoise, None);
    }

    /// The number of pairs of samples from the same distribution that pass, out of 10,000.
    fn false_alarms(n: usize, draw: fn(f64) -> f64) -> usize {
        let mut random = Pcg64Mcg::seed_from_u64(n as u64);
        let mut sample = || {
            let values: Vec<f64> = (0..n).map(|_| draw(random.random_range(1e-9..1.0))).collect();
            Reach::of(&values).expect("some values")
        };
        let is_alarm =
            |(one, other): (Reach, Reach)| (one.median - other.median).abs() > noise(&one) + noise(&other);
        (0..10_000).filter(|_| is_alarm((sample(), sample()))).count()
    }

    #[test]
    fn seeds_alone_pass_in_one_pair_of_forty_at_most() {
        let uniform = |share: f64| share;
        let exponential = |share: f64| -share.ln();
        // This approximation of the normal quantile is within a thousandth of it.
        let normal = |share: f64| (share / (1.0 - share)).ln() / 1.702;
        let heavy = |share: f64| (std::f64::consts::PI * (share - 0.5)).tan();
        for draw in [uniform, exponential, normal, heavy] {
            let three = false_alarms(3, draw);
            assert!((1..250).contains(&three), "{three} of 10,000");
            for n in [4, 6, 12] {
                let more = false_alarms(n, draw);
                assert!(more < 250, "{n} searches: {more} of 10,000");
            }
        }
    }
}
