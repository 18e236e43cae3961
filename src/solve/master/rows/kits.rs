//! On each day, trainers take at most as many kits of a level as there are (H8): `kit_tdl ≥ Σ_c λ_c` for each trainer and set of
//! slots of which only one can be held, and `Σ_t kit_tdl ≤ stock_l`. The rows of a day and level are added when violated.

use std::collections::BTreeMap;

use super::super::super::milp::lp::RowIndex;
use super::super::super::space::{Day, Space};
use super::super::by_day::ByDay;
use super::super::cliques::{Load, TOLERANCE};
use super::super::column::Column;
use super::super::ledger::{Joining, Nature};
use super::super::prices::Charges;
use super::kind::{Asked, Entries, Kind, Start};
use super::times::Times;
use crate::instance::ids::{SlotId, TrainerId};

const NATURE: Nature = Nature { name: "kit", is_lone: false, is_room: false };

/// A day and a level of kits ([`Stock::level`](super::super::super::roster::Stock::level)).
pub type KitDay = (Day, usize);

/// The rows of a day and level.
#[derive(Debug, Clone)]
pub struct KitRows {
    /// The row of the stock of kits.
    pub stock: RowIndex,
    /// For each crew's leader who works that day: one row for each set of slots that cannot be held together; these rows share
    /// one kit.
    pub links: Vec<(TrainerId, Vec<RowIndex>)>,
}

impl KitRows {
    /// All rows, in the order of their indices.
    pub fn all(&self) -> impl Iterator<Item = RowIndex> {
        let links = self.links.iter().flat_map(|(_, rows)| rows.iter().copied());
        std::iter::once(self.stock).chain(links)
    }
}

/// A row that requires a kit of a level on a trainer's day.
#[derive(Debug, Clone)]
struct Link {
    row: RowIndex,
    level: usize,
    slots: Vec<SlotId>,
    stock: RowIndex,
}

/// The rows of kits.
#[derive(Debug, Clone)]
pub(crate) struct Kits {
    days: BTreeMap<KitDay, KitRows>,
    links: ByDay<Vec<Link>>,
}

impl Kind for Kits {
    fn new(start: &mut Start) -> Self {
        Self { days: BTreeMap::new(), links: ByDay::new(start.space) }
    }

    fn enter(&self, space: &Space, column: &Column, entries: &mut Entries) {
        let (slot, level) = (space.patterns[column.pattern].slot, space.stock.level(column.need));
        for link in column.appointments(space).flat_map(|held| &self.links[(held.trainer, held.day)]) {
            if link.level <= level && link.slots.contains(&slot) {
                entries.add(link.row, -1.0);
            }
        }
    }

    fn charge(&self, asked: &Asked, charges: &mut Charges) {
        for link in asked.run.days.iter().flat_map(|&day| &self.links[(asked.trainer, day)]) {
            if link.slots.contains(&asked.run.slot) {
                let dual = asked.duals[link.row];
                charges.kits[link.level..].iter_mut().for_each(|charge| *charge += dual);
            }
        }
    }

    fn sign(&self, space: &Space, duals: &mut [f64]) {
        for links in self.links.iter().filter(|links| !links.is_empty()) {
            for level in 1..=space.stock.levels().len() {
                let links: Vec<&Link> = links.iter().filter(|link| link.level == level).collect();
                let total: f64 = links.iter().map(|link| duals[link.row]).sum();
                let paid = links.first().map_or(0.0, |link| -duals[link.stock]);
                if total > paid {
                    for link in links {
                        duals[link.row] *= paid / total;
                    }
                }
            }
        }
    }
}

impl Kits {
    /// Writes the rows of a day and level, which must have none; each trainer's rows follow the cliques of `times`.
    pub(crate) fn join(&mut self, times: &Times, (day, level): KitDay, joining: &mut Joining) {
        let space = joining.space;
        let n_kits = space.stock.n_kits(level) as f64;
        let stock = joining.at_most(&NATURE, &[], n_kits);
        let mut rows = KitRows { stock, links: Vec::new() };
        for (trainer, cliques) in times.cliques(space, day) {
            let kit = joining.variable(0.0, &[(stock, 1.0)]);
            let mut links = Vec::new();
            for slots in cliques {
                let needs = |column: &Column| needs(space, column, (trainer, day, level), &slots);
                let mut terms = joining.cycles(|column| if needs(column) { -1.0 } else { 0.0 });
                terms.push((kit, 1.0));
                let row = joining.at_least(&NATURE, &terms, 0.0);
                links.push(row);
                self.links[(trainer, day)].push(Link { row, level, slots, stock });
            }
            rows.links.push((trainer, links));
        }
        self.days.insert((day, level), rows);
    }

    /// Days and levels without rows on which the cycles, with their values, exceed the stock of kits by more than `excess`.
    pub(crate) fn short<'a>(
        &self,
        space: &Space,
        chosen: impl IntoIterator<Item = (&'a Column, f64)>,
        excess: f64,
    ) -> Vec<KitDay> {
        let is_scarce = |level: &usize| space.stock.n_kits(*level) < space.staff.len();
        let scarce: Vec<usize> = (1..=space.stock.levels().len()).filter(is_scarce).collect();
        if scarce.is_empty() {
            return Vec::new();
        }
        let mut loads: BTreeMap<(KitDay, TrainerId), Load> = BTreeMap::new();
        for (column, value) in chosen.into_iter().filter(|&(_, value)| value > TOLERANCE) {
            let slot = space.patterns[column.pattern].slot;
            for &level in scarce.iter().filter(|&&level| level <= space.stock.level(column.need)) {
                for held in column.appointments(space) {
                    let load = loads.entry(((held.day, level), held.trainer)).or_default();
                    *load.entry(slot).or_default() += value;
                }
            }
        }
        let mut taken: BTreeMap<KitDay, f64> = BTreeMap::new();
        for ((day, _), load) in loads {
            *taken.entry(day).or_default() += load.values().copied().fold(0.0, f64::max);
        }
        let is_short = |&(day, taken): &(KitDay, f64)| {
            taken > space.stock.n_kits(day.1) as f64 + excess && !self.days.contains_key(&day)
        };
        taken.into_iter().filter(is_short).map(|(day, _)| day).collect()
    }

    /// Days and levels that have rows, in an order independent of when they were added.
    pub(crate) fn days(&self) -> impl Iterator<Item = (KitDay, &KitRows)> {
        self.days.iter().map(|(&day, rows)| (day, rows))
    }
}

/// Whether a column needs a kit of this level or more for a session of this trainer's day at one of `slots`.
fn needs(
    space: &Space,
    column: &Column,
    (trainer, day, level): (TrainerId, Day, usize),
    slots: &[SlotId],
) -> bool {
    space.stock.level(column.need) >= level
        && slots.contains(&space.patterns[column.pattern].slot)
        && column.appointments(space).any(|held| (held.trainer, held.day) == (trainer, day))
}
