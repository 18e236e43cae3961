//! What comes of a move.

use super::spots::Spot;
use crate::rules::Rule;
use crate::units::Euros;

/// What comes of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// The first rule, in the order of the catalogue, that would be broken and is not now.
    pub broken: Option<Rule>,
    /// What the objective would rise by, euros.
    pub difference: Euros,
}

/// Where a cycle may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The place.
    pub spot: Spot,
    /// What would come of it.
    pub effect: Effect,
}

/// Where a resident may go, with those who go with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The cycle; the waiting list where there is none.
    pub cycle: Option<String>,
    /// What would come of it.
    pub effect: Effect,
}

impl Effect {
    /// Nothing changes.
    pub const NONE: Self = Self { broken: None, difference: Euros::ZERO };
}

/// The first of two rules in the order of the catalogue, where there are any.
pub(super) fn first(one: Option<Rule>, other: Option<Rule>) -> Option<Rule> {
    [one, other].into_iter().flatten().min()
}
