//! The results of the searches of one scenario, seed by seed: how much a figure depends on chance alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::{COLUMNS, Kind, figures};
use super::portrait::Portrait;

/// The result of one search.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Its seed.
    pub seed: u64,
    /// Why it ended.
    pub status: String,
    /// Every indicator that is a number, by the name of its column.
    pub figures: BTreeMap<String, f64>,
}

impl Found {
    /// The figures of a plan that was found with a seed.
    pub fn new(seed: u64, portrait: &Portrait) -> Self {
        let status = portrait.proof.as_ref().map_or(String::new(), |proof| proof.status.clone());
        let numbers = COLUMNS.iter().zip(figures(portrait)).filter(|(column, _)| column.kind != Kind::Text);
        let known = numbers.filter_map(|(column, figure)| Some((column.name.to_owned(), figure.number()?)));
        Self { seed, status, figures: known.collect() }
    }

    /// An indicator, if known.
    pub fn number(&self, column: &str) -> Option<f64> {
        self.figures.get(column).copied()
    }
}

/// The range of an indicator over the searches of one scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Number of searches.
    pub n: usize,
    /// Smallest value.
    pub low: f64,
    /// The middle value, or the mean of the two in the middle.
    pub median: f64,
    /// Largest value.
    pub high: f64,
}

impl Reach {
    /// The reach of these values; `None` if there are none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (&low, &high) = (sorted.first()?, sorted.last()?);
        Some(Self { n: sorted.len(), low, median: middle(&sorted), high })
    }

    /// The difference between the largest and the smallest value.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// The middle value, or the mean of the two in the middle.
pub fn median(values: &[f64]) -> f64 {
    Reach::of(values).map_or(f64::NAN, |reach| reach.median)
}

fn middle(sorted: &[f64]) -> f64 {
    let n = sorted.len();
    if n % 2 == 1 { sorted[n / 2] } else { f64::midpoint(sorted[n / 2 - 1], sorted[n / 2]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_a_value_or_between_two() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < 1e-12);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < 1e-12);
        assert!(median(&[]).is_nan());
        let reach = Reach::of(&[5.0, 2.0]).expect("two values");
        assert!((reach.width() - 3.0).abs() < 1e-12 && reach.n == 2);
    }
}
