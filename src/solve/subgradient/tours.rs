//! Prices of tour rows in an ascent.
//!
//! # Method
//! What a day's tours cost is paid once: the duals of its rows are shares, which sum to 1 (to more where a euro of the budget
//! has a price). They move by exponentiated
//! gradient (Kivinen and Warmuth 1997): a row that the schedule breaks more than others gains share. Rows that the mixture
//! of the last schedules breaks join on the way (relax and cut: Lucena 2005).

use super::super::master::{Column, Rows};
use super::super::milp::lp::RowIndex;
use super::super::separation::{Broken, Family};
use super::moments::{MEAN_DECAY, cooled};

/// First and last step: by how much the logarithm of a share changes where a row is broken as much as is usual there.
const FIRST_STEP: f64 = 0.4;
const LAST_STEP: f64 = 0.02;
/// What a row lacks counts as so many times the usual at most: a day at the base itself has round trips that cost nothing,
/// and shares must stay numbers.
const MOST_LACKING: f64 = 20.0;
/// Share of a day with which a row joins, and the least that it may sink to.
const FIRST_SHARE: f64 = 0.1;
const LEAST_SHARE: f64 = 1e-5;
/// A row with less of its day's share is not kept.
pub(super) const KEPT: f64 = 0.01;

/// The duals of tour rows, how they move, and the rows that joined.
#[derive(Debug, Clone)]
pub(super) struct TourPrices {
    /// Mean so far of what each row lacks, euros.
    lacking: Vec<f64>,
    /// The most that a round trip of each day ever lacked: what is usual there, whatever constants other rows have.
    usual: Vec<f64>,
    /// Those that joined, each of one day, with their numbers.
    joined: Vec<(RowIndex, Broken)>,
}

impl TourPrices {
    pub(super) fn new(rows: &Rows) -> Self {
        let usual = vec![1e-6; rows.tour_rows().count()];
        Self { lacking: vec![0.0; rows.n_rows()], usual, joined: Vec::new() }
    }

    /// Moves the duals of tour rows after a schedule that leaves so much `slack`; `share` of the ascent is over, and those of
    /// a day sum to what a `euro` costs.
    pub(super) fn turn(&mut self, rows: &Rows, slack: &[f64], duals: &mut [f64], share: f64, euro: f64) {
        // What a share charges grows with what a euro costs.
        let step = cooled(FIRST_STEP, LAST_STEP, share) / euro;
        for (day, usual) in rows.tour_rows().zip(&mut self.usual) {
            let day: Vec<usize> = day.collect();
            let trips = day.iter().filter(|&&row| rows.is_round_trip(row));
            *usual = trips.map(|&row| slack[row].abs()).fold(*usual, f64::max);
            for &row in &day {
                self.lacking[row] = MEAN_DECAY * self.lacking[row] + (1.0 - MEAN_DECAY) * slack[row];
                let lacking = (self.lacking[row] / *usual).clamp(-MOST_LACKING, MOST_LACKING);
                duals[row] = duals[row].max(LEAST_SHARE) * (step * lacking).exp();
            }
            let total: f64 = day.iter().map(|&row| duals[row]).sum();
            for row in day {
                duals[row] *= euro / total;
            }
        }
    }

    /// Lets the rows join that a mixture of cycles breaks.
    pub(super) fn tighten(
        &mut self,
        rows: &mut Rows,
        mixture: &[(&Column, f64)],
        family: Family,
        duals: &mut Vec<f64>,
    ) {
        for broken in rows.broken_by(mixture, family) {
            for &day in &broken.days {
                let of_day = Broken { days: vec![day], ..broken.clone() };
                self.joined.push((rows.price_cut(&of_day), of_day));
            }
        }
        duals.resize(rows.n_rows(), FIRST_SHARE);
        self.lacking.resize(rows.n_rows(), 0.0);
    }

    /// The rows that joined, with their numbers.
    pub(super) fn joined(&self) -> &[(RowIndex, Broken)] {
        &self.joined
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::master::Master;
    use super::super::super::space::Space;
    use super::*;
    use crate::instance::hamlet::instance;

    #[test]
    fn the_row_that_lacks_most_gains_share_and_shares_sum_to_one() {
        let instance = instance(|_| {});
        let space = Space::new(&instance);
        let rows = Master::new(&space).rows;
        let day: Vec<usize> =
            rows.tour_rows().map(Iterator::collect).find(|day: &Vec<usize>| day.len() > 1).expect("slots");
        for lacking in [30.0, 1e12] {
            let mut duals = vec![0.0; rows.n_rows()];
            for &row in &day {
                duals[row] = 1.0 / day.len() as f64;
            }
            let mut slack = vec![0.0; rows.n_rows()];
            slack[day[0]] = lacking;
            let mut prices = TourPrices::new(&rows);
            prices.turn(&rows, &slack, &mut duals, 0.0, 1.0);
            let total: f64 = day.iter().map(|&row| duals[row]).sum();
            assert!((total - 1.0).abs() < 1e-9, "{duals:?}");
            assert!(day[1..].iter().all(|&row| duals[day[0]] > duals[row]), "{duals:?}");
        }
    }
}
