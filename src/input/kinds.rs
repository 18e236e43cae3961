//! Words for the types of values: what is expected and what was found.

use crate::diagnostics::Fact;

/// The type that a schema expects, by its name and whether it is a date.
pub(super) fn expected(kind: &str, is_date: bool) -> Fact {
    Fact::Message(match kind {
        "string" if is_date => "type-date",
        "string" => "type-text",
        "integer" => "type-integer",
        "number" => "type-number",
        "array" => "type-list",
        _ => "type-section",
    })
}

/// The type of a value that was found, by its name in TOML.
pub(super) fn found_type(name: &str) -> Fact {
    Fact::Message(match name {
        "string" => "type-text",
        "integer" => "type-integer",
        "float" => "type-number",
        "boolean" => "type-boolean",
        "datetime" => "type-date",
        "array" | "array of tables" => "type-list",
        _ => "type-section",
    })
}
