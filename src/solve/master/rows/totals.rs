//! Maximum number of cycles of a trainer (H6): `Σ_c λ_c ≤ m_t ⌊max / sessions⌋`, where that can bind.

use std::collections::BTreeMap;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::Space;
use super::super::super::space::standing::Standing;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Charges;
use super::kind::{Asked, Entries, Kind, Start};
use crate::instance::ids::TrainerId;

const NATURE: Nature = Nature { name: "total", is_lone: true, is_room: true };

/// The rows of trainers' totals.
#[derive(Debug, Clone)]
pub(crate) struct Totals {
    rows: BTreeMap<TrainerId, RowIndex>,
}

impl Kind for Totals {
    fn new(_: &mut Start) -> Self {
        Self { rows: BTreeMap::new() }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        for trainer in space.leaders() {
            // The limit does not forbid announced cycles that are open to change (rule L6).
            let most = space.staff[trainer].max_cycles.max(Standing::open_of(space.instance, trainer));
            if most < space.most_cycles() {
                let limit = most as f64 * space.crew_size(trainer);
                self.rows.insert(trainer, start.rows.at_most(&NATURE, &[], limit));
            }
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let is_course = space.patterns[column.pattern].course.is_some();
        if let Some(&row) = self.rows.get(&column.trainer).filter(|_| !is_course) {
            entries.add(row, 1.0);
        }
    }

    fn charge(&self, asked: &Asked, charges: &mut Charges) {
        if let Some(&row) = self.rows.get(&asked.trainer) {
            charges.run -= asked.duals[row];
        }
    }
}
