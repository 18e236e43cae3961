//! Maximum number of cycles in a commune (H9): `Σ_{c in m} λ_c ≤ max`, for communes that can host.

use typed_index_collections::TiVec;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::Space;
use super::super::super::space::standing::Standing;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::super::prices::Prices;
use super::kind::{Entries, Kind, Start};
use crate::instance::ids::CommuneId;

const NATURE: Nature = Nature { name: "host", is_lone: true, is_room: false };

/// The rows of host communes.
#[derive(Debug, Clone)]
pub(crate) struct Hosts {
    rows: TiVec<CommuneId, Option<RowIndex>>,
}

impl Kind for Hosts {
    fn new(start: &mut Start) -> Self {
        Self { rows: start.space.instance.communes.iter().map(|_| None).collect() }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        let Some(limit) = space.instance.rules.hosts.max_cycles_per_commune else { return };
        for ((commune, row), place) in self.rows.iter_mut_enumerated().zip(&space.place_of) {
            let limit = Standing::hosts_left(space.instance, commune, limit);
            *row = place.map(|_| start.rows.at_most(&NATURE, &[], limit as f64));
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let is_course = space.patterns[column.pattern].course.is_some();
        let row = self.rows[space.commune(column.pattern)].filter(|_| !is_course);
        if let Some(row) = row {
            entries.add(row, 1.0);
        }
    }

    fn price(&self, _: &Space, duals: &[f64], prices: &mut Prices) {
        for (price, row) in prices.host.iter_mut().zip(&self.rows) {
            *price -= row.map_or(0.0, |row| duals[row]);
        }
    }
}
