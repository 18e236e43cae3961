//! What changed between two plans.

use super::named::{Named, Portrayed, Unportrayed, portray};
use crate::compare::diff::{Diff, diff as changes};

/// Two plans that were read and judged.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The plan before.
    pub before: Portrayed,
    /// The plan after.
    pub after: Portrayed,
}

impl Pair {
    /// What changed.
    pub fn diff(&self) -> Diff<'_> {
        changes(&self.before.portrait, &self.after.portrait)
    }

    /// Whether both keep every rule and say what follows from them.
    pub fn is_sound(&self) -> bool {
        [&self.before, &self.after].iter().all(|plan| plan.portrait.judgement.is_sound())
    }
}

/// What became of each of two plans.
pub type Sides = [Result<Portrayed, Unportrayed>; 2];

/// Reads both; what became of each, where one cannot be read.
///
/// # Errors
/// If either cannot be read.
pub fn diff(before: &Named, after: &Named) -> Result<Pair, Box<Sides>> {
    match (portray(before), portray(after)) {
        (Ok(before), Ok(after)) => Ok(Pair { before, after }),
        (before, after) => Err(Box::new([before, after])),
    }
}
