//! What is wrong with an input: every fault and warning, with its place and, where it can be told, the remedy.
//!
//! A [`Diagnostic`] is data: a [`Code`], a place and the facts. Its words come from the catalogue
//! (`messages/*/diagnostics.ftl`), by [`render()`], in either language. Readers collect findings in [`Faults`],
//! which keeps the first few of each kind and counts the rest.

mod code;
mod diagnostic;
mod fact;
mod faults;
mod merged;
mod place;
mod render;
mod suggest;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Hint};
pub use fact::Fact;
pub use faults::{Faults, SHOWN_PER_CODE, WithWarnings};
pub use merged::merged;
pub use place::{Place, Within, letters};
pub use render::{hint, message, more, place, render, render_one};
pub use suggest::nearest;
