//! What a planner compares on a page: plans and variants of a project side by side, and small batches of variants.
//!
//! - [`candidates`]: the plans that can be compared; [`side`]: some of them side by side, and what changed between them;
//! - [`order`]: what varies in a small batch, as typed; [`kept`]: batches in their folders; [`batches`]: those at work, one
//!   after the other in the queue of searches; `attempt`: one of them; [`told`]: how it stands, in words.
//!
//! # Design
//! A batch writes to a folder of its own, `batches/1` in its project, which `ateliers batch` can go on with: no table and no plan of the
//! project changes, so the project's lock is not taken; the folder has one of its own.

mod attempt;
pub mod batches;
pub mod candidates;
pub mod kept;
pub mod order;
pub mod side;
pub mod told;
