//! Separation of tour rows: finds those that a fractional solution violates.
//!
//! For one trainer's day with fractional sessions `z_n`, the cheapest way to hold them by whole tours is the linear program
//! `min Σ cost(P) y_P` over paths P with `Σ_{P through n} y_P ≥ z_n` and `Σ_P y_P ≤ m`, the trainers of the crew. Its duals are
//! exactly the `π` and `μ` of a [`TourCut`] on the nodes in use: `max Σ π_n z_n − m μ` with `Σ_{n in P} π_n − μ ≤ cost(P)`. If
//! its value exceeds what the master charges for the day, the prices, lifted to all nodes, are a violated row. Rule H7 is
//! included: sessions that cannot follow each other share no path. If that requires more paths than there are trainers, no `y`
//! exists and the prices are unbounded; therefore a surplus tour costs `OVERFLOW` times the dearest path, which bounds `μ` and
//! keeps the row valid. Areas (`areas`) add, one by one, what no party can do: attend two sessions of a path. For a class and a
//! set `A` of nodes, `Σ_{P touches A} y_P` is at least the share of the class that attends within `A`.
//!
//! # Size
//! Paths over at most `NODES_PER_SLOT` nodes per slot: about a hundred rows for three slots a day, milliseconds per day, in
//! parallel over days with different use.

mod areas;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use typed_index_collections::TiVec;

use super::milp::formulation::Formulation;
use super::milp::lp::{Lp, Simplex};
use super::space::Day;
use super::tours::{Area, TourCosts, TourCut};
use crate::instance::ids::TrainerId;
use areas::{OpenArea, Paths};

/// Maximum number of nodes in use considered in one slot, the most used first; of a whole day (bits of a mask); and of paths over
/// them.
const NODES_PER_SLOT: usize = 10;
const NODES_PER_DAY: usize = 64;
const PATHS: usize = 1500;
/// Number of paths beyond which a day, even with one node per slot, gets no row.
const MOST_PATHS: usize = 4 * PATHS;
/// Minimum violation for a row to be worth adding, euros.
const LEAST_VIOLATION: f64 = 0.05;
/// Price of a tour beyond the number of trainers, in multiples of the dearest path.
const OVERFLOW: f64 = 10.0;
/// Maximum number of searches for areas on a day.
const ROUNDS_OF_AREAS: usize = 8;
/// Precision at which the use of two days counts as equal.
const ALIKE: f64 = 1e-7;

/// The use of one trainer's day by a fractional solution.
#[derive(Debug, Clone)]
pub struct DayUse {
    /// The trainer.
    pub trainer: TrainerId,
    /// The day.
    pub day: Day,
    /// Monday is 0.
    pub weekday: usize,
    /// Value at each node.
    pub nodes: BTreeMap<usize, f64>,
    /// Share of each class that attends at each node.
    pub people: BTreeMap<usize, BTreeMap<usize, f64>>,
    /// Trainers whose tours these are: all of a crew.
    pub n_tours: f64,
    /// The cost of the day's tours in the master, euros.
    pub charged: f64,
}

/// Values by index, in units of `ALIKE`.
type Amounts = Vec<(usize, u64)>;

impl DayUse {
    /// Everything that a row depends on: trainer, weekday, values at nodes, and who attends.
    fn key(&self) -> (TrainerId, usize, Amounts, Vec<(usize, Amounts)>) {
        let amounts = |of: &BTreeMap<usize, f64>| -> Amounts {
            of.iter().map(|(&node, held)| (node, (held / ALIKE).round() as u64)).collect()
        };
        let people = self.people.iter().map(|(&class, at)| (class, amounts(at)));
        (self.trainer, self.weekday, amounts(&self.nodes), people.collect())
    }

    /// The tour cost that a row demands, euros.
    pub fn demand(&self, cut: &TourCut) -> f64 {
        let nodes: f64 = self.nodes.iter().map(|(&node, held)| cut.prices[node] * held).sum();
        let attending =
            self.people.iter().flat_map(|(&class, at)| at.iter().map(move |place| (class, place)));
        let people: f64 = attending.map(|(class, (&node, share))| cut.price(node, class) * share).sum();
        nodes + people - cut.constant * self.n_tours
    }

    /// Whether the day violates a row.
    fn breaks(&self, cut: &TourCut) -> bool {
        self.demand(cut) > self.charged + LEAST_VIOLATION
    }
}

/// A row and the days of one trainer that violate it.
#[derive(Debug, Clone)]
pub struct Broken {
    /// The trainer.
    pub trainer: TrainerId,
    /// The days.
    pub days: Vec<Day>,
    /// The row.
    pub cut: Arc<TourCut>,
}

/// What a row may price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Sessions alone.
    Sessions,
    /// Sessions, and people at areas: stronger rows that converge more slowly.
    People,
}

/// Violated rows. Days with the same use share one row, and the mean of what they are charged. `costs` are those of
/// [`TourCosts::all`].
pub fn separate(uses: &[DayUse], costs: &TiVec<TrainerId, [TourCosts; 7]>, family: Family) -> Vec<Broken> {
    let mut alike: BTreeMap<_, Vec<&DayUse>> = BTreeMap::new();
    for day in uses {
        alike.entry(day.key()).or_default().push(day);
    }
    let alike: Vec<Vec<&DayUse>> = alike.into_values().collect();
    let broken = alike.par_iter().map(|days| {
        let charged = days.iter().map(|day| day.charged).sum::<f64>() / days.len() as f64;
        let day = DayUse { charged, ..(*days.first()?).clone() };
        let cut = cut_of_day(&day, &costs[day.trainer][day.weekday], family).filter(|cut| day.breaks(cut))?;
        Some(Broken {
            trainer: day.trainer,
            days: days.iter().map(|day| day.day).collect(),
            cut: Arc::new(cut),
        })
    });
    broken.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn cut_of_day(day: &DayUse, costs: &TourCosts, family: Family) -> Option<TourCut> {
    let nodes = most_used(day, costs);
    let load: f64 = nodes.iter().map(|(_, held)| held).sum();
    if nodes.is_empty() || load < 1e-3 {
        return None;
    }
    let prices = dual_prices(day, &nodes, &paths(&nodes, costs)?, family)?;
    if prices.value < day.charged + LEAST_VIOLATION {
        return None;
    }
    let mut known = vec![None; costs.n_nodes()];
    for ((node, _), price) in nodes.iter().zip(prices.nodes) {
        known[*node] = Some(price);
    }
    Some(costs.lift(&known, &prices.areas, prices.constant))
}

/// The most used nodes of each slot, in time order.
fn most_used(day: &DayUse, costs: &TourCosts) -> Vec<(usize, f64)> {
    let most = nodes_per_slot(costs);
    let mut chosen = Vec::new();
    for rank in 0..costs.slots.len() {
        let of_slot = day.nodes.range(costs.nodes.of_slot(rank));
        let mut of_slot: Vec<(usize, f64)> = of_slot.map(|(&node, &held)| (node, held)).collect();
        of_slot.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        of_slot.truncate(most);
        of_slot.sort_by_key(|&(node, _)| node);
        chosen.extend(of_slot);
    }
    chosen
}

/// Number of nodes per slot that can be considered without too many paths.
fn nodes_per_slot(costs: &TourCosts) -> usize {
    let n_slots = costs.slots.len();
    let n_paths = |n_nodes: usize| {
        let mut of_length = 1.0;
        let lengths = 1..=costs.max_day.min(n_slots);
        lengths
            .map(|length| {
                of_length *= n_nodes as f64 * (n_slots - length + 1) as f64 / length as f64;
                of_length
            })
            .sum::<f64>()
    };
    let most = NODES_PER_SLOT.min(NODES_PER_DAY / n_slots.max(1));
    (1..=most).take_while(|&n_nodes| n_nodes == 1 || n_paths(n_nodes) <= PATHS as f64).last().unwrap_or(0)
}

/// All paths over the nodes that can be travelled: positions in `nodes` and cost. `None` if there are too many.
fn paths(nodes: &[(usize, f64)], costs: &TourCosts) -> Option<Vec<(Vec<usize>, f64)>> {
    let mut found: Vec<(Vec<usize>, f64)> = Vec::new();
    let mut open: Vec<Vec<usize>> = (0..nodes.len()).map(|position| vec![position]).collect();
    while let Some(path) = open.pop() {
        if found.len() > MOST_PATHS {
            return None;
        }
        let stops: Vec<usize> = path.iter().map(|&position| nodes[position].0).collect();
        if !costs.can_go_on(&stops) {
            continue;
        }
        let last = path[path.len() - 1];
        open.extend((last + 1..nodes.len()).map(|next| [&path[..], &[next]].concat()));
        // A path without a direct leg back to the base is not a tour, but a longer one may be.
        let cost = costs.path_cost(&stops);
        if cost.is_finite() {
            found.push((path, cost));
        }
    }
    Some(found)
}

/// Prices of a day, and the value they give.
struct DayPrices {
    /// One price per node.
    nodes: Vec<f64>,
    areas: Vec<Area>,
    constant: f64,
    /// Lower bound on the cost of the day, euros.
    value: f64,
}

fn dual_prices(
    day: &DayUse,
    nodes: &[(usize, f64)],
    paths: &[(Vec<usize>, f64)],
    family: Family,
) -> Option<DayPrices> {
    let mut lp = Lp::new(program(day, nodes, paths));
    let paths = Paths::new(paths);
    let mut areas: Vec<(OpenArea, usize)> = Vec::new();
    let mut solution = lp.solve(Simplex::Dual, &|| f64::INFINITY).ok()?;
    let rounds = if family == Family::People { ROUNDS_OF_AREAS } else { 0 };
    for _ in 0..rounds {
        let missing = paths.missing(&day.people, nodes, &solution.duals);
        if missing.is_empty() {
            break;
        }
        for area in missing {
            let entries: Vec<(usize, f64)> = paths.touching(area.mask).map(|path| (path + 1, 1.0)).collect();
            let column = lp.add_column(-area.share, f64::INFINITY, &entries);
            areas.push((area, column));
        }
        solution = lp.solve(Simplex::Primal, &|| f64::INFINITY).ok()?;
    }
    let price = |column: usize| solution.values[column].max(0.0);
    let prices: Vec<f64> = (0..nodes.len()).map(price).collect();
    areas.retain(|&(_, column)| price(column) > 1e-7);
    // Rounding may violate a path's row by a billionth; the constant compensates this for all paths at once.
    let worst = (0..paths.costs.len()).map(|path| {
        let stops = (0..nodes.len()).filter(|stop| paths.masks[path] >> stop & 1 == 1);
        let touched = areas.iter().filter(|(area, _)| area.mask & paths.masks[path] != 0);
        stops.map(|stop| prices[stop]).sum::<f64>() + touched.map(|&(_, column)| price(column)).sum::<f64>()
            - paths.costs[path]
    });
    let constant = worst.fold(price(nodes.len()), f64::max) + 1e-9;
    let held: f64 = nodes.iter().zip(&prices).map(|((_, held), price)| held * price).sum();
    let attended: f64 = areas.iter().map(|&(ref area, column)| area.share * price(column)).sum();
    let areas = areas.iter().map(|&(ref area, column)| area.priced(nodes, price(column))).collect();
    Some(DayPrices { nodes: prices, areas, value: held + attended - day.n_tours * constant, constant })
}

/// The dual program of a day without areas. Columns: a price of each node, then the constant. Rows: the limit of the constant,
/// then one for each path.
fn program(day: &DayUse, nodes: &[(usize, f64)], paths: &[(Vec<usize>, f64)]) -> Formulation {
    let mut model = Formulation::default();
    let prices: Vec<usize> = nodes.iter().map(|&(_, held)| model.real(-held)).collect();
    let constant = model.real(day.n_tours);
    let dearest = paths.iter().map(|(_, cost)| *cost).fold(0.0, f64::max);
    model.at_most(&[(constant, 1.0)], OVERFLOW * dearest);
    for (path, cost) in paths {
        let mut paid: Vec<(usize, f64)> = path.iter().map(|&position| (prices[position], 1.0)).collect();
        paid.push((constant, -1.0));
        model.at_most(&paid, *cost);
    }
    model
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::instance::hamlet::{AMONT, AVAL, MILIEU, instance, leg, measured};
    use crate::solve::space::Space;

    const TOM: TrainerId = TrainerId(0);
    const MONDAY: usize = 0;

    #[test]
    fn a_stop_without_a_direct_way_home_is_passed_on_the_way() {
        // Nobody has measured Amont to Aval, and there are no roads: Aval is reached from Milieu and left for it.
        let pairs = [(AMONT, MILIEU, leg(10, 10)), (MILIEU, AVAL, leg(10, 10))];
        let instance = instance(|data| data.travel = measured(&pairs));
        let costs = &TourCosts::all(&Space::new(&instance))[TOM][MONDAY];
        // Milieu at 9.00, Aval at 11.30, Milieu at 14.00; 20 minutes to pack and 10 minutes of travel between them.
        let nodes =
            [costs.nodes.node(0, 0, false), costs.nodes.node(1, 1, false), costs.nodes.node(2, 0, false)];
        let found: BTreeSet<Vec<usize>> = paths(&nodes.map(|node| (node, 0.5)), costs)
            .into_iter()
            .flatten()
            .map(|(path, _)| path)
            .collect();
        // Every tour ends where it began, in Milieu.
        assert_eq!(found, BTreeSet::from([vec![0], vec![2], vec![0, 2], vec![0, 1, 2]]));
    }

    #[test]
    fn half_a_day_of_two_places_is_priced_at_whole_tours() {
        let instance = instance(|_| {});
        let all = TourCosts::all(&Space::new(&instance));
        let costs = &all[TOM][MONDAY];
        let noon = [costs.nodes.node(1, 0, false), costs.nodes.node(1, 1, false)];
        let half_each = |day, charged| DayUse {
            trainer: TOM,
            day,
            weekday: MONDAY,
            nodes: noon.map(|node| (node, 0.5)).into(),
            people: BTreeMap::new(),
            n_tours: 1.0,
            charged,
        };
        // Two simultaneous sessions share no tour: half of 40 to Milieu and half of 120 to Aval make 80.
        let broken = separate(&[half_each(0, 60.0), half_each(7, 80.0)], &all, Family::Sessions);
        let [Broken { days, cut, .. }] = &broken[..] else { panic!("{broken:?}") };
        assert_eq!(days, &[0, 7], "they are alike and share a row");
        let asked: f64 = noon.iter().map(|&node| cut.prices[node] * 0.5).sum();
        assert!((asked - cut.constant - 80.0).abs() < 1e-6);
        assert!(separate(&[half_each(0, 80.0)], &all, Family::Sessions).is_empty(), "80 euros are enough");
    }

    #[test]
    fn a_day_that_no_tours_of_its_trainer_can_hold_breaks_a_row() {
        let all = TourCosts::all(&Space::new(&instance(|_| {})));
        let costs = &all[TOM][MONDAY];
        let (rank, place) = (0..costs.slots.len() - 1)
            .flat_map(|rank| (0..costs.nodes.n_places).map(move |place| (rank, place)))
            .find(|&(rank, place)| {
                let other = (place + 1) % costs.nodes.n_places;
                !costs.can_go_on(&[
                    costs.nodes.node(rank, place, false),
                    costs.nodes.node(rank + 1, other, false),
                ])
            })
            .expect("two sessions that cannot follow each other");
        let nodes = [
            costs.nodes.node(rank, place, false),
            costs.nodes.node(rank + 1, (place + 1) % costs.nodes.n_places, false),
        ];
        let each = |held| DayUse {
            trainer: TOM,
            day: 0,
            weekday: MONDAY,
            nodes: nodes.map(|node| (node, held)).into(),
            people: BTreeMap::new(),
            n_tours: 1.0,
            charged: 1000.0,
        };
        assert_eq!(separate(&[each(1.0)], &all, Family::Sessions).len(), 1, "two tours are needed");
        assert!(separate(&[each(0.5)], &all, Family::Sessions).is_empty(), "one trainer can");
    }
}
