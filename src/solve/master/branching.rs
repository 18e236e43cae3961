//! Counts that must be whole in a plan: the rows that branching bounds.
//!
//! A count is a sum over cycles, of cycles or of parties, and every plan has a whole one. Its row is `Σ count_c λ_c +
//! missing − z = 0`, where `z` is held between the limits of the tree's present node and `missing`, at a price that no
//! plan pays, keeps the program feasible before the cycles that a limit asks for are found. Prices of these rows reach
//! pricing as charges of a place or venue and as worth of a class, so the knapsacks stay what they are.

use std::collections::BTreeMap;

use super::super::space::Space;
use super::{Branch, Column, Master, Prices, Rows};
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};

/// A whole number that every plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// All cycles.
    All,
    /// Cycles held in a commune.
    Hosted(CommuneId),
    /// Cycles held in a commune at a weekly slot.
    AtSlot(CommuneId, SlotId),
    /// Cycles held in a commune on the days of a run.
    AtRun(CommuneId, usize),
    /// Cycles held at a venue on the days of a run.
    AtVenue(VenueId, usize),
    /// Cycles that a trainer holds in a commune on the days of a run.
    Led(CommuneId, usize, TrainerId),
    /// Cycles that a trainer holds at a venue on the days of a run.
    LedAtVenue(VenueId, usize, TrainerId),
    /// Cycles of a slot in the whole plan.
    InSlot(SlotId),
    /// Parties of a class that attend in a commune.
    Attending(usize, CommuneId),
    /// Parties of a class that attend in a commune on the days of a run.
    AttendingRun(usize, CommuneId, usize),
}

impl Count {
    /// What a column adds to the count.
    pub fn of(self, space: &Space, column: &Column) -> f64 {
        let place = &space.patterns[column.pattern];
        let (commune, slot) = (place.host, place.slot);
        let attending = |class: usize| {
            let member = column.members.iter().find(|&&(other, _)| other == class);
            member.map_or(0.0, |&(_, count)| count as f64)
        };
        let one = |is_counted: bool| if is_counted { 1.0 } else { 0.0 };
        match self {
            Self::All => 1.0,
            Self::Hosted(host) => one(host == commune),
            Self::AtSlot(host, at) => one(host == commune && at == slot),
            Self::AtRun(host, run) => one(host == commune && run == place.run),
            Self::AtVenue(venue, run) => one(venue == place.venue && run == place.run),
            Self::Led(host, run, by) => one(host == commune && run == place.run && by == column.trainer),
            Self::LedAtVenue(venue, run, by) => {
                one(venue == place.venue && run == place.run && by == column.trainer)
            }
            Self::InSlot(at) => one(at == slot),
            Self::Attending(class, host) if host == commune => attending(class),
            Self::AttendingRun(class, host, run) if host == commune && run == place.run => attending(class),
            Self::Attending(..) | Self::AttendingRun(..) => 0.0,
        }
    }
}

impl Branch {
    /// The nearest dual that no variable of the row could use to fall without limit.
    pub(super) fn signed(&self, dual: f64) -> f64 {
        let dual = dual.min(self.missing);
        if self.upper.is_finite() { dual } else { dual.max(0.0) }
    }

    /// What the limits add to the Lagrangian bound at a dual: the least of `dual × z` between them.
    pub(super) fn base(&self, dual: f64) -> f64 {
        if 0.0 <= dual { dual * self.lower } else { dual * self.upper }
    }
}

impl Master<'_> {
    /// Bounds counts, and frees those that are not named.
    pub fn limit(&mut self, limits: &[(Count, f64, f64)]) {
        for place in 0..self.rows.branches.len() {
            self.set_limits(place, 0.0, f64::INFINITY);
        }
        for &(count, lower, upper) in limits {
            let known = self.rows.branches.iter().position(|branch| branch.count == count);
            let place = known.unwrap_or_else(|| self.add_branch(count));
            // A count may be bounded several times on the way to a node: the limits close in.
            let branch = &self.rows.branches[place];
            let (lower, upper) = (branch.lower.max(lower), branch.upper.min(upper));
            self.set_limits(place, lower, upper);
        }
    }

    fn set_limits(&mut self, place: usize, lower: f64, upper: f64) {
        let branch = &mut self.rows.branches[place];
        if (branch.lower, branch.upper) != (lower, upper) {
            (branch.lower, branch.upper) = (lower, upper);
            self.lp.set_bounds(branch.total, lower, upper);
        }
    }

    fn add_branch(&mut self, count: Count) -> usize {
        let space = self.rows.space;
        let held = self.columns.iter().zip(&self.column_index);
        let counted = held.map(|(column, &index)| (index, count.of(space, column)));
        let entries: Vec<_> = counted.filter(|&(_, factor)| factor != 0.0).collect();
        let row = self.lp.add_row(0.0, 0.0, &entries);
        self.rows.rhs.push(0.0);
        let missing = self.rows.dear_cycle();
        self.lp.add_column(missing, f64::INFINITY, &[(row, 1.0)]);
        let total = self.lp.add_column(0.0, f64::INFINITY, &[(row, -1.0)]);
        self.rows.branches.push(Branch { count, row, total, lower: 0.0, upper: f64::INFINITY, missing });
        self.rows.branches.len() - 1
    }
}

impl Rows<'_> {
    /// More than a cycle is worth in any plan that is better than none: serving nobody at all, and the dearest cycle.
    pub fn dear_cycle(&self) -> f64 {
        let space = self.space;
        let hire = space.patterns.iter().map(|pattern| pattern.fixed).fold(0.0, f64::max);
        let time = space.staff.iter().map(|staff| staff.cycle_time).fold(0.0, f64::max);
        2.0 * (space.nobody_served() + space.dearest_person() + hire + time)
    }

    /// Adds what bounded counts of cycles charge for a run to `places` (`[place × 2 + kit]`), and returns what they
    /// charge at single venues.
    pub fn branch_charges(
        &self,
        prices: &Prices,
        trainer: TrainerId,
        run: usize,
        places: &mut [f64],
    ) -> Vec<(VenueId, f64)> {
        let slot = self.space.runs[run].slot;
        let mut venues = Vec::new();
        for branch in &self.branches {
            let charge = -prices.duals[branch.row];
            let host = match branch.count {
                Count::All => None,
                Count::InSlot(at) if at == slot => None,
                Count::Hosted(host) => Some(host),
                Count::AtSlot(host, at) if at == slot => Some(host),
                Count::AtRun(host, at) if at == run => Some(host),
                Count::Led(host, at, by) if at == run && by == trainer => Some(host),
                Count::AtVenue(venue, at) if at == run => {
                    venues.push((venue, charge));
                    continue;
                }
                Count::LedAtVenue(venue, at, by) if at == run && by == trainer => {
                    venues.push((venue, charge));
                    continue;
                }
                _ => continue,
            };
            match host.map(|host| self.space.place_of[host]) {
                None => places.iter_mut().for_each(|price| *price += charge),
                Some(Some(place)) => {
                    places[place * 2..place * 2 + 2].iter_mut().for_each(|price| *price += charge);
                }
                Some(None) => {}
            }
        }
        venues
    }

    /// Whether a count of parties in a commune on the days of a run alone is bounded.
    pub fn is_attendance_bounded(&self, commune: CommuneId, run: usize) -> bool {
        let is_at =
            |count: Count| matches!(count, Count::AttendingRun(_, host, at) if host == commune && at == run);
        self.branches.iter().any(|branch| is_at(branch.count))
    }

    /// What bounded counts of parties add to the worth of classes in a commune, euros a party; those of single runs
    /// for one run only.
    pub fn attendance_prices(
        &self,
        prices: &Prices,
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
            *worth.entry(class).or_default() += prices.duals[branch.row];
        }
        worth
    }
}

/// The counts of a solution, kind by kind: those that shape a plan most come first.
pub fn counts(space: &Space, chosen: &[(&Column, f64)], kind: usize) -> BTreeMap<Count, f64> {
    let mut sums: BTreeMap<Count, f64> = BTreeMap::new();
    for &(column, value) in chosen {
        let place = &space.patterns[column.pattern];
        let (host, run, by) = (space.commune(column.pattern), place.run, column.trainer);
        let slot = space.runs[run].slot;
        let one = match kind {
            0 => Count::All,
            1 => Count::Hosted(host),
            2 => Count::InSlot(slot),
            3 => Count::AtSlot(host, slot),
            4 => Count::AtRun(host, run),
            5 => Count::AtVenue(place.venue, run),
            8 => Count::Led(host, run, by),
            9 => Count::LedAtVenue(place.venue, run, by),
            _ => {
                for &(class, count) in &column.members {
                    let attending = match kind {
                        6 => Count::Attending(class, host),
                        _ => Count::AttendingRun(class, host, run),
                    };
                    *sums.entry(attending).or_default() += value * count as f64;
                }
                continue;
            }
        };
        *sums.entry(one).or_default() += value;
    }
    sums
}

/// Kinds of counts in [`counts`].
pub const N_KINDS: usize = 10;
/// Kinds below this settle who attends what where and when; the others, by whom it is led.
pub const FIRST_OF_TRAINERS: usize = 8;
