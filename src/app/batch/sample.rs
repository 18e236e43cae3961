//! The price of a unit of work on this machine: measured on some variants, as many at a time as the batch would run.
//!
//! # Design
//! Why measured, and not looked up in a table? A unit takes the same steps everywhere, but not the same time: machines,
//! their other load, and the number of variants that share their memory differ. Why several searches of one variant,
//! each with twice the work? The first plan, the tables and the explanations take the same time under any limit; the
//! difference is that of the work. A small search has the same parts, ascent, dives and linear program, as a large one.

use std::sync::{Mutex, PoisonError};

use rayon::ThreadPoolBuilder;

use crate::app::limits::Limits;
use crate::batch::Batch;
use crate::pipeline;
use crate::solve::{Progress, Settings, Stop, Watch};

/// The first search of a sample has this fraction of the whole search's work: 1 / `PART`.
const PART: u64 = 64;
/// Seconds after which no further search of a sample begins, and after which a running one ends.
const SAMPLE_S: f64 = 6.0;
const LONGEST_S: f64 = 20.0;
/// A unit costs at least this share of its mean cost, which includes first plan and tables.
const LEAST_OF_MEAN: f64 = 0.5;

/// The price of work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Price {
    /// Seconds of one unit, on one of the running jobs.
    pub(super) unit_s: f64,
    /// Seconds that the measurement took; `None` if it comes from finished variants.
    pub(super) sampled_s: Option<f64>,
}

/// The mean price over some of the variants; `None` if they have no work limit.
pub(super) fn sampled(batch: &Batch, left: &[usize], jobs: usize, limits: &Limits) -> Option<Price> {
    let clock = limits.from_now(f64::INFINITY);
    let n_sampled = jobs.min(left.len());
    let pool = ThreadPoolBuilder::new().num_threads(n_sampled.max(1)).build().ok()?;
    let prices = Mutex::new(Vec::new());
    pool.broadcast(|job| {
        let Some(&position) = left.get(job.index() * left.len() / n_sampled.max(1)) else { return };
        let watch = Sampling { limits: limits.from_now(LONGEST_S) };
        if let Some(price) = of_one(batch, position, &watch) {
            prices.lock().unwrap_or_else(PoisonError::into_inner).push(price);
        }
    });
    let prices = prices.into_inner().unwrap_or_else(PoisonError::into_inner);
    let unit_s = prices.iter().sum::<f64>() / prices.len() as f64;
    (!prices.is_empty()).then(|| Price { unit_s, sampled_s: Some(clock.elapsed_s()) })
}

/// Seconds of a unit of one variant, with all its searches running concurrently.
fn of_one(batch: &Batch, position: usize, watch: &Sampling) -> Option<f64> {
    let variant = &batch.variants[position];
    let settings = batch.settings_of(variant);
    let work = settings.solve.work_limit.filter(|&work| work > 0)?;
    let n_searches = settings.seeds as f64;
    let instance = variant.instance(&batch.base).ok()?;
    let pool = ThreadPoolBuilder::new().num_threads(batch.search.threads.max(1)).build().ok()?;
    let mut points: Vec<(f64, f64)> = Vec::new();
    let mut limit = (work / PART).max(1);
    loop {
        let began = watch.limits.elapsed_s();
        let solve = Settings { work_limit: Some(limit), ..settings.solve };
        let found =
            pool.install(|| pipeline::plan_with_seeds(&instance, &solve, settings.seeds, None, watch));
        let found = found.ok()?;
        let seconds = watch.limits.elapsed_s() - began;
        let is_cut = watch.limits.stop().is_some();
        // An optimum proven before the limit takes no longer with more work.
        let is_over = found.iter().all(|solved| solved.status != "work_limit");
        if is_over && !is_cut || limit == work {
            return Some(seconds / (n_searches * work as f64));
        }
        if !is_cut {
            points.push((n_searches * limit as f64, seconds));
        }
        if is_cut || SAMPLE_S < watch.limits.elapsed_s() {
            let all = n_searches * work as f64;
            return extrapolated(&points, all).map(|seconds| seconds / all);
        }
        limit = limit.saturating_mul(2).min(work);
    }
}

/// Seconds for an amount of work, extrapolated from the last two searches. Another program that starts or ends between
/// the two must not make work more expensive than the mean of the last search, nor almost free.
fn extrapolated(points: &[(f64, f64)], work: f64) -> Option<f64> {
    let &(last, seconds) = points.last()?;
    let before = points.len().checked_sub(2).map_or((0.0, 0.0), |rank| points[rank]);
    let mean_s = seconds / last;
    let unit_s = ((seconds - before.1) / (last - before.0)).clamp(LEAST_OF_MEAN * mean_s, mean_s);
    Some(seconds + unit_s * (work - last))
}

/// Ends a sample in time.
struct Sampling {
    limits: Limits,
}

impl Watch for Sampling {
    fn stop(&self) -> Option<Stop> {
        self.limits.stop()
    }

    fn remaining_s(&self) -> f64 {
        self.limits.remaining_s()
    }

    fn progress(&self, _: &Progress) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_work_is_counted_once() {
        // Two seconds independent of the work, and a hundredth for each unit.
        let points = [(100.0, 3.0), (200.0, 4.0)];
        let whole = extrapolated(&points, 1000.0).expect("two searches");
        assert!((whole - 12.0).abs() < 1e-9, "{whole}");
        let one = extrapolated(&points[..1], 1000.0).expect("a search");
        assert!((one - 30.0).abs() < 1e-9, "one search does not tell them apart: {one}");
        let disturbed = [(100.0, 1.0), (200.0, 40.0)];
        let whole = extrapolated(&disturbed, 1000.0).expect("two searches");
        assert!((whole - 200.0).abs() < 1e-9, "no dearer than the whole last search: {whole}");
        assert_eq!(extrapolated(&[], 1000.0), None);
    }
}
