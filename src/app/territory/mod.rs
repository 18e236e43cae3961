//! What no table gives about a territory: roads, measured distances, or a whole scenario over real communes.

pub mod borders;
pub mod distances;
mod doubts;
pub mod invent;
pub mod roads;
