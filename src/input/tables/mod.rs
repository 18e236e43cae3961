//! One reader for each table of PROBLEM.md section 2.

pub(crate) mod closures;
mod columns;
pub(crate) mod communes;
pub mod kind;
pub(crate) mod kits;
pub(crate) mod residents;
pub(crate) mod roads;
pub(crate) mod slots;
pub(crate) mod trainers;
pub(crate) mod venues;
