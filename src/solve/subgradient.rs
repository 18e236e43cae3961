//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected and scaled direction (Adam: Kingma and Ba 2015). The ascent mostly moves the
//! class rows: at given duals, the cycles of the cheapest schedules cover some parties too often and others not at all; the duals
//! of the former fall, those of the latter rise. The subgradient of a single class is noise of 0 and 1; that of all classes of a
//! commune together is not. Each class therefore moves with its commune as well as by itself. Tour rows follow a rule of their
//! own, and more of them are added during the ascent (`tours`). The cycles of the last schedules fit together, which is never
//! true of the first cycles of a column generation.
//!
//! # Design
//! Why not column generation from the start? The ascent reaches the same bound in a fraction of the time, provided that violated
//! rows are added (`benches/journal.md`, row 13). Venue rows are among them, because schedules would otherwise hold cycles of two
//! trainers in one room; rows of trainers' times and days are never violated (row 25). Tour rows price people only late: from the
//! start they would stall the ascent (row 14).
//!
//! Other step rules (sign agreement, Polyak's rule, one slot at a time) are slower or diverge (rows 17 and 20).

mod ascent;
mod budget;
mod climb;
mod dive;
mod guess;
mod kits;
mod moments;
mod point;
mod schedule;
mod tours;

pub use ascent::Ascent;
pub use climb::Climb;
pub use dive::Dive;
