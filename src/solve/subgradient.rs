//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected and scaled direction (Adam: Kingma and Ba 2015). Mostly the rows of
//! classes are moved: at given duals the cycles of the least schedules cover some parties too often and others not at
//! all; the price of the former falls, that of the latter rises. What a single class is told is noise of 0 and 1; what
//! all classes of a commune are told together is not. Each class therefore moves with its commune, and by itself. A
//! hundred rounds of pricing bring the bound of 460 residents within 3 per cent of the linear program's, and their cycles
//! fit together, which the first cycles of a column generation never do.
//!
//! # Design
//! What was measured on 5,000 residents (`year-5000` of the quality table), bound after 250 rounds, one run each: without
//! the movement of communes and with a rule that goes back to the best point 208,000 to 218,000, over schedules of steps
//! that differed little; with it and without the rule 218,200. On 20,000 residents 928,000 to 942,000 against 982,000.
//! Cooling within half of the time limit, where that cuts the rounds, gave 794,000 after a minute instead of 871,000.
//! Steps by agreement of signs (Rprop) diverge, those of Polyak toward the walk's objective are slow (172,000 after 300).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Remaining;
use super::bound::lagrangian;
use super::master::{Column, Rows};
use super::pricing::{Round, price};
use super::space::Space;
use crate::instance::ids::{CommuneId, TrainerId};

/// First and last step, as shares of the cost of leaving a person out.
const FIRST_STEP: f64 = 0.008;
const LAST_STEP: f64 = 0.0002;
/// Step of all classes of a commune, relative to that of each.
const OF_COMMUNE: f64 = 1.5;
/// How slowly the mean of the direction and of its square forget.
const MEAN_DECAY: f64 = 0.8;
const SQUARE_DECAY: f64 = 0.95;
/// Schedules whose cycles the master begins with, the last ones of the ascent.
const SCHEDULES_KEPT: usize = 12;

/// Where the ascent ended.
#[derive(Debug, Clone)]
pub struct Ascent {
    /// Duals with the best bound.
    pub duals: Vec<f64>,
    /// Their bound, euros.
    pub bound: f64,
    /// Cycles of the last schedules.
    pub columns: Vec<Column>,
    /// Rounds of pricing.
    pub rounds: u64,
}

/// Means of a slack and of its square so far.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    mean: f64,
    square: f64,
}

impl Moments {
    /// Takes in the slack of a round, the first is 1; the direction, some -1 to 1.
    fn turn(&mut self, slack: f64, round: u64) -> f64 {
        self.mean = MEAN_DECAY * self.mean + (1.0 - MEAN_DECAY) * slack;
        self.square = SQUARE_DECAY * self.square + (1.0 - SQUARE_DECAY) * slack * slack;
        let forgotten = |decay: f64| 1.0 - decay.powf(round as f64);
        self.mean / forgotten(MEAN_DECAY) / ((self.square / forgotten(SQUARE_DECAY)).sqrt() + 1e-6)
    }
}

/// Climbs from a guess of what serving a person is worth, for `n_rounds` rounds or until no time remains.
pub fn ascend(space: &Space, rows: &Rows, n_rounds: u64, remaining: Remaining) -> Ascent {
    let most = space.dearest_person();
    let (start, bound) = best_guess(space, rows, most, remaining);
    let at_home = by_home(space);
    let mut of_commune = vec![Moments::default(); at_home.len()];
    let mut of_row = vec![Moments::default(); start.len()];
    let mut best = Ascent { duals: start.clone(), bound, columns: Vec::new(), rounds: 0 };
    let mut duals = start;
    let mut kept: VecDeque<Vec<Column>> = VecDeque::new();
    let decay = (LAST_STEP / FIRST_STEP).powf(1.0 / n_rounds.max(1) as f64);
    let mut step = FIRST_STEP * most;
    while best.rounds < n_rounds {
        let prices = rows.prices(&duals);
        let Some(round) = price(space, rows, &prices, remaining) else { break };
        let found = lagrangian(space, &prices, &round);
        best.rounds += 1;
        if found.bound > best.bound {
            (best.bound, best.duals) = (found.bound, duals.clone());
        }
        let schedule = scheduled(space, &round, &found.schedule);
        let slack = rows.slack(&schedule);
        kept.push_back(schedule);
        if kept.len() > SCHEDULES_KEPT {
            kept.pop_front();
        }
        for (classes, moments) in at_home.iter().zip(&mut of_commune) {
            let slack: f64 = classes.iter().map(|class| slack[class]).sum();
            let change = OF_COMMUNE * step * moments.turn(slack, best.rounds);
            for &class in classes {
                duals[class] += change;
            }
        }
        for (row, slack) in slack {
            duals[row] += step * of_row[row].turn(slack, best.rounds);
        }
        duals = rows.prices(&duals).duals;
        step *= decay;
    }
    best.columns = kept.into_iter().flatten().collect();
    best
}

/// The classes of each commune that has any; those of several communes count for the first of them.
fn by_home(space: &Space) -> Vec<Vec<usize>> {
    let mut at_home: BTreeMap<CommuneId, Vec<usize>> = BTreeMap::new();
    for (index, class) in space.classes.iter().enumerate() {
        at_home.entry(class.homes[0].0).or_default().push(index);
    }
    at_home.into_values().collect()
}

/// The cycles of the least schedules.
fn scheduled(space: &Space, round: &Round, schedule: &[(TrainerId, usize)]) -> Vec<Column> {
    let chosen: BTreeSet<(TrainerId, usize)> = schedule.iter().copied().collect();
    let columns = round.columns.iter().map(|(_, column)| column);
    columns
        .filter(|column| chosen.contains(&(column.trainer, space.patterns[column.pattern].run)))
        .cloned()
        .collect()
}

/// The guess, of a geometric series, with the best bound; as far as time allows.
fn best_guess(space: &Space, rows: &Rows, most: f64, remaining: Remaining) -> (Vec<f64>, f64) {
    let guesses = (0..12).map(|halvings| most / f64::from(1 << halvings) * 1.5);
    let tried = guesses.map(|worth| {
        let duals = rows.first_guess(worth);
        let prices = rows.prices(&duals);
        let round = price(space, rows, &prices, remaining);
        let bound = round.map_or(f64::NEG_INFINITY, |round| lagrangian(space, &prices, &round).bound);
        (duals, bound)
    });
    tried.max_by(|one, other| one.1.total_cmp(&other.1)).expect("there are twelve guesses")
}
