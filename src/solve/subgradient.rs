//! Good duals before the first linear program: subgradient ascent on the Lagrangian bound.
//!
//! # Method
//! Held, Wolfe and Crowder (1974), with a deflected and scaled direction (Adam: Kingma and Ba 2015). Mostly the rows of
//! classes are moved: at given duals the cycles of the least schedules cover some parties too often and others not at
//! all; the price of the former falls, that of the latter rises. What a single class is told is noise of 0 and 1; what
//! all classes of a commune are told together is not. Each class therefore moves with its commune, and by itself. Tour rows
//! have a rule of their own, and more of them join on the way (`tours`). The cycles of the last schedules fit together, which
//! the first cycles of a column generation never do.
//!
//! # Design
//! Why not column generation from the start? The ascent comes to the same bound in a fraction of the time, once rows that are
//! broken may join (`benches/journal.md`, row 13). Rows of venues are among them, because schedules would hold two trainers' cycles
//! in one room; rows of trainers' times and days are never broken (row 25). Rows price people only late: from the start they stall
//! the ascent (row 14).
//!
//! Other steps (by agreement of signs, by Polyak's rule, one slot at a time) are slower or diverge (rows 17 and 20).

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
