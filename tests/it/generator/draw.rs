//! Random choices from a portable generator.

use std::ops::RangeInclusive;

use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// A stream of random choices.
pub(crate) struct Draw(Pcg64Mcg);

/// A quantity that can be made from billionths.
pub(crate) trait Quantity {
    fn from_nano(nano: i64) -> Self;
}

impl Quantity for ateliers::instance::units::Euros {
    fn from_nano(nano: i64) -> Self {
        Self::from_nano(nano)
    }
}

impl Quantity for ateliers::instance::units::Kilometres {
    fn from_nano(nano: i64) -> Self {
        Self::from_nano(nano)
    }
}

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// Whether an event with probability `share` happens.
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.0.random_bool(share)
    }

    pub(crate) fn between(&mut self, range: RangeInclusive<usize>) -> usize {
        self.0.random_range(range)
    }

    pub(crate) fn between_i64(&mut self, range: RangeInclusive<i64>) -> i64 {
        self.0.random_range(range)
    }

    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        *choices.choose(&mut self.0).expect("there is a choice")
    }

    /// With probability `share`, the result of `make`.
    pub(crate) fn maybe<T>(&mut self, share: f64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(share) { Some(make(self)) } else { None }
    }

    /// Each of `choices` with probability `share`; one if none was drawn.
    pub(crate) fn subset<T: Copy>(&mut self, choices: &[T], share: f64) -> Vec<T> {
        let mut drawn = choices.to_vec();
        drawn.retain(|_| self.chance(share));
        if drawn.is_empty() {
            drawn.push(self.pick(choices));
        }
        drawn
    }

    /// A quantity in hundredths.
    pub(crate) fn decimal_of<Q: Quantity>(&mut self, units: RangeInclusive<i64>) -> Q {
        Q::from_nano(self.between_i64(units.start() * 100..=units.end() * 100) * 10_000_000)
    }

    /// The numbers below `n` in random order.
    pub(crate) fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        order.shuffle(&mut self.0);
        order
    }
}
