//! A plan with everything that is known about it: what the pipeline delivers.

use super::proof::Proof;
use super::reasons::Reason;
use super::{Breakdown, Plan};
use crate::instance::ids::ResidentId;

/// A legal plan, priced, checked and proven.
#[derive(Debug, Clone, PartialEq)]
pub struct Solved {
    /// The plan.
    pub plan: Plan,
    /// What it costs and what it is worth, recomputed from the plan.
    pub breakdown: Breakdown,
    /// How good it is.
    pub proof: Proof,
    /// Why the search ended: `optimal`, `gap`, `work_limit`, `time_limit`, `memory_limit` or `interrupted`.
    pub status: &'static str,
    /// Name and version of the solver of linear programs behind the search.
    pub lp_solver: String,
    /// Why each resident in no cycle is unserved, in the order of the table.
    pub reasons: Vec<(ResidentId, Reason)>,
}
