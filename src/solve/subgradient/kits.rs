//! The duals of kits in an ascent.
//!
//! # Method
//! A kit of a level has a price on each day whose rows were added: it rises if the schedules take more kits than there are. A
//! trainer pays it once a day, however many sessions need it: it is split among the sets of slots that cannot be held at once, by
//! exponentiated gradient as for tours. The subgradient of one day is noise; that of all days of a level together is not, so each
//! day also moves with them.

use std::collections::BTreeMap;

use super::super::master::Rows;
use super::super::milp::lp::RowIndex;
use super::moments::{MEAN_DECAY, Moments, cooled};

/// First and last step for shares.
const FIRST_STEP: f64 = 0.4;
const LAST_STEP: f64 = 0.02;
/// Lower limit of a share before normalisation.
const LEAST_SHARE: f64 = 1e-4;
/// Step for a day's price, and for all days of a level together, relative to that of a class.
const OF_DAY: f64 = 2.0;
const OF_LEVEL: f64 = 2.0;

/// Prices of kits and their moments.
#[derive(Debug, Clone, Default)]
pub(super) struct KitPrices {
    /// Share of each link row in the price of its trainer's day.
    shares: BTreeMap<RowIndex, f64>,
    /// Running mean of the kits that each link row asks for.
    asked: BTreeMap<RowIndex, f64>,
    of_day: BTreeMap<RowIndex, Moments>,
    of_level: BTreeMap<usize, Moments>,
}

impl KitPrices {
    /// Moves the duals of kit rows after a schedule with this `slack`; `step` is that of a class, euros.
    pub(super) fn turn(
        &mut self,
        rows: &Rows,
        slack: &[f64],
        duals: &mut [f64],
        (step, round, share): (f64, u64, f64),
    ) {
        let left: Vec<(usize, RowIndex, f64)> = rows
            .kit_days()
            .map(|((_, level), of_day)| {
                let links = of_day.links.iter().map(|(_, links)| self.share_out(links, slack, share));
                (level, of_day.stock, slack[of_day.stock] - links.sum::<f64>())
            })
            .collect();
        let mut together: BTreeMap<usize, f64> = BTreeMap::new();
        for &(level, _, left) in &left {
            *together.entry(level).or_default() += left;
        }
        let changes: BTreeMap<usize, f64> = together
            .into_iter()
            .map(|(level, left)| {
                (level, OF_LEVEL * self.of_level.entry(level).or_default().turn(left, round, false))
            })
            .collect();
        for ((level, stock, left), (_, of_day)) in left.into_iter().zip(rows.kit_days()) {
            let own = OF_DAY * self.of_day.entry(stock).or_default().turn(left, round, false);
            duals[stock] = (duals[stock] + step * (own + changes[&level])).min(0.0);
            for &link in of_day.links.iter().flat_map(|(_, links)| links) {
                duals[link] = -duals[stock] * self.shares[&link];
            }
        }
    }

    /// Moves the shares of a trainer's link rows toward those that ask for most, and returns the kits asked for with the previous
    /// shares.
    fn share_out(&mut self, links: &[RowIndex], slack: &[f64], share: f64) -> f64 {
        let step = cooled(FIRST_STEP, LAST_STEP, share);
        let equal = 1.0 / links.len() as f64;
        let before: f64 =
            links.iter().map(|&link| *self.shares.entry(link).or_insert(equal) * slack[link]).sum();
        let mut total = 0.0;
        for &link in links {
            let asked = self.asked.entry(link).or_default();
            *asked = MEAN_DECAY * *asked + (1.0 - MEAN_DECAY) * slack[link];
            let weight = self.shares[&link].max(LEAST_SHARE) * (step * *asked).exp();
            self.shares.insert(link, weight);
            total += weight;
        }
        for link in links {
            self.shares.entry(*link).and_modify(|share| *share /= total);
        }
        before
    }
}
