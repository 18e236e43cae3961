//! Tour cuts: lower bounds on the cost of a trainer's day given its sessions, as valid rows for the linear program.
//!
//! # The relaxation
//! A day of one trainer is a path through its sessions in time order. A *node* is (slot, commune, whether the session needs kit
//! tablets). A path starts and ends at the base, via a depot if one of its nodes needs a kit, and moves only where rule H7 leaves
//! enough time. For prices `π` of nodes and a constant `μ ≥ 0` with
//!
//! > `Σ_{n in P} π_n − μ ≤ cost(P)` for every path P,   (*)
//!
//! every plan satisfies `tour cost of the day ≥ Σ_n π_n z_n − μ`, where `z_n` is 1 if the day holds a session at node n: the
//! plan's own day is one of the paths. If the day has no session, `cost ≥ 0` and the empty path satisfies (*) because `μ ≥ 0`. A
//! row with such prices is a [`TourCut`].
//!
//! Venues of one commune count as one place with no cost or time between them, and a kit may be fetched from one depot and
//! returned to another. Both only make paths cheaper, so (*) remains valid for real tours.
//!
//! [`TourCosts::round_trips`] gives the simplest prices: one slot of the day, with each node priced at the cheapest round trip to
//! it via any places (measured pairs may violate the triangle inequality).
//!
//! # People
//! A party is in at most one cycle (H2, H3), so it attends at most one session of a plan's day. Prices `ρ` of a class at
//! sets `A` of nodes ([`Area`]) keep the row valid if
//!
//! > `Σ_{n in P} π_n + Σ_{A touched by P} ρ_A − μ ≤ cost(P)` for every path P:   (**)
//!
//! the share of the class that attends within `A` is at most 1, and 0 if the day does not touch `A`. These prices stop the linear
//! program from filling a day with cycles of the same people.
//!
//! # Lifting
//! [`TourCosts::lift`] extends prices found for a few nodes (by `separation`) to all nodes, slot by slot. Two nodes of one slot
//! are never on the same path, so all nodes of a slot can be priced at once at the slack of (**).

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
    /// Classes with the price of all their parties at a node, ascending; few nodes have any.
    pub people: BTreeMap<usize, Vec<(usize, f64)>>,
    /// The constant μ ≥ 0.
    pub constant: f64,
}

/// Prices of the nodes of a day. The priced nodes are stored contiguously: a round trip prices the nodes of one slot, and a day
/// may have thousands of slots.
#[derive(Debug, Clone, PartialEq)]
pub struct NodePrices {
    /// Number of nodes.
    n_nodes: usize,
    /// The first node of `values`.
    first: usize,
    /// Prices from that node on; those of all other nodes are 0.
    values: Vec<f64>,
    /// Zeros, as many as the nodes of a slot: the prices of a slot without any.
    zeros: Arc<Vec<f64>>,
}

impl NodePrices {
    /// All prices, node by node.
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

/// A set of nodes of a day at which a class pays a price once.
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
    /// The charge of a session at a node, given the share of each class that attends.
    pub fn charge(&self, node: usize, shares: impl Iterator<Item = (usize, f64)>) -> f64 {
        let price = self.prices[node];
        if !self.people.contains_key(&node) {
            return price;
        }
        price + shares.map(|(class, share)| share * self.price(node, class)).sum::<f64>()
    }

    /// The charge of all parties of a class at a node.
    pub fn price(&self, node: usize, class: usize) -> f64 {
        let Some(people) = self.people.get(&node) else { return 0.0 };
        people.binary_search_by_key(&class, |&(other, _)| other).map_or(0.0, |at| people[at].1)
    }
}

/// Area prices along a path, considering pairs of consecutive stops: an area that contains both is paid once.
struct Tolls {
    /// Position in `shared` of each node that is in an area.
    at: BTreeMap<usize, usize>,
    /// Price that two of them pay only once, `[position, position]`; on the diagonal, the price of one.
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

    /// The price that a path with both stops pays once, not twice.
    fn shared(&self, one: usize, other: usize) -> f64 {
        if self.at.is_empty() {
            return 0.0;
        }
        let places = self.at.get(&one).zip(self.at.get(&other));
        places.map_or(0.0, |(one, other)| self.shared[one * self.at.len() + other])
    }
}

/// Costs and times of one trainer's legs on one weekday.
#[derive(Debug, Clone)]
pub struct TourCosts {
    /// The numbering of nodes.
    pub nodes: Nodes,
    /// Slots of the weekday.
    pub slots: Vec<SlotId>,
    /// From the base (with a kit: via a depot) to a place: `[kit][place]`.
    start: [Vec<f64>; 2],
    /// From a place (with a kit: via a depot) to the base.
    end: [Vec<f64>; 2],
    /// Between places.
    leg: Arc<Vec<f64>>,
    /// Whether there is enough time between two sessions.
    times: Arc<Times>,
    /// Most sessions of the trainer on a day.
    pub max_day: usize,
}

impl TourCosts {
    /// Costs of every trainer on every weekday (Monday first). Legs are shared between the weekdays of a trainer, times between
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

    /// Cost of the cheapest round trip to each place via any places, `[place × 2 + kit]`; infinite if there is none.
    pub fn trips(&self) -> Vec<f64> {
        let there = [self.cheapest(&self.start[0], false), self.cheapest(&self.start[1], false)];
        let back = [self.cheapest(&self.end[0], true), self.cheapest(&self.end[1], true)];
        let trip = |place: usize, kit: usize| there[kit][place] + back[kit][place];
        // A session that needs no kit may be on a day with one, which may be cheaper if the triangle inequality fails.
        let both = |place: usize| [trip(place, 0).min(trip(place, 1)), trip(place, 1)];
        (0..self.nodes.n_places).flat_map(both).collect()
    }

    /// One cut for each slot: the cheapest round trip to its session.
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

    /// Cost of a path of nodes in time order; infinite if it cannot be travelled or there is not enough time.
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

    /// Whether more stops could make a path a tour: it is not too long, and each stop can be reached from the one before in time.
    pub fn can_go_on(&self, path: &[usize]) -> bool {
        path.len() <= self.max_day && path.windows(2).all(|pair| self.step(pair[0], pair[1]).is_finite())
    }

    /// Extends prices so that (**) holds for all paths: nodes with `None` get the slack that the others leave.
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
                // Set at once, not at the end: a node without a tour of its own may be on one with nodes priced later.
                *price = Some(price.unwrap_or(finite(room)));
            }
        }
        let values = prices.iter().map(|price| price.unwrap_or(0.0)).collect();
        let prices = NodePrices { n_nodes: self.n_nodes(), first: 0, values, zeros: Arc::default() };
        TourCut { prices, people: of_people(areas), constant }
    }

    /// For each node of a slot: the minimum of `cost(P) + μ − Σ other prices`, or less, over paths P through it whose other nodes
    /// are priced.
    fn room(&self, prices: &[Option<f64>], tolls: &Tolls, rank: usize, constant: f64) -> Vec<f64> {
        let width = self.nodes.n_spots();
        let mut room = vec![f64::INFINITY; width];
        for kit in 0..2 {
            let ahead = self.half(prices, tolls, rank, kit, false);
            let behind = self.half(prices, tolls, rank, kit, true);
            for offset in 0..width {
                // A path without a kit has no node that needs one; a path with a kit may have both kinds of nodes.
                if kit == 0 && has_kit(offset) {
                    continue;
                }
                room[offset] = room[offset].min(ahead[offset] + behind[offset] + constant);
            }
        }
        room
    }

    /// Cheapest path from the base to each node of a slot via priced nodes of earlier slots, less their prices (or, if
    /// `backwards`, on to the base via later slots).
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

    /// Cost between two nodes in time order; infinite if there is not enough time.
    fn step(&self, from: usize, to: usize) -> f64 {
        let leg = self.nodes.place(from) * self.nodes.n_places + self.nodes.place(to);
        let (earlier, later) = (self.nodes.rank(from), self.nodes.rank(to));
        if self.times.can_follow(earlier, later, leg) { self.leg[leg] } else { f64::INFINITY }
    }

    /// Cheapest path to each place via any places, from the costs of direct legs (Dijkstra on a dense graph).
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

/// A node that no path of priced nodes reaches may have any price; 0 keeps the row well scaled.
fn finite(price: f64) -> f64 {
    if price.is_finite() { price } else { 0.0 }
}

/// Rule H7 between sessions of two slots of a weekday at two communes.
#[derive(Debug)]
struct Times {
    /// End of a session plus turnaround, by the rank of its slot.
    ready: Vec<Minutes>,
    /// Start of a session, by the rank of its slot.
    starts: Vec<Minutes>,
    /// Minutes between places; `None` if there is no path. 0 within a commune: the venue may be the same.
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

    /// Whether a session of rank `later` may follow one of rank `earlier`, with the leg `[from × n_places + to]` between them.
    fn can_follow(&self, earlier: usize, later: usize, leg: usize) -> bool {
        self.minutes[leg].is_some_and(|minutes| self.ready[earlier] + minutes <= self.starts[later])
    }
}

/// Minutes from each host commune to every other.
fn minutes(space: &Space) -> Vec<Option<Minutes>> {
    let between = |from: CommuneId, to: CommuneId| {
        if from == to { Some(Minutes::ZERO) } else { space.instance.way(from, to).map(|leg| leg.minutes) }
    };
    space.hosts.iter().flat_map(|&from| space.hosts.iter().map(move |&to| between(from, to))).collect()
}

/// Cost from the base to each host commune (or back), without and with a kit.
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
