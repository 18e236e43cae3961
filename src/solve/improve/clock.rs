//! How much of a search is left, as a walk sees it.

/// What ends a walk and measures its progress.
pub trait Clock: Sync {
    /// Whether the walk must stop now.
    fn is_over(&self) -> bool;
    /// What is left of the search after so many steps of the present call, in a unit of its own; infinite without a
    /// limit.
    fn left(&self, n_steps: u64) -> f64;
}
