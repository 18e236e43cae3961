//! The effect of a move.

use super::spots::Spot;
use crate::rules::Rule;
use crate::units::Euros;

/// The effect of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// The first newly broken rule, in the order of the catalogue.
    pub broken: Option<Rule>,
    /// Change of the objective, euros.
    pub difference: Euros,
}

/// A possible place for a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The place.
    pub spot: Spot,
    /// The effect of moving there.
    pub effect: Effect,
}

/// A cycle that a resident may join, with the members of their party who move with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The cycle; `None` for the waiting list.
    pub cycle: Option<String>,
    /// The effect of moving there.
    pub effect: Effect,
}

impl Effect {
    /// Nothing changes.
    pub const NONE: Self = Self { broken: None, difference: Euros::ZERO };
}

/// The first of two rules in the order of the catalogue.
pub(super) fn first(one: Option<Rule>, other: Option<Rule>) -> Option<Rule> {
    [one, other].into_iter().flatten().min()
}
