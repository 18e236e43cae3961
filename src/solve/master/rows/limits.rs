//! Maximum number of sessions on a trainer's day (H6): `Σ_c sessions_c λ_c ≤ m_t max`, where that can bind.

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::{Day, Space};
use super::super::by_day::ByDay;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::kind::{Asked, Entries, Kind, Start, Workday};

const NATURE: Nature = Nature { name: "day", is_lone: false, is_room: true };

/// The rows of trainers' days.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    rows: ByDay<Option<RowIndex>>,
}

impl Kind for Limits {
    fn new(start: &mut Start) -> Self {
        Self { rows: ByDay::new(start.space) }
    }

    fn write_day(&mut self, start: &mut Start, day: &Workday) {
        let limit = start.space.staff[day.trainer].max_day;
        if limit < day.cliques.len() {
            let crew = start.space.crew_size(day.trainer);
            self.rows[(day.trainer, day.day)] = Some(start.rows.at_most(&NATURE, &[], limit as f64 * crew));
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        for held in column.appointments(space) {
            self.rows[(held.trainer, held.day)].into_iter().for_each(|row| entries.add(row, 1.0));
        }
    }

    fn charge_day(&self, asked: &Asked, day: Day, paid: &mut f64) {
        self.rows[(asked.trainer, day)].into_iter().for_each(|row| *paid += asked.duals[row]);
    }
}
