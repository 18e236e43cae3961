//! What no table gives about a territory: roads, or a whole scenario over real communes.

mod doubts;
pub mod invent;
pub mod roads;
