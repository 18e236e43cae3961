//! Rules of a plan that follows an announced one (PROBLEM.md section 8).

pub(super) mod broken_off;
pub(super) mod committed;
pub(super) mod fresh;
pub(super) mod held;
pub(super) mod repairs;
