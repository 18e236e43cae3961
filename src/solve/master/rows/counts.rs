//! Limits on integral counts, at the present node of the tree: `Σ_c count_c λ_c + missing − z = 0`.
//!
//! `z` is held between the limits, and `missing`, at a price that no plan pays, keeps the program feasible before the cycles
//! required by a limit are found. The duals of these rows reach pricing as charges of a place or venue and as value of a class,
//! so the knapsacks do not change.

use std::collections::BTreeMap;

use super::super::super::milp::lp::{ColumnIndex, RowIndex};
use super::super::super::nodes::spots_of;
use super::super::super::space::Space;
use super::super::column::Column;
use super::super::count::Count;
use super::super::ledger::{Joining, Nature};
use super::super::prices::{Charges, Prices};
use super::kind::{Asked, Entries, Kind, Start};
use crate::instance::ids::CommuneId;

const NATURE: Nature = Nature { name: "count", is_lone: false, is_room: false };

/// A count with its row and the limits of the present node.
#[derive(Debug, Clone)]
struct Branch {
    count: Count,
    row: RowIndex,
    total: ColumnIndex,
    lower: f64,
    upper: f64,
    /// Price of a missing unit, euros.
    missing: f64,
}

impl Branch {
    /// The nearest dual at which no variable of the row makes the Lagrangian unbounded.
    fn signed(&self, dual: f64) -> f64 {
        let dual = dual.min(self.missing);
        if self.upper.is_finite() { dual } else { dual.max(0.0) }
    }

    /// What the limits add to the Lagrangian bound at a dual: the minimum of `dual × z` between them.
    fn base(&self, dual: f64) -> f64 {
        if 0.0 <= dual { dual * self.lower } else { dual * self.upper }
    }
}

/// The rows of counts.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    branches: Vec<Branch>,
}

impl Kind for Counts {
    fn new(_: &mut Start) -> Self {
        Self { branches: Vec::new() }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        self.branches.iter().for_each(|branch| entries.add(branch.row, branch.count.of(space, column)));
    }

    fn price(&self, _: &Space, duals: &[f64], prices: &mut Prices) {
        prices.base += self.branches.iter().map(|branch| branch.base(duals[branch.row])).sum::<f64>();
    }

    fn charge(&self, asked: &Asked, charges: &mut Charges) {
        for branch in &self.branches {
            charge_one(branch.count, -asked.duals[branch.row], asked, charges);
        }
    }

    fn sign(&self, _: &Space, duals: &mut [f64]) {
        self.branches.iter().for_each(|branch| duals[branch.row] = branch.signed(duals[branch.row]));
    }
}

impl Counts {
    /// Sets limits on counts, and frees all others. `missing` is the price of a missing unit, euros.
    pub(crate) fn limit(&mut self, limits: &[(Count, f64, f64)], missing: f64, joining: &mut Joining) {
        for branch in &mut self.branches {
            set_limits(branch, (0.0, f64::INFINITY), joining);
        }
        for &(count, lower, upper) in limits {
            let known = self.branches.iter().position(|branch| branch.count == count);
            let place = known.unwrap_or_else(|| {
                self.branches.push(branch(count, missing, joining));
                self.branches.len() - 1
            });
            // A count may be limited several times on the way to a node: the limits are intersected.
            let branch = &mut self.branches[place];
            let limits = (branch.lower.max(lower), branch.upper.min(upper));
            set_limits(branch, limits, joining);
        }
    }

    /// The charge of limited course counts for a course, euros.
    pub(crate) fn course_charge(&self, duals: &[f64], pattern: usize) -> f64 {
        let is_of = |branch: &&Branch| branch.count == Count::InCourse(pattern);
        -self.branches.iter().filter(is_of).map(|branch| duals[branch.row]).sum::<f64>()
    }

    /// Whether there is a row for a count of parties in a commune on the days of this run.
    pub(crate) fn is_attendance_bounded(&self, commune: CommuneId, run: usize) -> bool {
        let is_at =
            |count: Count| matches!(count, Count::AttendingRun(_, host, at) if host == commune && at == run);
        self.branches.iter().any(|branch| is_at(branch.count))
    }

    /// What limited counts of parties add to the value of classes in a commune, euros per party; those of single runs only for
    /// `run`.
    pub(crate) fn attendance_prices(
        &self,
        duals: &[f64],
        commune: CommuneId,
        run: Option<usize>,
    ) -> BTreeMap<usize, f64> {
        let mut worth = BTreeMap::new();
        for branch in &self.branches {
            let class = match branch.count {
                Count::Attending(class, host) if host == commune => class,
                Count::AttendingRun(class, host, at) if host == commune && Some(at) == run => class,
                _ => continue,
            };
            *worth.entry(class).or_default() += duals[branch.row];
        }
        worth
    }
}

fn set_limits(branch: &mut Branch, limits: (f64, f64), joining: &mut Joining) {
    if (branch.lower, branch.upper) != limits {
        (branch.lower, branch.upper) = limits;
        joining.set_bounds(branch.total, limits);
    }
}

/// Adds a row for a count, without limits.
fn branch(count: Count, missing: f64, joining: &mut Joining) -> Branch {
    let space = joining.space;
    let counted = joining.cycles(|column| count.of(space, column));
    let row = joining.equal(&NATURE, &counted, 0.0);
    joining.variable(missing, &[(row, 1.0)]);
    let total = joining.variable(0.0, &[(row, -1.0)]);
    Branch { count, row, total, lower: 0.0, upper: f64::INFINITY, missing }
}

/// Adds the charge of one count of cycles for a run wherever it applies.
fn charge_one(count: Count, charge: f64, asked: &Asked, charges: &mut Charges) {
    let (run, slot) = (asked.index, asked.run.slot);
    let host = match count {
        Count::All => None,
        Count::InSlot(at) if at == slot => None,
        Count::Hosted(host) => Some(host),
        Count::AtSlot(host, at) if at == slot => Some(host),
        Count::AtRun(host, at) if at == run => Some(host),
        Count::Led(host, at, by) if at == run && by == asked.trainer => Some(host),
        Count::AtVenue(venue, at) if at == run => return charges.venues.push((venue, charge)),
        Count::LedAtVenue(venue, at, by) if at == run && by == asked.trainer => {
            return charges.venues.push((venue, charge));
        }
        _ => return,
    };
    let places = &mut charges.places;
    match host.map(|host| asked.space.place_of[host]) {
        None => places.iter_mut().for_each(|price| *price += charge),
        Some(Some(place)) => places[spots_of(place)].iter_mut().for_each(|price| *price += charge),
        Some(None) => {}
    }
}
