//! The commune-distance graph (PROBLEM.md section 3) and, where no roads were measured, its derivation from boundaries.

mod travel;

pub use travel::{MeasuredPair, Road, Travel};
