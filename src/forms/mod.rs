//! Workbooks that people fill in: the one to start from, and the one that goes back with its faults marked.

pub mod annotated;
pub mod blank;
mod field;
mod lists;
mod look;
pub mod territory;
