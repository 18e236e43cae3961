//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected direction. Only the rows of classes are moved: at given duals the
//! cycles of the least schedules cover some parties too often and others not at all; the price of the former falls,
//! that of the latter rises. A hundred rounds of pricing bring the bound within some per cent of the linear program's,
//! and their cycles fit together, which the first cycles of a column generation never do.

use super::bound::lagrangian;
use super::master::{Column, Rows};
use super::pricing::price;
use super::space::Space;

/// Rounds without a better bound before the step is halved.
const PATIENCE: u32 = 4;
/// Share of the last direction in the next.
const DEFLECTION: f64 = 0.5;

/// Where the ascent ended.
#[derive(Debug, Clone)]
pub struct Ascent {
    /// Duals with the best bound.
    pub duals: Vec<f64>,
    /// Their bound, euros.
    pub bound: f64,
    /// Cycles of the schedules on the way.
    pub columns: Vec<Column>,
    /// Rounds of pricing.
    pub rounds: u64,
}

/// Climbs from a guess of what serving a person is worth, for `n_rounds` rounds or until `stop` says so; `objective`
/// is that of a known plan, euros.
pub fn ascend(space: &Space, rows: &Rows, objective: f64, n_rounds: u64, stop: &dyn Fn() -> bool) -> Ascent {
    let (start, bound) = best_guess(space, rows);
    let mut best = Ascent { duals: start.clone(), bound, columns: Vec::new(), rounds: 0 };
    let (mut duals, mut direction) = (start, vec![0.0; space.classes.len()]);
    let (mut scale, mut idle) = (1.0, 0);
    while best.rounds < n_rounds && scale > 1e-3 && !stop() {
        let prices = rows.prices(&duals);
        let round = price(space, rows, &prices);
        let found = lagrangian(space, &prices, &round);
        best.rounds += 1;
        if found.bound > best.bound {
            (best.bound, best.duals, idle) = (found.bound, duals.clone(), 0);
        } else {
            idle += 1;
            if idle >= PATIENCE {
                (scale, idle) = (scale * 0.5, 0);
                duals.clone_from(&best.duals);
            }
        }
        let mut slack: Vec<f64> = space.classes.iter().map(|class| class.parties.len() as f64).collect();
        for (_, column) in &round.columns {
            let run = space.patterns[column.pattern].run;
            if found.schedule.contains(&(column.trainer, run)) {
                column.members.iter().for_each(|&(class, count)| slack[class] -= count as f64);
                best.columns.push(column.clone());
            }
        }
        for (direction, slack) in direction.iter_mut().zip(&slack) {
            *direction = DEFLECTION * *direction + slack;
        }
        let norm: f64 = direction.iter().map(|step| step * step).sum();
        let step = scale * (objective - found.bound).max(1.0) / norm.max(1e-9);
        for (index, class) in space.classes.iter().enumerate() {
            duals[index] = (duals[index] + step * direction[index]).clamp(-class.unserved, 0.0);
        }
    }
    best
}

/// The guess, of a geometric series, with the best bound.
fn best_guess(space: &Space, rows: &Rows) -> (Vec<f64>, f64) {
    let most = space.classes.iter().map(|class| class.unserved / class.size as f64).fold(0.0, f64::max);
    let guesses = (0..12).map(|halvings| most / f64::from(1 << halvings) * 1.5);
    let tried = guesses.map(|worth| {
        let duals = rows.first_guess(worth);
        let prices = rows.prices(&duals);
        let bound = lagrangian(space, &prices, &price(space, rows, &prices)).bound;
        (duals, bound)
    });
    tried.max_by(|one, other| one.1.total_cmp(&other.1)).expect("there are twelve guesses")
}
