//! The remaining search, as seen by a walk.

/// The stopping criterion of a walk, and its measure of progress.
pub trait Clock: Sync {
    /// Whether the walk must stop now.
    fn is_over(&self) -> bool;
    /// What remains of the search after `n_steps` steps of the current call, in an arbitrary unit; infinite without a limit.
    fn left(&self, n_steps: u64) -> f64;
}
