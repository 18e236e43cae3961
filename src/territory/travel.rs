//! Distances between communes: the fewest minutes over roads, and among those the fewest kilometres.
//!
//! Nodes are communes, edges are roads. A measured pair replaces the graph's answer for that pair.
//!
//! # Size
//! One Dijkstra per commune: O(n (m + n log n)) time, n² legs of 16 bytes. 1,200 communes take 23 MB;
//! all pairs are cheaper than a cache because the solver asks for nearly all of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use petgraph::algo::dijkstra;
use petgraph::graph::{NodeIndex, UnGraph};
use typed_index_collections::TiVec;

use super::commune::Leg;
use crate::ids::CommuneId;

/// An undirected edge of the commune graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Road {
    /// One end.
    pub from: CommuneId,
    /// The other end.
    pub to: CommuneId,
    /// Its length.
    pub leg: Leg,
}

/// A measured way between two communes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasuredPair {
    /// Its start.
    pub from: CommuneId,
    /// Its end.
    pub to: CommuneId,
    /// Its length.
    pub leg: Leg,
}

/// The way from every commune to every other commune. Clones share the data: the variants of a scenario have the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travel {
    n_communes: usize,
    // Row by row: from the first commune to all, from the second to all, ...
    legs: Arc<[Option<Leg>]>,
    measured: Arc<BTreeSet<(CommuneId, CommuneId)>>,
}

impl Travel {
    /// Computes all pairs of `n_communes` communes.
    ///
    /// `measured` pairs replace the graph's answer; the reverse pair takes the same figures unless it is listed too.
    pub fn new(n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Self {
        let mut graph = UnGraph::<(), Leg, u32>::with_capacity(n_communes, roads.len());
        for _ in 0..n_communes {
            graph.add_node(());
        }
        for road in roads {
            graph.add_edge(NodeIndex::new(road.from.into()), NodeIndex::new(road.to.into()), road.leg);
        }
        let mut legs: TiVec<CommuneId, TiVec<CommuneId, Option<Leg>>> =
            (0..n_communes).map(|from| legs_from(&graph, from)).collect();
        for pair in measured {
            legs[pair.to][pair.from] = Some(pair.leg);
        }
        for pair in measured {
            legs[pair.from][pair.to] = Some(pair.leg);
        }
        let both_ways = measured.iter().flat_map(|pair| [(pair.from, pair.to), (pair.to, pair.from)]);
        Self {
            n_communes,
            measured: Arc::new(both_ways.collect()),
            legs: legs.into_iter().flatten().collect(),
        }
    }

    /// Whether the way between two communes was measured; otherwise it is the graph's estimate.
    pub fn is_measured(&self, from: CommuneId, to: CommuneId) -> bool {
        self.measured.contains(&(from, to))
    }

    /// The way between two different communes; `None` if there is neither path nor measured pair. From a commune to
    /// itself it is zero: travel *within* a commune takes the scenario's `local` figures.
    pub fn leg(&self, from: CommuneId, to: CommuneId) -> Option<Leg> {
        self.legs[usize::from(from) * self.n_communes + usize::from(to)]
    }
}

fn legs_from(graph: &UnGraph<(), Leg, u32>, from: usize) -> TiVec<CommuneId, Option<Leg>> {
    let mut row = TiVec::from(vec![None; graph.node_count()]);
    let reached = dijkstra(graph, NodeIndex::new(from), None, |edge| *edge.weight());
    // Each entry is written to its own place, so the order of the hash map does not matter.
    for (node, leg) in reached {
        row[CommuneId::from(node.index())] = Some(leg);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Kilometres, Minutes};

    fn leg(minutes: i64, km: i64) -> Leg {
        Leg { minutes: Minutes::whole(minutes), km: Kilometres::whole(km) }
    }

    fn road(from: usize, to: usize, minutes: i64, km: i64) -> Road {
        Road { from: from.into(), to: to.into(), leg: leg(minutes, km) }
    }

    #[test]
    fn of_two_ways_equally_fast_the_shorter_counts() {
        // Two ways from 0 to 3 take 10 minutes; the one over 2 is 7 km, the one over 1 is 9 km.
        let roads = [road(0, 1, 5, 5), road(1, 3, 5, 4), road(0, 2, 5, 3), road(2, 3, 5, 4)];
        assert_eq!(Travel::new(4, &roads, &[]).leg(0.into(), 3.into()), Some(leg(10, 7)));
    }

    #[test]
    fn of_two_parallel_roads_the_better_counts() {
        let roads = [road(0, 1, 9, 3), road(1, 0, 5, 8)];
        assert_eq!(Travel::new(2, &roads, &[]).leg(0.into(), 1.into()), Some(leg(5, 8)));
    }

    #[test]
    fn a_measured_pair_replaces_the_graph_both_ways_unless_the_reverse_is_listed() {
        let roads = [road(0, 1, 5, 5), road(1, 2, 5, 5)];
        let measured = [
            MeasuredPair { from: 0.into(), to: 1.into(), leg: leg(20, 9) },
            MeasuredPair { from: 2.into(), to: 1.into(), leg: leg(3, 2) },
            MeasuredPair { from: 1.into(), to: 2.into(), leg: leg(4, 2) },
        ];
        let travel = Travel::new(3, &roads, &measured);
        assert_eq!(travel.leg(1.into(), 0.into()), Some(leg(20, 9)));
        assert_eq!(travel.leg(1.into(), 2.into()), Some(leg(4, 2)));
        assert_eq!(travel.leg(2.into(), 1.into()), Some(leg(3, 2)));
        // Other pairs keep the graph's answer: measured pairs are not edges.
        assert_eq!(travel.leg(0.into(), 2.into()), Some(leg(10, 10)));
    }

    #[test]
    fn communes_without_a_path_are_unreachable() {
        assert_eq!(Travel::new(2, &[], &[]).leg(0.into(), 1.into()), None);
    }
}
