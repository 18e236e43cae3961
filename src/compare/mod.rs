//! Plans set beside each other.
//!
//! Plans of two scenarios do not share positions in tables, so each is first drawn as a [`Portrait`]: everything by the
//! names that people write, is judged, and has a value in each of the [`columns`]; [`inputs`] says what it was made from, [`lineage`] which announced plan
//! it follows.
//! [`diff`] says what changed between two of them. A
//! [`study`] is several plans with what varied, and what seeds alone change ([`searches`]): what can be said of a difference
//! ([`verdict`]), what each beats ([`pareto`]), what the axes do ([`effects`]), how choices
//! fare when other people enrol ([`robustness`]); [`report`] writes it.

pub mod columns;
pub mod cycle;
pub mod diff;
pub mod effects;
pub mod inputs;
pub mod lineage;
pub mod manifest;
pub mod pareto;
pub mod portrait;
pub mod report;
pub mod robustness;
pub mod searches;
pub mod study;
pub mod verdict;

pub use portrait::Portrait;
