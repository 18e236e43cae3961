//! Comparison on a page: plans and variants of a project side by side, and small batches of variants.
//!
//! - [`candidates`]: the plans that can be compared; [`side`]: some of them side by side, and the changes between them;
//! - [`order`]: the axes of a small batch, as typed; [`kept`]: batches in their folders; [`batches`]: the running ones, one at
//!   a time in the queue of searches; `attempt`: one of them; [`told`]: its stage, in words.
//!
//! # Design
//! A batch writes to its own folder, `batches/1` in its project, which `ateliers batch` can continue: no table and no plan of the
//! project changes, so the project's lock is not taken; the folder has its own lock.

mod attempt;
pub mod batches;
pub mod candidates;
pub mod kept;
pub mod order;
pub mod side;
pub mod told;
