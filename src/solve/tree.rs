//! Branch and price: splits the relaxation on a fractional count that is integral in every plan.
//!
//! # Method
//! Best-first search: the node with the least bound is split first, so the bound of the tree, the least over its open nodes,
//! rises as fast as possible. Counts are split in the order of [`counts`]: the number of cycles, the number per commune, at which
//! slots, on which days, who attends where, and which trainer leads them. Each split is a pair of limits on a row ([`Count`]), so
//! pricing does not change.
//!
//! A node is closed when its bound reaches the best plan, when no cycle can be found for it at a price that any plan would pay,
//! or when all its counts are integral. Closed nodes keep their bounds, so the tree's bound never relies on a tolerance: it is
//! the least of the bounds of open and closed nodes. If an integral solution does not give a plan at the cost of its node (tours
//! over several depots are priced from below), its counts are pinned one by one (`pin`) until one plan is left, whose cost is
//! known.

use std::collections::BTreeMap;

use super::Remaining;
use super::blend::whole;
use super::draft::Draft;
use super::master::{Column, Count, FIRST_OF_TRAINERS, N_KINDS, counts};
use super::milp::lp::Unsolved;
use super::relaxation::{Relaxation, Step};
use super::space::Space;
use crate::instance::ids::CommuneId;

/// A count within this distance of an integer is integral.
const WHOLE: f64 = 1e-5;
/// A plan within this distance of its node's bound, relative to the bound, closes the node.
const CLOSE: f64 = 1e-9;

/// Number of splits probed at a node, in total and per kind.
const PROBED: usize = 8;
const PROBED_OF_KIND: usize = 4;
/// A rise of a bound counts at least this much, euros, so that a side without a rise does not hide the other.
const LEAST_RISE: f64 = 1e-3;

/// A node of the tree: a subset of all plans.
#[derive(Debug, Clone)]
struct Node {
    limits: Vec<Limit>,
    /// Lower bound on its plans, euros.
    bound: f64,
}

/// The proof: a relaxation, and the nodes into which it was split.
#[derive(Debug)]
pub struct Tree<'s> {
    /// The relaxation, at the present node.
    pub relaxation: Relaxation<'s>,
    /// Open nodes.
    open: Vec<Node>,
    /// The present node; the root before the first split.
    at: Option<Node>,
    /// Least bound of the closed nodes.
    closed: f64,
    /// Pseudo-costs of each count from probing (Benichou et al. 1971), euros per unit: up, down.
    slopes: BTreeMap<Count, [f64; 2]>,
    is_out_of_time: bool,
}

impl<'s> Tree<'s> {
    /// A tree that consists of its root.
    pub fn new(relaxation: Relaxation<'s>) -> Self {
        let root = Node { limits: Vec::new(), bound: relaxation.bound };
        Self {
            relaxation,
            open: Vec::new(),
            at: Some(root),
            closed: f64::INFINITY,
            slopes: BTreeMap::new(),
            is_out_of_time: false,
        }
    }

    /// Lower bound on every plan, euros: the least bound of open and closed nodes.
    pub fn bound(&self) -> f64 {
        let at = self.at.iter().map(|node| node.bound.max(self.relaxation.bound));
        let open = self.open.iter().map(|node| node.bound);
        open.chain(at).fold(self.closed, f64::min)
    }

    /// Whether there is nothing left to do.
    pub fn is_exhausted(&self) -> bool {
        self.is_out_of_time || (self.at.is_none() && self.open.is_empty())
    }

    /// Works on one node for one solve of the master; returns a plan if the node's solution gives one. Plans of `cutoff` euros or
    /// more are not of interest.
    pub fn step(&mut self, cutoff: f64, remaining: Remaining) -> Option<Draft<'s>> {
        if self.at.is_none() && !self.take_next(cutoff) {
            return None;
        }
        let step = self.relaxation.step(remaining);
        if self.relaxation.bound >= cutoff {
            self.closed = self.closed.min(self.relaxation.bound);
            self.at = None;
            return None;
        }
        match step {
            Step::Grown => {
                if self.relaxation.is_ripe() {
                    self.relaxation.tighten(remaining);
                }
                None
            }
            Step::OutOfTime => {
                self.is_out_of_time = true;
                None
            }
            Step::Failed => {
                let bound = self.relaxation.bound;
                self.closed = self.closed.min(self.at.take().map_or(bound, |node| node.bound.max(bound)));
                None
            }
            Step::Converged if self.relaxation.is_risen() && self.relaxation.tighten(remaining) => None,
            Step::Converged => self.split(remaining),
        }
    }

    /// Takes the open node with the least bound; `false` if none is left.
    fn take_next(&mut self, cutoff: f64) -> bool {
        let closed = &mut self.closed;
        self.open.retain(|node| {
            if node.bound >= cutoff {
                *closed = closed.min(node.bound);
            }
            node.bound < cutoff
        });
        // The last among equals: the deepest, so that a tree of equal bounds finds plans.
        let least = self
            .open
            .iter()
            .enumerate()
            .rev()
            .min_by(|(_, one), (_, other)| one.bound.total_cmp(&other.bound));
        let Some((place, _)) = least else { return false };
        let node = self.open.remove(place);
        self.relaxation.restrict(&node.limits, node.bound);
        self.at = Some(node);
        true
    }

    /// The count whose split raises the bounds of both sides most, estimated over the present columns.
    fn strongest(
        &mut self,
        limits: &[Limit],
        fractional: &[(usize, Count, f64)],
        remaining: Remaining,
    ) -> Option<(Count, f64)> {
        let mut best: Option<(f64, Count, f64)> = None;
        for &(_, count, value) in fractional.iter().take(PROBED) {
            if fractional.len() == 1 {
                return Some((count, value));
            }
            let ways = [value.ceil() - value, value - value.floor()];
            let slopes = match self.slopes.get(&count) {
                Some(&slopes) => slopes,
                None => self.probe(limits, count, value, remaining),
            };
            let score = (ways[0] * slopes[0]).max(LEAST_RISE) * (ways[1] * slopes[1]).max(LEAST_RISE);
            if best.is_none_or(|(most, _, _)| score > most * (1.0 + 1e-9)) {
                best = Some((score, count, value));
            }
        }
        best.map(|(_, count, value)| (count, value))
    }

    /// The increase of the objective when a count is raised or lowered from `value`, euros per unit; 0 if unknown.
    fn probe(&mut self, limits: &[Limit], count: Count, value: f64, remaining: Remaining) -> [f64; 2] {
        let before = self.relaxation.bound;
        let slopes = halves(count, value).map(|limit| {
            if self.is_out_of_time {
                return 0.0;
            }
            let way = (limit.1.max(limit.2.min(value)) - value).abs();
            let limits: Vec<_> = limits.iter().copied().chain([limit]).collect();
            let objective = self.relaxation.probe(&limits, remaining);
            self.is_out_of_time |= matches!(objective, Err(Unsolved::Over));
            objective.map_or(0.0, |objective| (objective - before).max(0.0) / way.max(WHOLE))
        });
        self.slopes.insert(count, slopes);
        slopes
    }

    /// Splits the present node, or closes it with the plan that its solution gives.
    fn split(&mut self, remaining: Remaining) -> Option<Draft<'s>> {
        let node = self.at.take()?;
        let bound = node.bound.max(self.relaxation.bound);
        let chosen = self.relaxation.chosen();
        let space = self.relaxation.space;
        let fractional = fractional(space, &chosen);
        let plan = match fractional.first() {
            Some(&(kind, _, _)) if kind < FIRST_OF_TRAINERS => None,
            _ => whole(space, &chosen),
        };
        if plan.as_ref().is_some_and(|plan| plan.objective() <= bound + CLOSE * bound.abs().max(1.0)) {
            self.closed = self.closed.min(bound);
            return plan;
        }
        let pin = if fractional.is_empty() { pin(space, &node.limits, &chosen) } else { Pin::Unclear };
        let sides = match self.strongest(&node.limits, &fractional, remaining) {
            Some((count, value)) => halves(count, value),
            // First price an integral solution as exactly as rows can.
            None if self.relaxation.tighten(remaining) || self.relaxation.sharpen() => {
                self.at = Some(node);
                return plan;
            }
            None => match pin {
                Pin::Loose(sides) => sides,
                Pin::Single => {
                    self.closed = self.closed.min(plan.as_ref().map_or(f64::INFINITY, Draft::objective));
                    return plan;
                }
                Pin::Unclear => {
                    self.closed = self.closed.min(bound);
                    return plan;
                }
            },
        };
        for limits in sides {
            let limits: Vec<_> = node.limits.iter().copied().chain([limits]).collect();
            if has_room(&limits) {
                self.open.push(Node { limits, bound });
            }
        }
        plan
    }
}

/// A limit on a count: minimum and maximum.
type Limit = (Count, f64, f64);

/// The two sides of a split.
fn halves(count: Count, value: f64) -> [Limit; 2] {
    [(count, value.ceil(), f64::INFINITY), (count, 0.0, value.floor())]
}

/// The range of a count within limits.
fn range(limits: &[Limit], count: Count) -> (f64, f64) {
    let own = limits.iter().filter(|(other, _, _)| *other == count);
    own.fold((0.0, f64::INFINITY), |(lower, upper), limit| (lower.max(limit.1), upper.min(limit.2)))
}

/// Whether the limits leave a value for the count of the last one.
fn has_room(limits: &[Limit]) -> bool {
    limits.last().is_none_or(|&(count, _, _)| {
        let (lower, upper) = range(limits, count);
        lower <= upper
    })
}

/// What the limits of a node leave open in a solution whose counts are all integral.
enum Pin {
    /// A count could have another value; the two sides of a split at its present value.
    Loose([Limit; 2]),
    /// The solution is the only possible plan of the node, if it is a plan at all.
    Single,
    /// Counts do not determine the plan.
    Unclear,
}

/// Looks for a count of an integral solution that the limits leave open: the number of cycles, which they are, and who attends
/// each of them.
fn pin(space: &Space, limits: &[Limit], chosen: &[(&Column, f64)]) -> Pin {
    let cycles: BTreeMap<(CommuneId, usize), &Column> = chosen
        .iter()
        .map(|(column, _)| ((space.commune(column.pattern), run(space, column)), *column))
        .collect();
    // Two simultaneous cycles in a commune, or two blends of one, share their counts of parties; trainers of a crew share their
    // counts of cycles; under a budget, whether a plan is rejected because of its tours depends on the order of its cycles; and
    // joiners of a course are not counted.
    let is_clear = cycles.len() == chosen.len()
        && cycles.values().all(|column| space.crews[column.trainer].len() == 1)
        && space.instance.rules.costs.max_gross.is_none()
        && space.instance.announced.is_none()
        && space.is_connected();
    if !is_clear {
        return Pin::Unclear;
    }
    let held = cycles.values().map(|column| {
        let venue = space.patterns[column.pattern].venue;
        (Count::LedAtVenue(venue, run(space, column), column.trainer), 1.0)
    });
    let attended = cycles.iter().flat_map(|(&(host, run), &column)| {
        let is_taught = |class: usize| space.classes[class].track == column.track;
        let could = (0..space.classes.len())
            .filter(move |&class| is_taught(class) && space.fits(class, column.pattern));
        could.map(move |class| {
            let count = Count::AttendingRun(class, host, run);
            (count, count.of(space, column))
        })
    });
    let counts = std::iter::once((Count::All, cycles.len() as f64)).chain(held).chain(attended);
    for (count, value) in counts {
        let (lower, upper) = range(limits, count);
        if lower < value {
            return Pin::Loose([(count, value, f64::INFINITY), (count, 0.0, value - 1.0)]);
        }
        if value < upper {
            return Pin::Loose([(count, 0.0, value), (count, value + 1.0, f64::INFINITY)]);
        }
    }
    Pin::Single
}

/// The run of a column's sessions.
fn run(space: &Space, column: &Column) -> usize {
    space.patterns[column.pattern].run
}

/// Fractional counts with their kind and value, from the first kinds that have any, most fractional first.
fn fractional(space: &Space, chosen: &[(&Column, f64)]) -> Vec<(usize, Count, f64)> {
    let distance = |value: f64| (value - value.round()).abs();
    let mut found: Vec<(usize, Count, f64)> = Vec::new();
    for kind in 0..N_KINDS {
        if found.len() >= PROBED || (kind >= FIRST_OF_TRAINERS && !found.is_empty()) {
            break;
        }
        let sums = counts(space, chosen, kind).into_iter().filter(|&(_, value)| distance(value) > WHOLE);
        let mut sums: Vec<(usize, Count, f64)> = sums.map(|(count, value)| (kind, count, value)).collect();
        sums.sort_by(|one, other| distance(other.2).total_cmp(&distance(one.2)).then(one.1.cmp(&other.1)));
        sums.truncate(PROBED_OF_KIND);
        found.extend(sums);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::hamlet::{enrol, instance, resident};
    use crate::solve::master::Master;
    use crate::solve::subgradient::Climb;

    /// A relaxation after a short ascent.
    fn relaxation<'s>(space: &'s Space<'s>) -> Relaxation<'s> {
        let master = Master::new(space);
        let mut climb = Climb::new(space, &master.rows, true, &|| f64::INFINITY);
        climb.climb_all(10);
        Relaxation::new(space, master, climb.end())
    }

    /// Lower bound on plans within limits: the relaxation solved to convergence.
    fn bound_within(space: &Space, limits: &[(Count, f64, f64)]) -> f64 {
        let mut relaxation = relaxation(space);
        relaxation.restrict(limits, f64::NEG_INFINITY);
        for _ in 0..200 {
            match relaxation.step(&|| f64::INFINITY) {
                Step::Converged if !relaxation.tighten(&|| f64::INFINITY) => break,
                _ => {}
            }
        }
        relaxation.bound
    }

    #[test]
    fn without_cycles_everyone_is_left_out_and_both_sides_of_a_split_are_above_the_whole() {
        let instance = instance(|data| {
            (0..5).for_each(|_| {
                enrol(data, vec![resident()]);
            });
        });
        let space = Space::new(&instance);
        let (nobody, all) = (Draft::new(&space).objective(), f64::INFINITY);
        let none = bound_within(&space, &[(Count::All, 0.0, 0.0)]);
        assert!((none - nobody).abs() < 1e-3, "{none} for the empty plan of {nobody}");
        let whole = bound_within(&space, &[]);
        let (some, two) = (
            bound_within(&space, &[(Count::All, 1.0, all)]),
            bound_within(&space, &[(Count::All, 2.0, all)]),
        );
        assert!(whole <= some + 1e-6 && some <= two + 1e-6 && whole < none, "{whole} {some} {two} {none}");
    }

    #[test]
    fn a_tree_ends_with_a_plan_at_its_bound() {
        let instance = instance(|data| {
            (0..5).for_each(|_| {
                enrol(data, vec![resident()]);
            });
        });
        let space = Space::new(&instance);
        let mut tree = Tree::new(relaxation(&space));
        let mut best = Draft::new(&space);
        for _ in 0..500 {
            if tree.is_exhausted() {
                break;
            }
            let cutoff = best.objective() - 1e-6;
            if let Some(plan) = tree.step(cutoff, &|| f64::INFINITY)
                && plan.objective() < best.objective()
            {
                best = plan;
            }
        }
        assert!(tree.is_exhausted());
        assert!(best.groups().count() > 0 && tree.bound() >= best.objective() - 1e-3, "{}", tree.bound());
    }
}
