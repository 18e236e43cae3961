//! Cycles that a commune should host (section 5): `Σ_{c in m} λ_c + missing_m ≥ min_cycles_m`, if missing cycles have a cost.

use typed_index_collections::TiVec;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::Space;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Prices;
use super::kind::{Entries, FirstGuess, Kind, Start};
use crate::instance::ids::CommuneId;

const NATURE: Nature = Nature { name: "absence", is_lone: true, is_room: false };

/// The rows of communes that should host cycles.
#[derive(Debug, Clone)]
pub(crate) struct Absences {
    rows: TiVec<CommuneId, Option<RowIndex>>,
}

impl Absences {
    /// Value of one more cycle in a commune, euros.
    pub(crate) fn worth(&self, duals: &[f64], commune: CommuneId) -> f64 {
        self.rows[commune].map_or(0.0, |row| duals[row])
    }

    /// Whether there are any rows.
    pub(crate) fn has_any(&self) -> bool {
        self.rows.iter().any(Option::is_some)
    }
}

impl Kind for Absences {
    fn new(start: &mut Start) -> Self {
        Self { rows: start.space.instance.communes.iter().map(|_| None).collect() }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        for (commune, wanted) in space.absence.wanted() {
            let missing = start.rows.variable(space.absence.cost);
            self.rows[commune] = Some(start.rows.at_least(&NATURE, &[(missing, 1.0)], wanted as f64));
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let row = self.rows[space.commune(column.pattern)].filter(|_| !space.is_broken_off(column.pattern));
        if let Some(row) = row {
            entries.add(row, 1.0);
        }
    }

    fn price(&self, _: &Space, duals: &[f64], prices: &mut Prices) {
        for (price, row) in prices.host.iter_mut().zip(&self.rows) {
            *price -= row.map_or(0.0, |row| duals[row]);
        }
    }

    fn sign(&self, space: &Space, duals: &mut [f64]) {
        for &row in self.rows.iter().flatten() {
            duals[row] = duals[row].min(space.absence.cost);
        }
    }

    fn guess(&self, space: &Space, guess: &FirstGuess, duals: &mut [f64]) {
        if guess.with_absence {
            self.rows.iter().flatten().for_each(|&row| duals[row] = space.absence.cost);
        }
    }
}
