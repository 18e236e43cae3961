//! Rows of rooms: a venue holds one cycle at a time (H4). They are added only for the venues and days where cycles break
//! them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::milp::lp::{LpSolution, RowIndex};
use super::super::space::Day;
use super::build::cliques;
use super::lazy::{Load, TOLERANCE};
use super::{CliqueRow, Column, Master, Rows};
use crate::instance::ids::{SlotId, VenueId};
use crate::instance::units::Minutes;

/// A venue on a day.
pub type VenueDay = (VenueId, Day);

impl Master<'_> {
    /// Adds the rows of these venues and days, which have none.
    pub fn add_venue_days(&mut self, days: impl IntoIterator<Item = VenueDay>) {
        for (venue, day) in days {
            let cliques = self.rows.venue_cliques(venue, day);
            let rows = cliques.into_iter().map(|slots| self.venue_row(venue, day, slots)).collect();
            self.rows.venues.insert((venue, day), rows);
        }
    }

    /// Adds the rows of the venues and days that `solution` breaks; returns of how many days.
    pub(super) fn add_venue_rows(&mut self, solution: &LpSolution) -> usize {
        let crowded = self.rows.crowded(self.chosen(solution), 1.0 + TOLERANCE);
        let added = crowded.len();
        self.add_venue_days(crowded);
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
}

impl Rows<'_> {
    /// Venues and days that have no rows yet and hold more than `most` cycles at once, given so much of each cycle.
    pub fn crowded<'a>(
        &self,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        most: f64,
    ) -> Vec<VenueDay> {
        let mut loads: BTreeMap<VenueDay, Load> = BTreeMap::new();
        for (column, value) in chosen.into_iter().filter(|&(_, value)| value > TOLERANCE) {
            let place = &self.space.patterns[column.pattern];
            let run = &self.space.runs[place.run];
            for &day in &run.days {
                *loads.entry((place.venue, day)).or_default().entry(run.slot).or_default() += value;
            }
        }
        let is_crowded = |&((venue, day), ref load): &(VenueDay, Load)| {
            // No clique holds more than all slots together.
            load.values().sum::<f64>() > most
                && self
                    .venue_cliques(venue, day)
                    .iter()
                    .any(|clique| clique.iter().filter_map(|slot| load.get(slot)).sum::<f64>() > most)
        };
        let open = loads.into_iter().filter(|(day, _)| !self.venues.contains_key(day));
        open.filter(is_crowded).map(|(day, _)| day).collect()
    }

    /// Takes in the rows of these venues and days, which have none: for pricing, not for a linear program.
    pub fn price_venue_days(&mut self, days: impl IntoIterator<Item = VenueDay>) {
        for (venue, day) in days {
            let cliques = self.venue_cliques(venue, day);
            let first = self.rhs.len();
            self.rhs.resize(first + cliques.len(), 1.0);
            let rows = cliques.into_iter().zip(first..).map(|(slots, row)| CliqueRow { row, slots });
            self.venues.insert((venue, day), rows.collect());
        }
    }

    /// Venues and days that have rows, with these, in an order that does not depend on when they were added.
    pub fn venue_days(&self) -> impl Iterator<Item = (VenueDay, impl Iterator<Item = RowIndex>)> {
        self.venues.iter().map(|(&day, cliques)| (day, cliques.iter().map(|clique| clique.row)))
    }

    /// Rows of a room, of a trainer's time or day or of all of a trainer's cycles that have no room for another cycle.
    pub fn full(&self, slack: &[f64]) -> Vec<RowIndex> {
        let times = self.days.iter().flat_map(|day| &day.time);
        let cliques = self.venues.values().flatten().chain(times).map(|clique| clique.row);
        let limits = self.days.iter().filter_map(|day| day.limit);
        let totals = self.totals.values().copied();
        cliques.chain(limits).chain(totals).filter(|&row| slack[row] < 1.0 - TOLERANCE).collect()
    }

    /// The sets of slots of a venue's day that cannot be held together.
    fn venue_cliques(&self, venue: VenueId, day: Day) -> Vec<Vec<SlotId>> {
        let today = &self.space.weekday_slots[self.space.weekday(day)];
        let slots = self.space.instance.venues[venue].slots.iter().copied();
        let all: BTreeSet<SlotId> = slots.filter(|slot| today.contains(slot)).collect();
        cliques(self.space, &all, Minutes::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::space::Space;
    use super::*;
    use crate::instance::hamlet::instance;
    use crate::instance::ids::TrackId;

    #[test]
    fn a_room_that_two_trainers_use_at_once_gets_rows_of_which_one_cycle_leaves_nothing() {
        let instance = instance(|_| {});
        let space = Space::new(&instance);
        let mut rows = Master::new(&space).rows;
        let led_by =
            |trainer| Column { pattern: 0, trainer, track: TrackId::from(0), members: Vec::new(), need: 0 };
        let leader = space.leaders().next().expect("a trainer");
        let column = led_by(leader);
        let days = &space.runs[space.patterns[0].run].days;
        assert!(rows.crowded([(&column, 1.0)], 1.0).is_empty());
        let crowded = rows.crowded([(&column, 0.7), (&led_by(leader), 0.7)], 1.0);
        assert_eq!(crowded.len(), days.len());
        rows.price_venue_days(crowded);
        assert!(rows.crowded([(&column, 2.0)], 1.0).is_empty(), "they have rows now");
        let empty = rows.slack(&[]);
        let mut held = empty.clone();
        rows.occupy(&column, 1.0, &mut held);
        let of_rooms: Vec<RowIndex> = rows.venue_days().flat_map(|(_, rows)| rows).collect();
        assert!(rows.full(&empty).is_empty());
        let full = rows.full(&held);
        let n_full = of_rooms.iter().filter(|&row| full.contains(row)).count();
        assert_eq!(n_full, days.len(), "{full:?} of {of_rooms:?}");
    }
}
