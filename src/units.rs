//! Minutes, kilometres and euros as exact decimals.
//!
//! # Design
//! Why fixed point? Inputs carry up to nine decimals, limits are compared with `<=`, and two paths of equal minutes are ranked by
//! their kilometres: a float would decide such ties by rounding. A quantity is therefore a whole number of billionths. Products
//! (kilometres by euros per kilometre) are computed in 128 bits and rounded once, to the nearest billionth, so a plan's total is
//! off by less than a millionth of a cent and does not depend on the order of summation. Floats are allowed inside the solver,
//! never in a plan's figures.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Billionths in one unit.
pub const NANO: i64 = 1_000_000_000;

/// Declares a fixed-point quantity with nine decimals.
macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(i64);

        impl $name {
            /// Zero.
            pub const ZERO: Self = Self(0);

            /// From billionths.
            pub const fn from_nano(nano: i64) -> Self {
                Self(nano)
            }

            /// In billionths.
            pub const fn nano(self) -> i64 {
                self.0
            }

            /// A whole number of units.
            pub const fn whole(units: i64) -> Self {
                Self(units * NANO)
            }

            /// The nearest quantity to a float, for figures that the solver computed (never for input).
            pub fn from_f64(value: f64) -> Self {
                Self((value * NANO as f64).round() as i64)
            }

            /// As a float, for the solver and for display.
            pub fn to_f64(self) -> f64 {
                self.0 as f64 / NANO as f64
            }

            /// This quantity times `count`.
            #[must_use]
            pub fn times(self, count: usize) -> Self {
                self.scaled(count as i128, 1)
            }

            /// This quantity multiplied by `numerator / denominator`, rounded to the nearest billionth.
            #[must_use]
            pub fn scaled(self, numerator: i128, denominator: i128) -> Self {
                Self(divided(i128::from(self.0) * numerator, denominator))
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                self.0 -= other.0;
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, Add::add)
            }
        }
    )+};
}

quantities! {
    /// A duration in minutes.
    Minutes,
    /// A length in kilometres.
    Kilometres,
    /// An amount of money in euros; also a rate (euros per hour, per kilometre, per minute) where a field says so.
    Euros,
    /// A number without a unit: a share, a priority.
    Ratio,
}

impl Euros {
    /// What `minutes` cost at this hourly rate (euros per hour).
    #[must_use]
    pub fn per_hour(self, minutes: Minutes) -> Self {
        Self(divided(i128::from(self.0) * i128::from(minutes.nano()), 60 * i128::from(NANO)))
    }

    /// What `km` cost at this rate (euros per kilometre).
    #[must_use]
    pub fn per_km(self, km: Kilometres) -> Self {
        Self(divided(i128::from(self.0) * i128::from(km.nano()), i128::from(NANO)))
    }

    /// What `minutes` cost at this rate (euros per minute).
    #[must_use]
    pub fn per_minute(self, minutes: Minutes) -> Self {
        Self(divided(i128::from(self.0) * i128::from(minutes.nano()), i128::from(NANO)))
    }

    /// This amount multiplied by `ratio`.
    #[must_use]
    pub fn by(self, ratio: Ratio) -> Self {
        Self(divided(i128::from(self.0) * i128::from(ratio.nano()), i128::from(NANO)))
    }
}

/// `numerator / denominator` rounded to the nearest whole number, halves away from zero.
fn divided(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2;
    let rounded = if numerator >= 0 { numerator + half } else { numerator - half } / denominator;
    i64::try_from(rounded).expect("validated quantities stay below nine billion units")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_of_an_hour_is_charged_to_the_billionth() {
        // 32 euros an hour for 10 minutes: 5.333333333 euros.
        assert_eq!(Euros::whole(32).per_hour(Minutes::whole(10)).nano(), 5_333_333_333);
    }

    #[test]
    fn rounding_goes_to_the_nearest_and_is_symmetric() {
        assert_eq!(Euros::from_nano(5).scaled(1, 2).nano(), 3);
        assert_eq!(Euros::from_nano(-5).scaled(1, 2).nano(), -3);
        assert_eq!(Euros::from_nano(4).scaled(1, 3).nano(), 1);
    }

    #[test]
    fn sums_do_not_depend_on_their_order() {
        let amounts = [Euros::from_nano(1), Euros::whole(9_000_000), Euros::from_nano(-3)];
        let forwards: Euros = amounts.iter().copied().sum();
        let backwards: Euros = amounts.iter().rev().copied().sum();
        assert_eq!(forwards, backwards);
    }
}
