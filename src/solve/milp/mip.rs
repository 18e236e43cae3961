//! A mixed-integer program solved once, with its bound.

use highs::{HighsModelStatus, HighsSolutionStatus};

use super::formulation::Formulation;

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MipStatus {
    /// Proven optimal (within the relative gap asked for).
    Optimal,
    /// Stopped by a limit; values are a feasible point.
    Feasible,
    /// Stopped by a limit without a feasible point.
    Unknown,
    /// There is no feasible point.
    Infeasible,
    /// HiGHS failed.
    Failed,
}

/// What a solve gave.
#[derive(Debug, Clone)]
pub struct MipOutcome {
    /// How it ended.
    pub status: MipStatus,
    /// Objective without its constant.
    pub objective: f64,
    /// What no feasible point can beat, without the objective's constant.
    pub bound: f64,
    /// Value of each variable, in the order in which variables were declared; empty without a feasible point.
    pub values: Vec<f64>,
}

/// When to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MipLimits {
    /// Relative gap at which a point counts as optimal (HiGHS's own default is 1e-4).
    pub relative_gap: f64,
    /// Nodes of the search tree; a limit that no clock changes.
    pub nodes: i32,
    /// Seconds, infinite for none.
    pub seconds: f64,
}

/// Solves a model; `start` is a complete feasible point to begin from.
pub fn solve_mip(formulation: Formulation, start: Option<&[f64]>, limits: &MipLimits) -> MipOutcome {
    let failed = || MipOutcome {
        status: MipStatus::Failed,
        objective: 0.0,
        bound: f64::NEG_INFINITY,
        values: Vec::new(),
    };
    let Ok(mut model) = formulation.into_problem().try_into_inner() else { return failed() };
    model.make_quiet();
    model.set_option("threads", 1);
    model.set_option("mip_rel_gap", limits.relative_gap);
    model.set_option("mip_max_nodes", limits.nodes);
    if limits.seconds.is_finite() {
        model.set_option("time_limit", limits.seconds.max(0.01));
    }
    if start.is_some() {
        // A start that HiGHS refuses costs time, not correctness.
        let _ = model.try_set_solution(start, None, None, None);
    }
    let Ok(solved) = model.try_solve() else { return failed() };
    let has_point = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let status = match solved.status() {
        HighsModelStatus::Optimal if has_point => MipStatus::Optimal,
        HighsModelStatus::Infeasible => MipStatus::Infeasible,
        _ if has_point => MipStatus::Feasible,
        _ => MipStatus::Unknown,
    };
    MipOutcome {
        status,
        objective: solved.objective_value(),
        bound: solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY),
        values: if has_point { solved.get_solution().columns().to_vec() } else { Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: MipLimits = MipLimits { relative_gap: 0.0, nodes: 1000, seconds: f64::INFINITY };

    #[test]
    fn bound_and_objective_meet_at_the_optimum() {
        // 2x + 3z with x + z >= 4.5, z whole: x = 4.5 alone costs 9.
        let mut model = Formulation::default();
        let (x, z) = (model.real(2.0), model.whole(3.0, 10));
        model.at_least(&[(x, 1.0), (z, 1.0)], 4.5);
        let outcome = solve_mip(model, None, &LIMITS);
        assert_eq!(outcome.status, MipStatus::Optimal);
        assert!((outcome.objective - 9.0).abs() < 1e-6 && (outcome.bound - 9.0).abs() < 1e-6);
    }

    #[test]
    fn an_impossible_model_is_infeasible_and_no_failure() {
        let mut model = Formulation::default();
        let x = model.whole(1.0, 1);
        model.at_least(&[(x, 1.0)], 2.0);
        assert_eq!(solve_mip(model, None, &LIMITS).status, MipStatus::Infeasible);
    }
}
