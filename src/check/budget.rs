//! H10: gross cost ≤ `costs.max_gross`, where set; where a plan was announced, it forbids only new cycles.

use super::case::Case;
use super::violation::{Limit, Measure, Violation};
use crate::rules::Rule;

/// The gross cost is within the budget.
pub(super) fn budget(case: &Case) -> Vec<Violation> {
    let gross = case.breakdown.costs.gross();
    let ceiling = case.instance.rules.costs.max_gross.filter(|&ceiling| gross > ceiling && case.may_forbid());
    let found = |ceiling| Violation {
        rule: Rule::Budget,
        subjects: Vec::new(),
        measured: Measure::Euros(gross),
        limit: Limit::AtMost(Measure::Euros(ceiling)),
    };
    ceiling.map(found).into_iter().collect()
}
