//! A part of a plan that is being changed, planned again for some seconds: what is near may change, all else is pinned.
//!
//! - [`reach`]: what is near a cycle, a trainer or a commune;
//! - `pinned`: the input in which all else is as it is;
//! - [`improve`]: the search, and the best plan that it leads to; `whole`: a plan of the part as one of the whole, `settled` and `eased`:
//!   in which nobody changes cycle without need;
//! - [`mod@differences`]: what that plan changes;
//! - [`attempt`]: a search in the background.
//!
//! # Design
//! Why is the rest pinned as if it had been announced? Rooms, trainers' days, kits and tours are shared by what may change and what may
//! not, so nothing can be cut out of the input. Cycles that stand are part of every search (PROBLEM.md section 8), with all that
//! they use. So a draft is taken as if it had been announced, with nothing held and no notice where nothing was; whoever looks at the result
//! sees nothing of that: it is a plan of the input as it is, and it is that plan which is judged and priced.
//!
//! What the search believes of a plan that was announced in truth may be wrong in the price of a change, never in a rule or in the price
//! that is told: each plan it proposes is judged and priced as a whole by what people were told, and the best of them is taken, if it
//! is better than the one there is.

pub mod attempt;
pub mod differences;
mod eased;
pub mod improve;
mod pinned;
pub mod reach;
mod settled;
mod whole;
