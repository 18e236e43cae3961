//! The whole flow on one screen: `Instance -> Solved`.
//!
//! Nothing that the solver reports is trusted. The plan is priced again and checked, and the bound is compared with the
//! recomputed objective. Where a plan fails, the last one that passed is delivered with the fault.

use crate::check::{Verdict, check};
use crate::instance::Instance;
use crate::plan::Plan;
use crate::plan::proof::{BrokenBound, Proof};
use crate::plan::reasons::explain;
use crate::plan::solved::Solved;
use crate::solve::{Settings, Solution, Status, Watch, milp, solve, solve_with_seeds};

/// Our fault: what the solver delivered does not hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The checker refuses the plan.
    IllegalPlan {
        /// What it refuses.
        verdict: Box<Verdict>,
        /// The last earlier plan that it accepts, if any.
        earlier: Option<Box<Solved>>,
    },
    /// The bound is above the objective of a legal plan.
    BrokenBound(BrokenBound),
}

/// Finds a plan, prices it, checks it, proves how good it is and explains why residents are left out. May start from a given plan
/// (see [`solve`]).
///
/// # Errors
/// If the plan or its bound does not hold: a defect of this program, never of the input.
pub fn plan(
    instance: &Instance,
    settings: &Settings,
    start: Option<&Plan>,
    watch: &dyn Watch,
) -> Result<Solved, Fault> {
    judged(instance, solve(instance, settings, start, watch))
}

/// Like [`plan`], with several seeds: a plan for each, and one bound (see [`solve_with_seeds`]).
///
/// # Errors
/// As [`plan`], if one of them does not hold.
pub fn plan_with_seeds(
    instance: &Instance,
    settings: &Settings,
    n_seeds: usize,
    start: Option<&Plan>,
    watch: &dyn Watch,
) -> Result<Vec<Solved>, Fault> {
    let found = solve_with_seeds(instance, settings, n_seeds, start, watch);
    found.into_iter().map(|solution| judged(instance, solution)).collect()
}

/// Checks a solution; if its plan is illegal, falls back to the last earlier legal one.
fn judged(instance: &Instance, solution: Solution) -> Result<Solved, Fault> {
    let (bound, status) = (solution.bound, solution.status);
    again(instance, solution.plan, bound, status).map_err(|fault| match fault {
        Fault::IllegalPlan { verdict, .. } => {
            let legal = |plan: Plan| again(instance, plan, bound, status).ok().map(Box::new);
            Fault::IllegalPlan { verdict, earlier: solution.earlier.into_iter().find_map(legal) }
        }
        broken @ Fault::BrokenBound(_) => broken,
    })
}

/// Prices, checks and explains a plan that a search proposed, and compares it with the bound.
///
/// # Errors
/// As [`plan`], without an earlier plan.
pub fn again(instance: &Instance, plan: Plan, bound: f64, status: Status) -> Result<Solved, Fault> {
    let verdict = check(instance, &plan);
    if !verdict.is_legal() {
        return Err(Fault::IllegalPlan { verdict: Box::new(verdict), earlier: None });
    }
    let breakdown = verdict.breakdown;
    let proof = Proof::new(instance, breakdown.objective(), bound).map_err(Fault::BrokenBound)?;
    let reasons = explain(instance, &plan);
    Ok(Solved { plan, breakdown, proof, status: status.name(), lp_solver: milp::version(), reasons })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::input::read_scenario;
    use crate::solve::effort::Spent;
    use crate::solve::{Progress, Stop};

    /// A watch that never stops the search.
    struct Calm;

    impl Watch for Calm {
        fn stop(&self) -> Option<Stop> {
            None
        }

        fn remaining_s(&self) -> f64 {
            f64::INFINITY
        }

        fn progress(&self, _progress: &Progress) {}
    }

    #[test]
    fn where_the_last_plan_is_illegal_the_last_legal_one_is_delivered_with_the_fault() {
        let path = Path::new("data/bench/instances/tiny/scenario.toml");
        let instance = read_scenario(path).expect("a valid scenario").instance;
        let settings = Settings { gap: 0.0, work_limit: Some(500), seed: 1 };
        let good = plan(&instance, &settings, None, &Calm).expect("a legal plan");
        let mut illegal = good.plan.clone();
        illegal.cycles[0].participants.clear();
        let earlier = vec![illegal.clone(), good.plan.clone()];
        let bound = good.proof.bound;
        let solution = Solution {
            plan: illegal.clone(),
            earlier,
            bound,
            status: Status::WorkLimit,
            spent: Spent::default(),
        };
        let Err(Fault::IllegalPlan { verdict, earlier: Some(delivered) }) = judged(&instance, solution)
        else {
            panic!("an illegal plan was believed, or the legal one lost");
        };
        assert!(!verdict.is_legal());
        assert_eq!(delivered.plan, good.plan);
        let (earlier, spent) = (Vec::new(), Spent::default());
        let solution = Solution { plan: illegal, earlier, bound, status: Status::WorkLimit, spent };
        assert!(matches!(judged(&instance, solution), Err(Fault::IllegalPlan { earlier: None, .. })));
    }
}
