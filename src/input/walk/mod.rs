//! Reads a TOML file along the JSON Schema of its types, so that every fault is found at once and has its place.
//!
//! serde alone would stop at the first fault and lose the digits of decimals. Instead, the TOML document is walked along
//! the schema: unknown, missing and ill-typed keys, values out of range and unknown words are reported, and sound values
//! become values of the type. A faulty value is replaced by its default, or by a placeholder where it has none, so that
//! reading can continue; nothing is built from such a file.
//!
//! Besides sections, lists and plain values, two kinds of schema are supported: a section with user-defined keys
//! (`additionalProperties`), and a value of any type (a schema without one), which is taken as its
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
