//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected and scaled direction (Adam: Kingma and Ba 2015). Mostly the rows of
//! classes are moved: at given duals the cycles of the least schedules cover some parties too often and others not at
//! all; the price of the former falls, that of the latter rises. What a single class is told is noise of 0 and 1; what
//! all classes of a commune are told together is not. Each class therefore moves with its commune, and by itself. Tour rows
//! have a rule of their own, and more of them join on the way (`tours`). The cycles of the last schedules fit together, which
//! the first cycles of a column generation never do.
//!
//! # Design
//! Why not column generation from the start? The ascent comes to the same bound in a fraction of the time, once rows that are
//! broken may join (`benches/journal.md`, row 13). Rows of venues are among them, because schedules would hold two trainers' cycles
//! in one room; rows of trainers' times and days are never broken (row 25). Rows price people only late: from the start they stall
//! the ascent (row 14).
//!
//! Other steps (by agreement of signs, by Polyak's rule, one slot at a time) are slower or diverge (rows 17 and 20).

mod budget;
mod dive;
mod guess;
mod kits;
mod moments;
mod schedule;
mod tours;

use std::collections::{BTreeMap, VecDeque};

use super::Remaining;
use super::bound::lagrangian;
use super::master::{Column, KitDay, Prices, Rows, VenueDay};
use super::milp::lp::RowIndex;
use super::pricing::{Round, price};
use super::separation::{Broken, Family};
use super::space::Space;
use crate::instance::ids::CommuneId;
use budget::BudgetPrice;
pub use dive::Dive;
use guess::{Guess, best_guess};
use kits::KitPrices;
use moments::{Moments, cooled};
use schedule::scheduled;
use tours::TourPrices;

/// First and last step, as shares of the cost of leaving a person out.
const FIRST_STEP: f64 = 0.006;
const LAST_STEP: f64 = 0.00005;
/// First step where money is scarce.
const FIRST_STEP_OF_POOR: f64 = 0.0012;
/// Step of all classes of a commune, relative to that of each.
const OF_COMMUNE: f64 = 1.5;
/// Schedules whose cycles the master begins with, the last ones of the ascent.
const SCHEDULES_KEPT: usize = 12;
/// Rounds between two looks for broken tour rows, at least, and share of the ascent: the mixture that is looked at is
/// that of the schedules since.
const ROUNDS_OF_MIXTURE: usize = 40;
const SHARE_OF_MIXTURE: f64 = 0.03;
/// Schedules of a mixture, at most.
const MOST_OF_MIXTURE: usize = 200;
/// Share of the ascent after which no more rows join: those that did need time to find their prices.
const LAST_LOOK: f64 = 0.85;
/// A venue that the mixture holds more often than this at once gets rows.
const CROWDED: f64 = 1.1;
/// A day on which the mixture takes so many kits more than there are gets rows.
const SHORT: f64 = 0.1;
/// A bound that rose by less, relative to it, has not risen.
const RISEN: f64 = 1e-4;
/// Share of an ascent without a higher bound after which it is in vain.
const VAIN: f64 = 0.12;
/// Share of the ascent after which rows price people, too.
const WITH_PEOPLE: f64 = 0.25;

/// Where the ascent ended.
#[derive(Debug, Clone)]
pub struct Ascent {
    /// Duals with the best bound: of the rows that were given, then of those of `venue_days`, of `kit_days`, of `tour_rows`.
    pub duals: Vec<f64>,
    /// Venues and days whose rows joined on the way and have a price.
    pub venue_days: Vec<VenueDay>,
    /// Days and levels of kits whose rows joined on the way and have a price.
    pub kit_days: Vec<KitDay>,
    /// Tour rows that joined on the way and have a price, each for one day.
    pub tour_rows: Vec<Broken>,
    /// Their bound, euros.
    pub bound: f64,
    /// Cycles of the last schedules.
    pub columns: Vec<Column>,
    /// Rounds of pricing.
    pub rounds: u64,
}

/// An ascent under way.
#[derive(Debug, Clone)]
pub struct Climb<'s> {
    space: &'s Space<'s>,
    /// The rows that were given, and those that joined.
    rows: Rows<'s>,
    duals: Vec<f64>,
    tours: TourPrices,
    kits: KitPrices,
    budget: BudgetPrice,
    /// Classes of each commune, and how they moved.
    at_home: Vec<(Vec<usize>, Moments)>,
    /// How each row moved.
    of_row: Vec<Moments>,
    /// Whether rows may join.
    may_join: bool,
    /// Whether money is scarce: the budget has a price from the start. Then nearly all cycles are worth next to nothing, and
    /// schedules hold many or none of them whichever way prices tremble: what is usual is no measure of a slack, and large steps
    /// make noise look like profit.
    is_poor: bool,
    /// The last schedules, the latest last: those since the last look for rows, and as many as are kept.
    schedules: VecDeque<Vec<Column>>,
    /// Rounds since the last look for broken rows, and how much of the ascent was over then.
    unseen: usize,
    seen_at: f64,
    /// The bound when it last rose by more than a trifle, euros, and how much of the ascent was over then.
    risen: (f64, f64),
    best: Ascent,
}

impl<'s> Climb<'s> {
    /// An ascent from a guess of prices, whether or not rows may join on the way.
    pub fn new(space: &'s Space<'s>, rows: &Rows<'s>, may_join: bool, remaining: Remaining) -> Self {
        let Guess { duals, bound, .. } = best_guess(space, rows, remaining);
        let best = Ascent {
            duals: duals.clone(),
            venue_days: Vec::new(),
            kit_days: Vec::new(),
            tour_rows: Vec::new(),
            bound,
            columns: Vec::new(),
            rounds: 0,
        };
        Self {
            space,
            tours: TourPrices::new(rows, duals.len()),
            kits: KitPrices::default(),
            budget: BudgetPrice::new(rows),
            of_row: vec![Moments::default(); duals.len()],
            at_home: by_home(space).into_iter().map(|classes| (classes, Moments::default())).collect(),
            may_join,
            is_poor: rows.budget_row().is_some_and(|row| duals[row] < 0.0),
            schedules: VecDeque::new(),
            unseen: 0,
            seen_at: 0.0,
            rows: rows.clone(),
            duals,
            risen: (bound, 0.0),
            best,
        }
    }

    /// The best bound so far, euros.
    pub fn bound(&self) -> f64 {
        self.best.bound
    }

    /// Whether the bound has not risen by more than a trifle for a while when so much of the ascent is over, as it happens where
    /// money is scarce.
    pub fn is_vain(&self, share: f64) -> bool {
        self.is_poor && share - self.risen.1 >= VAIN
    }

    /// Rounds of pricing so far.
    pub fn rounds(&self) -> u64 {
        self.best.rounds
    }

    /// One round of pricing and a step, while `share` of the ascent is over; `false` where no time remains.
    pub fn climb(&mut self, share: f64, remaining: Remaining) -> bool {
        let Some((prices, round)) = self.price(remaining) else { return false };
        let found = lagrangian(self.space, &prices, &round);
        self.best.rounds += 1;
        if found.bound > self.best.bound {
            (self.best.bound, self.best.duals) = (found.bound, self.duals.clone());
        }
        if self.best.bound - self.risen.0 > RISEN * self.risen.0.abs() {
            self.risen = (self.best.bound, share);
        }
        self.step(scheduled(self.space, &round, &found.schedule), share);
        true
    }

    /// A round of pricing at the duals, which are made feasible; `None` where no time remains.
    fn price(&mut self, remaining: Remaining) -> Option<(Prices, Round)> {
        let prices = self.rows.prices(&self.duals);
        self.duals.clone_from(&prices.duals);
        let round = price(self.space, &self.rows, &prices, remaining)?;
        Some((prices, round))
    }

    /// A whole ascent of so many rounds, without a limit of time.
    pub fn climb_all(&mut self, n_rounds: u64) {
        for round in 0..n_rounds {
            self.climb(round as f64 / n_rounds as f64, &|| f64::INFINITY);
        }
    }

    /// What the ascent came to.
    pub fn end(self) -> Ascent {
        let Self { rows, tours, schedules, mut best, .. } = self;
        let n_given = tours.n_given;
        let joined = best.duals.split_off(n_given);
        // Rows that joined after the best bound was found have no price in it.
        let dual = |row: RowIndex| joined.get(row - n_given).copied().unwrap_or(0.0);
        for (day, of_day) in rows.venue_days() {
            let duals: Vec<f64> = of_day.filter(|&row| row >= n_given).map(dual).collect();
            if duals.iter().any(|&dual| dual < 0.0) {
                best.venue_days.push(day);
                best.duals.extend(duals);
            }
        }
        for (day, of_day) in rows.kit_days() {
            if dual(of_day.stock) < 0.0 {
                best.kit_days.push(day);
                best.duals.extend(of_day.all().map(dual));
            }
        }
        for (row, share) in tours.kept(dual) {
            best.tour_rows.push(row);
            best.duals.push(share);
        }
        let passed = schedules.len().saturating_sub(SCHEDULES_KEPT);
        best.columns = schedules.into_iter().skip(passed).flatten().collect();
        best
    }

    /// Moves the duals after a round that found a schedule, and looks for rows where it is time to.
    fn step(&mut self, schedule: Vec<Column>, share: f64) {
        self.turn(&self.rows.slack(&schedule), share);
        self.schedules.push_back(schedule);
        self.unseen += 1;
        while self.schedules.len() > self.unseen.clamp(SCHEDULES_KEPT, MOST_OF_MIXTURE) {
            self.schedules.pop_front();
        }
        let is_due = self.unseen >= ROUNDS_OF_MIXTURE && share - self.seen_at >= SHARE_OF_MIXTURE;
        if is_due && self.may_join && share < LAST_LOOK {
            self.tighten(share);
        }
    }

    /// Moves the duals toward what the last schedule lacks.
    fn turn(&mut self, slack: &[f64], share: f64) {
        let round = self.best.rounds;
        let is_poor = self.is_poor;
        let first = if is_poor { FIRST_STEP_OF_POOR } else { FIRST_STEP };
        let step = cooled(first, LAST_STEP, share) * self.space.dearest_person();
        for (classes, moments) in &mut self.at_home {
            let slack: f64 = classes.iter().map(|&class| slack[class]).sum();
            let change = OF_COMMUNE * step * moments.turn(slack, round, is_poor);
            for &class in &*classes {
                self.duals[class] += change;
            }
        }
        for row in self.rows.lone_rows() {
            self.duals[row] += step * self.of_row[row].turn(slack[row], round, is_poor);
        }
        self.kits.turn(&self.rows, slack, &mut self.duals, (step, round, share));
        let euro = self.budget.turn(&self.rows, slack, &mut self.duals, round, share);
        self.tours.turn(&self.rows, slack, &mut self.duals, share, euro);
    }

    /// Lets the rows join that the mixture of the last schedules breaks.
    fn tighten(&mut self, share: f64) {
        let passed = self.schedules.len().saturating_sub(self.unseen);
        let weight = 1.0 / (self.schedules.len() - passed) as f64;
        let since = self.schedules.iter().skip(passed);
        let mixture: Vec<(&Column, f64)> = since.flatten().map(|column| (column, weight)).collect();
        let family = if share < WITH_PEOPLE { Family::Sessions } else { Family::People };
        self.tours.tighten(&mut self.rows, &mixture, family, &mut self.duals);
        let short = self.rows.short_of_kits(mixture.iter().copied(), SHORT);
        let crowded = self.rows.crowded(mixture, CROWDED);
        self.join_kits(short);
        self.join_venues(crowded);
        (self.unseen, self.seen_at) = (0, share);
    }

    /// Lets the rows of venues join, at no price yet.
    fn join_venues(&mut self, days: Vec<VenueDay>) {
        self.rows.price_venue_days(days);
        self.join_rows();
    }

    /// Lets the rows of kits join, at no price yet.
    fn join_kits(&mut self, days: Vec<KitDay>) {
        self.rows.price_kit_days(days);
        self.join_rows();
    }

    fn join_rows(&mut self) {
        self.duals.resize(self.rows.n_rows(), 0.0);
        self.of_row.resize(self.rows.n_rows(), Moments::default());
    }
}

/// The classes of each commune that has any; those of several communes count for the first of them.
fn by_home(space: &Space) -> Vec<Vec<usize>> {
    let mut at_home: BTreeMap<CommuneId, Vec<usize>> = BTreeMap::new();
    for (index, class) in space.classes.iter().enumerate() {
        at_home.entry(class.homes[0].0).or_default().push(index);
    }
    at_home.into_values().collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::master::Master;
    use super::*;
    use crate::input::read_scenario;

    /// The bound after so many rounds, and the tour rows that joined and are kept.
    fn climbed(name: &str, n_rounds: u64, may_join: bool) -> Ascent {
        let path = Path::new("data/bench/instances").join(name).join("scenario.toml");
        let instance = read_scenario(&path).expect("a valid scenario").instance;
        let space = Space::new(&instance);
        let rows = Master::new(&space).rows;
        let mut climb = Climb::new(&space, &rows, may_join, &|| f64::INFINITY);
        climb.climb_all(n_rounds);
        assert_eq!(climb.rounds(), n_rounds);
        climb.end()
    }

    #[test]
    fn rows_that_join_raise_the_bound_and_never_beyond_an_optimum() {
        // The optimum is known, and the linear programs without and with tour rows: 12,903.7 and 13,042.95.
        let (alone, joined) = (climbed("tiny", 600, false), climbed("tiny", 600, true));
        assert!(alone.tour_rows.is_empty() && !joined.tour_rows.is_empty());
        assert!(alone.bound > 12_000.0, "{}", alone.bound);
        assert!(joined.bound > alone.bound + 10.0, "{} with rows, {} without", joined.bound, alone.bound);
        assert!(joined.bound <= 13_193.72, "{}", joined.bound);
    }

    #[test]
    fn rows_of_rooms_join_and_leave_the_bound_below_a_plan() {
        let ascent = climbed("phase1", 300, true);
        assert!(!ascent.venue_days.is_empty());
        // The objective of a legal plan that a search found.
        assert!(ascent.bound > 16_000.0 && ascent.bound < 17_478.5, "{}", ascent.bound);
    }

    #[test]
    fn the_master_begins_with_the_rows_that_are_kept_and_their_prices() {
        let ascent = climbed("tiny", 300, true);
        let path = Path::new("data/bench/instances/tiny/scenario.toml");
        let instance = read_scenario(path).expect("a valid scenario").instance;
        let space = Space::new(&instance);
        let mut master = Master::new(&space);
        master.add_venue_days(ascent.venue_days);
        master.add_kit_days(ascent.kit_days);
        assert_eq!(ascent.duals.len(), master.rows.n_rows() + ascent.tour_rows.len());
        master.add_tour_cuts(ascent.tour_rows);
        let prices = master.rows.prices(&ascent.duals);
        let round = price(&space, &master.rows, &prices, &|| f64::INFINITY).expect("there is time");
        // Only rows with next to no price were dropped: the bound is nearly what it was.
        let bound = lagrangian(&space, &prices, &round).bound;
        assert!((bound - ascent.bound).abs() < 0.01 * ascent.bound, "{bound} for {}", ascent.bound);
    }
}
