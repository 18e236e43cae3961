//! The budget of a plan (H10): `Σ_c gross_c λ_c + Σ tour_td ≤ max_gross`.

use super::super::super::milp::lp::{ColumnIndex, RowIndex};
use super::super::super::space::Space;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Prices;
use super::kind::{Entries, FirstGuess, Kind, Start};

const NATURE: Nature = Nature { name: "budget", is_lone: false, is_room: false };

/// The row of the budget, if there is one.
#[derive(Debug, Clone)]
pub(crate) struct Budget {
    pub(crate) row: Option<RowIndex>,
}

impl Kind for Budget {
    fn new(_: &mut Start) -> Self {
        Self { row: None }
    }

    fn write(&mut self, start: &mut Start) {
        // Where a plan was announced, the budget forbids only new cycles (rule H10), which no row expresses.
        let limit = start.space.instance.rules.costs.max_gross;
        let Some(limit) = limit.filter(|_| start.space.instance.announced.is_none()) else { return };
        let tours: Vec<(ColumnIndex, f64)> = start.tours.iter().map(|&tour| (tour, 1.0)).collect();
        self.row = Some(start.rows.at_most(&NATURE, &tours, limit.to_f64()));
        start.budget = self.row;
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let Some(row) = self.row else { return };
        let persons: usize =
            column.members.iter().map(|&(class, count)| space.classes[class].size * count).sum();
        entries.add(row, column.cash(space) + space.support * persons as f64);
    }

    fn price(&self, _: &Space, duals: &[f64], prices: &mut Prices) {
        prices.budget = self.row.map_or(0.0, |row| -duals[row]);
    }

    fn guess(&self, _: &Space, guess: &FirstGuess, duals: &mut [f64]) {
        if let Some(row) = self.row {
            duals[row] = -guess.budget;
        }
    }
}
