//! What every kind of row says of itself.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::milp::lp::{ColumnIndex, RowIndex};
use super::super::super::space::{Day, Run, Space};
use super::super::column::Column;
use super::super::ledger::Beginning;
use super::super::prices::{Charges, Prices};
use crate::instance::ids::{SlotId, TrainerId, VenueId};

/// A kind of row: how its rows begin, what a cycle is in them, what their duals charge, and which duals are right. What a
/// kind has nothing to say to, it leaves out. A cycle's entries times the duals are what its charges come to.
pub(crate) trait Kind {
    /// None of its rows, but the variables that come before all rows.
    fn new(start: &mut Start) -> Self;

    /// Writes the rows that a program begins with.
    fn write(&mut self, _start: &mut Start) {}

    /// Writes those of a trainer's day that a program begins with.
    fn write_day(&mut self, _start: &mut Start, _day: &Workday) {}

    /// Adds what a cycle is in the rows.
    fn enter(&self, _space: &Space, _column: &Column, _entries: &mut Entries) {}

    /// Adds to prices what the duals charge wherever and whenever a cycle is.
    fn price(&self, _space: &Space, _duals: &[f64], _prices: &mut Prices) {}

    /// Adds to `paid` the duals that a trainer's session pays on a day.
    fn charge_day(&self, _asked: &Asked, _day: Day, _paid: &mut f64) {}

    /// Adds what the duals charge for a trainer's cycle on a run.
    fn charge(&self, _asked: &Asked, _charges: &mut Charges) {}

    /// What the duals charge for a run at a venue, whoever leads it.
    fn charge_venue(&self, _duals: &[f64], _run: &Run, _venue: VenueId) -> f64 {
        0.0
    }

    /// Moves duals, which have the signs of their rows, toward zero until no variable but cycles would pay to grow without
    /// limit. That keeps the Lagrangian bound valid, whatever they were.
    fn sign(&self, _space: &Space, _duals: &mut [f64]) {}

    /// Sets the duals of an ascent's first guess; they are 0.
    fn guess(&self, _space: &Space, _guess: &FirstGuess, _duals: &mut [f64]) {}
}

/// The program in the making.
#[derive(Debug)]
pub(crate) struct Start<'a> {
    pub(crate) space: &'a Space<'a>,
    /// Days on which trainers may work, trainer by trainer.
    pub(crate) days: &'a [Workday],
    pub(crate) rows: Beginning,
    /// Costs of tours, which count in rows of other kinds, too.
    pub(crate) tours: Vec<ColumnIndex>,
    /// The row of the budget, which the duals of tours heed.
    pub(crate) budget: Option<RowIndex>,
}

/// A day on which a trainer may work.
#[derive(Debug)]
pub(crate) struct Workday {
    pub(crate) trainer: TrainerId,
    pub(crate) day: Day,
    /// What may be held.
    pub(crate) slots: BTreeSet<SlotId>,
    /// The largest sets of slots of which one can be held.
    pub(crate) cliques: Vec<Vec<SlotId>>,
}

/// Coefficients of a cycle.
#[derive(Debug, Default)]
pub(crate) struct Entries(BTreeMap<RowIndex, f64>);

impl Entries {
    pub(crate) fn add(&mut self, row: RowIndex, factor: f64) {
        *self.0.entry(row).or_default() += factor;
    }

    /// Those that are not 0, by row.
    pub(crate) fn into_vec(self) -> Vec<(RowIndex, f64)> {
        self.0.into_iter().filter(|&(_, factor)| factor != 0.0).collect()
    }
}

/// A trainer's cycle on a run, at one dual point.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) space: &'a Space<'a>,
    /// Of the right signs.
    pub(crate) duals: &'a [f64],
    pub(crate) trainer: TrainerId,
    /// Index into [`Space::runs`], and the run.
    pub(crate) index: usize,
    pub(crate) run: &'a Run,
}

/// What an ascent may begin with.
#[derive(Debug, Clone, Copy)]
pub struct FirstGuess {
    /// What serving a person is worth, euros.
    pub worth: f64,
    /// Whether what communes miss of their shares has its price.
    pub with_equity: bool,
    /// Whether the cycles that they miss have theirs.
    pub with_absence: bool,
    /// What a euro of the budget costs beyond itself.
    pub budget: f64,
}
