//! The verdict on a plan, for programs.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::amount::{Amount, LimitEntry, SubjectEntry};
use crate::app::judge::Judged;
use crate::check::{Disagreement, Violation};
use crate::instance::Instance;
use crate::plan::file::{CostEntry, ServiceEntry};

/// The verdict on a plan.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Judgement {
    /// Whether the plan keeps every rule.
    pub legal: bool,
    /// Every break of a rule, in the order of the rules.
    pub violations: Vec<ViolationEntry>,
    /// Figures in the plan's file that do not follow from its cycles.
    pub disagreements: Vec<DisagreementEntry>,
    /// Cash, recomputed, euros.
    pub costs: CostEntry,
    /// What the plan is worth to residents, recomputed, euros.
    pub service: ServiceEntry,
    /// Net + service, recomputed, euros.
    pub objective: f64,
}

/// A break of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ViolationEntry {
    /// Code of the rule, e.g. `H2`.
    pub code: String,
    /// Name of the rule, e.g. `travel_limit`.
    pub rule: String,
    /// The subjects of the violation.
    pub subjects: Vec<SubjectEntry>,
    /// The measured value.
    pub measured: Amount,
    /// The limit.
    pub limit: LimitEntry,
}

/// A figure in the plan's file that does not follow from its cycles.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DisagreementEntry {
    /// What is wrong: `differs`, `bound_beaten`, `repeated_cycle`, `not_listed`, `listed_and_served`, `listed_twice`
    /// or `unknown_resident`.
    pub kind: &'static str,
    /// Key of the figure, or identifier of the cycle or resident.
    pub of: String,
    /// The value in the file.
    pub stated: Option<Value>,
    /// The value that follows from cycles, roster and input.
    pub expected: Option<Value>,
}

impl Judgement {
    /// A checked plan for programs.
    pub fn of(judged: &Judged) -> Self {
        let (instance, verdict) = (&judged.read.scenario.instance, &judged.verdict);
        Self {
            legal: verdict.is_legal(),
            violations: verdict.violations.iter().map(|found| ViolationEntry::of(found, instance)).collect(),
            disagreements: judged.disagreements.iter().map(disagreement).collect(),
            costs: CostEntry::of(&verdict.breakdown.costs),
            service: ServiceEntry::of(&verdict.breakdown.service),
            objective: verdict.breakdown.objective().to_f64(),
        }
    }
}

impl ViolationEntry {
    pub(super) fn of(found: &Violation, instance: &Instance) -> Self {
        Self {
            code: found.rule.code().to_owned(),
            rule: found.rule.name().to_owned(),
            subjects: found.subjects.iter().map(|subject| SubjectEntry::of(subject, instance)).collect(),
            measured: Amount::of(&found.measured, instance),
            limit: LimitEntry::of(&found.limit, instance),
        }
    }
}

fn disagreement(found: &Disagreement) -> DisagreementEntry {
    let named = |kind, of: &str| DisagreementEntry { kind, of: of.to_owned(), stated: None, expected: None };
    let differs = |of: &str, stated: Value, expected: Value| {
        let (stated, expected) = (Some(stated), Some(expected));
        DisagreementEntry { kind: "differs", of: of.to_owned(), stated, expected }
    };
    match found {
        Disagreement::Amount { key, stated, recomputed } => differs(key, json!(stated), json!(recomputed)),
        Disagreement::Gap { stated, recomputed } => differs("gap", json!(stated), json!(recomputed)),
        Disagreement::Closed { stated, expected } => differs("closed", json!(stated), json!(expected)),
        Disagreement::Stands(id) => named("not_as_announced", id),
        Disagreement::Origin { key, stated, expected } => differs(key, json!(stated), json!(expected)),
        Disagreement::Bound { bound, objective } => {
            DisagreementEntry { kind: "bound_beaten", ..differs("bound", json!(bound), json!(objective)) }
        }
        Disagreement::RepeatedCycle(id) => named("repeated_cycle", id),
        Disagreement::NotListed(id) => named("not_listed", id),
        Disagreement::ListedAndServed(id) => named("listed_and_served", id),
        Disagreement::ListedTwice(id) => named("listed_twice", id),
        Disagreement::ListedWithdrawn(id) => named("listed_withdrawn", id),
        Disagreement::Unknown(id) => named("unknown_resident", id),
    }
}
