//! The proof of a plan's quality: objective, bound and gap, finite and consistent with each other.

use crate::instance::Instance;
use crate::instance::units::Euros;

/// Objective, bound and gap (PROBLEM.md section 6), as written to files.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proof {
    /// The objective, which is minimised, euros.
    pub objective: f64,
    /// The lower bound on every legal plan, euros; at most the objective.
    pub bound: f64,
    /// `(objective − bound) / |objective|`; 0 where both are equal.
    pub gap: f64,
}

/// A claimed bound above the objective of a legal plan, and thus invalid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrokenBound {
    /// The plan's objective, euros.
    pub objective: f64,
    /// The claimed bound, euros.
    pub bound: f64,
}

/// A claimed bound may exceed the objective by this much, euros: rounding of the solver's floats.
const TOLERANCE: f64 = 0.005;
/// The gap is relative to a cent where the objective is exactly 0.
const CENT: f64 = 0.01;

impl Proof {
    /// Compares the plan's objective with the bound that the solver claims. A claim below [`floor`], or no claim (`−∞`, NaN), is
    /// replaced by it.
    ///
    /// # Errors
    /// If the claim is above the objective by more than rounding explains.
    pub fn new(instance: &Instance, objective: Euros, claimed: f64) -> Result<Self, BrokenBound> {
        let objective = objective.to_f64();
        let bound = claimed.max(floor(instance).to_f64());
        if bound > objective + TOLERANCE {
            return Err(BrokenBound { objective, bound });
        }
        // Rounded down to a millionth: the written bound may not claim more than was proven.
        let bound = ((bound * 1e6).floor() / 1e6).min(objective);
        Ok(Self { objective, bound, gap: gap(objective, bound) })
    }

    /// The same proof with another bound of the same scenario, if that is higher.
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

/// The gap, by the single definition that every file, document and terminal line uses: `(objective − bound) / |objective|`,
/// relative to a cent if the objective is 0.
pub fn gap(objective: f64, bound: f64) -> f64 {
    let scale = if objective == 0.0 { CENT } else { objective.abs() };
    (objective - bound) / scale
}

/// A simple lower bound: each resident is either left out, which weighs `unserved × priority`, or served, which costs at least
/// `support − fee`; no other term of the objective is ever negative.
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
        // An objective of 0 proves nothing.
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
