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
    /// Its costs and service terms, recomputed from the plan.
    pub breakdown: Breakdown,
    /// The proof of its quality.
    pub proof: Proof,
    /// Why the search ended: `optimal`, `gap`, `work_limit`, `time_limit`, `memory_limit` or `interrupted`.
    pub status: &'static str,
    /// Name and version of the LP solver.
    pub lp_solver: String,
    /// Why each unserved resident is in no cycle, in the order of the table.
    pub reasons: Vec<(ResidentId, Reason)>,
}
