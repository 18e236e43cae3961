//! The commune-distance graph (PROBLEM.md section 3) and, if no roads were measured, its derivation from boundaries.

pub mod borders;
pub mod commune;
mod derive;
mod doubts;
mod nearest;
mod road;
mod travel;

/// The note of every derived road; a file that contains it may be replaced.
pub const ESTIMATED: &str = "estimé / estimated";

pub use derive::{Derivation, Estimate, roads_from_boundaries};
pub use doubts::{Doubts, Near, Outside};
pub use nearest::nearest;
pub use road::{DerivedRoad, Link, great_circle_m};
pub use travel::{MeasuredPair, Road, Travel};
