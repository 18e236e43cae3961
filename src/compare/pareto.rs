//! The Pareto front of plans for two indicators, and the cost of the next resident along it.

use super::study::Study;

/// Two indicators to trade off, by the names of their columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trade {
    /// The horizontal axis.
    pub x: String,
    /// The vertical axis.
    pub y: String,
}

impl Default for Trade {
    fn default() -> Self {
        Self { x: "net".to_owned(), y: "served".to_owned() }
    }
}

/// Indicators for which more is better; for all others, less is.
pub const MORE_IS_BETTER: [&str; 5] =
    ["served", "served_share", "communes_served", "host_communes", "income"];

/// The value, negated if more is better, so that smaller is better.
fn burden(column: &str, value: f64) -> f64 {
    if MORE_IS_BETTER.contains(&column) { -value } else { value }
}

/// Whether each plan is on the front: no other is at least as good in both indicators and better in one. Plans without one of the
/// indicators are not, nor are plans that break a rule, which do not dominate others either.
///
/// Quadratic in the number of plans.
pub fn front(study: &Study, trade: &Trade) -> Vec<bool> {
    let burdens: Vec<Option<(f64, f64)>> = study
        .plans
        .iter()
        .map(|plan| {
            let plan = Some(plan).filter(|plan| plan.is_legal())?;
            Some((burden(&trade.x, plan.number(&trade.x)?), burden(&trade.y, plan.number(&trade.y)?)))
        })
        .collect();
    let beats = |one: (f64, f64), other: (f64, f64)| one.0 <= other.0 && one.1 <= other.1 && one != other;
    let stands = |own: Option<(f64, f64)>| {
        own.is_some_and(|own| !burdens.iter().flatten().any(|&other| beats(other, own)))
    };
    burdens.iter().map(|&own| stands(own)).collect()
}

/// A step along the front from one plan to the next that serves more.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Position of the plan that serves fewer.
    pub from: usize,
    /// Position of the plan that serves more.
    pub to: usize,
    /// Additional residents served.
    pub residents: f64,
    /// Additional net cost, euros.
    pub net: f64,
}

impl Step {
    /// Cost of one additional resident on this step, euros.
    pub fn each(&self) -> f64 {
        self.net / self.residents
    }
}

/// The steps along the front of net cost against residents served. Of plans that are equal in both, only the first counts.
pub fn steps(study: &Study) -> Vec<Step> {
    let stands = front(study, &Trade::default());
    let figures = |&position: &usize| {
        let plan = &study.plans[position];
        Some((position, plan.number("served")?, plan.number("net")?))
    };
    let on_front: Vec<usize> = (0..study.plans.len()).filter(|&position| stands[position]).collect();
    let mut points: Vec<(usize, f64, f64)> = on_front.iter().filter_map(figures).collect();
    points.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    points.dedup_by(|one, other| one.1.total_cmp(&other.1).is_eq());
    let step = |pair: &[(usize, f64, f64)]| Step {
        from: pair[0].0,
        to: pair[1].0,
        residents: pair[1].1 - pair[0].1,
        net: pair[1].2 - pair[0].2,
    };
    points.windows(2).map(step).collect()
}
