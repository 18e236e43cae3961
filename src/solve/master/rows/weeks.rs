//! Maximum number of sessions in a trainer's week (H6): `Σ_c sessions_c λ_c ≤ m_t max`, where that can bind.

use std::collections::BTreeMap;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::{Day, Space};
use super::super::column::Column;
use super::super::ledger::Nature;
use super::kind::{Asked, Entries, Kind, Start};
use crate::instance::ids::TrainerId;

const NATURE: Nature = Nature { name: "week", is_lone: true, is_room: false };

/// The rows of trainers' weeks.
#[derive(Debug, Clone)]
pub(crate) struct Weeks {
    rows: BTreeMap<(TrainerId, usize), RowIndex>,
}

impl Kind for Weeks {
    fn new(_: &mut Start) -> Self {
        Self { rows: BTreeMap::new() }
    }

    fn write(&mut self, start: &mut Start) {
        let space = start.space;
        let mut possible: BTreeMap<(TrainerId, usize), usize> = BTreeMap::new();
        for day in start.days {
            *possible.entry((day.trainer, space.week_of[day.day])).or_default() += day.slots.len();
        }
        for (key, n_possible) in possible {
            // Sessions that have been held count in their week.
            let limit = space.staff[key.0].max_week.saturating_sub(space.standing.held_in_week(
                space.instance,
                &space.week_of,
                key,
            ));
            if n_possible > limit {
                let limit = limit as f64 * space.crew_size(key.0);
                self.rows.insert(key, start.rows.at_most(&NATURE, &[], limit));
            }
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        for held in column.appointments(space) {
            if let Some(&row) = self.rows.get(&(held.trainer, space.week_of[held.day])) {
                entries.add(row, 1.0);
            }
        }
    }

    fn charge_day(&self, asked: &Asked, day: Day, paid: &mut f64) {
        if let Some(&row) = self.rows.get(&(asked.trainer, asked.space.week_of[day])) {
            *paid += asked.duals[row];
        }
    }
}
