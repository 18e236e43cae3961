//! Which kits the trainers take on each day (rule H8): the cheapest assignment, maintained through every change.
//!
//! # Method
//! A kind of kit has a price on each day: the negative of what one more of it would save in tours; 0 while one is free. A trainer
//! whose day changed returns the kit and takes one again. Each is a shortest path over kinds of kits whose legs, the reduced cost
//! of a trainer's change to another kit at these prices, are never negative. This is the Hungarian method (Kuhn 1955) for a
//! problem that changes row by row (Mills-Tettey, Stentz and Dias 2007): a change costs one path, not an assignment of all
//! trainers.
//!
//! With 30 trainers a walk is twice as fast as with a complete assignment for each change (`benches/journal.md`, row 35).
//!
//! Costs are integers in units of 1/[`UNITS`] euro, so that prices stay exact after any number of changes.

use super::super::roster::Stock;
use super::super::space::Day;
use crate::instance::ids::TrainerId;

/// Units of cost per euro.
const UNITS: f64 = 1e8;

/// The kinds of kits taken on each day (positions in [`Stock::kinds`]).
#[derive(Debug, Clone)]
pub(super) struct Kits {
    /// `[day × trainers + trainer]`.
    taken: Vec<Option<usize>>,
    /// Number of free kits, `[day × kinds + kind]`.
    free: Vec<usize>,
    /// Prices in units, at most 0, `[day × kinds + kind]`.
    prices: Vec<i64>,
    n_trainers: usize,
    n_kinds: usize,
}

/// A kind of kit on a shortest path.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// Length of the shortest path found to it, in units.
    length: i64,
    /// The trainer who would change kinds on the last leg, and the kind at its start; `None` at the start of the path.
    via: Option<(usize, usize)>,
    is_final: bool,
}

/// The tables of one day.
struct OfDay<'k> {
    taken: &'k mut [Option<usize>],
    free: &'k mut [usize],
    prices: &'k mut [i64],
}

/// The cost of a day in units; `None` if infinite.
pub(super) fn units(euros: f64) -> Option<i64> {
    // Costs are capped at a hundred million euros, so that sums over hundreds of trainers stay in range.
    euros.is_finite().then_some((euros.min(1e8) * UNITS) as i64)
}

impl Kits {
    pub(super) fn new(stock: &Stock, n_trainers: usize, n_days: usize) -> Self {
        let free: Vec<usize> = stock.kinds().iter().map(|kind| kind.count).collect();
        let n_kinds = free.len();
        Self {
            taken: vec![None; n_days * n_trainers],
            free: free.repeat(n_days),
            prices: vec![0; n_days * n_kinds],
            n_trainers,
            n_kinds,
        }
    }

    /// The kind of kit that a trainer takes on a day.
    pub(super) fn of(&self, trainer: TrainerId, day: Day) -> Option<usize> {
        self.taken[day * self.n_trainers + usize::from(trainer)]
    }

    /// Takes back a trainer's kit. Others may change to kinds that suit them better; they are appended to `moved`. `cost` is the
    /// cost of a trainer's day with a kind of kit ([`units`]); `None` if the kit is too small.
    pub(super) fn give_back(
        &mut self,
        trainer: TrainerId,
        day: Day,
        cost: impl Fn(usize, usize) -> Option<i64>,
        moved: &mut Vec<TrainerId>,
    ) {
        let OfDay { taken, free, prices } = self.day(day);
        let Some(freed) = taken[usize::from(trainer)].take() else { return };
        let mut end = freed;
        if prices[freed] < 0 {
            let mut nodes = Node::all(prices.len());
            nodes[freed].length = 0;
            // The path may end at any kind, which is then free and has a price of 0.
            let mut total = -prices[freed];
            while let Some(to) = nearest(&nodes).filter(|&to| nodes[to].length < total) {
                nodes[to].is_final = true;
                if nodes[to].length - prices[to] < total {
                    (total, end) = (nodes[to].length - prices[to], to);
                }
                for (other, from) in taken.iter().enumerate().filter_map(|(other, at)| Some((other, (*at)?)))
                {
                    if let (Some(there), Some(here)) = (cost(other, to), cost(other, from)) {
                        let leg = (there - prices[to]) - (here - prices[from]);
                        shorten(&mut nodes, from, leg, (other, to));
                    }
                }
            }
            for (price, node) in prices.iter_mut().zip(&nodes) {
                *price += (total - node.length).max(0);
            }
            let mut at = end;
            while let Some((other, to)) = nodes[at].via {
                taken[other] = Some(to);
                moved.push(TrainerId::from(other));
                at = to;
            }
        }
        free[end] += 1;
    }

    /// Gives a kit to a trainer who has none. Others may change kinds to make way; they are appended to `moved`. `cost` as in
    /// [`Self::give_back`]. `false`, with nothing changed, if that is impossible.
    pub(super) fn take(
        &mut self,
        trainer: TrainerId,
        day: Day,
        cost: impl Fn(usize, usize) -> Option<i64>,
        moved: &mut Vec<TrainerId>,
    ) -> bool {
        let OfDay { taken, free, prices } = self.day(day);
        let mut nodes = Node::all(prices.len());
        for (kind, node) in nodes.iter_mut().enumerate() {
            node.length = cost(usize::from(trainer), kind).map_or(i64::MAX, |cost| cost - prices[kind]);
        }
        let end = loop {
            let Some(from) = nearest(&nodes) else { return false };
            nodes[from].is_final = true;
            if free[from] > 0 {
                break from;
            }
            for other in (0..taken.len()).filter(|&other| taken[other] == Some(from)) {
                let Some(here) = cost(other, from) else { continue };
                for to in 0..prices.len() {
                    if let Some(there) = cost(other, to) {
                        let leg = (there - prices[to]) - (here - prices[from]);
                        shorten(&mut nodes, to, leg, (other, from));
                    }
                }
            }
        };
        for (price, node) in prices.iter_mut().zip(&nodes).filter(|(_, node)| node.is_final) {
            *price -= nodes[end].length - node.length;
        }
        free[end] -= 1;
        let mut at = end;
        while let Some((other, from)) = nodes[at].via {
            taken[other] = Some(at);
            moved.push(TrainerId::from(other));
            at = from;
        }
        taken[usize::from(trainer)] = Some(at);
        true
    }

    fn day(&mut self, day: Day) -> OfDay<'_> {
        let kinds = day * self.n_kinds..(day + 1) * self.n_kinds;
        OfDay {
            taken: &mut self.taken[day * self.n_trainers..(day + 1) * self.n_trainers],
            free: &mut self.free[kinds.clone()],
            prices: &mut self.prices[kinds],
        }
    }
}

impl Node {
    fn all(n_kinds: usize) -> Vec<Self> {
        vec![Self { length: i64::MAX, via: None, is_final: false }; n_kinds]
    }
}

/// The kind with the shortest path among those not final; `None` if no other can be reached.
fn nearest(nodes: &[Node]) -> Option<usize> {
    let open = nodes.iter().enumerate().filter(|(_, node)| !node.is_final && node.length < i64::MAX);
    open.min_by_key(|(_, node)| node.length).map(|(kind, _)| kind)
}

/// Updates the path to a kind with a leg from the kind of `via`, if that is shorter.
fn shorten(nodes: &mut [Node], kind: usize, leg: i64, via: (usize, usize)) {
    let length = nodes[via.1].length + leg;
    if !nodes[kind].is_final && length < nodes[kind].length {
        nodes[kind] = Node { length, via: Some(via), is_final: false };
    }
}

#[cfg(test)]
mod tests {
    use pathfinding::kuhn_munkres::kuhn_munkres_min;
    use pathfinding::matrix::Matrix;
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::*;
    use crate::instance::hamlet::{AMONT, AVAL, MILIEU, instance};
    use crate::instance::ids::KitId;

    const N_TRAINERS: usize = 6;
    const DAY: Day = 1;
    const TOO_DEAR: i64 = 1 << 40;

    /// Seven kits of five kinds.
    fn stock() -> Stock {
        Stock::new(&instance(|data| {
            let model = data.kits[KitId(0)].clone();
            data.kits.clear();
            for (depot, tablets) in
                [(AMONT, 2), (AMONT, 5), (AMONT, 5), (MILIEU, 5), (AVAL, 2), (AVAL, 8), (AVAL, 8)]
            {
                let mut kit = model.clone();
                (kit.depot, kit.tablets) = (depot, tablets);
                data.kits.push(kit);
            }
        }))
    }

    /// The least total for trainers who need a kit; `None` if there is no assignment.
    fn least(stock: &Stock, costs: &[Option<Vec<Option<i64>>>]) -> Option<i64> {
        let needy: Vec<&Vec<Option<i64>>> = costs.iter().flatten().collect();
        let kinds = stock.kinds().iter().enumerate();
        let kits: Vec<usize> = kinds.flat_map(|(kind, entry)| vec![kind; entry.count]).collect();
        if needy.is_empty() {
            return Some(0);
        }
        let weight = |(row, kit): (usize, usize)| needy[row][kits[kit]].unwrap_or(TOO_DEAR);
        let (total, _) = kuhn_munkres_min(&Matrix::from_fn(needy.len(), kits.len(), weight));
        (total < TOO_DEAR).then_some(total)
    }

    #[test]
    fn kits_stay_the_cheapest_assignment_through_every_change() {
        let stock = stock();
        let mut random = Pcg64Mcg::seed_from_u64(7);
        let mut kits = Kits::new(&stock, N_TRAINERS, 3);
        let mut costs: Vec<Option<Vec<Option<i64>>>> = vec![None; N_TRAINERS];
        let mut n_refused = 0;
        for _ in 0..5_000 {
            let trainer = random.random_range(0..N_TRAINERS);
            // Few values, so that there are ties; some kinds are out of reach.
            let mut row =
                || (0..5).map(|_| random.random_bool(0.6).then(|| random.random_range(0..12))).collect();
            let new: Vec<Option<i64>> = row();
            let mut moved = Vec::new();
            let price =
                |costs: &[Option<Vec<Option<i64>>>], other: usize, kind: usize| costs[other].as_ref()?[kind];
            kits.give_back(
                TrainerId::from(trainer),
                DAY,
                |other, kind| price(&costs, other, kind),
                &mut moved,
            );
            costs[trainer] = random.random_bool(0.7).then_some(new);
            if costs[trainer].is_some() {
                let cost = |other: usize, kind: usize| price(&costs, other, kind);
                if !kits.take(TrainerId::from(trainer), DAY, cost, &mut moved) {
                    assert_eq!(least(&stock, &costs), None, "there was a way");
                    costs[trainer] = None;
                    n_refused += 1;
                }
            }
            let taken = |other: usize| kits.of(TrainerId::from(other), DAY);
            let total = (0..N_TRAINERS).filter(|&other| costs[other].is_some());
            let total = total.map(|other| price(&costs, other, taken(other)?));
            assert_eq!(total.sum::<Option<i64>>(), least(&stock, &costs));
        }
        assert!(n_refused > 30, "{n_refused}");
        let other_days =
            [0, 2].map(|day| (0..N_TRAINERS).any(|one| kits.of(TrainerId::from(one), day).is_some()));
        assert_eq!(other_days, [false; 2]);
    }

    #[test]
    fn whoever_moved_is_told() {
        let stock = stock();
        let mut kits = Kits::new(&stock, N_TRAINERS, 3);
        // Kind 2 is the one kit of Milieu. It is the best for the first trainer, and the only choice of the second.
        let costs = [[Some(9), Some(7), Some(1), None, None], [None, None, Some(4), None, None]];
        let cost = |trainer: usize, kind: usize| costs[trainer][kind];
        let mut moved = Vec::new();
        assert!(kits.take(TrainerId(0), DAY, cost, &mut moved));
        assert_eq!((kits.of(TrainerId(0), DAY), &moved[..]), (Some(2), &[][..]));
        assert!(kits.take(TrainerId(1), DAY, cost, &mut moved));
        assert_eq!((kits.of(TrainerId(0), DAY), &moved[..]), (Some(1), &[TrainerId(0)][..]));
        kits.give_back(TrainerId(1), DAY, cost, &mut moved);
        assert_eq!((kits.of(TrainerId(0), DAY), &moved[..]), (Some(2), &[TrainerId(0); 2][..]));
    }
}
