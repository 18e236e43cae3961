//! Areas: sets of nodes where the paths of a day are too few for the people who attend.
//!
//! For a class and a set `A` of nodes, what is missing is the share of the class that attends within `A` less
//! `Σ_{P touches A} y_P`. The set with the most missing is found by enumerating all sets of the nodes where the class attends
//! most: a class is at few nodes of a day.

use std::collections::BTreeMap;

use super::super::tours::Area;

/// Number of nodes of a class that are combined, the most attended first.
const NODES_OF_CLASS: usize = 9;
/// Number of areas added at a time.
const AREAS_PER_ROUND: usize = 12;
/// Amount of missing paths above which an area counts.
const LEAST_MISSING: f64 = 1e-3;

/// An area of a day without a price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OpenArea {
    class: usize,
    /// Bit mask of its nodes, by position among the nodes considered.
    pub(super) mask: u64,
    /// Share of the class that attends there.
    pub(super) share: f64,
}

impl OpenArea {
    pub(super) fn priced(&self, nodes: &[(usize, f64)], price: f64) -> Area {
        let inside = nodes.iter().enumerate().filter(|(position, _)| self.mask >> position & 1 == 1);
        Area { class: self.class, nodes: inside.map(|(_, &(node, _))| node).collect(), price }
    }
}

/// The paths of a day.
pub(super) struct Paths {
    /// Bit mask of the stops of each path, by position.
    pub(super) masks: Vec<u64>,
    pub(super) costs: Vec<f64>,
}

impl Paths {
    pub(super) fn new(paths: &[(Vec<usize>, f64)]) -> Self {
        let mask = |(path, _): &(Vec<usize>, f64)| path.iter().fold(0, |mask, &stop| mask | 1 << stop);
        Self { masks: paths.iter().map(mask).collect(), costs: paths.iter().map(|&(_, cost)| cost).collect() }
    }

    /// Paths that touch an area.
    pub(super) fn touching(&self, mask: u64) -> impl Iterator<Item = usize> {
        (0..self.masks.len()).filter(move |&path| self.masks[path] & mask != 0)
    }

    /// The areas with the most missing paths, at most one per class, given the duals of a day's program.
    pub(super) fn missing(
        &self,
        people: &BTreeMap<usize, BTreeMap<usize, f64>>,
        nodes: &[(usize, f64)],
        duals: &[f64],
    ) -> Vec<OpenArea> {
        // Row 0 limits the constant; the dual of a path's row is negative if the path is used.
        let taken: Vec<(u64, f64)> = self
            .masks
            .iter()
            .zip(&duals[1..])
            .map(|(&mask, dual)| (mask, -dual))
            .filter(|&(_, times)| times > 1e-9)
            .collect();
        let mut found: Vec<(f64, OpenArea)> =
            people.iter().filter_map(|(&class, at)| worst(class, at, nodes, &taken)).collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.class.cmp(&other.1.class)));
        // Classes that attend together give the same area.
        found.dedup_by(|one, other| one.1.mask == other.1.mask && (one.1.share - other.1.share).abs() < 1e-9);
        found.truncate(AREAS_PER_ROUND);
        found.into_iter().map(|(_, area)| area).collect()
    }
}

/// The area of a class with the most missing paths, with the amount missing.
fn worst(
    class: usize,
    at: &BTreeMap<usize, f64>,
    nodes: &[(usize, f64)],
    taken: &[(u64, f64)],
) -> Option<(f64, OpenArea)> {
    let mut own: Vec<(usize, f64)> = nodes
        .iter()
        .enumerate()
        .filter_map(|(position, (node, _))| Some((position, *at.get(node)?)))
        .collect();
    own.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    own.truncate(NODES_OF_CLASS);
    if own.len() < 2 {
        return None;
    }
    let whole = own.iter().fold(0, |mask, &(position, _)| mask | 1_u64 << position);
    let taken: Vec<(u64, f64)> = taken.iter().copied().filter(|(mask, _)| mask & whole != 0).collect();
    let mut best: Option<(f64, OpenArea)> = None;
    for chosen in 1_usize..1 << own.len() {
        let inside =
            || own.iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1).map(|(_, node)| node);
        let share: f64 = inside().map(|(_, share)| share).sum();
        let mask = inside().fold(0, |mask, (position, _)| mask | 1_u64 << position);
        let there: f64 = taken.iter().filter(|(path, _)| path & mask != 0).map(|(_, times)| times).sum();
        let missing = share - there;
        if missing > LEAST_MISSING && best.is_none_or(|(most, _)| missing > most + 1e-12) {
            best = Some((missing, OpenArea { class, mask, share }));
        }
    }
    best
}
