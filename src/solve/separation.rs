//! Tour rows that a fractional solution breaks.
//!
//! For one trainer's day with fractional sessions `z_n`, the cheapest way to hold them by whole tours is the linear
//! program `min Σ cost(P) y_P` over paths P with `Σ_{P through n} y_P ≥ z_n` and `Σ_P y_P ≤ m`, the trainers of the crew. Its dual prices are
//! exactly the `π` and `μ` of a [`TourCut`] on the nodes in use: `max Σ π_n z_n − m μ` with `Σ_{n in P} π_n − μ ≤ cost(P)`.
//! Where its value exceeds what the master charges for the day, the prices, lifted to all nodes, are a row it breaks.
//! Rule H7 comes with it: sessions that cannot follow each other share no path.
//!
//! # Size
//! Paths over at most `NODES_PER_SLOT` nodes a slot: some hundred rows for three slots a day, milliseconds a day,
//! in parallel over days.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::milp::formulation::Formulation;
use super::milp::lp::{Lp, Simplex};
use super::space::Day;
use super::tours::{TourCosts, TourCut};
use crate::instance::ids::TrainerId;

/// Nodes in use that are looked at in one slot, the most used first.
const NODES_PER_SLOT: usize = 8;
/// A row must be broken by this much to be worth adding, euros.
const LEAST_VIOLATION: f64 = 0.05;

/// What a fractional solution does on one trainer's day.
#[derive(Debug, Clone)]
pub struct DayUse {
    /// Who.
    pub trainer: TrainerId,
    /// When.
    pub day: Day,
    /// Node and how much of it is held.
    pub nodes: BTreeMap<usize, f64>,
    /// Trainers whose tours these are: all of a crew.
    pub n_tours: f64,
    /// What the master charges for the day's tours, euros.
    pub charged: f64,
}

/// Rows that are broken, with their trainer and day. `costs` gives the tour costs of a day.
pub fn separate<'t>(
    uses: &[DayUse],
    costs: impl Fn(&DayUse) -> &'t TourCosts + Sync,
) -> Vec<(TrainerId, Day, TourCut)> {
    let broken: Vec<Option<(TrainerId, Day, TourCut)>> =
        uses.par_iter().map(|day| Some((day.trainer, day.day, cut_of_day(day, costs(day))?))).collect();
    broken.into_iter().flatten().collect()
}

fn cut_of_day(day: &DayUse, costs: &TourCosts) -> Option<TourCut> {
    let nodes = most_used(day, costs);
    let load: f64 = nodes.iter().map(|(_, held)| held).sum();
    if nodes.is_empty() || load < 1e-3 {
        return None;
    }
    let paths = paths(&nodes, costs);
    let (prices, constant, value) = dual_prices(&nodes, &paths, day.n_tours)?;
    if value < day.charged + LEAST_VIOLATION {
        return None;
    }
    let mut known = vec![None; costs.n_nodes()];
    for ((node, _), price) in nodes.iter().zip(prices) {
        known[*node] = Some(price);
    }
    let cut = costs.lift(&known, constant);
    let held: f64 = day.nodes.iter().map(|(&node, held)| cut.prices[node] * held).sum();
    (held - cut.constant * day.n_tours > day.charged + LEAST_VIOLATION).then_some(cut)
}

/// The most used nodes of each slot, in time order.
fn most_used(day: &DayUse, costs: &TourCosts) -> Vec<(usize, f64)> {
    let width = costs.n_places * 2;
    let mut chosen = Vec::new();
    for rank in 0..costs.slots.len() {
        let of_slot = day.nodes.range(rank * width..(rank + 1) * width);
        let mut of_slot: Vec<(usize, f64)> = of_slot.map(|(&node, &held)| (node, held)).collect();
        of_slot.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        of_slot.truncate(NODES_PER_SLOT);
        of_slot.sort_by_key(|&(node, _)| node);
        chosen.extend(of_slot);
    }
    chosen
}

/// All paths over the nodes that can be travelled: positions in `nodes` and cost.
fn paths(nodes: &[(usize, f64)], costs: &TourCosts) -> Vec<(Vec<usize>, f64)> {
    let mut found: Vec<(Vec<usize>, f64)> = Vec::new();
    let mut open: Vec<Vec<usize>> = (0..nodes.len()).map(|position| vec![position]).collect();
    while let Some(path) = open.pop() {
        let stops: Vec<usize> = path.iter().map(|&position| nodes[position].0).collect();
        if !costs.can_go_on(&stops) {
            continue;
        }
        let last = path[path.len() - 1];
        open.extend((last + 1..nodes.len()).map(|next| [&path[..], &[next]].concat()));
        // Without a direct way home from its end a path is no tour, but a longer one may be.
        let cost = costs.path_cost(&stops);
        if cost.is_finite() {
            found.push((path, cost));
        }
    }
    found
}

/// Prices of the nodes, the constant, and the value of the day at these prices.
fn dual_prices(
    nodes: &[(usize, f64)],
    paths: &[(Vec<usize>, f64)],
    n_tours: f64,
) -> Option<(Vec<f64>, f64, f64)> {
    let mut model = Formulation::default();
    let prices: Vec<usize> = nodes.iter().map(|&(_, held)| model.real(-held)).collect();
    let constant = model.real(n_tours);
    for (path, cost) in paths {
        let mut paid: Vec<(usize, f64)> = path.iter().map(|&position| (prices[position], 1.0)).collect();
        paid.push((constant, -1.0));
        model.at_most(&paid, *cost);
    }
    let solution = Lp::new(model).solve(Simplex::Dual, &|| f64::INFINITY).ok()?;
    let (constant, prices) = solution.values.split_last()?;
    // Rounding may leave a path short by a billionth; the constant takes it up for all paths at once.
    let worst = paths.iter().map(|(path, cost)| path.iter().map(|&at| prices[at]).sum::<f64>() - cost);
    let constant = worst.fold(constant.max(0.0), f64::max);
    let value =
        nodes.iter().zip(prices).map(|((_, held), price)| held * price).sum::<f64>() - n_tours * constant;
    Some((prices.iter().map(|price| price.max(0.0)).collect(), constant + 1e-9, value))
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
        // Milieu at 9.00, Aval at 11.30, Milieu at 14.00; 20 minutes to pack and 10 on the way between them.
        let nodes = [costs.node(0, 0, false), costs.node(1, 1, false), costs.node(2, 0, false)];
        let found: BTreeSet<Vec<usize>> =
            paths(&nodes.map(|node| (node, 0.5)), costs).into_iter().map(|(path, _)| path).collect();
        // Every tour ends where it began, in Milieu.
        assert_eq!(found, BTreeSet::from([vec![0], vec![2], vec![0, 2], vec![0, 1, 2]]));
    }

    #[test]
    fn half_a_day_of_two_places_is_priced_at_whole_tours() {
        let instance = instance(|_| {});
        let costs = TourCosts::all(&Space::new(&instance))[TOM][MONDAY].clone();
        let noon = [costs.node(1, 0, false), costs.node(1, 1, false)];
        let half_each = |charged| DayUse {
            trainer: TOM,
            day: 0,
            nodes: noon.map(|node| (node, 0.5)).into(),
            n_tours: 1.0,
            charged,
        };
        // Two sessions at one time share no tour: half of 40 to Milieu and half of 120 to Aval make 80.
        let cuts = separate(&[half_each(60.0)], |_| &costs);
        let (_, _, cut) = &cuts[0];
        let asked: f64 = noon.iter().map(|&node| cut.prices[node] * 0.5).sum();
        assert!((asked - cut.constant - 80.0).abs() < 1e-6);
        assert!(separate(&[half_each(80.0)], |_| &costs).is_empty(), "80 euros are enough");
    }
}
