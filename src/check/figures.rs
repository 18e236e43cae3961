//! Compares the figures stated in a plan file with those that follow from its cycles and kit roster.

use std::collections::{BTreeMap, BTreeSet};

use crate::instance::Instance;
use crate::instance::entities::Resident;
use crate::instance::units::Euros;
use crate::plan::file::{CostEntry, FORMAT, PlanFile, ServiceEntry};
use crate::plan::{Breakdown, CostPosts, Cycle, Fate, Plan, ServicePosts, price};

use super::check;
use super::role::{Beside, Role};

/// Amounts agree within a cent (PROBLEM.md section 5).
const CENT: f64 = 0.01;
/// Gaps are shares; a planner cannot see a difference of a millionth.
const GAP_TOLERANCE: f64 = 1e-6;
/// A statement of a plan file that contradicts its cycles or the input.
#[derive(Debug, Clone, PartialEq)]
pub enum Disagreement {
    /// An amount, euros.
    Amount {
        /// Its key in the file, e.g. `costs.net`.
        key: &'static str,
        /// What the file says.
        stated: f64,
        /// What follows from the cycles.
        recomputed: f64,
    },
    /// The gap does not follow from the file's own objective and bound.
    Gap {
        /// What the file says.
        stated: f64,
        /// What follows from objective and bound.
        recomputed: f64,
    },
    /// The plan is legal and its recomputed objective is below the bound: the plan itself disproves the bound.
    Bound {
        /// The bound that the file states.
        bound: f64,
        /// The recomputed objective.
        objective: f64,
    },
    /// The file belongs to another scenario, input or format.
    Origin {
        /// Its key in the file, e.g. `input_digest`.
        key: &'static str,
        /// What the file says.
        stated: String,
        /// What the input says.
        expected: String,
    },
    /// Two cycles have the same identifier.
    RepeatedCycle(String),
    /// A cycle is marked as standing but is not as announced.
    Stands(String),
    /// The list of closed cycles is not the list of the announced cycles that are no longer in the plan.
    Closed {
        /// What the file says.
        stated: Vec<String>,
        /// What follows from its cycles.
        expected: Vec<String>,
    },
    /// A resident is in no cycle and not listed as unserved.
    NotListed(String),
    /// A resident is listed as unserved and in a cycle.
    ListedAndServed(String),
    /// A resident is listed as unserved and has withdrawn.
    ListedWithdrawn(String),
    /// A resident is listed as unserved twice.
    ListedTwice(String),
    /// The list of unserved residents names somebody who is not in the input.
    Unknown(String),
}

/// Compares every figure stated in `file` with `plan`, the cycles and kit roster of the same file. A figure that a hand-made file
/// omits is not a disagreement.
pub fn figures(instance: &Instance, plan: &Plan, file: &PlanFile) -> Vec<Disagreement> {
    let breakdown = price(instance, plan);
    let mut found = origin(instance, file);
    found.extend(repeated_cycles(plan));
    found.extend(standing(instance, plan, file));
    found.extend(amounts(&breakdown, file));
    found.extend(proof(instance, plan, &breakdown, file));
    found.extend(unserved(instance, plan, file));
    found
}

fn origin(instance: &Instance, file: &PlanFile) -> Vec<Disagreement> {
    let stated = [
        ("format", Some(file.format.to_string()), FORMAT.to_string()),
        ("scenario", file.scenario.clone(), instance.name.clone()),
        ("input_digest", file.input_digest.clone(), instance.digest.clone()),
    ];
    let compare = |(key, stated, expected): (_, Option<String>, String)| {
        let stated = stated.filter(|stated| *stated != expected)?;
        Some(Disagreement::Origin { key, stated, expected })
    };
    stated.into_iter().filter_map(compare).collect()
}

fn repeated_cycles(plan: &Plan) -> Vec<Disagreement> {
    repeated(plan.cycles.iter().map(|cycle| cycle.id.as_str())).map(Disagreement::RepeatedCycle).collect()
}

/// Compares the marks of cycles that stand, and the list of closed cycles.
fn standing(instance: &Instance, plan: &Plan, file: &PlanFile) -> Vec<Disagreement> {
    let beside = instance.standing().map(|(announced, today)| Beside::new(announced, today, plan));
    let is_standing =
        |cycle: &Cycle| beside.as_ref().is_some_and(|beside| matches!(beside.role(cycle), Role::Stands(_)));
    let marked = plan.cycles.iter().filter(|cycle| cycle.fate == Fate::Stands && !is_standing(cycle));
    let mut found: Vec<Disagreement> = marked.map(|cycle| Disagreement::Stands(cycle.id.clone())).collect();
    let expected: Vec<String> =
        instance.announced.as_ref().map_or_else(Vec::new, |told| plan.closed_since(told));
    if let Some(stated) = &file.closed {
        let sorted = |ids: &[String]| ids.iter().cloned().collect::<BTreeSet<String>>();
        if sorted(stated) != sorted(&expected) {
            found.push(Disagreement::Closed { stated: stated.clone(), expected });
        }
    }
    found
}

fn amounts(breakdown: &Breakdown, file: &PlanFile) -> Vec<Disagreement> {
    let costs = file.costs.iter().flat_map(|stated| cost_posts(stated, &breakdown.costs));
    let service = file.service.iter().flat_map(|stated| service_posts(stated, &breakdown.service));
    let objective = file.objective.map(|stated| ("objective", stated, breakdown.objective()));
    let compare = |(key, stated, amount): (&'static str, f64, Euros)| {
        let recomputed = amount.to_f64();
        (!is_close(stated, recomputed, CENT)).then_some(Disagreement::Amount { key, stated, recomputed })
    };
    costs.chain(service).chain(objective).filter_map(compare).collect()
}

fn cost_posts(stated: &CostEntry, costs: &CostPosts) -> [(&'static str, f64, Euros); 9] {
    [
        ("costs.trainer_time", stated.trainer_time, costs.trainer_time),
        ("costs.trainer_travel", stated.trainer_travel, costs.trainer_travel),
        ("costs.venues", stated.venues, costs.venues),
        ("costs.tablets", stated.tablets, costs.tablets),
        ("costs.support", stated.support, costs.support),
        ("costs.setup", stated.setup, costs.setup),
        ("costs.gross", stated.gross, costs.gross()),
        ("costs.income", stated.income, costs.income),
        ("costs.net", stated.net, costs.net()),
    ]
}

fn service_posts(
    stated: &ServiceEntry,
    service: &ServicePosts,
) -> impl Iterator<Item = (&'static str, f64, Euros)> {
    let posts = [
        ("service.unserved", Some(stated.unserved), service.unserved),
        ("service.travel", Some(stated.travel), service.travel),
        ("service.waiting", Some(stated.waiting), service.waiting),
        ("service.equity", Some(stated.equity), service.equity),
        ("service.place", stated.place, service.place),
        ("service.changes", stated.changes, service.changes.unwrap_or(Euros::ZERO)),
    ];
    posts.into_iter().filter_map(|(key, stated, amount)| Some((key, stated?, amount)))
}

/// Compares bound and gap. The gap refers to the file's own objective, where it states one.
fn proof(instance: &Instance, plan: &Plan, breakdown: &Breakdown, file: &PlanFile) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let Some(bound) = file.bound else { return found };
    let objective = breakdown.objective().to_f64();
    // A plan that breaks a rule may cost less than any legal one.
    let is_beaten = bound > objective + CENT && check(instance, plan).is_legal();
    if is_beaten || bound.is_nan() {
        found.push(Disagreement::Bound { bound, objective });
    }
    if let Some(stated) = file.gap {
        let recomputed = gap(file.objective.unwrap_or(objective), bound);
        if !is_gap(stated, recomputed, objective) {
            found.push(Disagreement::Gap { stated, recomputed });
        }
    }
    found
}

/// `(objective − bound) / |objective|`, 0 where the two are equal; infinite if only the objective is 0.
fn gap(objective: f64, bound: f64) -> f64 {
    let difference = objective - bound;
    if difference == 0.0 { 0.0 } else { difference / objective.abs() }
}

/// Whether `stated` is the gap, given that objective and bound may be rounded to the cent. Files cannot hold an infinite gap, so
/// any stated value is accepted for it except 0, which would claim a proof.
fn is_gap(stated: f64, recomputed: f64, objective: f64) -> bool {
    if recomputed.is_finite() {
        is_close(stated, recomputed, GAP_TOLERANCE + 2.0 * CENT / objective.abs().max(CENT))
    } else {
        stated != 0.0
    }
}

/// The list of unserved residents must contain exactly those who are in no cycle, each once.
fn unserved(instance: &Instance, plan: &Plan, file: &PlanFile) -> Vec<Disagreement> {
    let Some(entries) = &file.unserved else { return Vec::new() };
    let everybody: BTreeMap<&str, &Resident> =
        instance.residents.iter().map(|resident| (resident.id.as_str(), resident)).collect();
    let missing = plan.unserved(instance);
    let missing: BTreeSet<&str> = missing.iter().map(|&id| instance.residents[id].id.as_str()).collect();
    let listed: BTreeSet<&str> = entries.iter().map(|entry| entry.resident.as_str()).collect();
    let twice = repeated(entries.iter().map(|entry| entry.resident.as_str()));
    let mut found: Vec<Disagreement> = twice.map(Disagreement::ListedTwice).collect();
    found.extend(missing.difference(&listed).map(|&id| Disagreement::NotListed(id.to_owned())));
    found.extend(listed.difference(&missing).map(|&id| {
        let of = match everybody.get(id) {
            None => Disagreement::Unknown,
            Some(resident) if resident.withdrawn => Disagreement::ListedWithdrawn,
            Some(_) => Disagreement::ListedAndServed,
        };
        of(id.to_owned())
    }));
    found
}

/// The identifiers that appear more than once, each once.
fn repeated<'a>(ids: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for id in ids {
        if !seen.insert(id) {
            twice.insert(id.to_owned());
        }
    }
    twice.into_iter()
}

/// Whether two figures agree; never if one is NaN.
fn is_close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance
}
