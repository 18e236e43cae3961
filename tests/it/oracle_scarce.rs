//! The oracle with one scarce resource: tiny instances on which each is binding in turn.

use std::fmt::Write as _;
use std::ops::Range;

use ateliers::instance::Instance;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::generator::rare::draw_rare_keys;
use crate::generator::scarce::Resource;
use crate::generator::tight::tight;
use crate::naive_price::{Exact, euros, terms};
use crate::oracle::{Compared, MOST_PLANS, compare_on, optimum};

/// Each resource made scarce in turn: no bound exceeds the optimum, and most are proven.
#[test]
fn no_bound_exceeds_the_optimum_where_a_resource_is_scarce() {
    compare_each_resource(0..12);
}

#[test]
#[ignore = "takes minutes: the oracle on thousands of instances with a scarce resource, to be run after a change to the bound"]
fn no_bound_exceeds_the_optimum_of_thousands_of_instances_where_a_resource_is_scarce() {
    compare_each_resource(1000..1200);
}

/// The same with keys that most scenarios omit.
#[test]
fn no_bound_exceeds_the_optimum_where_a_resource_is_scarce_and_rare_keys_are_set() {
    let pairs = Resource::ALL.into_iter().flat_map(|resource| (100..104).map(move |seed| (resource, seed)));
    let pairs: Vec<(Resource, u64)> = pairs.collect();
    let compared = pairs.into_par_iter().filter_map(|(resource, seed)| {
        let mut data = tight(resource, seed);
        draw_rare_keys(&mut data, seed);
        compare_on(&Instance::new(data), seed)
    });
    let compared: Vec<Compared> = compared.collect();
    let n_proven = compared.iter().filter(|one| one.is_proven).count();
    assert!(compared.len() >= 60 && 10 * n_proven >= 8 * compared.len(), "{n_proven} of {}", compared.len());
}

fn compare_each_resource(seeds: Range<u64>) {
    let pairs: Vec<(Resource, u64)> = Resource::ALL
        .into_iter()
        .flat_map(|resource| seeds.clone().map(move |seed| (resource, seed)))
        .collect();
    let compared: Vec<(Resource, Compared)> = pairs
        .into_par_iter()
        .filter_map(|(resource, seed)| Some((resource, compare_scarce(resource, seed)?)))
        .collect();
    let n_seeds = seeds.count();
    let mut table = String::new();
    let mut is_enough = true;
    for resource in Resource::ALL {
        let ours = || compared.iter().filter(|one| one.0 == resource).map(|one| &one.1);
        let (n, n_serving) = (ours().count(), ours().filter(|one| one.serves).count());
        let n_proven = ours().filter(|one| one.is_proven).count();
        is_enough &= 2 * n >= n_seeds && n_serving > 0 && 10 * n_proven >= 4 * n;
        let _ = writeln!(
            table,
            "{resource:?}: {n} of {n_seeds} compared, {n_serving} serve anybody, {n_proven} were proven optimal"
        );
    }
    let n_proven = compared.iter().filter(|one| one.1.is_proven).count();
    assert!(is_enough && 10 * n_proven >= 8 * compared.len(), "too little was compared or proven:\n{table}");
}

/// Compares solver and oracle with a scarce resource; a budget is a share of the best plan's cost without one.
fn compare_scarce(resource: Resource, seed: u64) -> Option<Compared> {
    let mut data = tight(resource, seed);
    let share = match resource {
        // Two or three cycles at most: less than four tenths allow none.
        Resource::BudgetSmall => Some(4 + Exact::from(seed) % 2),
        Resource::BudgetHalf => Some(5 + Exact::from(seed) % 3),
        Resource::BudgetLarge => Some(7 + Exact::from(seed) % 3),
        _ => None,
    };
    if let Some(tenths) = share {
        let instance = Instance::new(data.clone());
        let gross = terms(&instance, &optimum(&instance, MOST_PLANS)?.plan).gross();
        data.rules.costs.max_gross = Some(euros(gross * tenths / 10));
    }
    compare_on(&Instance::new(data), seed)
}
