//! Keeps the duals of classes near a centre while the master is young (Boxstep: Marsten, Hogan and Blankenship 1975;
//! du Merle et al. 1999).
//!
//! Each class gets two columns: one buys room in the class's row at the upper end of the range, one sells room at the lower end,
//! so the row's dual stays in between. A solution that uses neither is a solution of the master itself.

use super::super::classes::Class;
use super::super::milp::lp::{ColumnIndex, Lp, LpSolution};

/// Use of a column below this is rounding.
const TOLERANCE: f64 = 1e-3;

/// The two columns of a class.
#[derive(Debug, Clone, Copy)]
struct Side {
    buy: ColumnIndex,
    sell: ColumnIndex,
    /// Lower end of the range, euros; at 0, selling has no effect.
    least: f64,
}

/// The columns of all classes, whose rows come first; empty if there is no box.
#[derive(Debug, Default)]
pub(super) struct BoundingBox {
    sides: Vec<Side>,
}

impl BoundingBox {
    /// Keeps the price of every class within `width` euros of `centre` (duals by row) for each of its members.
    pub(super) fn keep_near(&mut self, classes: &[Class], (centre, width): (&[f64], f64), lp: &mut Lp) {
        if self.sides.is_empty() {
            for (row, class) in classes.iter().enumerate() {
                let buy = lp.add_column(0.0, f64::INFINITY, &[(row, -1.0)]);
                let sell = lp.add_column(0.0, class.parties.len() as f64, &[(row, 1.0)]);
                self.sides.push(Side { buy, sell, least: 0.0 });
            }
        }
        for (row, (class, side)) in classes.iter().zip(&mut self.sides).enumerate() {
            let (price, width) = (-centre[row], width * class.size as f64);
            side.least = (price - width).max(0.0);
            lp.set_cost(side.buy, price + width);
            lp.set_cost(side.sell, -side.least);
        }
    }

    /// Removes the box.
    pub(super) fn remove(&mut self, lp: &mut Lp) {
        for side in std::mem::take(&mut self.sides) {
            lp.set_bounds(side.buy, 0.0, 0.0);
            lp.set_bounds(side.sell, 0.0, 0.0);
        }
    }

    /// Whether a solution uses the columns of the box.
    pub(super) fn is_used(&self, solution: &LpSolution) -> bool {
        let used = |column: ColumnIndex| solution.values.get(column).is_some_and(|&value| value > TOLERANCE);
        self.sides.iter().any(|side| used(side.buy) || (side.least > 0.0 && used(side.sell)))
    }
}
