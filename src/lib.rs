//! Plans cycles of digital workshops over the communes of a territory, and proves how good the plan is.

pub mod check;
pub mod cli;
pub mod diagnostics;
pub mod input;
pub mod instance;
pub mod messages;
pub mod output;
pub mod pipeline;
pub mod plan;
pub mod rules;
pub mod solve;
pub mod territory;
