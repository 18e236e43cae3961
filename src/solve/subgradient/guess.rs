//! The duals that an ascent starts from.
//!
//! # Method
//! At first, serving a person is worth the same everywhere: the best value of a geometric series. If resources are scarce,
//! communes miss their equity share, too, so a price for that is tried, and one for the cycles that communes should host. A
//! scarce budget has a price that balances it with the cost of the cheapest schedules. It is found by bisection for each of the
//! higher values, because both rise together.

use super::super::Remaining;
use super::super::bound::lagrangian;
use super::super::master::{FirstGuess, Rows};
use super::super::pricing::price;
use super::super::space::Space;
use super::schedule::scheduled;

/// Number of values tried, each half of the one before, and number of those for which a budget price is searched.
const WORTHS: i32 = 12;
const WORTHS_WITH_BUDGET: i32 = 2;
/// Highest price of a euro of the budget, and bisections of its range, which is logarithmic, starting at [`LEAST_BUDGET`].
const MOST_BUDGET: f64 = 512.0;
const LEAST_BUDGET: f64 = 0.125;
const HALVINGS: usize = 8;
/// What has a price among the things that communes miss (see [`Guess::missed`]): nothing, or equity shares.
const NOTHING: [bool; 2] = [false, false];
const SHARES: [bool; 2] = [true, false];

/// Guessed duals with their bound.
#[derive(Debug, Clone)]
pub(super) struct Guess {
    pub(super) duals: Vec<f64>,
    /// Euros.
    pub(super) bound: f64,
    worth: f64,
    /// Whether what communes miss has a price: their equity shares, their cycles.
    missed: [bool; 2],
    /// Whether the schedules are within the budget.
    is_affordable: bool,
}

/// The guess with the best bound, within the remaining time.
pub(super) fn best_guess(space: &Space, rows: &Rows, remaining: Remaining) -> Guess {
    let most = 1.5 * space.dearest_person();
    let worths = |count: i32| (0..count).map(move |halvings| most / f64::from(halvings).exp2());
    let at =
        |worth: f64, missed: [bool; 2], budget: f64| guess(space, rows, (worth, missed, budget), remaining);
    let best = worths(WORTHS).map(|worth| at(worth, NOTHING, 0.0)).reduce(better).expect("there are some");
    let best = better(best.clone(), at(best.worth, SHARES, 0.0));
    let absent = |best: Guess| better(best.clone(), at(best.worth, [best.missed[0], true], 0.0));
    let best = if rows.has_absence() { absent(best) } else { best };
    if rows.budget_row().is_none() {
        return best;
    }
    let best_missed = best.missed;
    let balanced = |worth: f64| {
        let (mut low, mut high) = (LEAST_BUDGET.ln(), MOST_BUDGET.ln());
        let mut best: Option<Guess> = None;
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            let guess = at(worth, [true, best_missed[1]], middle.exp());
            (low, high) = if guess.is_affordable { (low, middle) } else { (middle, high) };
            best = Some(match best {
                Some(best) => better(best, guess),
                None => guess,
            });
        }
        best
    };
    worths(WORTHS_WITH_BUDGET).filter_map(balanced).fold(best, better)
}

fn better(one: Guess, other: Guess) -> Guess {
    if other.bound >= one.bound { other } else { one }
}

/// A guess from the value of serving a person, the kinds of misses that have a price, and the price of a euro of the budget.
fn guess(
    space: &Space,
    rows: &Rows,
    (worth, missed, budget): (f64, [bool; 2], f64),
    remaining: Remaining,
) -> Guess {
    let [with_equity, with_absence] = missed;
    let duals = rows.first_guess(&FirstGuess { worth, with_equity, with_absence, budget });
    let prices = rows.prices(&duals);
    let Some(round) = price(space, rows, &prices, remaining) else {
        return Guess { duals, bound: f64::NEG_INFINITY, worth, missed, is_affordable: true };
    };
    let found = lagrangian(space, &prices, &round);
    let is_affordable = rows.budget_row().is_none_or(|row| {
        let slack = rows.slack(&scheduled(space, &round, &found.schedule));
        slack[row] >= rows.tours_of(&duals, &slack)
    });
    Guess { duals, bound: found.bound, worth, missed, is_affordable }
}
