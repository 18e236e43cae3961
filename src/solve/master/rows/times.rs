//! A trainer is in one place at a time (H7): `Σ_{c holds a session of the clique} λ_c ≤ m_t` for each crew of m trainers,
//! day and set of slots of which only one can be held.

use super::super::super::space::{Day, Space};
use super::super::by_day::ByDay;
use super::super::cliques::CliqueRow;
use super::super::column::Column;
use super::super::ledger::Nature;
use super::kind::{Asked, Entries, Kind, Start, Workday};
use crate::instance::ids::{SlotId, TrainerId};

const NATURE: Nature = Nature { name: "time", is_lone: false, is_room: true };

/// The rows of trainers' times.
#[derive(Debug, Clone)]
pub(crate) struct Times {
    rows: ByDay<Vec<CliqueRow>>,
}

impl Times {
    /// Each leader who works on a day, with the sets of slots of which only one can be held.
    pub(crate) fn cliques(&self, space: &Space, day: Day) -> Vec<(TrainerId, Vec<Vec<SlotId>>)> {
        let of_trainer = |trainer: TrainerId| {
            let slots = self.rows[(trainer, day)].iter().map(|clique| clique.slots.clone());
            (trainer, slots.collect::<Vec<_>>())
        };
        space.leaders().map(of_trainer).filter(|(_, cliques)| !cliques.is_empty()).collect()
    }
}

impl Kind for Times {
    fn new(start: &mut Start) -> Self {
        Self { rows: ByDay::new(start.space) }
    }

    fn write_day(&mut self, start: &mut Start, day: &Workday) {
        let crew = start.space.crew_size(day.trainer);
        let row = |slots: &Vec<SlotId>| CliqueRow {
            row: start.rows.at_most(&NATURE, &[], crew),
            slots: slots.clone(),
        };
        self.rows[(day.trainer, day.day)] = day.cliques.iter().map(row).collect();
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let slot = space.patterns[column.pattern].slot;
        for held in column.appointments(space) {
            for clique in self.rows[(held.trainer, held.day)].iter().filter(|clique| clique.holds(slot)) {
                entries.add(clique.row, 1.0);
            }
        }
    }

    fn charge_day(&self, asked: &Asked, day: Day, paid: &mut f64) {
        for clique in self.rows[(asked.trainer, day)].iter().filter(|clique| clique.holds(asked.run.slot)) {
            *paid += asked.duals[clique.row];
        }
    }
}
