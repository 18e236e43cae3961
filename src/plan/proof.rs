//! How good a plan is proven to be: objective, bound and gap, finite and consistent with each other.

use crate::instance::Instance;
use crate::instance::units::Euros;

/// Objective, bound and gap (PROBLEM.md section 6), as they are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proof {
    /// What is minimised, euros.
    pub objective: f64,
    /// What no legal plan can beat, euros; at most the objective.
    pub bound: f64,
    /// `(objective − bound) / |objective|`; 0 where both are equal.
    pub gap: f64,
}

/// A bound above the objective of a legal plan: it was no bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrokenBound {
    /// The plan's objective, euros.
    pub objective: f64,
    /// What was claimed, euros.
    pub bound: f64,
}

/// A claimed bound may exceed the objective by this much, euros: rounding of the solver's floats.
const TOLERANCE: f64 = 0.005;
/// The gap of an objective of exactly nothing is taken relative to a cent.
const CENT: f64 = 0.01;

impl Proof {
    /// Sets the plan's objective beside what the solver claims. A claim that is worse than [`floor`], or none at
    /// all (`−∞`, NaN), gives way to it.
    ///
    /// # Errors
    /// If the claim is above the objective by more than rounding explains.
    pub fn new(instance: &Instance, objective: Euros, claimed: f64) -> Result<Self, BrokenBound> {
        let objective = objective.to_f64();
        let bound = claimed.max(floor(instance).to_f64());
        if bound > objective + TOLERANCE {
            return Err(BrokenBound { objective, bound });
        }
        // Rounded down to a millionth: what is written may not claim more than what was proven.
        let bound = ((bound * 1e6).floor() / 1e6).min(objective);
        Ok(Self { objective, bound, gap: gap(objective, bound) })
    }

    /// The same with another bound of the same scenario where that is higher.
    ///
    /// # Errors
    /// If that bound is above the objective by more than rounding explains.
    pub fn raised(self, bound: f64) -> Result<Self, BrokenBound> {
        let Self { objective, bound: own, .. } = self;
        if bound > objective + TOLERANCE {
            return Err(BrokenBound { objective, bound });
        }
        let bound = bound.max(own).min(objective);
        Ok(Self { objective, bound, gap: gap(objective, bound) })
    }
}

/// The gap, by the one definition that every file, document and line of the terminal follows:
/// `(objective − bound) / |objective|`, relative to a cent where the objective is nothing at all.
pub fn gap(objective: f64, bound: f64) -> f64 {
    let scale = if objective == 0.0 { CENT } else { objective.abs() };
    (objective - bound) / scale
}

/// What no plan can beat, at a glance: each resident is either left out, which weighs `unserved × priority`, or
/// served, which costs `support − fee` and more; no other term of the objective is ever negative.
pub fn floor(instance: &Instance) -> Euros {
    let (costs, weights) = (&instance.rules.costs, &instance.rules.weights);
    let served = costs.support_per_participant - costs.fee;
    instance.interested().map(|(_, resident)| weights.unserved.by(resident.priority).min(served)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gap_is_relative_to_the_objective() {
        let close = |one: f64, other: f64| (one - other).abs() < 1e-12;
        assert!(close(gap(200.0, 150.0), 0.25));
        assert!(close(gap(-100.0, -150.0), 0.5));
        // An objective of nothing is no proof of anything.
        assert!(close(gap(0.0, 0.0), 0.0) && gap(0.0, -1.0) > 1.0);
    }

    #[test]
    fn a_higher_bound_of_the_same_scenario_counts_and_one_above_a_plan_is_none() {
        let own = Proof { objective: 200.0, bound: 150.0, gap: 0.25 };
        assert_eq!(own.raised(140.0), Ok(own));
        assert_eq!(own.raised(160.0), Ok(Proof { objective: 200.0, bound: 160.0, gap: 0.2 }));
        assert_eq!(own.raised(200.001).map(|proof| proof.bound), Ok(200.0), "rounding");
        assert_eq!(own.raised(201.0), Err(BrokenBound { objective: 200.0, bound: 201.0 }));
    }
}
