//! Plans set beside each other.
//!
//! Plans of two scenarios do not share positions in tables, so each is first drawn as a [`Portrait`]: everything by the
//! names that people write, and has a value in each of the [`columns`]. [`diff`] says what changed between two of them.

pub mod columns;
pub mod diff;
pub mod manifest;
pub mod portrait;

pub use portrait::Portrait;
