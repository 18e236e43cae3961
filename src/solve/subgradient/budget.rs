//! The dual of the budget in an ascent.
//!
//! # Method
//! A euro of gross cost costs `1 + λ`, also in tours: the duals of a day's tour rows sum to that. It moves multiplicatively,
//! because the value of a budget differs by orders of magnitude between instances.

use super::super::master::Rows;
use super::super::milp::lp::RowIndex;
use super::moments::{Moments, cooled};

/// First and last step, as shares of the cost of a euro.
const FIRST_STEP: f64 = 0.02;
const LAST_STEP: f64 = 0.005;

/// The price of the budget and its moments.
#[derive(Debug, Clone)]
pub(super) struct BudgetPrice {
    row: Option<RowIndex>,
    moments: Moments,
}

impl BudgetPrice {
    pub(super) fn new(rows: &Rows) -> Self {
        Self { row: rows.budget_row(), moments: Moments::default() }
    }

    /// Moves the price after a schedule with this `slack`, without tours; the cost of tours follows from the duals of their rows.
    /// Returns the new cost of a euro.
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
