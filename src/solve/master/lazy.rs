//! Rows that are added only where a solution breaks them: venues, kits, tours and people's days.
//!
//! A *people row* is valid because a party is in at most one cycle (H2, H3): of all cycles of one trainer with that
//! party and a session on that day, whatever their slots, a plan holds at most one, and the day's tour goes at least
//! there and back. It stops the linear program from cutting one cycle into three that share one day's tour. Of a class
//! of n parties each cycle counts with the share of the parties it takes: the mean of the rows of its parties.

use std::collections::{BTreeMap, BTreeSet};

use super::super::milp::lp::LpSolution;
use super::super::separation::{DayUse, separate};
use super::super::space::{Day, Space};
use super::super::tours::{TourCosts, TourCut};
use super::build::cliques;
use super::{CliqueRow, Column, KitRow, Master, PeopleRow, TourRow};
use crate::instance::ids::{SlotId, TrainerId, VenueId};
use crate::instance::units::Minutes;

/// A row counts as broken beyond this.
const TOLERANCE: f64 = 1e-6;

/// A row on people's days must be broken by this much, euros.
const LEAST_VIOLATION: f64 = 0.5;
/// Rows on people's days added for one trainer's day at a time.
const PEOPLE_PER_DAY: usize = 3;

/// How much a solution holds at each slot.
type Load = BTreeMap<SlotId, f64>;

impl Master<'_> {
    /// Adds the venue and kit rows that `solution` breaks; returns how many.
    pub fn add_broken_rows(&mut self, solution: &LpSolution) -> usize {
        self.add_venue_rows(solution) + self.add_kit_rows(solution)
    }

    /// Adds the tour rows that `solution` breaks; returns how many.
    pub fn add_tour_rows(&mut self, solution: &LpSolution) -> usize {
        let uses = self.day_uses(solution);
        let rows = &self.rows;
        let cuts = separate(&uses, |day| &rows.tours[day.trainer][rows.space.weekday(day.day)]);
        let added = cuts.len();
        let holding = self.columns_by_day();
        for (trainer, day, cut) in cuts {
            let columns = holding.get(&(trainer, day)).map_or(&[][..], Vec::as_slice);
            self.add_tour_row(trainer, day, cut, columns);
        }
        added
    }

    /// Adds the rows on people's days that `solution` breaks, the most broken of each day; returns how many.
    pub fn add_people_rows(&mut self, solution: &LpSolution) -> usize {
        let space = self.rows.space;
        let mut paid: BTreeMap<(TrainerId, Day), BTreeMap<usize, f64>> = BTreeMap::new();
        for (column, value) in self.chosen(solution).filter(|&(_, value)| value > TOLERANCE) {
            let place = space.patterns[column.pattern].place;
            for &day in &space.runs[space.patterns[column.pattern].run].days {
                let trip = self.rows.trip(column.trainer, day, place, column.need > 0);
                let of_day = paid.entry((column.trainer, day)).or_default();
                for &(class, count) in &column.members {
                    let share = count as f64 / space.classes[class].parties.len() as f64;
                    *of_day.entry(class).or_default() += share * trip * value;
                }
            }
        }
        let mut broken: Vec<(TrainerId, Day, usize)> = Vec::new();
        for ((trainer, day), of_day) in paid {
            let rows = self.rows.day_rows(trainer, day);
            let Some(tour) = rows.tour else { continue };
            let charged = solution.values.get(tour).copied().unwrap_or(0.0);
            let mut most: Vec<(usize, f64)> =
                of_day.into_iter().filter(|&(_, paid)| paid > charged + LEAST_VIOLATION).collect();
            most.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            broken.extend(most.iter().take(PEOPLE_PER_DAY).map(|&(class, _)| (trainer, day, class)));
        }
        let holding = self.columns_by_day();
        for &(trainer, day, class) in &broken {
            let columns = holding.get(&(trainer, day)).map_or(&[][..], Vec::as_slice);
            self.add_people_row(trainer, day, class, columns);
        }
        broken.len()
    }

    fn add_people_row(&mut self, trainer: TrainerId, day: Day, class: usize, holding: &[usize]) {
        let space = self.rows.space;
        let Some(tour) = self.rows.day_rows(trainer, day).tour else { return };
        let n_parties = space.classes[class].parties.len() as f64;
        let mut entries: Vec<_> = Vec::new();
        for &position in holding {
            let column = &self.columns[position];
            if let Some(&(_, count)) = column.members.iter().find(|&&(other, _)| other == class) {
                let place = space.patterns[column.pattern].place;
                let trip = self.rows.trip(trainer, day, place, column.need > 0);
                entries.push((self.column_index[position], -(count as f64 / n_parties) * trip));
            }
        }
        entries.push((tour, 1.0));
        self.rows.rhs.push(0.0);
        let row = self.lp.add_row(0.0, f64::INFINITY, &entries);
        self.rows.day_rows_mut(trainer, day).people.push(PeopleRow { row, class });
    }

    fn add_tour_row(&mut self, trainer: TrainerId, day: Day, cut: TourCut, holding: &[usize]) {
        let space = self.rows.space;
        let Some(tour) = self.rows.day_rows(trainer, day).tour else { return };
        let tours = &self.rows.tours[trainer][space.weekday(day)];
        let priced = holding.iter().map(|&position| {
            let node = node_of(space, tours, &self.columns[position]);
            (self.column_index[position], -cut.prices[node])
        });
        let mut entries: Vec<_> = priced.filter(|&(_, factor)| factor != 0.0).collect();
        entries.push((tour, 1.0));
        let least = -cut.constant * space.crew_size(trainer);
        self.rows.rhs.push(least);
        let row = self.lp.add_row(least, f64::INFINITY, &entries);
        self.rows.cuts.push(cut);
        let cut = self.rows.cuts.len() - 1;
        self.rows.day_rows_mut(trainer, day).cuts.push(TourRow { row, cut });
    }

    /// What a solution does on each trainer's day.
    fn day_uses(&self, solution: &LpSolution) -> Vec<DayUse> {
        let space = self.rows.space;
        let mut uses: BTreeMap<(TrainerId, Day), BTreeMap<usize, f64>> = BTreeMap::new();
        for (column, value) in self.chosen(solution).filter(|&(_, value)| value > TOLERANCE) {
            for &day in &space.runs[space.patterns[column.pattern].run].days {
                let node = node_of(space, &self.rows.tours[column.trainer][space.weekday(day)], column);
                *uses.entry((column.trainer, day)).or_default().entry(node).or_default() += value;
            }
        }
        let charged = |trainer, day| {
            self.rows
                .day_rows(trainer, day)
                .tour
                .map_or(0.0, |tour| solution.values.get(tour).copied().unwrap_or(0.0))
        };
        let day_use = |((trainer, day), nodes)| DayUse {
            trainer,
            day,
            nodes,
            n_tours: space.crew_size(trainer),
            charged: charged(trainer, day),
        };
        uses.into_iter().map(day_use).collect()
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

    fn add_venue_rows(&mut self, solution: &LpSolution) -> usize {
        let mut loads: BTreeMap<(VenueId, Day), Load> = BTreeMap::new();
        for (column, value) in self.chosen(solution).filter(|&(_, value)| value > TOLERANCE) {
            let place = &self.rows.space.patterns[column.pattern];
            let run = &self.rows.space.runs[place.run];
            for &day in &run.days {
                *loads.entry((place.venue, day)).or_default().entry(run.slot).or_default() += value;
            }
        }
        let mut added = 0;
        for ((venue, day), load) in loads {
            if self.rows.venues.contains_key(&(venue, day)) {
                continue;
            }
            let all: BTreeSet<SlotId> = self.rows.space.instance.venues[venue]
                .slots
                .iter()
                .copied()
                .filter(|&slot| self.is_on(slot, day))
                .collect();
            let cliques = cliques(self.rows.space, &all, Minutes::ZERO);
            let is_broken = cliques
                .iter()
                .any(|clique| clique.iter().filter_map(|slot| load.get(slot)).sum::<f64>() > 1.0 + TOLERANCE);
            if is_broken {
                added += cliques.len();
                let rows = cliques.into_iter().map(|slots| self.venue_row(venue, day, slots)).collect();
                self.rows.venues.insert((venue, day), rows);
            }
        }
        added
    }

    fn venue_row(&mut self, venue: VenueId, day: Day, slots: Vec<SlotId>) -> CliqueRow {
        let holds = |pattern: usize| {
            let place = &self.rows.space.patterns[pattern];
            let run = &self.rows.space.runs[place.run];
            place.venue == venue && slots.contains(&run.slot) && run.days.contains(&day)
        };
        let held = self.columns.iter().zip(&self.column_index).filter(|(column, _)| holds(column.pattern));
        let entries: Vec<_> = held.map(|(_, &index)| (index, 1.0)).collect();
        self.rows.rhs.push(1.0);
        CliqueRow { row: self.lp.add_row(f64::NEG_INFINITY, 1.0, &entries), slots }
    }

    fn add_kit_rows(&mut self, solution: &LpSolution) -> usize {
        let n_trainers = self.rows.space.staff.len();
        let mut added = 0;
        for level in 1..=self.rows.space.kit_levels.len() {
            let stock = self.rows.space.kit_stock(level);
            if stock >= n_trainers {
                continue;
            }
            for day in self.days_short_of_kits(solution, level, stock) {
                added += self.add_kit_day(day, level, stock);
            }
        }
        added
    }

    /// Days on which the trainers' fractional kits of a level and above exceed the stock.
    fn days_short_of_kits(&self, solution: &LpSolution, level: usize, stock: usize) -> Vec<Day> {
        let mut loads: BTreeMap<(Day, TrainerId), Load> = BTreeMap::new();
        for (column, value) in self.chosen(solution).filter(|&(_, value)| value > TOLERANCE) {
            if self.rows.space.kit_level(column.need) >= level {
                let run = &self.rows.space.runs[self.rows.space.patterns[column.pattern].run];
                for &day in &run.days {
                    *loads.entry((day, column.trainer)).or_default().entry(run.slot).or_default() += value;
                }
            }
        }
        let mut taken: BTreeMap<Day, f64> = BTreeMap::new();
        for ((day, _), load) in loads {
            *taken.entry(day).or_default() += load.values().copied().fold(0.0, f64::max);
        }
        let has_rows = |day: Day| {
            self.rows
                .space
                .leaders()
                .any(|trainer| self.rows.day_rows(trainer, day).kits.iter().any(|kit| kit.level == level))
        };
        let is_short = |&(day, taken): &(Day, f64)| taken > stock as f64 + TOLERANCE && !has_rows(day);
        taken.into_iter().filter(is_short).map(|(day, _)| day).collect()
    }

    fn add_kit_day(&mut self, day: Day, level: usize, stock: usize) -> usize {
        let mut added = 1;
        let stock = self.lp.add_row(f64::NEG_INFINITY, stock as f64, &[]);
        self.rows.rhs.push(self.rows.space.kit_stock(level) as f64);
        for trainer in self.rows.space.leaders() {
            let time: Vec<Vec<SlotId>> =
                self.rows.day_rows(trainer, day).time.iter().map(|clique| clique.slots.clone()).collect();
            if time.is_empty() {
                continue;
            }
            let kit = self.lp.add_column(0.0, f64::INFINITY, &[(stock, 1.0)]);
            for slots in time {
                let mut entries: Vec<_> = self.needing(trainer, day, level, &slots);
                entries.push((kit, 1.0));
                self.rows.rhs.push(0.0);
                let row = self.lp.add_row(0.0, f64::INFINITY, &entries);
                self.rows.day_rows_mut(trainer, day).kits.push(KitRow { row, level, slots, stock });
                added += 1;
            }
        }
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

    fn is_on(&self, slot: SlotId, day: Day) -> bool {
        self.rows.space.weekday_slots[self.rows.space.weekday(day)].contains(&slot)
    }
}

/// The node of a column's sessions.
fn node_of(space: &Space, tours: &TourCosts, column: &Column) -> usize {
    let slot = space.patterns[column.pattern].slot;
    let place = space.patterns[column.pattern].place;
    tours.node(space.rank[slot], place, column.need > 0)
}
