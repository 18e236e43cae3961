//! The effect of one axis, or of two together, on an indicator: its mean and range over all legal plans with a value, and the
//! spread of that mean over seeds.

use super::manifest::AxisEntry;
use super::searches::Reach;
use super::study::{Entry, Study};

/// Mean and range of an indicator over some plans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Number of plans.
    pub n_plans: usize,
    /// Their mean.
    pub mean: f64,
    /// Their smallest value.
    pub low: f64,
    /// Their largest value.
    pub high: f64,
    /// Smallest and largest of the means over the plans of one seed each, if each scenario was searched several times.
    pub of_seeds: Option<(f64, f64)>,
}

impl Spread {
    /// The spread of an indicator over these plans; `None` if none has it.
    fn of(plans: &[&Entry], column: &str) -> Option<Self> {
        let values: Vec<f64> = plans.iter().filter_map(|plan| plan.number(column)).collect();
        let n_plans = values.len();
        (n_plans > 0).then(|| Self {
            n_plans,
            mean: mean(&values),
            low: values.iter().copied().fold(f64::INFINITY, f64::min),
            high: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            of_seeds: of_seeds(plans, column),
        })
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The range of the means over the first searches of all plans, over their second searches, and so on, as far as all plans have
/// them.
fn of_seeds(plans: &[&Entry], column: &str) -> Option<(f64, f64)> {
    let n_searches = plans.iter().map(|plan| plan.searches.len()).min()?;
    let of_rank = |rank: usize| {
        let values: Option<Vec<f64>> = plans.iter().map(|plan| plan.searches[rank].number(column)).collect();
        values.map(|values| mean(&values))
    };
    let means: Option<Vec<f64>> = (0..n_searches).map(of_rank).collect();
    let reach = Reach::of(&means?).filter(|reach| reach.n > 1)?;
    Some((reach.low, reach.high))
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
    let has = |plan: &&Entry| at.iter().all(|(axis, label)| plan.at.get(&axis.name) == Some(*label));
    let plans: Vec<&Entry> = study.legal().filter(has).collect();
    Spread::of(&plans, column)
}
