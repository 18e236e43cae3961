//! The commune-distance graph (PROBLEM.md section 3) and, where no roads were measured, its derivation from boundaries.

pub mod borders;
mod derive;
mod doubts;
mod nearest;
mod travel;

pub use derive::{Derivation, DerivedRoad, Estimate, Link, great_circle_m, roads_from_boundaries};
pub use doubts::{Doubts, Near, Outside};
pub use nearest::nearest;
pub use travel::{MeasuredPair, Road, Travel};
