//! The only place that names `good_lp` or HiGHS.
//!
//! Models are written in `good_lp`'s expressions and handed to `highs` below it, because `good_lp`'s own `Solution` has
//! no bound and no gap, drops the objective's constant, and cannot take a new column once a model is solved.
//!
//! - [`formulation`]: a model in the making;
//! - [`lp`]: a living linear program: columns and rows are added between solves, the basis stays hot.
//!
//! HiGHS runs on one thread everywhere: parallelism belongs to the method, and results must not depend on it.

pub mod formulation;
pub mod lp;

/// Name and version of the solver, as plans print it.
pub fn version() -> String {
    use highs_sys::{HIGHS_VERSION_MAJOR, HIGHS_VERSION_MINOR, HIGHS_VERSION_PATCH};
    format!("HiGHS {HIGHS_VERSION_MAJOR}.{HIGHS_VERSION_MINOR}.{HIGHS_VERSION_PATCH}")
}
