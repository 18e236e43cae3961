//! Residents of a commune who should be served (section 5): `Σ_c served_mc λ_c + short_m ≥ goal_m`, if a shortfall has a cost.

use typed_index_collections::TiVec;

use super::super::super::milp::lp::{ColumnIndex, RowIndex};
use super::super::super::space::Space;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Prices;
use super::kind::{Entries, FirstGuess, Kind, Start};
use crate::instance::ids::CommuneId;

const NATURE: Nature = Nature { name: "equity", is_lone: true, is_room: false };

/// The rows of communes' shares.
#[derive(Debug, Clone)]
pub(crate) struct Equity {
    rows: TiVec<CommuneId, Option<RowIndex>>,
    /// Residents below each commune's share.
    short: TiVec<CommuneId, ColumnIndex>,
}

impl Kind for Equity {
    fn new(start: &mut Start) -> Self {
        let space = start.space;
        let short = space.equity_goal.iter().map(|_| start.rows.variable(space.equity_cost)).collect();
        Self { rows: space.equity_goal.iter().map(|_| None).collect(), short }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        for (commune, &goal) in space.equity_goal.iter_enumerated() {
            if goal > 0.0 && space.equity_cost > 0.0 {
                let short = self.short[commune];
                self.rows[commune] = Some(start.rows.at_least(&NATURE, &[(short, 1.0)], goal));
            }
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        for &(class, count) in &column.members {
            for &(home, members) in &space.classes[class].homes {
                if let Some(row) = self.rows[home] {
                    entries.add(row, (members * count) as f64);
                }
            }
        }
    }

    fn price(&self, space: &Space, duals: &[f64], prices: &mut Prices) {
        for (worth, class) in prices.worth.iter_mut().zip(&space.classes) {
            let of_home = |&(home, members): &(CommuneId, usize)| {
                self.rows[home].map_or(0.0, |row| duals[row] * members as f64)
            };
            *worth += class.homes.iter().map(of_home).sum::<f64>();
        }
    }

    fn sign(&self, space: &Space, duals: &mut [f64]) {
        for &row in self.rows.iter().flatten() {
            duals[row] = duals[row].min(space.equity_cost);
        }
    }

    fn guess(&self, space: &Space, guess: &FirstGuess, duals: &mut [f64]) {
        if guess.with_equity {
            self.rows.iter().flatten().for_each(|&row| duals[row] = space.equity_cost);
        }
    }
}
