//! The state of an ascent.

use std::collections::VecDeque;

use super::super::Remaining;
use super::super::master::{Column, Rows};
use super::super::milp::lp::RowIndex;
use super::super::separation::Family;
use super::super::space::Space;
use super::ascent::Ascent;
use super::guess::{Guess, best_guess};
use super::point::Point;
use super::tours::KEPT;

/// Number of last schedules of the ascent whose cycles the master starts with.
const SCHEDULES_KEPT: usize = 12;
/// Minimum number of rounds, and share of the ascent, between two searches for violated tour rows. The search looks at the
/// mixture of the schedules since the last one.
const ROUNDS_OF_MIXTURE: usize = 40;
const SHARE_OF_MIXTURE: f64 = 0.03;
/// Maximum number of schedules in a mixture.
const MOST_OF_MIXTURE: usize = 200;
/// Share of the ascent after which no more rows are added: the duals of new rows need time to converge.
const LAST_LOOK: f64 = 0.85;
/// A venue gets rows if the mixture uses it more often than this at once.
const CROWDED: f64 = 1.1;
/// A day gets kit rows if the mixture takes more than this number of kits beyond the stock.
const SHORT: f64 = 0.1;
/// Relative increase below which the bound counts as not risen.
const RISEN: f64 = 1e-4;
/// Share of an ascent without a higher bound after which it is given up.
const VAIN: f64 = 0.12;
/// Share of the ascent after which rows also price people.
const WITH_PEOPLE: f64 = 0.25;

/// The state of an ascent.
#[derive(Debug, Clone)]
pub struct Climb<'s> {
    point: Point<'s>,
    /// Whether rows may be added.
    may_join: bool,
    /// Rounds of pricing so far.
    rounds: u64,
    /// The best bound so far, euros, and its duals.
    best: (f64, Vec<f64>),
    /// The bound at its last significant increase, euros, and the completed share of the ascent then.
    risen: (f64, f64),
    /// The last schedules, latest last: those since the last search for rows, and at least as many as are kept.
    schedules: VecDeque<Vec<Column>>,
    /// Rounds since the last search for violated rows, and the completed share of the ascent then.
    unseen: usize,
    seen_at: f64,
}

impl<'s> Climb<'s> {
    /// An ascent from guessed duals. Rows are added during the ascent if `may_join`.
    pub fn new(space: &'s Space<'s>, rows: &Rows<'s>, may_join: bool, remaining: Remaining) -> Self {
        let Guess { duals, bound, .. } = best_guess(space, rows, remaining);
        Self {
            best: (bound, duals.clone()),
            point: Point::new(space, rows, duals),
            may_join,
            rounds: 0,
            risen: (bound, 0.0),
            schedules: VecDeque::new(),
            unseen: 0,
            seen_at: 0.0,
        }
    }

    /// The best bound so far, euros.
    pub fn bound(&self) -> f64 {
        self.best.0
    }

    /// Whether the bound has not risen significantly for `VAIN` of the ascent, as happens when money is scarce.
    pub fn is_vain(&self, share: f64) -> bool {
        self.point.is_poor() && share - self.risen.1 >= VAIN
    }

    /// Rounds of pricing so far.
    pub fn rounds(&self) -> u64 {
        self.rounds
    }

    /// The current point.
    pub(super) fn point(&self) -> &Point<'s> {
        &self.point
    }

    /// Runs one round of pricing and a step, at the completed share `share` of the ascent; `false` if no time remains.
    pub fn climb(&mut self, share: f64, remaining: Remaining) -> bool {
        let Some(found) = self.point.price(remaining) else { return false };
        self.rounds += 1;
        if found.bound > self.best.0 {
            self.best = (found.bound, self.point.duals().to_vec());
        }
        if self.best.0 - self.risen.0 > RISEN * self.risen.0.abs() {
            self.risen = (self.best.0, share);
        }
        self.step(found.schedule, share);
        true
    }

    /// Runs a whole ascent of `n_rounds` rounds, without a time limit.
    pub fn climb_all(&mut self, n_rounds: u64) {
        for round in 0..n_rounds {
            self.climb(round as f64 / n_rounds as f64, &|| f64::INFINITY);
        }
    }

    /// The result of the ascent; of the added rows, only those with a non-zero dual.
    pub fn end(self) -> Ascent {
        let Self { point, schedules, best: (bound, best), .. } = self;
        let rows = point.rows();
        // Rows added after the best bound was found have no dual in it.
        let dual = |row: RowIndex| best.get(row).copied().unwrap_or(0.0);
        let of_venues = rows.venue_days().map(|(day, rows)| (day, rows.map(dual).collect::<Vec<f64>>()));
        let of_kits = rows.kit_days().filter(|(_, rows)| dual(rows.stock) < 0.0);
        let of_tours = point.joined_tours().iter().map(|(row, broken)| (broken.clone(), dual(*row)));
        let passed = schedules.len().saturating_sub(SCHEDULES_KEPT);
        Ascent {
            duals: (0..rows.n_given()).map(dual).collect(),
            venue_days: of_venues.filter(|(_, duals)| duals.iter().any(|&dual| dual < 0.0)).collect(),
            kit_days: of_kits.map(|(day, rows)| (day, rows.all().map(dual).collect())).collect(),
            tour_rows: of_tours.filter(|&(_, share)| share > KEPT).collect(),
            bound,
            columns: schedules.into_iter().skip(passed).flatten().collect(),
            rounds: self.rounds,
        }
    }

    /// Moves the duals after a round that found `schedule`, and searches for rows if due.
    fn step(&mut self, schedule: Vec<Column>, share: f64) {
        let slack = self.point.rows().slack(&schedule);
        self.point.turn(&slack, self.rounds, share);
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

    /// Adds the rows that the mixture of the last schedules violates.
    fn tighten(&mut self, share: f64) {
        let passed = self.schedules.len().saturating_sub(self.unseen);
        let weight = 1.0 / (self.schedules.len() - passed) as f64;
        let since = self.schedules.iter().skip(passed);
        let mixture: Vec<(&Column, f64)> = since.flatten().map(|column| (column, weight)).collect();
        let family = if share < WITH_PEOPLE { Family::Sessions } else { Family::People };
        self.point.join_tours(&mixture, family);
        let short = self.point.rows().short_of_kits(mixture.iter().copied(), SHORT);
        let crowded = self.point.rows().crowded(mixture, CROWDED);
        self.point.join_kits(short);
        self.point.join_venues(crowded);
        (self.unseen, self.seen_at) = (0, share);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::super::bound::lagrangian;
    use super::super::super::master::Master;
    use super::super::super::pricing::price;
    use super::*;
    use crate::input::read_scenario;

    /// An ascent of `n_rounds` rounds, with the tour rows that were added and kept.
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
        // Known values: the optimum, and the linear programs without and with tour rows: 12,903.7 and 13,042.95.
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
        let duals = ascent.add_rows(&mut master);
        assert_eq!(duals.len(), master.rows.n_rows());
        let n_joined = ascent.tour_rows.len();
        assert!(n_joined > 0 && duals.ends_with(&[ascent.tour_rows[n_joined - 1].1]));
        let prices = master.rows.prices(&duals);
        let round = price(&space, &master.rows, &prices, &|| f64::INFINITY).expect("there is time");
        // Only rows with negligible duals were dropped, so the bound is nearly unchanged.
        let bound = lagrangian(&space, &prices, &round).bound;
        assert!((bound - ascent.bound).abs() < 0.01 * ascent.bound, "{bound} for {}", ascent.bound);
    }
}
