//! All rows of a master with their coefficients and charges for cycles. Independent of the LP solver; a copy may have extra rows
//! that were added for pricing.

use std::collections::BTreeMap;

use super::super::milp::lp::RowIndex;
use super::super::space::{Day, Run, Space};
use super::column::Column;
use super::ledger::Ledger;
use super::prices::{Charges, Prices};
use super::rows::{Asked, Entries, FirstGuess, Kinds};
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};

/// The rows of the master, and the coefficients of cycles in them.
#[derive(Debug, Clone)]
pub struct Rows<'s> {
    pub(super) space: &'s Space<'s>,
    pub(super) kinds: Kinds,
    pub(super) ledger: Ledger,
    /// Number of initial rows.
    pub(super) n_given: usize,
    /// Cost of the empty plan without its shortfalls, euros.
    pub(super) constant: f64,
}

impl Rows<'_> {
    /// Coefficients of a column in all present rows.
    pub(super) fn entries(&self, column: &Column) -> Vec<(RowIndex, f64)> {
        let mut entries = Entries::default();
        self.kinds.enter(self.space, column, &mut entries);
        entries.into_vec()
    }

    /// Prices at any duals; missing duals count as zero. Makes the duals feasible for all variables except cycles.
    pub fn prices(&self, duals: &[f64]) -> Prices {
        let agreed = self.kinds.courses.agreed(duals);
        let mut duals = self.ledger.signed(duals);
        self.kinds.sign(self.space, &mut duals);
        let mut prices = Prices::without_rows(self.space, self.constant + self.ledger.worth(&duals));
        self.kinds.price(self.space, &duals, &mut prices);
        Prices { duals, agreed, ..prices }
    }

    /// Initial duals; rows that the guess does not cover get zero.
    pub fn first_guess(&self, guess: &FirstGuess) -> Vec<f64> {
        let mut duals = vec![0.0; self.ledger.len()];
        self.kinds.guess(self.space, guess, &mut duals);
        duals
    }

    /// Reduced cost of a column at these prices, euros.
    pub fn reduced_cost(&self, prices: &Prices, column: &Column) -> f64 {
        let entries = self.entries(column);
        let agreed = self.kinds.courses.row(self.space, column).and_then(|row| prices.agreed.get(&row));
        let paid: f64 = entries.iter().map(|&(row, factor)| prices.duals[row] * factor).sum();
        column.cost(self.space) - paid - agreed.unwrap_or(&0.0)
    }

    /// The charges of a trainer for a run (index into [`Space::runs`]).
    pub fn charges(&self, prices: &Prices, trainer: TrainerId, index: usize) -> Charges {
        let space = self.space;
        let run = &space.runs[index];
        let asked = Asked { space, duals: &prices.duals, trainer, index, run };
        let mut charges = Charges::without_rows(space, trainer);
        self.kinds.charge(&asked, &mut charges);
        let of_day = |&day: &Day| {
            let mut paid = 0.0;
            self.kinds.charge_day(&asked, day, &mut paid);
            -paid
        };
        charges.run += run.days.iter().map(of_day).sum::<f64>();
        charges.run += space.staff[trainer].cycle_time * (1.0 + prices.budget);
        space.barred(trainer, index).iter().for_each(|&place| charges.bar(place));
        charges
    }

    /// The charges of a trainer for one session at a slot on a day: time, day, week, tours and kits.
    pub fn session_charges(&self, prices: &Prices, trainer: TrainerId, slot: SlotId, day: Day) -> Charges {
        let (space, run) = (self.space, Run { slot, days: vec![day] });
        let asked = Asked { space, duals: &prices.duals, trainer, index: usize::MAX, run: &run };
        let mut charges = Charges::without_rows(space, trainer);
        self.kinds.charge_session(&asked, &mut charges);
        let mut paid = 0.0;
        self.kinds.charge_day(&asked, day, &mut paid);
        charges.run -= paid;
        charges
    }

    /// The charge of a venue for one session at a slot on a day.
    pub fn room_charge(&self, prices: &Prices, venue: VenueId, slot: SlotId, day: Day) -> f64 {
        self.kinds.charge_venue(&prices.duals, &Run { slot, days: vec![day] }, venue)
    }

    /// Value of one more cycle in a commune that should host more, euros.
    pub fn absence_worth(&self, prices: &Prices, commune: CommuneId) -> f64 {
        self.kinds.absences.worth(&prices.duals, commune)
    }

    /// The charge of limited course counts for a course, euros.
    pub fn course_charge(&self, prices: &Prices, pattern: usize) -> f64 {
        self.kinds.counts.course_charge(&prices.duals, pattern)
    }

    /// The charge of a venue for a run.
    pub fn venue_charge(&self, prices: &Prices, venue: VenueId, run: usize) -> f64 {
        self.kinds.charge_venue(&prices.duals, &self.space.runs[run], venue)
    }

    /// Whether there is a limit on a count of parties in a commune on the days of this run.
    pub fn is_attendance_bounded(&self, commune: CommuneId, run: usize) -> bool {
        self.kinds.counts.is_attendance_bounded(commune, run)
    }

    /// What limited counts of parties add to the value of classes in a commune, euros per party; those of single runs only for
    /// `run`.
    pub fn attendance_prices(
        &self,
        prices: &Prices,
        commune: CommuneId,
        run: Option<usize>,
    ) -> BTreeMap<usize, f64> {
        self.kinds.counts.attendance_prices(&prices.duals, commune, run)
    }

    /// More than the value of a cycle in any plan better than the empty one: based on the cost of serving nobody and of the
    /// dearest cycle.
    pub fn dear_cycle(&self) -> f64 {
        let space = self.space;
        let hire = space.patterns.iter().map(|pattern| pattern.fixed).fold(0.0, f64::max);
        let time = space.staff.iter().map(|staff| staff.cycle_time).fold(0.0, f64::max);
        2.0 * (space.nobody_served() + space.dearest_person() + hire + time)
    }
}
