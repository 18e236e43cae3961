//! A TOML file along the JSON Schema of its types, so that every fault is found at once and has its place.
//!
//! serde alone would stop at the first fault and lose the digits of decimals. The TOML document is walked along the
//! schema instead: unknown, missing and ill-typed keys, values out of range and words that are not offered are reported,
//! and what is sound becomes a value of the type. A faulty value is replaced by its default, or by a stand-in where it
//! has none, so that reading can go on; nothing is built from such a file.
//!
//! Beside sections, lists and plain values, two kinds of schema are understood: a section with keys of the user's own
//! (`additionalProperties`), and a value of any type (a schema that names none), which is taken as its
//! [`Literal`](super::batch_file::Literal).

mod misfit;
mod reading;
mod schema;
mod section;
mod value;
mod walker;

pub(crate) use misfit::unquoted;
pub(crate) use reading::{Walked, fits, known, read, read_at};
pub(crate) use schema::{property, takes, type_of};
