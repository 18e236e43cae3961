//! What a draft pays for breaking a limit for a while: seats that a room lacks, euros that the budget lacks.
//!
//! Such a draft is a bridge between plans: it is never kept as the best.

use super::super::draft::{Draft, ROUNDING};

/// Prices of breaking a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Toll {
    /// One participant beyond the seats of a group, euros.
    pub seat: f64,
    /// One euro of gross cost beyond the budget, euros.
    pub euro: f64,
}

impl Toll {
    /// Prices far above what any plan is worth: no limit may be broken.
    pub(super) const FORBIDDEN: Self = Self { seat: 1e150, euro: 1e150 };

    /// No price on anything.
    pub(super) const FREE: Self = Self { seat: 0.0, euro: 0.0 };

    /// What a draft pays, euros.
    pub(super) fn of(&self, draft: &Draft) -> f64 {
        self.seat * draft.crowding() as f64 + self.euro * draft.overspent()
    }

    /// What a draft would pay more if it cost so many euros more of gross cost (less, where below 0).
    pub(super) fn spending(&self, draft: &Draft, gross: f64) -> f64 {
        let beyond = draft.beyond_budget();
        let overspent = |beyond: f64| if beyond > ROUNDING { beyond } else { 0.0 };
        self.euro * (overspent(beyond + gross) - overspent(beyond))
    }
}
