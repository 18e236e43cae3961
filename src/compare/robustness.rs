//! How choices fare when other people enrol: over demand seeds, the median, the worst value, the regret, how often each choice is
//! best beyond noise, and how often each commune hosts.
//!
//! A choice is a combination of values on all axes except that of the seeds. Its regret at a seed is the difference between its
//! objective and the best objective of any choice at this seed: what could be saved by knowing who enrols. Plans that break a
//! rule are ignored. A choice is best beyond noise at a seed if it is lower than every other choice there, proven or beyond
//! search noise. At most one is; if the best two are close, none.

use std::collections::{BTreeMap, BTreeSet};

use super::searches::median;
use super::study::Study;
use super::verdict::Direction;

/// A choice over all seeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Labels of its values on the axes, without the seed.
    pub at: Vec<String>,
    /// Number of seeds for which it was planned.
    pub n_seeds: usize,
    /// Number of seeds at which it is best beyond noise.
    pub n_best: usize,
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

/// Positions of the legal plans of a choice, by seed.
type BySeed<'a> = BTreeMap<&'a str, usize>;

/// Every choice planned for several seeds, lowest median objective first; empty without seeds.
pub fn choices(study: &Study) -> Vec<Choice> {
    let Some(seeds) = study.seeds() else { return Vec::new() };
    let mut plans: BTreeMap<Vec<String>, BySeed> = BTreeMap::new();
    let mut rivals: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, plan) in study.plans.iter().enumerate() {
        let Some(seed) = plan.at.get(&seeds.name).filter(|_| plan.is_legal()) else { continue };
        let other = study.axes.iter().filter(|axis| axis.name != seeds.name);
        let choice = other.map(|axis| plan.at.get(&axis.name).cloned().unwrap_or_default()).collect();
        plans.entry(choice).or_default().insert(seed, position);
        rivals.entry(seed).or_default().push(position);
    }
    let objective = |&position: &usize| study.plans[position].portrait.breakdown.objective().to_f64();
    let least = |rivals: &Vec<usize>| rivals.iter().map(objective).fold(f64::INFINITY, f64::min);
    let best: BTreeMap<&str, f64> = rivals.iter().map(|(seed, rivals)| (*seed, least(rivals))).collect();
    let several = plans.into_iter().filter(|(_, by_seed)| by_seed.len() > 1);
    let mut choices: Vec<Choice> = several
        .map(|(at, by_seed)| {
            let is_best = |(seed, position): &(&&str, &usize)| is_best(study, **position, &rivals[**seed]);
            let n_best = by_seed.iter().filter(is_best).count();
            Choice { n_best, ..choice(study, at, &by_seed, &best) }
        })
        .collect();
    choices.sort_by(|one, other| {
        one.median_objective.total_cmp(&other.median_objective).then(one.at.cmp(&other.at))
    });
    choices
}

/// Whether a plan's scenario has a lower objective than all its rivals, proven or beyond noise.
fn is_best(study: &Study, position: usize, rivals: &[usize]) -> bool {
    let beats = |&rival: &usize| {
        let verdict = study.plans[position].against(&study.plans[rival]);
        verdict.direction == Some(Direction::Lower)
    };
    rivals.len() > 1 && rivals.iter().filter(|&&rival| rival != position).all(beats)
}

fn choice(study: &Study, at: Vec<String>, by_seed: &BySeed, best: &BTreeMap<&str, f64>) -> Choice {
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
        n_best: 0,
        median_objective: median(&objectives),
        worst_objective: most(&objectives),
        worst_regret: by_seed.iter().map(regret).fold(0.0, f64::max),
        median_net: median(&nets),
        worst_net: most(&nets),
        median_share: median(&shares),
        worst_share: shares.iter().copied().fold(f64::INFINITY, f64::min),
    }
}

/// A commune that hosts.
#[derive(Debug, Clone, PartialEq)]
pub struct Host {
    /// INSEE code.
    pub insee: String,
    /// Name.
    pub name: String,
    /// Number of plans in which it hosts a cycle.
    pub n_plans: usize,
    /// Its number of cycles in all plans together.
    pub n_cycles: usize,
}

/// Every commune that hosts in some plan, most frequent hosts first.
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
