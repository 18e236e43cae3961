//! A venue holds one cycle at a time (H4): `Σ_c λ_c ≤ 1` for each venue, day and set of slots of which only one can be held. The
//! rows of a venue's day are added when violated.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::{Day, Run, Space};
use super::super::cliques::{CliqueRow, Load, TOLERANCE, cliques};
use super::super::column::Column;
use super::super::ledger::{Joining, Nature};
use super::kind::{Entries, Kind, Start};
use crate::instance::ids::{SlotId, VenueId};
use crate::instance::units::Minutes;

const NATURE: Nature = Nature { name: "venue", is_lone: true, is_room: true };

/// A venue on a day.
pub type VenueDay = (VenueId, Day);

/// The rows of rooms.
#[derive(Debug, Clone)]
pub(crate) struct Venues {
    rows: BTreeMap<VenueDay, Vec<CliqueRow>>,
}

impl Kind for Venues {
    fn new(_: &mut Start) -> Self {
        Self { rows: BTreeMap::new() }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let slot = space.patterns[column.pattern].slot;
        let held = column.appointments(space);
        for clique in held.filter_map(|held| self.rows.get(&(held.venue, held.day))).flatten() {
            if clique.holds(slot) {
                entries.add(clique.row, 1.0);
            }
        }
    }

    fn charge_venue(&self, duals: &[f64], run: &Run, venue: VenueId) -> f64 {
        if self.rows.is_empty() {
            return 0.0;
        }
        let cliques = run.days.iter().filter_map(|&day| self.rows.get(&(venue, day))).flatten();
        -cliques.filter(|clique| clique.holds(run.slot)).map(|clique| duals[clique.row]).sum::<f64>()
    }
}

impl Venues {
    /// Writes the rows of a venue's day, which must have none.
    pub(crate) fn join(&mut self, (venue, day): VenueDay, joining: &mut Joining) {
        let space = joining.space;
        let row = |slots: Vec<SlotId>| {
            let holds = |column: &Column| {
                slots.contains(&space.patterns[column.pattern].slot)
                    && column.appointments(space).any(|held| (held.venue, held.day) == (venue, day))
            };
            let held = joining.cycles(|column| if holds(column) { 1.0 } else { 0.0 });
            CliqueRow { row: joining.at_most(&NATURE, &held, 1.0), slots }
        };
        let rows = cliques_of(space, venue, day).into_iter().map(row).collect();
        self.rows.insert((venue, day), rows);
    }

    /// Venues and days that have no rows yet and hold more than `most` cycles at once, given the value of each cycle.
    pub(crate) fn crowded<'a>(
        &self,
        space: &Space,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        most: f64,
    ) -> Vec<VenueDay> {
        let mut loads: BTreeMap<VenueDay, Load> = BTreeMap::new();
        for (column, value) in chosen.into_iter().filter(|&(_, value)| value > TOLERANCE) {
            let slot = space.patterns[column.pattern].slot;
            for held in column.appointments(space) {
                *loads.entry((held.venue, held.day)).or_default().entry(slot).or_default() += value;
            }
        }
        let is_crowded = |&((venue, day), ref load): &(VenueDay, Load)| {
            let held = |clique: &Vec<SlotId>| clique.iter().filter_map(|slot| load.get(slot)).sum::<f64>();
            // No clique exceeds the sum over all slots.
            load.values().sum::<f64>() > most
                && cliques_of(space, venue, day).iter().any(|clique| held(clique) > most)
        };
        let open = loads.into_iter().filter(|(day, _)| !self.rows.contains_key(day));
        open.filter(is_crowded).map(|(day, _)| day).collect()
    }

    /// Venues and days that have rows, with their rows, in an order independent of when they were added.
    pub(crate) fn days(&self) -> impl Iterator<Item = (VenueDay, impl Iterator<Item = RowIndex>)> {
        self.rows.iter().map(|(&day, cliques)| (day, cliques.iter().map(|clique| clique.row)))
    }
}

/// The sets of slots of a venue's day that cannot be held together.
fn cliques_of(space: &Space, venue: VenueId, day: Day) -> Vec<Vec<SlotId>> {
    let today = &space.weekday_slots[space.weekday(day)];
    let slots = space.instance.venues[venue].slots.iter().copied();
    let all: BTreeSet<SlotId> = slots.filter(|slot| today.contains(slot)).collect();
    cliques(space, &all, Minutes::ZERO)
}

#[cfg(test)]
mod tests {
    use super::super::super::Master;
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
