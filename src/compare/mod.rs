//! Plans set beside each other.
//!
//! Plans of two scenarios do not share positions in tables, so each is first drawn as a [`Portrait`]: everything by the
//! names that people write. [`diff`] says what changed between two of them.

pub mod diff;
pub mod portrait;

pub use portrait::Portrait;
