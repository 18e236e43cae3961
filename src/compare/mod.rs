//! Comparison of plans.
//!
//! Plans of two scenarios do not share table positions, so each is first described by a [`Portrait`]: everything by identifiers
//! and names, with the checker's judgement and a value in each of the [`columns`]. [`inputs`] says what it was made from,
//! [`lineage`] which announced plan it follows. [`diff`] says what changed between two plans. A [`study`] is several plans with
//! what varied, and with what changes through seeds alone ([`searches`]). It shows how certain a difference is ([`verdict`]),
//! which plans are not dominated ([`pareto`]), the effect of the axes ([`effects`]), and how choices fare when other people enrol
//! ([`robustness`]). [`report`] writes the results.

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
