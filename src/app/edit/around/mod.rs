//! Replans a part of an edited plan within some seconds: cycles nearby may change, everything else is pinned.
//!
//! - [`reach`]: what is near a cycle, a trainer or a commune;
//! - `pinned`: the input in which everything else is fixed;
//! - [`improve`]: the search, and the best plan that it finds; `whole`: a plan of the part as a whole plan; `settled` and `eased`
//!   undo unnecessary changes of cycle;
//! - [`mod@differences`]: the changes of that plan;
//! - [`attempt`]: a search in the background.
//!
//! # Design
//! Why is the rest pinned as if it had been announced? Cycles that may change share rooms, trainers' days, kits and tours with
//! those that may not, so the input cannot be split. Announced cycles are part of every search (PROBLEM.md section 8), with the
//! resources that they use. So a draft is treated as if it had been announced, without notice and held sessions if nothing was.
//! The result does not depend on that: it is judged and priced as a plan of the original input.
//!
//! For a plan that really was announced, the search may misjudge the price of a change, but not a rule. The reported price is
//! right: each plan it proposes is judged and priced as a whole against the announcement, and the best of them is taken if it is
//! better than the current one.

pub mod attempt;
mod attended;
pub mod differences;
mod eased;
pub mod improve;
mod pinned;
pub mod reach;
mod settled;
mod whole;
