//! Data about a territory that no table contains: roads, measured distances, or a whole scenario over real communes.

pub mod borders;
pub mod distances;
mod doubts;
pub mod invent;
pub mod roads;
