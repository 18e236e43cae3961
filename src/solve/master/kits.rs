//! Rows of kits: on a day no more trainers take a kit of a level than there are (H8). They are added only for the days and
//! levels where cycles break them.

use std::collections::BTreeMap;

use super::super::milp::lp::{LpSolution, RowIndex};
use super::super::space::Day;
use super::lazy::{Load, TOLERANCE};
use super::{Column, KitRow, Master, Rows};
use crate::instance::ids::{SlotId, TrainerId};

/// A day and a level of kits ([`Space::kit_levels`](super::super::space::Space::kit_levels)).
pub type KitDay = (Day, usize);

/// The rows of a day and level.
#[derive(Debug, Clone)]
pub struct KitRows {
    /// How many kits there are.
    pub stock: RowIndex,
    /// Of each crew's leader who works that day: one row for each set of slots that cannot be held at once, whose cycles
    /// share a kit with those of the others.
    pub links: Vec<(TrainerId, Vec<RowIndex>)>,
}

impl KitRows {
    /// All rows, in the order in which they are numbered.
    pub fn all(&self) -> impl Iterator<Item = RowIndex> {
        let links = self.links.iter().flat_map(|(_, rows)| rows.iter().copied());
        std::iter::once(self.stock).chain(links)
    }
}

impl Master<'_> {
    /// Adds the rows of these days and levels, which have none.
    pub fn add_kit_days(&mut self, days: impl IntoIterator<Item = KitDay>) {
        for (day, level) in days {
            let cliques = self.rows.kit_cliques(day);
            let stock = self.rows.space.kit_stock(level) as f64;
            let stock_row = self.lp.add_row(f64::NEG_INFINITY, stock, &[]);
            self.rows.rhs.push(stock);
            let mut links = Vec::new();
            for (trainer, of_trainer) in &cliques {
                let kit = self.lp.add_column(0.0, f64::INFINITY, &[(stock_row, 1.0)]);
                let mut rows = Vec::new();
                for slots in of_trainer {
                    let mut entries: Vec<_> = self.needing(*trainer, day, level, slots);
                    entries.push((kit, 1.0));
                    self.rows.rhs.push(0.0);
                    rows.push(self.lp.add_row(0.0, f64::INFINITY, &entries));
                }
                links.push((*trainer, rows));
            }
            self.rows.note_kits((day, level), cliques, KitRows { stock: stock_row, links });
        }
    }

    /// Adds the kit rows that `solution` breaks; returns of how many days.
    pub(super) fn add_kit_rows(&mut self, solution: &LpSolution) -> usize {
        let short = self.rows.short_of_kits(self.chosen(solution), TOLERANCE);
        let added = short.len();
        self.add_kit_days(short);
        added
    }

    /// Columns of a trainer that hold a session with this need on a day, as entries of a kit row.
    fn needing(&self, trainer: TrainerId, day: Day, level: usize, slots: &[SlotId]) -> Vec<(usize, f64)> {
        let holds = |column: &Column| {
            let run = &self.rows.space.runs[self.rows.space.patterns[column.pattern].run];
            column.trainer == trainer
                && self.rows.space.kit_level(column.need) >= level
                && slots.contains(&run.slot)
                && run.days.contains(&day)
        };
        let held = self.columns.iter().zip(&self.column_index).filter(|(column, _)| holds(column));
        held.map(|(_, &index)| (index, -1.0)).collect()
    }
}

impl Rows<'_> {
    /// Days and levels without rows on which cycles, so much of each, take more kits than there are and `excess` more.
    pub fn short_of_kits<'a>(
        &self,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        excess: f64,
    ) -> Vec<KitDay> {
        let space = self.space;
        let scarce: Vec<usize> = (1..=space.kit_levels.len())
            .filter(|&level| space.kit_stock(level) < space.staff.len())
            .collect();
        if scarce.is_empty() {
            return Vec::new();
        }
        let mut loads: BTreeMap<(KitDay, TrainerId), Load> = BTreeMap::new();
        for (column, value) in chosen.into_iter().filter(|&(_, value)| value > TOLERANCE) {
            let run = &space.runs[space.patterns[column.pattern].run];
            for &level in scarce.iter().filter(|&&level| level <= space.kit_level(column.need)) {
                for &day in &run.days {
                    let load = loads.entry(((day, level), column.trainer)).or_default();
                    *load.entry(run.slot).or_default() += value;
                }
            }
        }
        let mut taken: BTreeMap<KitDay, f64> = BTreeMap::new();
        for ((day, _), load) in loads {
            *taken.entry(day).or_default() += load.values().copied().fold(0.0, f64::max);
        }
        let is_short = |&(day, taken): &(KitDay, f64)| {
            taken > space.kit_stock(day.1) as f64 + excess && !self.kit_days.contains_key(&day)
        };
        taken.into_iter().filter(is_short).map(|(day, _)| day).collect()
    }

    /// Takes in the rows of these days and levels, which have none: for pricing, not for a linear program.
    pub fn price_kit_days(&mut self, days: impl IntoIterator<Item = KitDay>) {
        for (day, level) in days {
            let cliques = self.kit_cliques(day);
            let stock = self.rhs.len();
            self.rhs.push(self.space.kit_stock(level) as f64);
            let mut links = Vec::new();
            for (trainer, of_trainer) in &cliques {
                let first = self.rhs.len();
                self.rhs.resize(first + of_trainer.len(), 0.0);
                links.push((*trainer, (first..self.rhs.len()).collect()));
            }
            self.note_kits((day, level), cliques, KitRows { stock, links });
        }
    }

    /// Days and levels that have rows, in an order that does not depend on when they were added.
    pub fn kit_days(&self) -> impl Iterator<Item = (KitDay, &KitRows)> {
        self.kit_days.iter().map(|(&day, rows)| (day, rows))
    }

    /// Each leader who works on a day, with the sets of slots that cannot be held at once.
    fn kit_cliques(&self, day: Day) -> Vec<(TrainerId, Vec<Vec<SlotId>>)> {
        let of_trainer = |trainer: TrainerId| {
            let time = self.day_rows(trainer, day).time.iter();
            (trainer, time.map(|clique| clique.slots.clone()).collect::<Vec<_>>())
        };
        self.space.leaders().map(of_trainer).filter(|(_, cliques)| !cliques.is_empty()).collect()
    }

    fn note_kits(
        &mut self,
        (day, level): KitDay,
        cliques: Vec<(TrainerId, Vec<Vec<SlotId>>)>,
        rows: KitRows,
    ) {
        let stock = rows.stock;
        for ((trainer, of_trainer), (_, links)) in cliques.into_iter().zip(&rows.links) {
            let kits =
                of_trainer.into_iter().zip(links).map(|(slots, &row)| KitRow { row, level, slots, stock });
            let kits: Vec<KitRow> = kits.collect();
            self.day_rows_mut(trainer, day).kits.extend(kits);
        }
        self.kit_days.insert((day, level), rows);
    }
}
