//! Properties of every instance, tested on many generated ones; a failure names its seed.
//!
//! The strongest test of a bound is a better plan: each instance is solved from several seeds, and no bound of any of
//! them may exceed the objective of any other. All runs end by work, never by a clock.

use ateliers::instance::{Instance, InstanceData};
use ateliers::plan::price;
use ateliers::solve::Settings;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::edited;
use crate::generator::{self, Draw, MEDIUM, SMALL, Size, TINY};
use crate::solving::{Solved, excess, settings, solved};

/// Work for one small instance: enough to reach all stages, little enough for hundreds of instances in CI.
const LITTLE_WORK: u64 = 1_500;
/// Work in which most tiny instances are proven optimal.
const WORK_TO_PROVE: u64 = 8_000;

#[test]
fn generated_instances_are_solved_legally_and_no_bound_exceeds_another_plan() {
    (0..200).into_par_iter().for_each(|seed| agree(seed, &SMALL, &[1, 2], LITTLE_WORK));
}

#[test]
#[ignore = "takes many minutes: larger instances, more seeds; to be run after a change to the method"]
fn larger_instances_are_solved_legally_and_no_bound_exceeds_another_plan() {
    (0..200).into_par_iter().for_each(|seed| agree(seed, &MEDIUM, &[1, 2, 3, 4, 5], 20 * LITTLE_WORK));
    (1000..3000).into_par_iter().for_each(|seed| agree(seed, &SMALL, &[1, 2, 3], 5 * LITTLE_WORK));
}

/// Solves an instance from several seeds and compares every bound with every plan.
fn agree(seed: u64, size: &Size, solver_seeds: &[u64], work_limit: u64) {
    let instance = generator::instance(seed, size);
    let solve = |&solver_seed: &u64| solved(&instance, &settings(solver_seed, work_limit));
    let found: Vec<Solved> = solver_seeds.iter().map(solve).collect();
    let nobody = price(&instance, &ateliers::plan::Plan::default()).objective().to_f64();
    for one in &found {
        assert!(
            excess(one.objective, nobody) <= 0.0,
            "seed {seed}: serving nobody is better than {}",
            one.objective
        );
        for other in &found {
            let (bound, objective) = (one.bound, other.objective);
            assert!(
                excess(bound, objective) <= 0.0,
                "seed {seed}: bound {bound}, but a plan costs {objective}"
            );
        }
    }
}

#[test]
fn no_bound_exceeds_a_legal_plan_that_owes_nothing_to_the_solver() {
    let judge = |seed| {
        let instance = generator::instance(seed, &SMALL);
        let found = solved(&instance, &settings(1, LITTLE_WORK));
        let draw = &mut Draw::new(seed);
        let plans = (0..20).map(|_| edited::legal_plan(&instance, draw));
        let served = plans.filter(|plan| !plan.cycles.is_empty());
        let objectives: Vec<f64> = served.map(|plan| price(&instance, &plan).objective().to_f64()).collect();
        for objective in &objectives {
            let bound = found.bound;
            assert!(
                excess(bound, *objective) <= 0.0,
                "seed {seed}: bound {bound}, but a plan costs {objective}"
            );
        }
        objectives.len()
    };
    let n_plans: usize = (200..260).into_par_iter().map(judge).sum();
    assert!(n_plans >= 400, "only {n_plans} plans to compare with");
}

#[test]
fn the_same_seed_gives_the_same_plan_whatever_the_number_of_threads() {
    for seed in 0..12 {
        let instance = generator::instance(seed, &SMALL);
        let on_threads = |n_threads| {
            let pool =
                rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("a pool of threads");
            pool.install(|| solved(&instance, &settings(seed, LITTLE_WORK)))
        };
        let alone = on_threads(1);
        let in_company = on_threads(2);
        assert_eq!(alone.plan, in_company.plan, "seed {seed}");
        assert_eq!(alone.bound.to_bits(), in_company.bound.to_bits(), "seed {seed}");
        assert_eq!(alone.status, in_company.status, "seed {seed}");
    }
}

#[test]
fn a_gap_asked_for_is_a_gap_proven() {
    let judge = |seed| {
        let instance = generator::instance(seed, &SMALL);
        let wanted = Settings { gap: 0.2, ..settings(seed, LITTLE_WORK) };
        let found = solved(&instance, &wanted);
        let is_reached = found.status == ateliers::solve::Status::Gap;
        if is_reached {
            let difference = found.objective - found.bound;
            assert!(excess(difference, 0.2 * found.objective.abs()) <= 0.0, "seed {seed}: {found:?}");
        }
        usize::from(is_reached)
    };
    let n_reached: usize = (0..40).into_par_iter().map(judge).sum();
    assert!(n_reached >= 5, "only {n_reached} of 40 ended by the gap that was asked for");
}

#[test]
fn the_order_of_rows_does_not_change_the_optimum() {
    compare_proven(|seed, data| generator::shuffled(data, seed), |one, other| (one - other).abs());
}

#[test]
fn one_more_trainer_never_costs_more_at_the_optimum() {
    let with_another = |_, data: &InstanceData| {
        let mut more = data.clone();
        let first = data.trainers.first().cloned().into_iter();
        more.trainers.extend(
            first
                .map(|trainer| ateliers::instance::entities::Trainer { id: "another".to_owned(), ..trainer }),
        );
        more
    };
    compare_proven(with_another, |before, after| after - before);
}

#[test]
fn one_more_kit_never_costs_more_at_the_optimum() {
    let with_another = |_, data: &InstanceData| {
        let mut more = data.clone();
        let (id, depot) =
            ("another".to_owned(), data.trainers.first().map_or(0.into(), |trainer| trainer.base));
        more.kits.push(ateliers::instance::entities::Kit { id, tablets: 12, depot });
        more
    };
    compare_proven(with_another, |before, after| after - before);
}

/// Solves tiny instances unchanged and changed; where both are proven optimal, as most are, `rise` of the two objectives
/// is not positive.
fn compare_proven(change: impl Fn(u64, &InstanceData) -> InstanceData + Sync, rise: fn(f64, f64) -> f64) {
    let judge = |seed| {
        let data = generator::data(seed, &TINY);
        let changed = Instance::new(change(seed, &data));
        let before = solved(&Instance::new(data), &settings(1, WORK_TO_PROVE));
        let after = solved(&changed, &settings(2, WORK_TO_PROVE));
        let are_proven = before.is_proven_optimal() && after.is_proven_optimal();
        if are_proven {
            let rise = rise(before.objective, after.objective);
            let least = before.objective.abs().max(1.0);
            assert!(rise <= 1e-6 * least, "seed {seed}: {} and {}", before.objective, after.objective);
        }
        are_proven
    };
    let proven: Vec<bool> = (0..60).into_par_iter().map(judge).collect();
    let n_proven = proven.iter().filter(|&&are_proven| are_proven).count();
    assert!(n_proven >= 50, "only {n_proven} of 60 pairs were proven optimal: hardly anything was compared");
}
