//! What a plan file says of itself, compared with what follows from its cycles and kit roster.

use std::collections::BTreeSet;

use crate::instance::Instance;
use crate::instance::units::Euros;
use crate::plan::file::PlanFile;
use crate::plan::{Breakdown, Plan, price};

/// Amounts agree within a cent (PROBLEM.md section 5).
const CENT: f64 = 0.01;
/// Gaps are shares; a millionth is less than any planner reads.
const GAP_TOLERANCE: f64 = 1e-6;
/// Version of `plan.json` that this engine reads.
const FORMAT: u32 = 1;

/// A figure of a plan file that is not what its cycles give.
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
    /// The gap is not that of the file's own objective and bound.
    Gap {
        /// What the file says.
        stated: f64,
        /// What follows from objective and bound.
        recomputed: f64,
    },
    /// The bound is above the recomputed objective: this very plan beats it.
    Bound {
        /// What the file says no plan can beat.
        bound: f64,
        /// What this plan reaches.
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
    /// A resident is in no cycle and not listed as unserved.
    NotListed(String),
    /// A resident is listed as unserved and in a cycle.
    ListedAndServed(String),
    /// A resident is listed as unserved twice.
    ListedTwice(String),
    /// The list of unserved names nobody of the input.
    Unknown(String),
}

/// Compares every figure of `file` with `plan`, which is the same file's cycles and roster.
pub fn figures(instance: &Instance, plan: &Plan, file: &PlanFile) -> Vec<Disagreement> {
    let breakdown = price(instance, plan);
    let mut found = origin(instance, file);
    found.extend(repeated_cycles(plan));
    found.extend(amounts(&breakdown, file));
    found.extend(proof(&breakdown, file));
    found.extend(unserved(instance, plan, file));
    found
}

fn origin(instance: &Instance, file: &PlanFile) -> Vec<Disagreement> {
    let stated = [
        ("format", file.format.to_string(), FORMAT.to_string()),
        ("scenario", file.scenario.clone(), instance.name.clone()),
        ("input_digest", file.input_digest.clone(), instance.digest.clone()),
    ];
    let differing = stated.into_iter().filter(|(_, stated, expected)| stated != expected);
    differing.map(|(key, stated, expected)| Disagreement::Origin { key, stated, expected }).collect()
}

fn repeated_cycles(plan: &Plan) -> Vec<Disagreement> {
    repeated(plan.cycles.iter().map(|cycle| cycle.id.as_str())).map(Disagreement::RepeatedCycle).collect()
}

fn amounts(breakdown: &Breakdown, file: &PlanFile) -> Vec<Disagreement> {
    let (costs, service) = (&breakdown.costs, &breakdown.service);
    let posts: [(&'static str, f64, Euros); 14] = [
        ("costs.trainer_time", file.costs.trainer_time, costs.trainer_time),
        ("costs.trainer_travel", file.costs.trainer_travel, costs.trainer_travel),
        ("costs.venues", file.costs.venues, costs.venues),
        ("costs.tablets", file.costs.tablets, costs.tablets),
        ("costs.support", file.costs.support, costs.support),
        ("costs.setup", file.costs.setup, costs.setup),
        ("costs.gross", file.costs.gross, costs.gross()),
        ("costs.income", file.costs.income, costs.income),
        ("costs.net", file.costs.net, costs.net()),
        ("service.unserved", file.service.unserved, service.unserved),
        ("service.travel", file.service.travel, service.travel),
        ("service.waiting", file.service.waiting, service.waiting),
        ("service.equity", file.service.equity, service.equity),
        ("objective", file.objective, breakdown.objective()),
    ];
    let compare = |(key, stated, amount): (&'static str, f64, Euros)| {
        let recomputed = amount.to_f64();
        (!is_close(stated, recomputed, CENT)).then_some(Disagreement::Amount { key, stated, recomputed })
    };
    posts.into_iter().filter_map(compare).collect()
}

/// Bound and gap. With an objective of 0 and another bound the gap has no value, so any stated one passes but 0.
fn proof(breakdown: &Breakdown, file: &PlanFile) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let objective = breakdown.objective().to_f64();
    if !(file.bound <= objective + CENT) {
        found.push(Disagreement::Bound { bound: file.bound, objective });
    }
    let difference = file.objective - file.bound;
    let recomputed = if difference == 0.0 { 0.0 } else { difference / file.objective.abs() };
    let agrees = if recomputed.is_finite() {
        is_close(file.gap, recomputed, GAP_TOLERANCE + 2.0 * CENT / file.objective.abs().max(1.0))
    } else {
        file.gap != 0.0
    };
    if !agrees {
        found.push(Disagreement::Gap { stated: file.gap, recomputed });
    }
    found
}

/// The list of unserved names everybody in no cycle, once, and nobody else.
fn unserved(instance: &Instance, plan: &Plan, file: &PlanFile) -> Vec<Disagreement> {
    let everybody: BTreeSet<&str> = instance.residents.iter().map(|resident| resident.id.as_str()).collect();
    let missing = plan.unserved(instance.residents.len());
    let missing: BTreeSet<&str> = missing.iter().map(|&id| instance.residents[id].id.as_str()).collect();
    let listed: BTreeSet<&str> = file.unserved.iter().map(|entry| entry.resident.as_str()).collect();
    let twice = repeated(file.unserved.iter().map(|entry| entry.resident.as_str()));
    let mut found: Vec<Disagreement> = twice.map(Disagreement::ListedTwice).collect();
    found.extend(missing.difference(&listed).map(|&id| Disagreement::NotListed(id.to_owned())));
    found.extend(listed.difference(&missing).map(|&id| {
        let of = if everybody.contains(id) { Disagreement::ListedAndServed } else { Disagreement::Unknown };
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

/// Whether two figures agree; never where one is not a number.
fn is_close(one: f64, other: f64, tolerance: f64) -> bool {
    (one - other).abs() <= tolerance
}
