//! Figures of a plan, for comparison with another.

use crate::instance::Instance;
use crate::plan::indicators::indicators;
use crate::plan::proof::gap;
use crate::plan::{Plan, price};

/// A plan with a larger gap was not searched for long: another search alone would improve it.
const LOOSE: f64 = 0.05;

/// Figures of a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Side {
    /// Residents who enrolled and have not withdrawn.
    pub interested: usize,
    /// Residents in a cycle.
    pub served: usize,
    /// Cycles.
    pub cycles: usize,
    /// Net cost, euros.
    pub net: f64,
    /// Net + service, euros.
    pub objective: f64,
    /// Lower bound, euros; `None` if unknown.
    pub bound: Option<f64>,
}

impl Side {
    /// The figures of a plan, with its bound if known.
    pub(super) fn of(instance: &Instance, plan: &Plan, bound: Option<f64>) -> Self {
        let breakdown = price(instance, plan);
        let figures = indicators(instance, plan, &breakdown);
        Self {
            interested: figures.interested,
            served: figures.served,
            cycles: figures.cycles,
            net: figures.net.to_f64(),
            objective: breakdown.objective().to_f64(),
            bound,
        }
    }

    /// Whether another search alone would probably improve it, so that a trial's gain is not all due to the trial.
    pub fn is_loose(&self) -> bool {
        self.gap().is_none_or(|gap| LOOSE < gap)
    }

    /// The gap between the plan and the bound.
    pub fn gap(&self) -> Option<f64> {
        self.bound.map(|bound| gap(self.objective, bound))
    }
}
