//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected direction. Only the rows of classes are moved: at given duals the
//! cycles of the least schedules cover some parties too often and others not at all; the price of the former falls,
//! that of the latter rises. A hundred rounds of pricing bring the bound within some per cent of the linear program's,
//! and their cycles fit together, which the first cycles of a column generation never do.

use std::collections::{BTreeSet, VecDeque};

use super::Remaining;
use super::bound::lagrangian;
use super::master::{Column, Rows};
use super::pricing::{Round, price};
use super::space::Space;
use crate::instance::ids::TrainerId;

/// First and last step, as shares of the cost of leaving a person out.
const FIRST_STEP: f64 = 0.03;
const LAST_STEP: f64 = 0.002;
/// Rounds without a better bound before the ascent goes back to its best point and halves its step.
const PATIENCE: u32 = 7;
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

/// Climbs from a guess of what serving a person is worth, for `n_rounds` rounds or until no time remains.
pub fn ascend(space: &Space, rows: &Rows, n_rounds: u64, remaining: Remaining) -> Ascent {
    let most = space.dearest_person();
    let (start, bound) = best_guess(space, rows, most, remaining);
    let mut best = Ascent { duals: start.clone(), bound, columns: Vec::new(), rounds: 0 };
    let mut moments = vec![(0.0, 0.0); start.len()];
    let mut duals = start;
    let mut kept: VecDeque<Vec<Column>> = VecDeque::new();
    let decay = (LAST_STEP / FIRST_STEP).powf(1.0 / n_rounds.max(1) as f64);
    let mut step = FIRST_STEP * most;
    let (mut idle, mut age) = (0, 0);
    while best.rounds < n_rounds {
        let prices = rows.prices(&duals);
        let Some(round) = price(space, rows, &prices, remaining) else { break };
        let found = lagrangian(space, &prices, &round);
        best.rounds += 1;
        if found.bound > best.bound {
            (best.bound, best.duals, idle) = (found.bound, duals.clone(), 0);
        } else {
            idle += 1;
        }
        let schedule = scheduled(space, &round, &found.schedule);
        let slack = rows.slack(&schedule);
        kept.push_back(schedule);
        if kept.len() > SCHEDULES_KEPT {
            kept.pop_front();
        }
        if idle > PATIENCE {
            duals.clone_from(&best.duals);
            moments.fill((0.0, 0.0));
            (step, idle, age) = (step * 0.5, 0, 0);
            continue;
        }
        age += 1;
        for (row, gradient) in slack {
            let (mean, square) = &mut moments[row];
            *mean = MEAN_DECAY * *mean + (1.0 - MEAN_DECAY) * gradient;
            *square = SQUARE_DECAY * *square + (1.0 - SQUARE_DECAY) * gradient * gradient;
            let unbiased_mean = *mean / (1.0 - MEAN_DECAY.powi(age));
            let unbiased_square = *square / (1.0 - SQUARE_DECAY.powi(age));
            duals[row] += step * unbiased_mean / (unbiased_square.sqrt() + 1e-6);
        }
        duals = rows.prices(&duals).duals;
        step *= decay;
    }
    best.columns = kept.into_iter().flatten().collect();
    best
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
