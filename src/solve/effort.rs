//! How much search: the unit of work, which no machine or load changes, and the words for amounts of it.
//!
//! # The unit
//! A unit is `STEPS_OF_WORK` steps of the walk; a round of pricing is `WORK_OF_ROUND` units, beside the steps that the
//! walk takes meanwhile. Solves of the master are counted by those steps alone. What a limit of work means, wherever one is
//! written, depends on these figures: whoever changes one of them, or what is counted, raises [`WORK_VERSION`]. The test
//! `it::effort` holds steps, rounds and pivots of a stored run against them.
//!
//! # The words
//! An amount of [`Effort`] follows from the instance: residents, and pairs of pattern and trainer, which are what a round of
//! pricing looks at and, with the horizon, what the rows of the master grow with. One is as well searched as another then,
//! for times that grow less than they do.

use super::space::Space;
use crate::instance::Instance;

/// Version of the unit; part of what recognises a result, and named in batch files that limit work.
pub const WORK_VERSION: u32 = 1;

/// Steps of the walk that count as one unit of work.
pub(super) const STEPS_OF_WORK: u64 = 50;
/// Work of one round of pricing.
pub(super) const WORK_OF_ROUND: u64 = 20;
/// Patterns × trainers that are priced while the walk takes a step, and entries of the master's table that are solved;
/// roughly, so that on two cores neither walk nor proof waits for long.
pub(super) const PAIRS_OF_STEP: u64 = 2;
/// See [`PAIRS_OF_STEP`].
pub(super) const CELLS_OF_STEP: u64 = 40;

/// Units of `usual`, for an instance of one resident and one pair; what residents and pairs do to it is in [`usual`].
/// Calibrated so that some 460 residents with two trainers take a minute on two cores (`benches/journal.md`, row 40).
const UNITS: f64 = 1800.0;
/// Shares of `usual`, in percent.
const QUICK: u64 = 25;
const THOROUGH: u64 = 500;
/// Amounts are multiples of this, so that the last digit of a root changes none.
const ROUNDED_TO: u64 = 1000;

/// A word for an amount of search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effort {
    /// To look around: many variants, or a first plan.
    Quick,
    /// To work with.
    Usual,
    /// To decide with.
    Thorough,
}

impl Effort {
    /// All, from little to much.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Usual, Self::Thorough];

    /// Its name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Usual => "usual",
            Self::Thorough => "thorough",
        }
    }

    /// The effort of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effort| effort.name() == name)
    }

    /// The limit of work that it stands for on an instance of this size, in units.
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

/// What the amount of search follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Residents.
    pub residents: u64,
    /// Patterns (venue, slot and first date) × trainers.
    pub pairs: u64,
}

impl Size {
    /// Of an instance.
    pub fn of(instance: &Instance) -> Self {
        let space = Space::new(instance);
        Self {
            residents: instance.interested().count() as u64,
            pairs: (space.patterns.len() * space.staff.len()) as u64,
        }
    }
}

/// Units of `usual`: as the square root of residents, and the fourth root of pairs.
fn usual(Size { residents, pairs }: Size) -> f64 {
    let (residents, pairs) = (residents.max(1) as f64, pairs.max(1) as f64);
    UNITS * residents.sqrt() * pairs.sqrt().sqrt()
}

/// What a search has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Units of work: what limits count.
    pub work: u64,
    /// Steps of the walk that were counted.
    pub steps: u64,
    /// Rounds of pricing.
    pub rounds: u64,
    /// Iterations of the solver of linear programs.
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
            // Twice for the residents, twice for the pairs.
            let ratio = effort.work(large) as f64 / effort.work(small) as f64;
            assert!((ratio - 4.0).abs() < 0.15, "{ratio}");
            assert_eq!(effort.work(large) % ROUNDED_TO, 0);
        }
        assert!(Effort::ALL.windows(2).all(|pair| pair[0].work(small) < pair[1].work(small)));
        assert_eq!(Effort::Quick.work(Size { residents: 0, pairs: 0 }), ROUNDED_TO, "never nothing");
    }
}
