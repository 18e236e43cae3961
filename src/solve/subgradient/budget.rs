//! Price of the budget in an ascent.
//!
//! # Method
//! A euro of gross cost costs `1 + λ`, in tours, too: the duals of a day's tour rows sum to that. It moves as a factor: what a
//! budget is worth differs by orders of magnitude from one instance to another.

use super::super::master::Rows;
use super::super::milp::lp::RowIndex;
use super::moments::{Moments, cooled};

/// First and last step, as shares of what a euro costs.
const FIRST_STEP: f64 = 0.02;
const LAST_STEP: f64 = 0.005;

/// The price of the budget and how it moved.
#[derive(Debug, Clone)]
pub(super) struct BudgetPrice {
    row: Option<RowIndex>,
    moments: Moments,
}

impl BudgetPrice {
    pub(super) fn new(rows: &Rows) -> Self {
        Self { row: rows.budget_row(), moments: Moments::default() }
    }

    /// Moves the price after a schedule that leaves so much `slack`, tours left out; what those cost follows from the prices
    /// of their rows. Returns what a euro costs now.
    pub(super) fn turn(
        &mut self,
        rows: &Rows,
        slack: &[f64],
        duals: &mut [f64],
        round: u64,
        share: f64,
    ) -> f64 {
        let Some(row) = self.row else { return 1.0 };
        let euro = 1.0 - duals[row];
        let turn = self.moments.turn(slack[row] - rows.tours_of(duals, slack), round, true);
        duals[row] = (duals[row] + cooled(FIRST_STEP, LAST_STEP, share) * euro * turn).min(0.0);
        1.0 - duals[row]
    }
}
