//! Workbooks that people fill in: the one to start from, the one for a town hall's enrolments, and the one that
//! goes back with its faults marked.

pub mod annotated;
pub mod blank;
mod field;
pub mod form;
mod lists;
mod look;
mod sheet;
mod style;
pub mod territory;
