//! Penalties on a draft that temporarily exceeds a limit: the seats of a room, or the budget.
//!
//! Such a draft is a bridge between plans: it is never kept as the best.

use super::super::draft::{Draft, ROUNDING};

/// Penalty rates for exceeding limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Toll {
    /// One participant beyond the seats of a group, euros.
    pub seat: f64,
    /// One euro of gross cost beyond the budget, euros.
    pub euro: f64,
}

impl Toll {
    /// Rates far above the value of any plan: no limit may be exceeded.
    pub(super) const FORBIDDEN: Self = Self { seat: 1e150, euro: 1e150 };

    /// No penalties.
    pub(super) const FREE: Self = Self { seat: 0.0, euro: 0.0 };

    /// Penalty of a draft, euros.
    pub(super) fn of(&self, draft: &Draft) -> f64 {
        self.seat * draft.crowding() as f64 + self.euro * draft.overspent()
    }

    /// Change of the penalty if the gross cost changed by `gross` euros.
    pub(super) fn spending(&self, draft: &Draft, gross: f64) -> f64 {
        let beyond = draft.beyond_budget();
        let overspent = |beyond: f64| if beyond > ROUNDING { beyond } else { 0.0 };
        self.euro * (overspent(beyond + gross) - overspent(beyond))
    }
}
