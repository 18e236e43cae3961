//! A column costs what pricing says: the reduced cost from its rows' entries is the price of its knapsack and charges.

use ateliers::instance::Instance;
use ateliers::solve::master::Master;
use ateliers::solve::pricing::price;
use ateliers::solve::space::Space;
use ateliers::solve::subgradient::Climb;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::generator::scarce::{self, Resource};
use crate::generator::{self, SMALL};

/// Tolerance between the two, euros.
const TOLERANCE: f64 = 1e-6;
/// Rounds of the ascent, in which rows of tours, venues and kits are added.
const ROUNDS: u64 = 60;

/// Columns priced at the duals of an ascent with its added rows, and at multiples of them, all compared.
#[track_caller]
fn compared(instance: &Instance) -> usize {
    let space = Space::new(instance);
    let mut master = Master::new(&space);
    let mut climb = Climb::new(&space, &master.rows, true, &|| f64::INFINITY);
    climb.climb_all(ROUNDS);
    let ascent = climb.end();
    let duals = ascent.add_rows(&mut master);
    let mut n_compared = 0;
    for factor in [1.0, 1.1, 0.7] {
        let duals: Vec<f64> = duals.iter().map(|dual| dual * factor).collect();
        let prices = master.rows.prices(&duals);
        let round = price(&space, &master.rows, &prices, &|| f64::INFINITY).expect("there is time");
        for (priced, column) in &round.columns {
            let reduced = master.rows.reduced_cost(&prices, column);
            let distance = (reduced - priced).abs();
            assert!(distance < TOLERANCE, "{}: {reduced} by its rows, priced at {priced}", instance.name);
        }
        n_compared += round.columns.len();
    }
    n_compared
}

#[test]
fn a_column_costs_what_pricing_says_whatever_is_scarce() {
    let one = |seed| compared(&scarce::instance(Resource::in_turn(seed), seed));
    let n_compared: Vec<usize> = (0..19).into_par_iter().map(one).collect();
    assert!(n_compared.iter().all(|&n| n > 0), "{n_compared:?}");
}

/// Generated instances, with any keys.
#[test]
fn a_column_costs_what_pricing_says_whatever_key_is_set() {
    let n_compared: usize =
        (0..60).into_par_iter().map(|seed| compared(&generator::instance(seed, &SMALL))).sum();
    assert!(n_compared > 500, "{n_compared}");
}
