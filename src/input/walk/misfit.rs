//! Values of another type than their key takes.

use serde_json::Value as Json;
use toml_edit::{Item, Value};

use super::schema::type_of;
use super::walker::Walk;
use crate::diagnostics::{Code, Diagnostic};
use crate::input::kinds::{expected, found_type};
use crate::input::scenario_file::Decimal;
use crate::input::{codes, value};

impl Walk<'_> {
    /// Reports a value of another type, with what was probably meant.
    pub(super) fn wrong_type(
        &mut self,
        schema: &Json,
        found: &Item,
        path: &str,
        line: Option<u64>,
    ) -> Option<Json> {
        let fault = Diagnostic::new(Code::WrongType, self.place(line, path)).with("key", path);
        let fault = fault
            .with("expected", expected(type_of(schema), schema["format"] == "date"))
            .with("found", found_type(found.type_name()));
        let value = found.as_value().map(|value| self.digits(value)).unwrap_or_default();
        let hint = match (type_of(schema), found.as_value()) {
            ("string", Some(Value::Integer(_) | Value::Float(_))) => {
                Some(("hint-quote", quoted_code(&value, path)))
            }
            ("integer" | "number", Some(Value::String(text))) => {
                unquoted(text.value()).map(|number| ("hint-unquote", number))
            }
            _ => None,
        };
        self.faults.add(match hint {
            Some((hint, meant)) => fault.with("value", value).suggesting(hint, Some(meant)),
            None => fault.with("value", value),
        });
        None
    }
}

/// A number in place of a text, quoted; a code gets back the leading zero that no number has.
fn quoted_code(digits: &str, path: &str) -> String {
    let code = codes::insee(digits).filter(|_| path.starts_with("hosts.communes"));
    code.map_or_else(|| digits.to_owned(), |read| read.code)
}

/// The number in a text, in TOML syntax.
pub(crate) fn unquoted(text: &str) -> Option<String> {
    let number =
        value::ungrouped(value::without_unit(text.trim(), &["€", "min", "km"]).as_ref()).replace(',', ".");
    Decimal::parse(&number).is_some().then_some(number)
}
