//! The amount of search: a unit of work that is independent of machine and load, and named amounts of it.
//!
//! # The unit
//! A unit is `STEPS_OF_WORK` steps of the walk. A round of pricing is `WORK_OF_ROUND` units, in addition to the steps that the
//! walk takes in the meantime. Solves of the master are counted only by those steps. The meaning of every stored work limit
//! depends on these figures: anyone who changes one of them, or what is counted, must raise [`WORK_VERSION`]. The test
//! `it::effort` checks steps, rounds and pivots of a stored run against them.
//!
//! # The words
//! The amount of an [`Effort`] follows from the instance: its residents, and its pairs of pattern and trainer, which determine
//! the cost of a round of pricing and, with the horizon, the rows of the master. All instances are then searched equally well, in
//! times that grow less than they do.

use super::space::Space;
use crate::instance::Instance;

/// Version of the unit; part of the identity of a result, and stated in batch files that limit work.
pub const WORK_VERSION: u32 = 1;

/// Steps of the walk that count as one unit of work.
pub(super) const STEPS_OF_WORK: u64 = 50;
/// Work of one round of pricing.
pub(super) const WORK_OF_ROUND: u64 = 20;
/// Patterns × trainers that are priced in the time of one step of the walk, and entries of the master's table that are solved in
/// it. Approximate, so that on two cores neither walk nor proof waits long for the other.
pub(super) const PAIRS_OF_STEP: u64 = 2;
/// See [`PAIRS_OF_STEP`].
pub(super) const CELLS_OF_STEP: u64 = 40;

/// Units of `usual` for an instance of one resident and one pair; [`usual`] scales it with residents and pairs.
/// Calibrated so that about 460 residents with two trainers take a minute on two cores (`benches/journal.md`, row 40).
const UNITS: f64 = 1800.0;
/// Shares of `usual`, in percent.
const QUICK: u64 = 25;
const THOROUGH: u64 = 500;
/// Amounts are multiples of this, so that rounding of the roots does not change them.
const ROUNDED_TO: u64 = 1000;

/// A named amount of search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effort {
    /// For exploration: many variants, or a first plan.
    Quick,
    /// For regular use.
    Usual,
    /// For decisions.
    Thorough,
}

impl Effort {
    /// All efforts, in increasing order.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Usual, Self::Thorough];

    /// Its name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Usual => "usual",
            Self::Thorough => "thorough",
        }
    }

    /// The effort with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effort| effort.name() == name)
    }

    /// Its work limit for an instance of this size, in units.
    pub fn work(self, size: Size) -> u64 {
        let percent = match self {
            Self::Quick => QUICK,
            Self::Usual => 100,
            Self::Thorough => THOROUGH,
        };
        let thousands = usual(size) * percent as f64 / 100.0 / ROUNDED_TO as f64;
        (thousands.round() as u64).max(1) * ROUNDED_TO
    }
}

/// The size of an instance, from which the amount of search follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Residents.
    pub residents: u64,
    /// Patterns (venue, slot and first date) × trainers.
    pub pairs: u64,
}

impl Size {
    /// The size of an instance.
    pub fn of(instance: &Instance) -> Self {
        let space = Space::new(instance);
        Self {
            residents: instance.interested().count() as u64,
            pairs: (space.patterns.len() * space.staff.len()) as u64,
        }
    }
}

/// Units of `usual`: proportional to the square root of residents and the fourth root of pairs.
fn usual(Size { residents, pairs }: Size) -> f64 {
    let (residents, pairs) = (residents.max(1) as f64, pairs.max(1) as f64);
    UNITS * residents.sqrt() * pairs.sqrt().sqrt()
}

/// What a search has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Units of work, as counted by work limits.
    pub work: u64,
    /// Steps of the walk, as counted.
    pub steps: u64,
    /// Rounds of pricing.
    pub rounds: u64,
    /// Iterations of the LP solver.
    pub pivots: u64,
}

impl Spent {
    /// Counts steps of the walk.
    pub(super) fn walked(&mut self, n_steps: u64) {
        self.work += n_steps / STEPS_OF_WORK;
        self.steps += n_steps;
    }

    /// Counts rounds of pricing.
    pub(super) fn priced(&mut self, n_rounds: u64) {
        self.work += n_rounds * WORK_OF_ROUND;
        self.rounds += n_rounds;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_amounts_that_grow_with_word_and_instance_in_whole_thousands() {
        let (small, large) = (Size { residents: 100, pairs: 1000 }, Size { residents: 400, pairs: 16_000 });
        for effort in Effort::ALL {
            assert_eq!(Effort::from_name(effort.name()), Some(effort));
            // Twice as much for the residents, twice for the pairs.
            let ratio = effort.work(large) as f64 / effort.work(small) as f64;
            assert!((ratio - 4.0).abs() < 0.15, "{ratio}");
            assert_eq!(effort.work(large) % ROUNDED_TO, 0);
        }
        assert!(Effort::ALL.windows(2).all(|pair| pair[0].work(small) < pair[1].work(small)));
        assert_eq!(Effort::Quick.work(Size { residents: 0, pairs: 0 }), ROUNDED_TO, "never nothing");
    }
}
