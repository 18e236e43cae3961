//! Columns of tables: their names, and their positions in a file.

/// A column that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, in lower case.
    pub name: &'static str,
    /// Its name in French.
    pub french: &'static str,
    /// Whether it is a fault if a table lacks it.
    pub is_required: bool,
}

/// A column that a table must have.
pub const fn required(name: &'static str, french: &'static str) -> Column {
    Column { name, french, is_required: true }
}

/// A column that has a default.
pub const fn optional(name: &'static str, french: &'static str) -> Column {
    Column { name, french, is_required: false }
}

/// Allowed in every table: it labels invented data; any other content is for people.
pub(crate) const NOTE: Column = optional("note", "Note");
/// First day of a venue, a trainer or a resident.
pub(crate) const AVAILABLE_FROM: Column = optional("available_from", "Disponible du");
/// Last day of a venue or a trainer.
pub(crate) const AVAILABLE_UNTIL: Column = optional("available_until", "Disponible au");

/// The position of a known column in a file; `None` if the file lacks it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) column: Column,
    pub(crate) position: Option<usize>,
}
