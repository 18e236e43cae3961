//! The only way in which tests solve: every plan is checked before a test sees it.

use ateliers::check::{check, render};
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::plan::Plan;
use ateliers::solve::{Progress, Settings, Solution, Status, Stop, Watch, solve};

/// Objective and bound agree within this share of the objective, or this many euros where that is more.
pub(crate) const TOLERANCE: f64 = 1e-6;

/// A watch without a clock or interruptions.
pub(crate) struct Calm;

impl Watch for Calm {
    fn stop(&self) -> Option<Stop> {
        None
    }

    fn remaining_s(&self) -> f64 {
        f64::INFINITY
    }

    fn progress(&self, _progress: &Progress) {}
}

/// A solution whose plan is legal, with its cost.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Solved {
    pub(crate) plan: Plan,
    pub(crate) objective: f64,
    pub(crate) bound: f64,
    pub(crate) status: Status,
}

impl Solved {
    pub(crate) fn is_proven_optimal(&self) -> bool {
        self.status == Status::Optimal
    }
}

/// Until the gap is closed or `work_limit` is spent.
pub(crate) fn settings(seed: u64, work_limit: u64) -> Settings {
    Settings { gap: 0.0, work_limit: Some(work_limit), seed }
}

/// How much `one` exceeds `other`, beyond rounding; not positive if it does not.
pub(crate) fn excess(one: f64, other: f64) -> f64 {
    one - other - TOLERANCE * one.abs().max(other.abs()).max(1.0)
}

/// Solves and checks: the plan is legal, the bound is not above its objective, the status is true.
#[track_caller]
pub(crate) fn solved(instance: &Instance, settings: &Settings) -> Solved {
    let solution = solve_without_the_checker_which_proves_nothing(instance, settings);
    let verdict = check(instance, &solution.plan);
    let name = &instance.name;
    assert!(
        verdict.is_legal(),
        "{name}, {settings:?}: {}",
        render(&verdict, instance, &Messages::new(Lang::En))
    );
    let objective = verdict.breakdown.objective().to_f64();
    let (bound, status) = (solution.bound, solution.status);
    assert!(
        !bound.is_nan() && excess(bound, objective) <= 0.0,
        "{name}: bound {bound} above objective {objective}"
    );
    if status == Status::Optimal {
        assert!(
            excess(objective, bound) <= 0.0,
            "{name}: optimal, but objective {objective} and bound {bound}"
        );
    }
    let is_calm = !matches!(status, Status::TimeLimit | Status::Interrupted);
    assert!(is_calm, "{name}: {status:?} without a clock or a user");
    Solved { plan: solution.plan, objective, bound, status }
}

/// Solves, and trusts the solver's claims.
pub(crate) fn solve_without_the_checker_which_proves_nothing(
    instance: &Instance,
    settings: &Settings,
) -> Solution {
    solve(instance, settings, None, &Calm)
}
