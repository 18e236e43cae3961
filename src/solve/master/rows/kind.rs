//! The interface of a kind of row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::milp::lp::{ColumnIndex, RowIndex};
use super::super::super::space::{Day, Run, Space};
use super::super::column::Column;
use super::super::ledger::Beginning;
use super::super::prices::{Charges, Prices};
use crate::instance::ids::{SlotId, TrainerId, VenueId};

/// A kind of row: its initial rows, the coefficients of a cycle, the charges of its duals, and which duals are feasible. A kind
/// implements only what concerns it. Its charges must agree with a cycle's coefficients times the duals.
pub(crate) trait Kind {
    /// Creates the kind without rows, but with the variables that come before all rows.
    fn new(start: &mut Start) -> Self;

    /// Writes the initial rows of a program.
    fn write(&mut self, _start: &mut Start) {}

    /// Writes the initial rows of a trainer's day.
    fn write_day(&mut self, _start: &mut Start, _day: &Workday) {}

    /// Adds the coefficients of a cycle.
    fn enter(&self, _space: &Space, _column: &Column, _entries: &mut Entries) {}

    /// Adds to `prices` the charges that do not depend on a cycle's run and trainer.
    fn price(&self, _space: &Space, _duals: &[f64], _prices: &mut Prices) {}

    /// Adds to `paid` the duals that a trainer's session pays on a day.
    fn charge_day(&self, _asked: &Asked, _day: Day, _paid: &mut f64) {}

    /// Adds the charges for a trainer's cycle on a run.
    fn charge(&self, _asked: &Asked, _charges: &mut Charges) {}

    /// The charge for a run at a venue, whoever leads it.
    fn charge_venue(&self, _duals: &[f64], _run: &Run, _venue: VenueId) -> f64 {
        0.0
    }

    /// Moves duals, which have the right signs, toward zero until no variable except cycles has a negative reduced cost. That
    /// keeps the Lagrangian bound valid for any given duals.
    fn sign(&self, _space: &Space, _duals: &mut [f64]) {}

    /// Sets the duals of an ascent's first guess, initially 0.
    fn guess(&self, _space: &Space, _guess: &FirstGuess, _duals: &mut [f64]) {}
}

/// The program under construction.
#[derive(Debug)]
pub(crate) struct Start<'a> {
    pub(crate) space: &'a Space<'a>,
    /// Days on which trainers may work, trainer by trainer.
    pub(crate) days: &'a [Workday],
    pub(crate) rows: Beginning,
    /// Variables of tour costs, which also occur in rows of other kinds.
    pub(crate) tours: Vec<ColumnIndex>,
    /// The row of the budget, on which the duals of tours depend.
    pub(crate) budget: Option<RowIndex>,
}

/// A day on which a trainer may work.
#[derive(Debug)]
pub(crate) struct Workday {
    pub(crate) trainer: TrainerId,
    pub(crate) day: Day,
    /// Slots at which sessions may be held.
    pub(crate) slots: BTreeSet<SlotId>,
    /// The maximal sets of slots of which only one can be held.
    pub(crate) cliques: Vec<Vec<SlotId>>,
}

/// Coefficients of a cycle.
#[derive(Debug, Default)]
pub(crate) struct Entries(BTreeMap<RowIndex, f64>);

impl Entries {
    pub(crate) fn add(&mut self, row: RowIndex, factor: f64) {
        *self.0.entry(row).or_default() += factor;
    }

    /// The non-zero coefficients, by row.
    pub(crate) fn into_vec(self) -> Vec<(RowIndex, f64)> {
        self.0.into_iter().filter(|&(_, factor)| factor != 0.0).collect()
    }
}

/// A trainer's cycle on a run, at one dual point.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) space: &'a Space<'a>,
    /// Duals of the right signs.
    pub(crate) duals: &'a [f64],
    pub(crate) trainer: TrainerId,
    /// Index into [`Space::runs`], and the run.
    pub(crate) index: usize,
    pub(crate) run: &'a Run,
}

/// Parameters of an ascent's initial duals.
#[derive(Debug, Clone, Copy)]
pub struct FirstGuess {
    /// Value of serving a person, euros.
    pub worth: f64,
    /// Whether equity shortfalls have a price.
    pub with_equity: bool,
    /// Whether missing cycles have a price.
    pub with_absence: bool,
    /// Price of a euro of the budget, in addition to the euro itself.
    pub budget: f64,
}
