//! What an ascent needs from rows: their slack given cycles, and which duals move together.

use super::super::milp::lp::RowIndex;
use super::cliques::TOLERANCE;
use super::column::Column;
use super::priced::Rows;
use super::rows::{KitDay, KitRows, TRIP, VenueDay};

impl Rows<'_> {
    /// Number of rows, including added ones.
    pub fn n_rows(&self) -> usize {
        self.ledger.len()
    }

    /// Number of initial rows, which come first.
    pub fn n_given(&self) -> usize {
        self.n_given
    }

    /// The slack of each row (right-hand side less left-hand side) with these cycles, each held once by every trainer of its
    /// crew, and no shortfall, tour or kit: the direction in which its dual should move.
    pub fn slack(&self, columns: &[Column]) -> Vec<f64> {
        let mut slack = self.ledger.right_sides();
        self.occupy_all(columns, &mut slack);
        slack
    }

    /// Subtracts from the slack what these cycles use, each held once by every trainer of its crew.
    pub fn occupy_all(&self, columns: &[Column], slack: &mut [f64]) {
        for column in columns {
            self.occupy(column, self.space.crew_size(column.trainer), slack);
        }
    }

    /// Subtracts from the slack what `copies` copies of a cycle use.
    pub fn occupy(&self, column: &Column, copies: f64, slack: &mut [f64]) {
        for (row, factor) in self.entries(column) {
            slack[row] -= factor * copies;
        }
    }

    /// Rows whose duals an ascent moves independently.
    pub fn lone_rows(&self) -> impl Iterator<Item = RowIndex> {
        self.ledger.rows_that(|nature| nature.is_lone)
    }

    /// Rows that have no room for another cycle.
    pub fn full(&self, slack: &[f64]) -> Vec<RowIndex> {
        let rooms = self.ledger.rows_that(|nature| nature.is_room);
        rooms.filter(|&row| slack[row] < 1.0 - TOLERANCE).collect()
    }

    /// The row of the budget.
    pub fn budget_row(&self) -> Option<RowIndex> {
        self.kinds.budget.row
    }

    /// Whether there are rows for missing cycles of communes.
    pub fn has_absence(&self) -> bool {
        self.kinds.absences.has_any()
    }

    /// The tour rows of each trainer's day that has any; the cost of its tours is split among their duals.
    pub fn tour_rows(&self) -> impl Iterator<Item = impl Iterator<Item = RowIndex>> {
        self.kinds.tours.days()
    }

    /// Whether a tour row is that of a round trip, which is among the initial rows.
    pub fn is_round_trip(&self, row: RowIndex) -> bool {
        *self.ledger.nature(row) == TRIP
    }

    /// Cost of tours at the duals of their rows, for cycles with this `slack`, euros.
    pub fn tours_of(&self, duals: &[f64], slack: &[f64]) -> f64 {
        self.kinds.tours.cost(duals, slack)
    }

    /// Venues and days that have rows, with their rows, in an order independent of when they were added.
    pub fn venue_days(&self) -> impl Iterator<Item = (VenueDay, impl Iterator<Item = RowIndex>)> {
        self.kinds.venues.days()
    }

    /// Days and levels that have rows, with their rows, in an order independent of when they were added.
    pub fn kit_days(&self) -> impl Iterator<Item = (KitDay, &KitRows)> {
        self.kinds.kits.days()
    }
}
