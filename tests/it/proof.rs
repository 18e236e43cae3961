//! Objective, bound and gap are finite and consistent, whatever a solver claims.

use std::path::Path;

use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::instance::units::Euros;
use ateliers::plan::price;
use ateliers::plan::proof::Proof;

use crate::generator::{self, SMALL, TINY};
use crate::solving::{excess, settings, solved};

fn small() -> Instance {
    let path = Path::new("data/fixtures/small/scenario.toml");
    read_scenario(path).expect("a valid scenario").instance
}

#[test]
fn no_claim_or_a_senseless_one_gives_way_to_the_floor() {
    let instance = small();
    // Twelve residents, each at least 12 − 35 euros.
    for claimed in [f64::NEG_INFINITY, f64::NAN, -1e9] {
        let proof = Proof::new(&instance, Euros::whole(1000), claimed).expect("a proof");
        assert!((proof.bound - -276.0).abs() < 1e-9, "{proof:?}");
        assert!((proof.gap - 1.276).abs() < 1e-9, "{proof:?}");
    }
}

#[test]
fn a_bound_above_a_legal_plan_is_refused_but_for_rounding() {
    let instance = small();
    let proof = |claimed| Proof::new(&instance, Euros::whole(1000), claimed);
    assert!(proof(1000.1).is_err());
    assert!(proof(f64::INFINITY).is_err());
    let tight = proof(1_000.000_1).expect("rounding");
    assert!(tight.bound <= tight.objective && tight.gap.abs() < 1e-9, "{tight:?}");
}

#[test]
fn the_gap_of_nothing_is_finite() {
    let proof = Proof::new(&small(), Euros::ZERO, -5.0).expect("a proof");
    assert!((proof.gap - 500.0).abs() < 1e-9, "{proof:?}");
}

/// Generated instances (seed, size) whose proof once stalled or started from a wrong price; CP-SAT and HiGHS found the
/// same optima on a straightforward model.
#[test]
fn proofs_that_once_failed_are_done() {
    let known = [
        // No resident has any value except for equity: the box around the duals had no width.
        (2, &SMALL, 510_394.161_6),
        (103, &SMALL, 1_579.298_7),
        (131, &SMALL, 2_388.720_5),
        // Cycles required by a limit were cheaper to miss than to find.
        (60, &TINY, 379.474_8),
        // There is no way for the trainer to a venue.
        (62, &SMALL, 5_487.028_1),
        (222, &TINY, 1_858.183_7),
        // One tablet in the only kit counted as any number.
        (113, &SMALL, 4_144.848_3),
        (247, &SMALL, 18_550.702_7),
        // Tours over several depots are priced from below.
        (68, &SMALL, 86.067_4),
        (214, &SMALL, 2_206.122_9),
    ];
    for (seed, size, optimum) in known {
        let instance = Instance::new(generator::plain(seed, size));
        let found = solved(&instance, &settings(1, 1_000_000));
        let is_proven = found.is_proven_optimal() && (found.objective - optimum).abs() < 1e-3;
        assert!(is_proven, "seed {seed}: {:?} at {} over {}", found.status, found.objective, found.bound);
    }
}

/// A budget may be spent to the last cent (rule H10).
#[test]
fn a_budget_of_what_the_best_plan_costs_allows_it() {
    let mut n_served = 0;
    for seed in 0..30 {
        let within = |budget: Option<Euros>| {
            let mut data = generator::plain(seed, &TINY);
            data.rules.costs.max_gross = budget;
            Instance::new(data)
        };
        let best = solved(&within(None), &settings(1, 100_000));
        let gross = price(&within(None), &best.plan).costs.gross();
        let again = solved(&within(Some(gross)), &settings(1, 100_000));
        let is_as_good = excess(again.objective, best.objective) <= 0.0;
        let (status, bound) = (again.status, again.bound);
        assert!(
            is_as_good,
            "seed {seed}: {} over {bound} ({status:?}) with {gross:?}, {} without",
            again.objective, best.objective
        );
        n_served += usize::from(!best.plan.cycles.is_empty());
    }
    assert!(n_served > 10, "{n_served}");
}

/// Known optima that no root of a tree proves: `tiny` was proven by CP-SAT, the other by its publishers.
#[test]
fn optima_that_need_branching_are_proven() {
    let known = [("instances/tiny", 13_193.717_142), ("pmedcap/pmedcap1_01", 713.0)];
    for (name, optimum) in known {
        let path = format!("data/bench/{name}/scenario.toml");
        let instance = read_scenario(Path::new(&path)).expect("a valid scenario").instance;
        let found = solved(&instance, &settings(1, 500_000));
        assert!(
            found.is_proven_optimal(),
            "{name}: {:?} at {} over {}",
            found.status,
            found.objective,
            found.bound
        );
        assert!(excess(found.objective, optimum) <= 0.0 && excess(optimum, found.objective) <= 0.0, "{name}");
    }
}
