//! Columns of tables: what each is called, and where it stands in a file.

/// A column that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, in lower case.
    pub name: &'static str,
    /// Its name in French.
    pub french: &'static str,
    /// Whether a table without it is at fault.
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

/// Every table may have it: it labels invented data; what it says beside is for people.
pub(crate) const NOTE: Column = optional("note", "Note");
/// First day of a venue, a trainer or a resident.
pub(crate) const AVAILABLE_FROM: Column = optional("available_from", "Disponible du");
/// Last day of a venue or a trainer.
pub(crate) const AVAILABLE_UNTIL: Column = optional("available_until", "Disponible au");

/// Where a known column stands in a file; `None` where it does not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) column: Column,
    pub(crate) position: Option<usize>,
}
