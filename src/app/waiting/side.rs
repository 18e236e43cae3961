//! A plan in the figures by which it is set beside another.

use crate::instance::Instance;
use crate::plan::indicators::indicators;
use crate::plan::proof::gap;
use crate::plan::{Plan, price};

/// A plan that may be further than this from the best one was not searched for long: another search alone would better it.
const LOOSE: f64 = 0.05;

/// A plan in figures.
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
    /// What no plan can beat, euros; none where it is not known.
    pub bound: Option<f64>,
}

impl Side {
    /// A plan whose bound is known, or is not.
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

    /// Whether another search alone would probably better it, so that what a trial gains is not all the trial's.
    pub fn is_loose(&self) -> bool {
        self.gap().is_none_or(|gap| LOOSE < gap)
    }

    /// How far it may be from the best plan.
    pub fn gap(&self) -> Option<f64> {
        self.bound.map(|bound| gap(self.objective, bound))
    }
}
