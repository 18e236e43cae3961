//! All kinds of rows.
//!
//! # Adding a kind
//! Add a file here with a type that implements [`Kind`], and its line in the list below. Nothing else has to change.

mod absences;
mod budget;
mod classes;
mod counts;
mod courses;
mod equity;
mod hosts;
mod kind;
mod kits;
mod limits;
mod times;
mod totals;
mod tours;
mod venues;
mod weeks;

use super::super::space::{Day, Run, Space};
use super::column::Column;
use super::prices::{Charges, Prices};
use crate::instance::ids::VenueId;
pub use kind::FirstGuess;
use kind::Kind;
pub(crate) use kind::{Asked, Entries, Start, Workday};
pub use kits::{KitDay, KitRows};
pub(crate) use tours::TRIP;
pub use venues::VenueDay;

/// Defines [`Kinds`] from a list: every call is passed on to each kind in the order of the list, by static dispatch, because
/// pricing calls most often.
macro_rules! kinds {
    ($($name:ident: $kind:ty,)*) => {
        /// The rows of a master, kind by kind.
        #[derive(Debug, Clone)]
        pub(crate) struct Kinds {
            $(pub(crate) $name: $kind,)*
        }

        impl Kinds {
            /// All initial rows of a program.
            pub(crate) fn new(start: &mut Start) -> Self {
                let mut kinds = Self { $($name: <$kind>::new(start),)* };
                $(kinds.$name.write(start);)*
                for day in start.days {
                    $(kinds.$name.write_day(start, day);)*
                }
                kinds
            }

            /// The coefficients of a cycle in all rows.
            pub(crate) fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
                $(self.$name.enter(space, column, entries);)*
            }

            /// See [`Kind::price`].
            pub(crate) fn price(&self, space: &Space, duals: &[f64], prices: &mut Prices) {
                $(self.$name.price(space, duals, prices);)*
            }

            /// See [`Kind::charge_day`].
            pub(crate) fn charge_day(&self, asked: &Asked, day: Day, paid: &mut f64) {
                $(self.$name.charge_day(asked, day, paid);)*
            }

            /// See [`Kind::charge`].
            pub(crate) fn charge(&self, asked: &Asked, charges: &mut Charges) {
                $(self.$name.charge(asked, charges);)*
            }

            /// The charges for one session of a trainer in addition to [`Kind::charge_day`]: tours and kits.
            pub(crate) fn charge_session(&self, asked: &Asked, charges: &mut Charges) {
                self.tours.charge(asked, charges);
                self.kits.charge(asked, charges);
            }

            /// See [`Kind::charge_venue`].
            pub(crate) fn charge_venue(&self, duals: &[f64], run: &Run, venue: VenueId) -> f64 {
                0.0 $(+ self.$name.charge_venue(duals, run, venue))*
            }

            /// See [`Kind::sign`].
            pub(crate) fn sign(&self, space: &Space, duals: &mut [f64]) {
                $(self.$name.sign(space, duals);)*
            }

            /// See [`Kind::guess`].
            pub(crate) fn guess(&self, space: &Space, guess: &FirstGuess, duals: &mut [f64]) {
                $(self.$name.guess(space, guess, duals);)*
            }
        }
    };
}

// In the order in which they are called and written: classes come first, and the budget before the tours, which depend on it.
kinds! {
    classes: classes::Classes,
    equity: equity::Equity,
    absences: absences::Absences,
    hosts: hosts::Hosts,
    courses: courses::Courses,
    budget: budget::Budget,
    times: times::Times,
    limits: limits::Limits,
    weeks: weeks::Weeks,
    totals: totals::Totals,
    tours: tours::Tours,
    kits: kits::Kits,
    venues: venues::Venues,
    counts: counts::Counts,
}
