//! Lower bounds on the cost of a trainer's daily tours (section 5, H2, H7, H8): `tour_td − Σ_c price_c λ_c ≥ −m_t μ` for each
//! [`TourCut`]. Round trips are among the initial rows, other cuts are added when violated. A cut may price people at areas, who
//! then pay a toll.

use std::collections::BTreeMap;
use std::sync::Arc;

use typed_index_collections::TiVec;

use super::super::super::milp::lp::{ColumnIndex, LpSolution, RowIndex};
use super::super::super::separation::{Broken, DayUse};
use super::super::super::space::{Day, Space};
use super::super::super::tours::{TourCosts, TourCut};
use super::super::by_day::ByDay;
use super::super::column::Column;
use super::super::ledger::{Joining, Nature};
use super::super::prices::Charges;
use super::kind::{Asked, Entries, FirstGuess, Kind, Start, Workday};
use crate::instance::ids::TrainerId;

/// Round trips, and the cuts added later.
pub(crate) const TRIP: Nature = Nature { name: "trip", is_lone: false, is_room: false };
const CUT: Nature = Nature { name: "cut", is_lone: false, is_room: false };

/// A row on a trainer's tour of a day, or of several days with the same use.
#[derive(Debug, Clone)]
struct TourRow {
    row: RowIndex,
    cut: Arc<TourCut>,
}

/// The tour variable and rows of one trainer's day.
#[derive(Debug, Clone, Default)]
struct Tour {
    /// The variable for the cost of the day's tours.
    cost: Option<ColumnIndex>,
    rows: Vec<TourRow>,
}

/// The rows of tours.
#[derive(Debug, Clone)]
pub(crate) struct Tours {
    /// By trainer and weekday.
    pub(crate) costs: TiVec<TrainerId, [TourCosts; 7]>,
    /// Cuts of round trips, slot by slot.
    trips: TiVec<TrainerId, [Vec<Arc<TourCut>>; 7]>,
    /// Costs of round trips, `[place × 2 + kit]`; infinite if there is none, so that no cycle may be held.
    trip_costs: TiVec<TrainerId, [Vec<f64>; 7]>,
    days: ByDay<Tour>,
    /// The row of the budget.
    budget: Option<RowIndex>,
}

impl Kind for Tours {
    fn new(start: &mut Start) -> Self {
        let space = start.space;
        let mut days: ByDay<Tour> = ByDay::new(space);
        for day in start.days {
            let cost = start.rows.variable(1.0);
            start.tours.push(cost);
            days[(day.trainer, day.day)].cost = Some(cost);
        }
        let costs = TourCosts::all(space);
        let trips = |costs: &TourCosts| costs.round_trips().into_iter().map(Arc::new).collect();
        Self {
            trips: costs.iter().map(|weekdays| weekdays.each_ref().map(trips)).collect(),
            trip_costs: costs.iter().map(|weekdays| weekdays.each_ref().map(TourCosts::trips)).collect(),
            costs,
            days,
            budget: None,
        }
    }

    fn write(&mut self, start: &mut Start) {
        self.budget = start.budget;
    }

    fn write_day(&mut self, start: &mut Start, day: &Workday) {
        let space = start.space;
        let tour = &mut self.days[(day.trainer, day.day)];
        let cost: Vec<(ColumnIndex, f64)> = tour.cost.iter().map(|&cost| (cost, 1.0)).collect();
        for &slot in &day.slots {
            let row = start.rows.at_least(&TRIP, &cost, 0.0);
            let cut = &self.trips[day.trainer][space.weekday(day.day)][space.rank[slot]];
            tour.rows.push(TourRow { row, cut: Arc::clone(cut) });
        }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        for held in column.appointments(space) {
            let node = column.node(space, held);
            for tour in &self.days[(held.trainer, held.day)].rows {
                entries.add(tour.row, -tour.cut.charge(node, column.shares(space)));
            }
        }
    }

    fn charge(&self, asked: &Asked, charges: &mut Charges) {
        self.charge_places(asked, &mut charges.places);
        charges.tolls = self.tolls(asked);
    }

    fn sign(&self, _: &Space, duals: &mut [f64]) {
        let euro = 1.0 + self.budget.map_or(0.0, |row| -duals[row]);
        for tour in self.days.iter() {
            let total: f64 = tour.rows.iter().map(|tour| duals[tour.row]).sum();
            if total > euro {
                // A row of several days may be scaled once for each of them: more than necessary, but still feasible.
                tour.rows.iter().for_each(|tour| duals[tour.row] *= euro / total);
            }
        }
    }

    /// Every session pays its share of a round trip.
    fn guess(&self, _: &Space, guess: &FirstGuess, duals: &mut [f64]) {
        for tour in self.days.iter() {
            let share = (1.0 + guess.budget) / tour.rows.len().max(1) as f64;
            tour.rows.iter().for_each(|tour| duals[tour.row] = share);
        }
    }
}

impl Tours {
    /// Writes one row for a cut and all days that violate it: they have the same use, so one row is enough. `holding` contains
    /// the indices of the cycles on each trainer's day.
    pub(crate) fn join(
        &mut self,
        &Broken { trainer, ref days, ref cut }: &Broken,
        holding: &BTreeMap<(TrainerId, Day), Vec<usize>>,
        joining: &mut Joining,
    ) -> RowIndex {
        let space = joining.space;
        let mut terms: BTreeMap<ColumnIndex, f64> = BTreeMap::new();
        for &day in days {
            terms.extend(self.days[(trainer, day)].cost.map(|cost| (cost, 1.0)));
            let held = holding.get(&(trainer, day)).into_iter().flatten();
            for (column, index) in held.filter_map(|&place| joining.cycle(place)) {
                let here = column.appointments(space).find(|held| (held.trainer, held.day) == (trainer, day));
                let node = here.map(|held| column.node(space, held));
                let charge = node.map_or(0.0, |node| cut.charge(node, column.shares(space)));
                if charge != 0.0 {
                    *terms.entry(*index).or_default() -= charge;
                }
            }
        }
        let terms: Vec<(ColumnIndex, f64)> = terms.into_iter().collect();
        let least = -cut.constant * space.crew_size(trainer) * days.len() as f64;
        let row = joining.at_least(&CUT, &terms, least);
        for &day in days {
            self.days[(trainer, day)].rows.push(TourRow { row, cut: Arc::clone(cut) });
        }
        row
    }

    /// The tour cost of a day in a solution.
    pub(crate) fn charged(&self, day: &DayUse, solution: &LpSolution) -> f64 {
        let cost = self.days[(day.trainer, day.day)].cost;
        cost.and_then(|cost| solution.values.get(cost)).copied().unwrap_or(0.0)
    }

    /// The tour cost that the rows of a day demand.
    pub(crate) fn asked(&self, day: &DayUse) -> f64 {
        let rows = &self.days[(day.trainer, day.day)].rows;
        rows.iter().map(|tour| day.demand(&tour.cut)).fold(0.0, f64::max)
    }

    /// The rows of each trainer's day that has any; the cost of its tours is split among their duals.
    pub(crate) fn days(&self) -> impl Iterator<Item = impl Iterator<Item = RowIndex>> {
        let days = self.days.iter().filter(|tour| !tour.rows.is_empty());
        days.map(|tour| tour.rows.iter().map(|tour| tour.row))
    }

    /// Cost of tours at the duals of their rows, for cycles with this `slack`, euros.
    pub(crate) fn cost(&self, duals: &[f64], slack: &[f64]) -> f64 {
        let euro = self.budget.map_or(1.0, |row| 1.0 - duals[row]);
        self.days().flatten().map(|row| duals[row] / euro * slack[row]).sum()
    }

    fn charge_places(&self, asked: &Asked, places: &mut [f64]) {
        let &Asked { space, trainer, run, .. } = asked;
        let nodes = space.nodes().of_slot(space.rank[run.slot]);
        for tour in run.days.iter().flat_map(|&day| &self.days[(trainer, day)].rows) {
            let dual = asked.duals[tour.row];
            if dual > 0.0 {
                let of_slot = &tour.cut.prices[nodes.clone()];
                places.iter_mut().zip(of_slot).for_each(|(charge, price)| *charge += dual * price);
            }
        }
        let trips = &self.trip_costs[trainer][space.weekday(run.days[0])];
        for (charge, trip) in places.iter_mut().zip(trips) {
            if trip.is_infinite() {
                *charge = f64::INFINITY;
            }
        }
    }

    /// Tolls for a run under rows that price people: by `place × 2 + kit`, for one party of each class, ascending.
    fn tolls(&self, asked: &Asked) -> BTreeMap<usize, Vec<(usize, f64)>> {
        let &Asked { space, run, .. } = asked;
        let nodes = space.nodes().of_slot(space.rank[run.slot]);
        let mut charges: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for tour in run.days.iter().flat_map(|&day| &self.days[(asked.trainer, day)].rows) {
            let dual = asked.duals[tour.row];
            if dual <= 0.0 {
                continue;
            }
            for (node, people) in tour.cut.people.range(nodes.clone()) {
                let at = charges.entry(node - nodes.start).or_default();
                for &(class, price) in people {
                    *at.entry(class).or_default() += dual * price / space.classes[class].parties.len() as f64;
                }
            }
        }
        charges.into_iter().map(|(node, of_class)| (node, of_class.into_iter().collect())).collect()
    }
}
