//! What a trainer's day must cost at least, given which sessions it holds: valid rows for the linear program.
//!
//! # The relaxation
//! A day of one trainer is a path through its sessions in time order. A *node* is (slot, commune, whether the
//! session needs kit tablets); a path starts and ends at the base, over a depot if one of its nodes needs a kit, and
//! moves only where rule H7 leaves the time. For prices `π` of nodes and a constant `μ ≥ 0` with
//!
//! > `Σ_{n in P} π_n − μ ≤ cost(P)` for every path P,   (*)
//!
//! every plan satisfies `tour cost of the day ≥ Σ_n π_n z_n − μ`, where `z_n` is 1 if the day holds a session at
//! node n: the plan's own day is one of the paths. Where fewer sessions than one path happen, `cost ≥ 0` and the
//! empty path satisfies (*) because `μ ≥ 0`. A row with such prices is a [`TourCut`].
//!
//! Venues of one commune count as one place without cost or time between them, and a kit may start from one depot
//! and end at another: both only make paths cheaper, so (*) stays valid for real tours.
//!
//! [`TourCosts::round_trips`] gives the simplest prices: one slot of the day, each node priced at the cheapest way
//! there and back by any places (measured pairs may break the triangle inequality).
//!
//! # People
//! A party is in at most one cycle (H2, H3), so a plan's day holds at most one of its sessions. Prices `ρ` of a class at
//! sets `A` of nodes ([`Area`]) keep the row valid where
//!
//! > `Σ_{n in P} π_n + Σ_{A touched by P} ρ_A − μ ≤ cost(P)` for every path P:   (**)
//!
//! the share of the class that attends within `A` is at most 1, and 0 where the day does not touch `A`. They stop the
//! linear program from filling a day with cycles of the same people.
//!
//! # Lifting
//! [`TourCosts::lift`] completes prices found for a few nodes (by `separation`) to all nodes, slot by slot: two nodes of
//! one slot are never on one path, so all of a slot can be priced at once at what (**) leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Index, Range};
use std::sync::Arc;

use typed_index_collections::TiVec;

use super::nodes::{Nodes, has_kit};
use super::space::Space;
use crate::instance::ids::{CommuneId, SlotId, TrainerId};
use crate::instance::units::Minutes;

/// A valid row: `tour cost of a day ≥ Σ prices × sessions + Σ people's prices × shares of classes − constant`.
#[derive(Debug, Clone, PartialEq)]
pub struct TourCut {
    /// Price of each node.
    pub prices: NodePrices,
    /// Classes and the price of all their parties at a node, ascending; few nodes have any.
    pub people: BTreeMap<usize, Vec<(usize, f64)>>,
    /// The constant μ ≥ 0.
    pub constant: f64,
}

/// Prices of the nodes of a day. Those that are priced lie together: a round trip prices the nodes of one slot, and a day may
/// have thousands of slots.
#[derive(Debug, Clone, PartialEq)]
pub struct NodePrices {
    /// Number of nodes.
    n_nodes: usize,
    /// The first node of `values`.
    first: usize,
    /// Prices from there on; those of all other nodes are 0.
    values: Vec<f64>,
    /// As many as the nodes of a slot: what a slot without prices shows.
    zeros: Arc<Vec<f64>>,
}

impl NodePrices {
    /// Every price, node by node.
    pub fn iter(&self) -> impl Iterator<Item = &f64> {
        (0..self.n_nodes).map(|node| &self[node])
    }
}

impl Index<usize> for NodePrices {
    type Output = f64;
    fn index(&self, node: usize) -> &f64 {
        let place = node.checked_sub(self.first);
        place.and_then(|place| self.values.get(place)).unwrap_or(&0.0)
    }
}

impl Index<Range<usize>> for NodePrices {
    type Output = [f64];
    /// Prices of the nodes of one slot.
    fn index(&self, nodes: Range<usize>) -> &[f64] {
        let place = nodes.start.checked_sub(self.first);
        let found = place.and_then(|place| self.values.get(place..place + nodes.len()));
        found.unwrap_or_else(|| &self.zeros[..nodes.len()])
    }
}

/// Nodes of a day at which a class pays a price, once.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Index into [`Space::classes`].
    pub class: usize,
    /// Nodes, ascending.
    pub nodes: Vec<usize>,
    /// The price ρ ≥ 0 of all parties of the class, euros.
    pub price: f64,
}

impl TourCut {
    /// What a session at a node is charged, given the classes that attend and the share of each.
    pub fn charge(&self, node: usize, shares: impl Iterator<Item = (usize, f64)>) -> f64 {
        let price = self.prices[node];
        if !self.people.contains_key(&node) {
            return price;
        }
        price + shares.map(|(class, share)| share * self.price(node, class)).sum::<f64>()
    }

    /// What all parties of a class are charged at a node.
    pub fn price(&self, node: usize, class: usize) -> f64 {
        let Some(people) = self.people.get(&node) else { return 0.0 };
        people.binary_search_by_key(&class, |&(other, _)| other).map_or(0.0, |at| people[at].1)
    }
}

/// What paths pay at areas, as far as two stops in turn tell: an area that both are in is paid once.
struct Tolls {
    /// Position of each node that is in an area.
    at: BTreeMap<usize, usize>,
    /// What two of them pay only once, `[position, position]`; what one pays, on the diagonal.
    shared: Vec<f64>,
}

impl Tolls {
    fn new(areas: &[Area]) -> Self {
        let nodes: BTreeSet<usize> = areas.iter().flat_map(|area| area.nodes.iter().copied()).collect();
        let at: BTreeMap<usize, usize> = nodes.into_iter().zip(0..).collect();
        let mut shared = vec![0.0; at.len() * at.len()];
        for area in areas {
            for one in &area.nodes {
                for other in &area.nodes {
                    shared[at[one] * at.len() + at[other]] += area.price;
                }
            }
        }
        Self { at, shared }
    }

    /// What a path that stops at both pays once and not twice.
    fn shared(&self, one: usize, other: usize) -> f64 {
        if self.at.is_empty() {
            return 0.0;
        }
        let places = self.at.get(&one).zip(self.at.get(&other));
        places.map_or(0.0, |(one, other)| self.shared[one * self.at.len() + other])
    }
}

/// Costs and times of one trainer's ways on one weekday.
#[derive(Debug, Clone)]
pub struct TourCosts {
    /// Numbers of nodes.
    pub nodes: Nodes,
    /// Slots of the weekday.
    pub slots: Vec<SlotId>,
    /// From the base (over a depot) to a place: `[kit][place]`.
    start: [Vec<f64>; 2],
    /// From a place (over a depot) to the base.
    end: [Vec<f64>; 2],
    /// Between places.
    leg: Arc<Vec<f64>>,
    /// Whether the time between two sessions suffices.
    times: Arc<Times>,
    /// Most sessions of the trainer on a day.
    pub max_day: usize,
}

impl TourCosts {
    /// Costs of every trainer on every weekday (Monday first). Ways are shared by the weekdays of a trainer, times by
    /// the trainers of a weekday.
    pub fn all(space: &Space) -> TiVec<TrainerId, [Self; 7]> {
        let minutes = Arc::new(minutes(space));
        let times: Vec<Arc<Times>> =
            (0..7).map(|weekday| Arc::new(Times::new(space, weekday, Arc::clone(&minutes)))).collect();
        let of_trainer = |trainer: TrainerId| {
            let hosts = &space.hosts;
            let leg = |from: CommuneId, to: CommuneId| {
                if from == to { 0.0 } else { space.leg_cost(trainer, from, to) }
            };
            let leg: Arc<Vec<f64>> = Arc::new(
                hosts
                    .iter()
                    .flat_map(|&from| hosts.iter().map(move |&to| (from, to)))
                    .map(|(from, to)| leg(from, to))
                    .collect(),
            );
            std::array::from_fn(|weekday| Self {
                nodes: space.nodes(),
                slots: space.weekday_slots[weekday].clone(),
                start: way_out(space, trainer, false),
                end: way_out(space, trainer, true),
                leg: Arc::clone(&leg),
                times: Arc::clone(&times[weekday]),
                max_day: space.staff[trainer].max_day,
            })
        };
        space.staff.keys().map(of_trainer).collect()
    }

    /// Number of nodes.
    pub fn n_nodes(&self) -> usize {
        self.slots.len() * self.nodes.n_spots()
    }

    /// Cost of the cheapest round trip to each place by any places, `[place × 2 + kit]`; infinite where there is none.
    pub fn trips(&self) -> Vec<f64> {
        let there = [self.cheapest(&self.start[0], false), self.cheapest(&self.start[1], false)];
        let back = [self.cheapest(&self.end[0], true), self.cheapest(&self.end[1], true)];
        let trip = |place: usize, kit: usize| there[kit][place] + back[kit][place];
        // A session without need may be on a day with a kit, which may be cheaper without triangle inequality.
        let both = |place: usize| [trip(place, 0).min(trip(place, 1)), trip(place, 1)];
        (0..self.nodes.n_places).flat_map(both).collect()
    }

    /// One cut for each slot: the cheapest round trip to the session held in it.
    pub fn round_trips(&self) -> Vec<TourCut> {
        let trips: Vec<f64> = self.trips().into_iter().map(finite).collect();
        let zeros = Arc::new(vec![0.0; trips.len()]);
        let cut = |rank: usize| {
            let (n_nodes, zeros) = (self.n_nodes(), Arc::clone(&zeros));
            let prices = NodePrices { n_nodes, first: rank * trips.len(), values: trips.clone(), zeros };
            TourCut { prices, people: BTreeMap::new(), constant: 0.0 }
        };
        (0..self.slots.len()).map(cut).collect()
    }

    /// Cost of a path of nodes in time order; infinite where it cannot be travelled or there is not the time.
    pub fn path_cost(&self, path: &[usize]) -> f64 {
        let Some((&first, &last)) = path.first().zip(path.last()) else { return 0.0 };
        if path.len() > self.max_day {
            return f64::INFINITY;
        }
        let kit = usize::from(path.iter().any(|&node| has_kit(node)));
        let mut cost = self.start[kit][self.nodes.place(first)] + self.end[kit][self.nodes.place(last)];
        for pair in path.windows(2) {
            cost += self.step(pair[0], pair[1]);
        }
        cost
    }

    /// Whether later stops could make a path a tour: it is not too long, and leads from each stop to the next in time.
    pub fn can_go_on(&self, path: &[usize]) -> bool {
        path.len() <= self.max_day && path.windows(2).all(|pair| self.step(pair[0], pair[1]).is_finite())
    }

    /// Completes prices so that (**) holds for all paths: nodes with `None` get what the others leave.
    ///
    /// The given prices must satisfy (**) on the paths among themselves. O(slots × nodes²).
    pub fn lift(&self, prices: &[Option<f64>], areas: &[Area], constant: f64) -> TourCut {
        let mut prices = prices.to_vec();
        let tolls = Tolls::new(areas);
        let width = self.nodes.n_spots();
        for rank in 0..self.slots.len() {
            let room: Vec<f64> = self.room(&prices, &tolls, rank, constant);
            for (offset, room) in room.into_iter().enumerate() {
                let price = &mut prices[rank * width + offset];
                // At once, not at the end: a node without a tour of its own may be on one with nodes priced later.
                *price = Some(price.unwrap_or(finite(room)));
            }
        }
        let values = prices.iter().map(|price| price.unwrap_or(0.0)).collect();
        let prices = NodePrices { n_nodes: self.n_nodes(), first: 0, values, zeros: Arc::default() };
        TourCut { prices, people: of_people(areas), constant }
    }

    /// For each node of a slot: at most the least of `cost(P) + μ − Σ other prices` over paths P through it whose other
    /// nodes are priced.
    fn room(&self, prices: &[Option<f64>], tolls: &Tolls, rank: usize, constant: f64) -> Vec<f64> {
        let width = self.nodes.n_spots();
        let mut room = vec![f64::INFINITY; width];
        for kit in 0..2 {
            let ahead = self.half(prices, tolls, rank, kit, false);
            let behind = self.half(prices, tolls, rank, kit, true);
            for offset in 0..width {
                // A path without a kit has no node that needs one; a path with a kit may have nodes of both kinds.
                if kit == 0 && has_kit(offset) {
                    continue;
                }
                room[offset] = room[offset].min(ahead[offset] + behind[offset] + constant);
            }
        }
        room
    }

    /// Cheapest way from the base to each node of a slot over priced nodes of earlier slots, less their prices (or,
    /// `backwards`, on to the base over later slots).
    fn half(
        &self,
        prices: &[Option<f64>],
        tolls: &Tolls,
        rank: usize,
        kit: usize,
        backwards: bool,
    ) -> Vec<f64> {
        let width = self.nodes.n_spots();
        let ends = if backwards { &self.end[kit] } else { &self.start[kit] };
        let ranks: Vec<usize> =
            if backwards { (rank..self.slots.len()).rev().collect() } else { (0..=rank).collect() };
        let mut best = vec![f64::INFINITY; self.n_nodes()];
        for &at in &ranks {
            for offset in (0..width).filter(|&offset| kit == 1 || !has_kit(offset)) {
                let node = at * width + offset;
                if at != rank && prices[node].is_none() {
                    continue;
                }
                let mut cost = ends[self.nodes.place(node)];
                for &before in ranks.iter().take_while(|&&before| before != at) {
                    let first = before * width;
                    for (place, &reached) in best[first..first + width].iter().enumerate() {
                        if reached.is_finite() {
                            let from = first + place;
                            let step = if backwards { self.step(node, from) } else { self.step(from, node) };
                            cost = cost.min(reached + step + tolls.shared(from, node));
                        }
                    }
                }
                let own = if at == rank { 0.0 } else { prices[node].unwrap_or(0.0) };
                best[node] = cost - own - if at == rank { 0.0 } else { tolls.shared(node, node) };
            }
        }
        best[self.nodes.of_slot(rank)].to_vec()
    }

    /// Cost between two nodes in time order; infinite where there is not the time.
    fn step(&self, from: usize, to: usize) -> f64 {
        let leg = self.nodes.place(from) * self.nodes.n_places + self.nodes.place(to);
        let (earlier, later) = (self.nodes.rank(from), self.nodes.rank(to));
        if self.times.can_follow(earlier, later, leg) { self.leg[leg] } else { f64::INFINITY }
    }

    /// Cheapest way to each place by any places, from costs of the direct way (Dijkstra on a dense graph).
    fn cheapest(&self, direct: &[f64], backwards: bool) -> Vec<f64> {
        let mut best = direct.to_vec();
        let mut is_done = vec![false; self.nodes.n_places];
        for _ in 0..self.nodes.n_places {
            let open = (0..self.nodes.n_places).filter(|&place| !is_done[place]);
            let Some(nearest) = open.min_by(|&one, &other| best[one].total_cmp(&best[other])) else { break };
            is_done[nearest] = true;
            for place in 0..self.nodes.n_places {
                let (from, to) = if backwards { (place, nearest) } else { (nearest, place) };
                best[place] = best[place].min(best[nearest] + self.leg[from * self.nodes.n_places + to]);
            }
        }
        best
    }
}

/// Prices of areas by node.
fn of_people(areas: &[Area]) -> BTreeMap<usize, Vec<(usize, f64)>> {
    let mut sums: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for area in areas {
        for &node in &area.nodes {
            *sums.entry(node).or_default().entry(area.class).or_default() += area.price;
        }
    }
    sums.into_iter().map(|(node, of_class)| (node, of_class.into_iter().collect())).collect()
}

/// A node that no path of priced nodes reaches may have any price; none keeps the row well scaled.
fn finite(price: f64) -> f64 {
    if price.is_finite() { price } else { 0.0 }
}

/// Rule H7 between sessions of two slots of a weekday at two communes.
#[derive(Debug)]
struct Times {
    /// When a trainer who held a session has packed up, by the rank of its slot.
    ready: Vec<Minutes>,
    /// When a session starts.
    starts: Vec<Minutes>,
    /// From one place to another; none where there is no way. 0 within a commune: maybe one venue.
    minutes: Arc<Vec<Option<Minutes>>>,
}

impl Times {
    fn new(space: &Space, weekday: usize, minutes: Arc<Vec<Option<Minutes>>>) -> Self {
        let times = || space.weekday_slots[weekday].iter().map(|&slot| space.instance.session_time(slot));
        let turnaround = space.instance.rules.travel.turnaround;
        Self {
            ready: times().map(|(_, end)| end + turnaround).collect(),
            starts: times().map(|(start, _)| start).collect(),
            minutes,
        }
    }

    /// Whether a session of one rank may be followed by one of another, over a leg `[from × n_places + to]`.
    fn can_follow(&self, earlier: usize, later: usize, leg: usize) -> bool {
        self.minutes[leg].is_some_and(|minutes| self.ready[earlier] + minutes <= self.starts[later])
    }
}

/// Minutes from each host commune to each.
fn minutes(space: &Space) -> Vec<Option<Minutes>> {
    let between = |from: CommuneId, to: CommuneId| {
        if from == to { Some(Minutes::ZERO) } else { space.instance.way(from, to).map(|leg| leg.minutes) }
    };
    space.hosts.iter().flat_map(|&from| space.hosts.iter().map(move |&to| between(from, to))).collect()
}

/// From the base to each host commune without and with a kit, or back.
fn way_out(space: &Space, trainer: TrainerId, backwards: bool) -> [Vec<f64>; 2] {
    let base = space.staff[trainer].base;
    let leg = |from: CommuneId, to: CommuneId| {
        if backwards { space.leg_cost(trainer, to, from) } else { space.leg_cost(trainer, from, to) }
    };
    let over = |depot: CommuneId, host: CommuneId| {
        let first = if backwards {
            space.depot_cost(trainer, depot, base)
        } else {
            space.depot_cost(trainer, base, depot)
        };
        first + leg(depot, host)
    };
    let with_kit = |&host: &CommuneId| {
        let ways = space.instance.kits.iter().map(|kit| over(kit.depot, host));
        ways.fold(f64::INFINITY, f64::min)
    };
    [space.hosts.iter().map(|&host| leg(base, host)).collect(), space.hosts.iter().map(with_kit).collect()]
}

#[cfg(test)]
mod tests;
