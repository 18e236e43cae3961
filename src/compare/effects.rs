//! What one axis, or two together, do to an indicator: its mean and range over all legal plans with a value.

use super::manifest::AxisEntry;
use super::study::Study;

/// Mean and range of an indicator over some plans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many plans.
    pub n_plans: usize,
    /// Their mean.
    pub mean: f64,
    /// Their smallest value.
    pub low: f64,
    /// Their largest value.
    pub high: f64,
}

impl Spread {
    /// Of these values; `None` of none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let n_plans = values.len();
        (n_plans > 0).then(|| Self {
            n_plans,
            mean: values.iter().sum::<f64>() / n_plans as f64,
            low: values.iter().copied().fold(f64::INFINITY, f64::min),
            high: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        })
    }
}

/// An indicator over all plans with each value of an axis, in the order of the axis.
pub fn of_one(study: &Study, axis: &AxisEntry, column: &str) -> Vec<Option<Spread>> {
    axis.labels.iter().map(|label| spread(study, &[(axis, label)], column)).collect()
}

/// An indicator over all plans with each pair of values of two axes: a row for each value of the first.
pub fn of_two(
    study: &Study,
    rows: &AxisEntry,
    columns: &AxisEntry,
    column: &str,
) -> Vec<Vec<Option<Spread>>> {
    let row = |of_row: &String| {
        let cell = |label: &String| spread(study, &[(rows, of_row), (columns, label)], column);
        columns.labels.iter().map(cell).collect()
    };
    rows.labels.iter().map(row).collect()
}

fn spread(study: &Study, at: &[(&AxisEntry, &String)], column: &str) -> Option<Spread> {
    let has =
        |plan: &&super::study::Entry| at.iter().all(|(axis, label)| plan.at.get(&axis.name) == Some(*label));
    let values: Vec<f64> = study.legal().filter(has).filter_map(|plan| plan.number(column)).collect();
    Spread::of(&values)
}
