//! The linear program over chosen cycles, and its prices.
//!
//! # Model
//! Sets: classes K, communes M, crews of like trainers T, days D, columns C (a column is a whole cycle: venue, slot, first date,
//! trainer, number of parties of each class).
//! `λ_c ≥ 0` is how often column c is chosen, `short_m ≥ 0` the residents of commune m below their share,
//! `missing_m ≥ 0` the cycles that it should host and does not,
//! `tour_td ≥ 0` the cost of trainer t's tour on day d, `kit_tdl ≥ 0` whether t has a kit of level l or more.
//!
//! Minimise `Σ_c cost_c λ_c + equity_cost Σ_m short_m + absence_cost Σ_m missing_m + Σ_td tour_td`, where `cost_c` is the
//! cycle's cash and service without tours, less what leaving its members out would cost; the constant is the cost of the empty
//! plan. Rows:
//!
//! | row | formula | rule |
//! | --- | --- | --- |
//! | class | `Σ_c a_kc λ_c ≤ n_k` | H2, H3 |
//! | equity | `Σ_c served_mc λ_c + short_m ≥ goal_m` | section 5 |
//! | absence | `Σ_{c in m} λ_c + missing_m ≥ min_cycles_m` | section 5 |
//! | trainer time | `Σ_{c holds a session of the clique} λ_c ≤ m_t`, each crew of m trainers, day, clique of slots | H7 |
//! | trainer day, week | `Σ_c sessions_c λ_c ≤ m_t max` | H6 |
//! | trainer in all | `Σ_c λ_c ≤ m_t ⌊max / sessions⌋` | H6 |
//! | tour | `tour_td − Σ_c price_c λ_c ≥ −m_t μ`, each [`TourCut`] (all but round trips added when broken) | section 5, H2, H7, H8 |
//! | venue time | `Σ_c λ_c ≤ 1`, each venue, day, clique (added when broken) | H4 |
//! | kit | `kit_tdl ≥ Σ_c λ_c` and `Σ_t kit_tdl ≤ stock_l` (added when broken) | H8 |
//! | host limit | `Σ_c λ_c ≤ max` | H9 |
//! | branching | `lower ≤ Σ_c count_c λ_c ≤ upper`, each [`Count`] (added by the tree) | – |
//! | budget | `Σ_c gross_c λ_c + Σ tour_td ≤ max_gross` | H10 |
//!
//! Every legal plan is a point of this program at its own objective or less, so the optimum over *all* columns is a
//! bound. Rows that are left out, and tours priced by their cuts, only lower it.
//!
//! # Size
//! |K| + |M| + |T||D| (slots a day + cuts) rows: some 5,000 for a half-year rollout with four trainers.

mod bounding_box;
mod branching;
mod build;
mod kits;
mod lazy;
mod prices;
mod venues;

use std::collections::BTreeMap;
use std::sync::Arc;

use typed_index_collections::TiVec;

use super::Remaining;
use super::draft::{Draft, Group};
use super::milp::lp::{ColumnIndex, Lp, LpSolution, RowIndex, Simplex, Unsolved};
use super::space::{Day, Space};
use super::tours::{TourCosts, TourCut};
use crate::instance::ids::{CommuneId, SlotId, TrackId, TrainerId};

pub use branching::{Count, FIRST_OF_TRAINERS, N_KINDS, counts};
pub use kits::{KitDay, KitRows};
pub use prices::Prices;
pub use venues::VenueDay;

/// A cycle that the master may choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Index into [`Space::patterns`].
    pub pattern: usize,
    /// By whose crew: its leader.
    pub trainer: TrainerId,
    /// What is taught.
    pub track: TrackId,
    /// Class and number of parties.
    pub members: Vec<(usize, usize)>,
    /// Kit tablets that each session needs.
    pub need: usize,
}

/// A row over slots that cannot be held at once.
#[derive(Debug, Clone)]
struct CliqueRow {
    row: RowIndex,
    slots: Vec<SlotId>,
}

/// A row on a trainer's tour of a day, or of several that were used alike.
#[derive(Debug, Clone)]
struct TourRow {
    row: RowIndex,
    cut: usize,
}

/// A row that needs a kit of a level for a trainer's day.
#[derive(Debug, Clone)]
struct KitRow {
    row: RowIndex,
    level: usize,
    slots: Vec<SlotId>,
    stock: RowIndex,
}

/// Rows of one trainer on one day.
#[derive(Debug, Clone, Default)]
struct DayRows {
    time: Vec<CliqueRow>,
    limit: Option<RowIndex>,
    tour: Option<ColumnIndex>,
    cuts: Vec<TourRow>,
    kits: Vec<KitRow>,
}

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

/// The rows of the master and what each cycle means in them; shared with pricing, knows no solver.
#[derive(Debug, Clone)]
pub struct Rows<'s> {
    space: &'s Space<'s>,
    /// Tour costs by trainer and weekday.
    pub tours: TiVec<TrainerId, [TourCosts; 7]>,
    /// Round trips by trainer and weekday: `[place × 2 + kit]`.
    trips: TiVec<TrainerId, [Vec<f64>; 7]>,
    days: Vec<DayRows>,
    weeks: BTreeMap<(TrainerId, usize), RowIndex>,
    totals: BTreeMap<TrainerId, RowIndex>,
    venues: BTreeMap<VenueDay, Vec<CliqueRow>>,
    kit_days: BTreeMap<KitDay, KitRows>,
    equity: TiVec<CommuneId, Option<RowIndex>>,
    absence: TiVec<CommuneId, Option<RowIndex>>,
    hosts: TiVec<CommuneId, Option<RowIndex>>,
    budget: Option<RowIndex>,
    /// Counts that branching bounds.
    branches: Vec<Branch>,
    /// All cuts, by number; shared by days of a trainer's weekday.
    cuts: Vec<Arc<TourCut>>,
    /// Right-hand sides of all rows, for the Lagrangian bound.
    rhs: Vec<f64>,
    constant: f64,
}

/// The master program.
pub struct Master<'s> {
    /// Its rows.
    pub rows: Rows<'s>,
    lp: Lp,
    columns: Vec<Column>,
    column_index: Vec<ColumnIndex>,
    bounding_box: Vec<bounding_box::Side>,
}

impl std::fmt::Debug for Master<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Master").field("lp", &self.lp).finish_non_exhaustive()
    }
}

impl Master<'_> {
    /// Solves over the present columns. The objective includes the constant.
    ///
    /// # Errors
    /// See [`Lp::solve`](super::milp::lp::Lp::solve).
    pub fn solve(&mut self, simplex: Simplex, remaining: Remaining) -> Result<LpSolution, Unsolved> {
        let mut solution = self.lp.solve(simplex, remaining)?;
        solution.objective += self.rows.constant;
        Ok(solution)
    }

    /// Rows times columns of the program.
    pub fn n_cells(&self) -> u64 {
        self.lp.n_cells()
    }

    /// Iterations of all solves so far.
    pub fn n_pivots(&self) -> u64 {
        self.lp.n_pivots()
    }

    /// Columns with their values in a solution.
    pub fn chosen<'a>(&'a self, solution: &'a LpSolution) -> impl Iterator<Item = (&'a Column, f64)> {
        self.columns
            .iter()
            .zip(&self.column_index)
            .map(|(column, &index)| (column, solution.values.get(index).copied().unwrap_or(0.0)))
    }

    /// Adds the groups of a draft as columns.
    pub fn add_draft(&mut self, draft: &Draft) {
        draft.groups().for_each(|(_, group)| self.add(column_of(draft, group)));
    }

    /// Adds a column.
    pub fn add(&mut self, column: Column) {
        let entries = self.rows.entries(&column);
        let index = self.lp.add_column(self.rows.cost(&column), f64::INFINITY, &entries);
        self.columns.push(column);
        self.column_index.push(index);
    }
}

impl Rows<'_> {
    /// Cost of a column: cash and service without tours, less what leaving its members out would cost, euros.
    fn cost(&self, column: &Column) -> f64 {
        let space = self.space;
        let people: f64 = column
            .members
            .iter()
            .map(|&(class, count)| {
                let attendance = space.attendance(class, column.pattern).unwrap_or(f64::INFINITY);
                (attendance - space.classes[class].unserved) * count as f64
            })
            .sum();
        self.cash(column) + people
    }

    /// Hire, set-up, trainer time and tablets of a column, euros.
    fn cash(&self, column: &Column) -> f64 {
        let space = self.space;
        space.patterns[column.pattern].fixed
            + space.staff[column.trainer].cycle_time
            + space.tablet * column.need as f64
    }

    /// Coefficients of a column in all present rows.
    fn entries(&self, column: &Column) -> Vec<(RowIndex, f64)> {
        let space = self.space;
        let place = &space.patterns[column.pattern];
        let run = &space.runs[place.run];
        let commune = space.commune(column.pattern);
        let mut entries: BTreeMap<RowIndex, f64> = BTreeMap::new();
        let mut persons = 0;
        for &(index, count) in &column.members {
            let class = &space.classes[index];
            *entries.entry(index).or_default() += count as f64;
            persons += class.size * count;
            for &(home, members) in &class.homes {
                if let Some(row) = self.equity[home] {
                    *entries.entry(row).or_default() += (members * count) as f64;
                }
            }
        }
        for &day in &run.days {
            self.day_entries(column, day, &mut entries);
            for clique in self.venues.get(&(place.venue, day)).into_iter().flatten() {
                if clique.slots.contains(&run.slot) {
                    entries.insert(clique.row, 1.0);
                }
            }
            if let Some(&row) = self.weeks.get(&(column.trainer, space.week_of[day])) {
                *entries.entry(row).or_default() += 1.0;
            }
        }
        let totals = self.totals.get(&column.trainer).copied();
        for row in [self.absence[commune], self.hosts[commune], totals].into_iter().flatten() {
            entries.insert(row, 1.0);
        }
        if let Some(row) = self.budget {
            entries.insert(row, self.cash(column) + space.support * persons as f64);
        }
        for branch in &self.branches {
            entries.insert(branch.row, branch.count.of(space, column));
        }
        entries.into_iter().filter(|&(_, factor)| factor != 0.0).collect()
    }

    fn day_entries(&self, column: &Column, day: Day, entries: &mut BTreeMap<RowIndex, f64>) {
        let space = self.space;
        let slot = space.patterns[column.pattern].slot;
        let rows = self.day_rows(column.trainer, day);
        for clique in rows.time.iter().filter(|clique| clique.slots.contains(&slot)) {
            entries.insert(clique.row, 1.0);
        }
        if let Some(row) = rows.limit {
            entries.insert(row, 1.0);
        }
        let tours = &self.tours[column.trainer][space.weekday(day)];
        let place = space.patterns[column.pattern].place;
        let node = tours.node(space.rank[slot], place, column.need > 0);
        for tour in &rows.cuts {
            *entries.entry(tour.row).or_default() -= self.cuts[tour.cut].charge(node, shares(space, column));
        }
        let level = space.kit_level(column.need);
        for kit in rows.kits.iter().filter(|kit| kit.level <= level && kit.slots.contains(&slot)) {
            entries.insert(kit.row, -1.0);
        }
    }

    /// Cost of the cheapest round trip of a trainer to a host commune on the weekday of a day, euros; infinite where
    /// there is none, and no cycle may be held.
    pub fn trip(&self, trainer: TrainerId, day: Day, place: usize, has_kit: bool) -> f64 {
        self.trips[trainer][self.space.weekday(day)]
            .get(place * 2 + usize::from(has_kit))
            .copied()
            .unwrap_or(0.0)
    }

    fn day_rows(&self, trainer: TrainerId, day: Day) -> &DayRows {
        &self.days[usize::from(trainer) * self.space.n_days + day]
    }

    fn day_rows_mut(&mut self, trainer: TrainerId, day: Day) -> &mut DayRows {
        &mut self.days[usize::from(trainer) * self.space.n_days + day]
    }
}

/// Classes that attend, with the share of their parties.
fn shares(space: &Space, column: &Column) -> impl Iterator<Item = (usize, f64)> {
    column
        .members
        .iter()
        .map(|&(class, count)| (class, count as f64 / space.classes[class].parties.len() as f64))
}

fn column_of(draft: &Draft, group: &Group) -> Column {
    let mut members = group.members.clone();
    members.sort_unstable();
    Column {
        pattern: group.pattern,
        trainer: draft.space().leader[group.trainer],
        track: group.track,
        members,
        need: draft.need(group),
    }
}
