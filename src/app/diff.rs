//! The changes between two plans.

use super::named::{Named, Portrayed, Unportrayed, portray};
use crate::compare::diff::{Diff, diff as changes};

/// Two plans that were read and checked.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The plan before.
    pub before: Portrayed,
    /// The plan after.
    pub after: Portrayed,
}

impl Pair {
    /// The changes.
    pub fn diff(&self) -> Diff<'_> {
        changes(&self.before.portrait, &self.after.portrait)
    }

    /// Whether both plans keep every rule, and their files agree with them.
    pub fn is_sound(&self) -> bool {
        [&self.before, &self.after].iter().all(|plan| plan.portrait.judgement.is_sound())
    }
}

/// The result of reading each of two plans.
pub type Sides = [Result<Portrayed, Unportrayed>; 2];

/// Reads both plans; if one cannot be read, returns the result for each.
///
/// # Errors
/// If either cannot be read.
pub fn diff(before: &Named, after: &Named) -> Result<Pair, Box<Sides>> {
    match (portray(before), portray(after)) {
        (Ok(before), Ok(after)) => Ok(Pair { before, after }),
        (before, after) => Err(Box::new([before, after])),
    }
}
