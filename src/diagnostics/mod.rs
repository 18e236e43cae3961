//! Findings about an input: every fault and warning, with its place and, if known, the remedy.
//!
//! A [`Diagnostic`] is data: a [`Code`], a place and the facts. [`render()`] words it in either language, with the texts of the
//! catalogue (`messages/*/diagnostics.ftl`). Readers collect findings in [`Faults`], which lists the first few of each kind and
//! counts the rest.

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
