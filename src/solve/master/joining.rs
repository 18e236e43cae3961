//! Rows that are added only when violated: tours, venues, kits, and the counts of the tree. The same functions of their kinds add
//! them to a program, or to a copy of its rows that is only used for pricing.

use std::collections::BTreeMap;

use super::super::milp::lp::{LpSolution, RowIndex};
use super::super::separation::{Broken, DayUse, Family, separate};
use super::super::space::Day;
use super::Master;
use super::cliques::TOLERANCE;
use super::column::Column;
use super::count::Count;
use super::ledger::{Joining, Program};
use super::priced::Rows;
use super::rows::{Kinds, KitDay, VenueDay};
use super::uses::day_uses;
use crate::instance::ids::TrainerId;

impl<'s> Rows<'s> {
    /// Everything needed to add a row; without a program, the row is only for pricing.
    fn open<'a>(&'a mut self, program: Option<&'a mut Program>) -> (&'a mut Kinds, Joining<'a, 's>) {
        (&mut self.kinds, Joining { space: self.space, ledger: &mut self.ledger, program })
    }

    /// Adds rows for these venues and days, which must have none: for pricing only, not to a linear program.
    pub fn price_venue_days(&mut self, days: impl IntoIterator<Item = VenueDay>) {
        let (kinds, mut joining) = self.open(None);
        days.into_iter().for_each(|day| kinds.venues.join(day, &mut joining));
    }

    /// Adds rows for these days and kit levels, which must have none: for pricing only, not to a linear program.
    pub fn price_kit_days(&mut self, days: impl IntoIterator<Item = KitDay>) {
        let (kinds, mut joining) = self.open(None);
        days.into_iter().for_each(|day| kinds.kits.join(&kinds.times, day, &mut joining));
    }

    /// Adds a row for a cut and the days that violate it: for pricing only, not to a linear program.
    pub fn price_cut(&mut self, broken: &Broken) -> RowIndex {
        let (kinds, mut joining) = self.open(None);
        kinds.tours.join(broken, &BTreeMap::new(), &mut joining)
    }

    /// Venues and days that have no rows yet and hold more than `most` cycles at once, given the value of each cycle.
    pub fn crowded<'a>(
        &self,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        most: f64,
    ) -> Vec<VenueDay> {
        self.kinds.venues.crowded(self.space, chosen, most)
    }

    /// Days and kit levels without rows on which the cycles, with their values, exceed the stock of kits by more than `excess`.
    pub fn short_of_kits<'a>(
        &self,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        excess: f64,
    ) -> Vec<KitDay> {
        self.kinds.kits.short(self.space, chosen, excess)
    }

    /// Tour rows of a family that a mixture of cycles violates, if each day is charged the least that its present rows demand.
    pub fn broken_by(&self, mixture: &[(&Column, f64)], family: Family) -> Vec<Broken> {
        let tours = &self.kinds.tours;
        let uses = day_uses(self.space, mixture.iter().copied(), |day| tours.asked(day));
        separate(&uses, &tours.costs, family)
    }
}

impl Master<'_> {
    /// Adds rows for these venues and days, which must have none.
    pub fn add_venue_days(&mut self, days: impl IntoIterator<Item = VenueDay>) {
        let (kinds, mut joining) = self.rows.open(Some(&mut self.program));
        days.into_iter().for_each(|day| kinds.venues.join(day, &mut joining));
    }

    /// Adds rows for these days and kit levels, which must have none.
    pub fn add_kit_days(&mut self, days: impl IntoIterator<Item = KitDay>) {
        let (kinds, mut joining) = self.rows.open(Some(&mut self.program));
        days.into_iter().for_each(|day| kinds.kits.join(&kinds.times, day, &mut joining));
    }

    /// Adds a row for each of these cuts and all the days that violate it.
    pub fn add_tour_cuts(&mut self, broken: Vec<Broken>) {
        let holding = if broken.is_empty() { BTreeMap::new() } else { self.cycles_by_day() };
        let (kinds, mut joining) = self.rows.open(Some(&mut self.program));
        for broken in broken {
            kinds.tours.join(&broken, &holding, &mut joining);
        }
    }

    /// Sets limits on counts, and frees all others.
    pub fn limit(&mut self, limits: &[(Count, f64, f64)]) {
        let missing = self.rows.dear_cycle();
        let (kinds, mut joining) = self.rows.open(Some(&mut self.program));
        kinds.counts.limit(limits, missing, &mut joining);
    }

    /// Adds the venue and kit rows that `solution` violates; returns the number of days.
    pub fn add_broken_rows(&mut self, solution: &LpSolution) -> usize {
        let crowded = self.rows.crowded(self.chosen(solution), 1.0 + TOLERANCE);
        let short = self.rows.short_of_kits(self.chosen(solution), TOLERANCE);
        let n_days = crowded.len() + short.len();
        self.add_venue_days(crowded);
        self.add_kit_days(short);
        n_days
    }

    /// Adds the tour rows of a family that `solution` violates. If there are none on sessions alone, adds those that price
    /// people. Returns their number.
    pub fn add_tour_rows(&mut self, solution: &LpSolution, family: Family) -> usize {
        let tours = &self.rows.kinds.tours;
        let charged = |day: &DayUse| tours.charged(day, solution);
        let uses = day_uses(self.rows.space, self.chosen(solution), charged);
        let mut broken = separate(&uses, &tours.costs, family);
        if broken.is_empty() && family == Family::Sessions {
            broken = separate(&uses, &tours.costs, Family::People);
        }
        let added = broken.len();
        self.add_tour_cuts(broken);
        added
    }

    /// Indices of the cycles with a session on each trainer's day.
    fn cycles_by_day(&self) -> BTreeMap<(TrainerId, Day), Vec<usize>> {
        let mut holding: BTreeMap<(TrainerId, Day), Vec<usize>> = BTreeMap::new();
        for (place, (column, _)) in self.program.cycles.iter().enumerate() {
            for held in column.appointments(self.rows.space) {
                holding.entry((held.trainer, held.day)).or_default().push(place);
            }
        }
        holding
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::milp::lp::Simplex;
    use super::super::super::space::Space;
    use super::*;
    use crate::instance::hamlet::instance;
    use crate::instance::ids::TrackId;

    #[test]
    fn rows_join_a_program_and_a_copy_that_only_prices_alike() {
        let instance = instance(|_| {});
        let space = Space::new(&instance);
        let mut master = Master::new(&space);
        let (pattern, trainer) = (0, space.leaders().next().expect("a trainer"));
        let column = Column { pattern, trainer, track: TrackId::from(0), members: Vec::new(), need: 1 };
        master.add(column.clone());
        let mut copy = master.rows.clone();
        let day = space.patterns[pattern].first;
        let venue_day = (space.patterns[pattern].venue, day);
        let costs = &master.rows.kinds.tours.costs[trainer][space.weekday(day)];
        let cut = Arc::new(costs.round_trips().swap_remove(space.rank[space.patterns[pattern].slot]));
        let broken = Broken { trainer, days: vec![day], cut };
        copy.price_venue_days([venue_day]);
        copy.price_kit_days([(day, 1)]);
        copy.price_cut(&broken);
        let n_given = master.rows.n_rows();
        master.add_venue_days([venue_day]);
        master.add_kit_days([(day, 1)]);
        master.add_tour_cuts(vec![broken]);
        assert!(copy.n_rows() >= n_given + 4, "a room, a stock, a link and a cut");
        assert_eq!(master.rows.ledger, copy.ledger);
        assert_eq!(master.rows.entries(&column), copy.entries(&column));
        let is_joined = |&(row, _): &(RowIndex, f64)| row >= n_given;
        let n_joined = copy.entries(&column).iter().filter(|entry| is_joined(entry)).count();
        assert!(n_joined >= 2, "the room and the kit at least");
        let solution = master.solve(Simplex::Dual, &|| f64::INFINITY).expect("an optimum");
        assert_eq!(solution.duals.len(), master.rows.ledger.len());
    }
}
