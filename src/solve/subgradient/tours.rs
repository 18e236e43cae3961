//! The duals of tour rows in an ascent.
//!
//! # Method
//! A day's tours are paid once: the duals of the day's rows are shares that sum to 1 (to more if a euro of the budget has a
//! price). They move by exponentiated gradient (Kivinen and Warmuth 1997): a row that the schedule violates more than others
//! gains share. Rows violated by the mixture of the last schedules are added during the ascent (relax and cut: Lucena 2005).

use super::super::master::{Column, Rows};
use super::super::milp::lp::RowIndex;
use super::super::separation::{Broken, Family};
use super::moments::{MEAN_DECAY, cooled};

/// First and last step: the change of a share's logarithm if its row is violated by the usual amount.
const FIRST_STEP: f64 = 0.4;
const LAST_STEP: f64 = 0.02;
/// Cap on the violation of a row, as a multiple of the usual: a day at the base itself has round trips that cost nothing, and
/// shares must stay finite.
const MOST_LACKING: f64 = 20.0;
/// Initial share of an added row, and the lower limit of a share before normalisation.
const FIRST_SHARE: f64 = 0.1;
const LEAST_SHARE: f64 = 1e-5;
/// A row with a smaller share of its day is dropped.
pub(super) const KEPT: f64 = 0.01;

/// The duals of tour rows, their moments, and the added rows.
#[derive(Debug, Clone)]
pub(super) struct TourPrices {
    /// Running mean of the violation of each row, euros.
    lacking: Vec<f64>,
    /// The largest violation of a round-trip row of each day so far: the usual amount there, independent of the constants of
    /// other rows.
    usual: Vec<f64>,
    /// The added rows, each for one day, with their indices.
    joined: Vec<(RowIndex, Broken)>,
}

impl TourPrices {
    pub(super) fn new(rows: &Rows) -> Self {
        let usual = vec![1e-6; rows.tour_rows().count()];
        Self { lacking: vec![0.0; rows.n_rows()], usual, joined: Vec::new() }
    }

    /// Moves the duals of tour rows after a schedule with this `slack`, at the completed share `share` of the ascent; the duals
    /// of a day sum to `euro`, the cost of a euro.
    pub(super) fn turn(&mut self, rows: &Rows, slack: &[f64], duals: &mut [f64], share: f64, euro: f64) {
        // The charge of a share is proportional to the cost of a euro.
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

    /// Adds the rows that a mixture of cycles violates.
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

    /// The added rows, with their indices.
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
