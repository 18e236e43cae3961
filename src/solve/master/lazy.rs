//! Rows that are added only where a solution breaks them: tours, and those of [`venues`](super::venues) and
//! [`kits`](super::kits).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::milp::lp::{LpSolution, RowIndex};
use super::super::separation::{Broken, DayUse, Family, separate};
use super::super::space::{Day, Space};
use super::super::tours::{TourCosts, TourCut};
use super::{Column, Master, Rows, TourRow, shares};
use crate::instance::ids::{SlotId, TrainerId};

/// A row counts as broken beyond this.
pub(super) const TOLERANCE: f64 = 1e-6;

/// How much of each node a day holds, and the share of each class at each node.
type Use = (BTreeMap<usize, f64>, BTreeMap<usize, BTreeMap<usize, f64>>);

/// How much a solution holds at each slot.
pub(super) type Load = BTreeMap<SlotId, f64>;

impl Master<'_> {
    /// Adds the venue and kit rows that `solution` breaks; returns how many.
    pub fn add_broken_rows(&mut self, solution: &LpSolution) -> usize {
        self.add_venue_rows(solution) + self.add_kit_rows(solution)
    }

    /// Adds the tour rows of a family that `solution` breaks, and where there are none on sessions alone, those with
    /// prices of people; returns how many.
    pub fn add_tour_rows(&mut self, solution: &LpSolution, family: Family) -> usize {
        let charged = |day: &DayUse| {
            let tour = self.rows.day_rows(day.trainer, day.day).tour;
            tour.map_or(0.0, |tour| solution.values.get(tour).copied().unwrap_or(0.0))
        };
        let uses = self.rows.day_uses(self.chosen(solution), charged);
        let mut broken = separate(&uses, &self.rows.tours, family);
        if broken.is_empty() && family == Family::Sessions {
            broken = separate(&uses, &self.rows.tours, Family::People);
        }
        let added = broken.len();
        self.add_tour_cuts(broken);
        added
    }

    /// Adds a row for each of these cuts and all the days that break it: they are used alike, and one row is enough for
    /// them.
    pub fn add_tour_cuts(&mut self, broken: Vec<Broken>) {
        let holding = if broken.is_empty() { BTreeMap::new() } else { self.columns_by_day() };
        for broken in broken {
            self.add_tour_row(broken, &holding);
        }
    }

    fn add_tour_row(&mut self, broken: Broken, holding: &BTreeMap<(TrainerId, Day), Vec<usize>>) {
        let space = self.rows.space;
        let Broken { trainer, days, cut } = broken;
        let mut entries: BTreeMap<usize, f64> = BTreeMap::new();
        for &day in &days {
            let Some(tour) = self.rows.day_rows(trainer, day).tour else { return };
            entries.insert(tour, 1.0);
            let tours = &self.rows.tours[trainer][space.weekday(day)];
            for &position in holding.get(&(trainer, day)).into_iter().flatten() {
                let column = &self.columns[position];
                let charge = cut.charge(node_of(space, tours, column), shares(space, column));
                if charge != 0.0 {
                    *entries.entry(self.column_index[position]).or_default() -= charge;
                }
            }
        }
        let least = -cut.constant * space.crew_size(trainer) * days.len() as f64;
        self.rows.rhs.push(least);
        let entries: Vec<_> = entries.into_iter().collect();
        let row = self.lp.add_row(least, f64::INFINITY, &entries);
        self.rows.note_cut(cut, trainer, days.into_iter().map(|day| (day, row)));
    }

    /// Columns that hold a session on each trainer's day.
    fn columns_by_day(&self) -> BTreeMap<(TrainerId, Day), Vec<usize>> {
        let space = self.rows.space;
        let mut holding: BTreeMap<(TrainerId, Day), Vec<usize>> = BTreeMap::new();
        for (position, column) in self.columns.iter().enumerate() {
            for &day in &space.runs[space.patterns[column.pattern].run].days {
                holding.entry((column.trainer, day)).or_default().push(position);
            }
        }
        holding
    }
}

impl Rows<'_> {
    /// Tour rows of a family that a mixture of cycles breaks, if each day is charged the least that its present rows ask
    /// for.
    pub fn broken_by(&self, mixture: &[(&Column, f64)], family: Family) -> Vec<Broken> {
        let charged = |day: &DayUse| {
            let present = &self.day_rows(day.trainer, day.day).cuts;
            present.iter().map(|row| day.demand(&self.cuts[row.cut])).fold(0.0, f64::max)
        };
        separate(&self.day_uses(mixture.iter().copied(), charged), &self.tours, family)
    }

    /// Takes in a row for each day that breaks a cut: for pricing, not for a linear program. Returns the first of them.
    pub fn price_cut(&mut self, broken: Broken) -> RowIndex {
        let Broken { trainer, days, cut } = broken;
        let first = self.rhs.len();
        let least = -cut.constant * self.space.crew_size(trainer);
        self.rhs.resize(first + days.len(), least);
        self.note_cut(cut, trainer, days.into_iter().zip(first..));
        first
    }

    fn note_cut(
        &mut self,
        cut: Arc<TourCut>,
        trainer: TrainerId,
        days: impl Iterator<Item = (Day, RowIndex)>,
    ) {
        self.cuts.push(cut);
        let cut = self.cuts.len() - 1;
        for (day, row) in days {
            self.day_rows_mut(trainer, day).cuts.push(TourRow { row, cut });
        }
    }

    /// What cycles, so much of each, do on each trainer's day, and what it is charged.
    fn day_uses<'a>(
        &self,
        chosen: impl Iterator<Item = (&'a Column, f64)>,
        charged: impl Fn(&DayUse) -> f64,
    ) -> Vec<DayUse> {
        let space = self.space;
        let mut uses: BTreeMap<(TrainerId, Day), Use> = BTreeMap::new();
        for (column, value) in chosen.filter(|&(_, value)| value > TOLERANCE) {
            for &day in &space.runs[space.patterns[column.pattern].run].days {
                let node = node_of(space, &self.tours[column.trainer][space.weekday(day)], column);
                let (nodes, people) = uses.entry((column.trainer, day)).or_default();
                *nodes.entry(node).or_default() += value;
                for (class, share) in shares(space, column) {
                    *people.entry(class).or_default().entry(node).or_default() += value * share;
                }
            }
        }
        let day_use = |((trainer, day), (nodes, people)): (_, Use)| {
            let weekday = space.weekday(day);
            let n_tours = space.crew_size(trainer);
            let mut day = DayUse { trainer, day, weekday, nodes, people, n_tours, charged: 0.0 };
            day.charged = charged(&day);
            // Who attends at one node only cannot attend twice: no row has to say so.
            day.people.retain(|_, at| at.len() > 1);
            day
        };
        uses.into_iter().map(day_use).collect()
    }
}

/// The node of a column's sessions.
fn node_of(space: &Space, tours: &TourCosts, column: &Column) -> usize {
    let slot = space.patterns[column.pattern].slot;
    let place = space.patterns[column.pattern].place;
    tours.node(space.rank[slot], place, column.need > 0)
}
