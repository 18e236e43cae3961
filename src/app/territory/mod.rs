//! What no table gives about a territory: roads, or a whole scenario over real communes.

pub mod borders;
mod doubts;
pub mod invent;
pub mod roads;
