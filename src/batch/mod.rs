//! Batches: many variants of one scenario, planned concurrently, to compare their figures.
//!
//! ```text
//!  batch.toml ─► axes, points ─► variants (text, tables) ─► every one read and checked ─► run ─► records ─► results
//!      │              all faults at once, before anything runs                             │  a folder per variant
//! ```
//!
//! - [`read()`]: reads and checks everything that a batch file names, as a [`Batch`];
//! - [`axis`], [`grid`]: what varies, and which combinations are variants;
//! - [`variant`]: a combination as a scenario of its own, which `ateliers plan` can plan alone;
//! - [`settings`]: how much each variant is searched, and where its searches start;
//! - [`run`]: plans variants concurrently, each in its own threads; finished variants are not run again;
//! - [`record`]: what is kept of a finished variant, and how it is recognised; [`store`]: where it is kept;
//! - [`decide`]: further searches where they may decide;
//! - [`results`]: one row for each variant.
//!
//! # Design
//! Why do all variants start from one plan, and none from its neighbour's? A plan found with a neighbour's help would
//! depend on the order in which variants ran, and one shard of a cluster could not be repeated alone. The baseline's plan
//! is the same for all; a shard that lacks it plans it.
//!
//! Why does a variant's folder hold a whole scenario? So that it can be planned, checked and changed by itself. Its
//! tables are in a folder that all variants share, named after their content: a batch can be moved, and two machines that
//! share a folder write the same files.

pub mod axis;
mod checked;
pub mod decide;
mod demand;
pub mod grid;
mod ground;
pub mod manifest;
mod reading;
pub mod record;
pub mod results;
pub mod run;
pub mod settings;
pub mod store;
mod tally;
pub mod variant;

pub use checked::Batch;
pub use reading::read;
