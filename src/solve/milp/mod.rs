//! The LP solver. No other module uses `good_lp` or HiGHS.
//!
//! Models are written in `good_lp`'s expressions and passed to the underlying `highs`, because `good_lp`'s own `Solution` has
//! no bound and no gap, drops the objective's constant, and cannot take a new column once a model is solved.
//!
//! - [`formulation`]: a model under construction;
//! - [`lp`]: a linear program that grows: columns and rows are added between solves, which warm start from the last basis.
//!
//! HiGHS always runs on one thread: parallelism is part of the method, and results must not depend on it.

pub mod formulation;
pub mod lp;

/// Name and version of the solver, as written in plans.
pub fn version() -> String {
    use highs_sys::{HIGHS_VERSION_MAJOR, HIGHS_VERSION_MINOR, HIGHS_VERSION_PATCH};
    format!("HiGHS {HIGHS_VERSION_MAJOR}.{HIGHS_VERSION_MINOR}.{HIGHS_VERSION_PATCH}")
}
