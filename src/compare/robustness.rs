//! How choices fare when other people enrol: over demand seeds, the median, the worst, the regret, and how often each
//! commune hosts.
//!
//! A choice is what all axes but that of the seeds say. Its regret at a seed is what its objective is above the best
//! objective of any choice at this seed: what one would have saved by knowing who enrols. Plans that break a rule count
//! for nothing here.

use std::collections::{BTreeMap, BTreeSet};

use super::study::Study;

/// A choice over all seeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Labels of its values on the axes, without the seed.
    pub at: Vec<String>,
    /// How many seeds it was planned for.
    pub n_seeds: usize,
    /// Objective: median, euros.
    pub median_objective: f64,
    /// Objective: worst, euros.
    pub worst_objective: f64,
    /// Largest regret over the seeds, euros.
    pub worst_regret: f64,
    /// Net cost: median, euros.
    pub median_net: f64,
    /// Net cost: worst, euros.
    pub worst_net: f64,
    /// Residents served as a share of those who enrolled: median.
    pub median_share: f64,
    /// Residents served as a share of those who enrolled: worst.
    pub worst_share: f64,
}

/// Every choice that was planned for several seeds, of the least median objective first; empty without seeds.
pub fn choices(study: &Study) -> Vec<Choice> {
    let Some(seeds) = study.seeds() else { return Vec::new() };
    let mut plans: BTreeMap<Vec<String>, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut best: BTreeMap<&str, f64> = BTreeMap::new();
    for (position, plan) in study.plans.iter().enumerate() {
        let Some(seed) = plan.at.get(&seeds.name).filter(|_| plan.is_legal()) else { continue };
        let other = study.axes.iter().filter(|axis| axis.name != seeds.name);
        let choice = other.map(|axis| plan.at.get(&axis.name).cloned().unwrap_or_default()).collect();
        plans.entry(choice).or_default().insert(seed, position);
        let objective = plan.portrait.breakdown.objective().to_f64();
        let least = best.entry(seed).or_insert(f64::INFINITY);
        *least = least.min(objective);
    }
    let several = plans.into_iter().filter(|(_, by_seed)| by_seed.len() > 1);
    let mut choices: Vec<Choice> = several.map(|(at, by_seed)| choice(study, at, &by_seed, &best)).collect();
    choices.sort_by(|one, other| {
        one.median_objective.total_cmp(&other.median_objective).then(one.at.cmp(&other.at))
    });
    choices
}

fn choice(
    study: &Study,
    at: Vec<String>,
    by_seed: &BTreeMap<&str, usize>,
    best: &BTreeMap<&str, f64>,
) -> Choice {
    let values = |column: &str| -> Vec<f64> {
        by_seed.values().filter_map(|&position| study.plans[position].number(column)).collect()
    };
    let (objectives, nets, shares) = (values("objective"), values("net"), values("served_share"));
    let regret = |(seed, &position): (&&str, &usize)| {
        let objective = study.plans[position].portrait.breakdown.objective().to_f64();
        objective - best.get(seed).copied().unwrap_or(objective)
    };
    let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Choice {
        at,
        n_seeds: by_seed.len(),
        median_objective: median(&objectives),
        worst_objective: most(&objectives),
        worst_regret: by_seed.iter().map(regret).fold(0.0, f64::max),
        median_net: median(&nets),
        worst_net: most(&nets),
        median_share: median(&shares),
        worst_share: shares.iter().copied().fold(f64::INFINITY, f64::min),
    }
}

/// The middle value, or the mean of the two in the middle.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => sorted[n / 2],
        n => f64::midpoint(sorted[n / 2 - 1], sorted[n / 2]),
    }
}

/// A commune that hosts.
#[derive(Debug, Clone, PartialEq)]
pub struct Host {
    /// INSEE code.
    pub insee: String,
    /// Name.
    pub name: String,
    /// Plans in which it hosts a cycle.
    pub n_plans: usize,
    /// Its cycles in all plans together.
    pub n_cycles: usize,
}

/// Every commune that hosts in some plan, the most faithful first.
pub fn hosts(study: &Study) -> Vec<Host> {
    let mut hosts: BTreeMap<&str, Host> = BTreeMap::new();
    for plan in study.legal() {
        let held: BTreeSet<&str> = plan.portrait.cycles.iter().map(|cycle| cycle.insee.as_str()).collect();
        for insee in held {
            let name = plan.portrait.commune_name(insee).to_owned();
            let host = Host { insee: insee.to_owned(), name, n_plans: 0, n_cycles: 0 };
            let host = hosts.entry(insee).or_insert(host);
            host.n_plans += 1;
            host.n_cycles += plan.portrait.communes.get(insee).map_or(0, |commune| commune.cycles);
        }
    }
    let mut hosts: Vec<Host> = hosts.into_values().collect();
    hosts.sort_by(|one, other| {
        (other.n_plans, other.n_cycles, &one.insee).cmp(&(one.n_plans, one.n_cycles, &other.insee))
    });
    hosts
}
