//! The whole flow on one screen: `Instance -> Solved`.
//!
//! The solver proposes; from there on nothing of what it says is believed. The plan is priced again, judged by the
//! checker, and the bound is set against the recomputed objective. A plan that fails is not delivered.

use crate::check::{Verdict, check};
use crate::instance::Instance;
use crate::plan::Plan;
use crate::plan::proof::{BrokenBound, Proof};
use crate::plan::reasons::explain;
use crate::plan::solved::Solved;
use crate::solve::{Settings, Status, Watch, milp, solve};

/// Our fault: what the solver delivered does not hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The checker refuses the plan.
    IllegalPlan(Box<Verdict>),
    /// The bound is above the objective of a legal plan.
    BrokenBound(BrokenBound),
}

/// Finds a plan, prices it, checks it, proves how good it is and says why residents are left out. May set out from a plan
/// from elsewhere.
///
/// # Errors
/// If the plan or its bound does not hold: a defect of this program, never of the input.
pub fn plan(
    instance: &Instance,
    settings: &Settings,
    _start: Option<&Plan>,
    watch: &dyn Watch,
) -> Result<Solved, Fault> {
    let solution = solve(instance, settings, watch);
    again(instance, solution.plan, solution.bound, solution.status)
}

/// A plan that a search proposed, now or earlier: priced, checked, set against its bound and explained.
///
/// # Errors
/// As [`plan`].
pub fn again(instance: &Instance, plan: Plan, bound: f64, status: Status) -> Result<Solved, Fault> {
    let verdict = check(instance, &plan);
    if !verdict.is_legal() {
        return Err(Fault::IllegalPlan(Box::new(verdict)));
    }
    let breakdown = verdict.breakdown;
    let proof = Proof::new(instance, breakdown.objective(), bound).map_err(Fault::BrokenBound)?;
    let reasons = explain(instance, &plan);
    Ok(Solved { plan, breakdown, proof, status: status.name(), lp_solver: milp::version(), reasons })
}
