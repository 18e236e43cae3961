//! A scenario in memory with its tables, and variants of it: what they share is read and derived once.

pub mod base;
mod shelf;
pub mod stored;
pub mod variant;
