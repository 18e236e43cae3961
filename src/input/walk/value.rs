//! Reads TOML values along their schema: texts, numbers, dates and lists.

use serde_json::Value as Json;
use toml_edit::{Item, TableLike, Value};

use super::schema::{range, takes, takes_anything, type_of};
use super::walker::Walk;
use crate::diagnostics::{Code, Diagnostic, Fact};
use crate::input::value::{self, Misfit};
use crate::input::when;

impl Walk<'_> {
    /// Reads a value along its schema; `None` if a fault was reported.
    pub(super) fn item(&mut self, schema: &Json, item: &Item, path: &str, line: Option<u64>) -> Option<Json> {
        if let (Some(value), true) = (item.as_value(), takes_anything(schema)) {
            return Some(literal(value));
        }
        if let (Item::ArrayOfTables(tables), "array") = (item, type_of(schema)) {
            let tables =
                tables.iter().map(|table| (table as &dyn TableLike, self.line(table.span()).or(line)));
            let tables: Vec<_> = tables.collect();
            self.are_few(schema, tables.len(), path, line)?;
            return Some(self.sections(&schema["items"], &tables, path));
        }
        if type_of(schema) == "object" {
            return match item.as_table_like() {
                Some(table) => Some(self.section(schema, table, path, line)),
                None => self.wrong_type(schema, item, path, line),
            };
        }
        match item.as_value() {
            Some(value) => self.value(schema, value, path, line),
            None => self.wrong_type(schema, item, path, line),
        }
    }

    fn value(&mut self, schema: &Json, value: &Value, path: &str, line: Option<u64>) -> Option<Json> {
        if takes_anything(schema) {
            return Some(literal(value));
        }
        let kind = type_of(schema);
        let digits = self.digits(value);
        let read = match (kind, value) {
            (_, Value::Array(array)) if takes(schema, "array") => {
                return self.array(schema, array, path, line);
            }
            ("object", Value::InlineTable(table)) => return Some(self.section(schema, table, path, line)),
            ("string", Value::String(_) | Value::Datetime(_)) if schema["format"] == "date" => date(&digits),
            ("string", Value::String(text)) if is_path(path) && text.value().contains(char::is_control) => {
                return self.escaped_path(text.value(), path, line);
            }
            ("string", Value::String(text)) => text_of(schema, text.value()),
            ("integer", Value::Integer(number)) => whole(schema, *number.value()),
            ("number", Value::Integer(_) | Value::Float(_)) => decimal(schema, &digits),
            _ => return self.wrong_type(schema, &Item::Value(value.clone()), path, line),
        };
        read.map_err(|misfit| {
            let fault = Diagnostic::new(misfit.code, self.place(line, path)).with("value", digits);
            let mut fault = fault.with("column", path);
            fault.facts.extend(misfit.facts);
            self.faults.add(fault);
        })
        .ok()
    }

    /// Reports a path whose backslashes were read as escape sequences: `\t` as a tab.
    fn escaped_path(&mut self, text: &str, path: &str, line: Option<u64>) -> Option<Json> {
        let escapes =
            [('\t', "/t"), ('\n', "/n"), ('\r', "/r"), ('\u{8}', "/b"), ('\u{c}', "/f"), ('\u{1b}', "/e")];
        let meant =
            escapes.into_iter().fold(text.to_owned(), |text, (escape, meant)| text.replace(escape, meant));
        let fault = Diagnostic::new(Code::TomlSyntax, self.place(line, path));
        let fault =
            fault.with("cause", Fact::Message("toml-backslash")).with("value", meant.replace('/', "\\"));
        self.faults.add(fault.suggesting("hint-write", Some(format!("\"{meant}\""))));
        None
    }

    fn array(
        &mut self,
        schema: &Json,
        array: &toml_edit::Array,
        path: &str,
        line: Option<u64>,
    ) -> Option<Json> {
        self.are_few(schema, array.len(), path, line)?;
        if array.is_empty() && schema["minItems"].as_u64().is_some_and(|least| least > 0) {
            let fault = Diagnostic::new(Code::MissingValue, self.place(line, path));
            self.faults.add(fault.with("column", path));
            return None;
        }
        let mut sound = Some(Vec::new());
        for (position, value) in array.iter().enumerate() {
            let path = format!("{path}[{position}]");
            let line = self.line(value.span()).or(line);
            self.places.insert(path.clone(), self.place(line, &path));
            match (self.value(&schema["items"], value, &path, line), &mut sound) {
                (Some(value), Some(values)) => values.push(value),
                _ => sound = None,
            }
        }
        sound.map(Json::Array)
    }

    /// Reports a list that is longer than its schema allows, before its entries are processed.
    fn are_few(&mut self, schema: &Json, n_entries: usize, path: &str, line: Option<u64>) -> Option<()> {
        let limit = schema["maxItems"].as_u64().filter(|&limit| limit < n_entries as u64);
        let Some(limit) = limit else { return Some(()) };
        let fault = Diagnostic::new(Code::TooManyEntries, self.place(line, path)).with("key", path);
        self.faults.add(fault.with("found", n_entries.to_string()).with("limit", limit.to_string()));
        None
    }

    /// The digits of a number as in the file (a float cannot hold them all), except for an exponent, which is written
    /// out; or the text of another value.
    pub(super) fn digits(&self, value: &Value) -> String {
        match value {
            Value::Integer(number) => number.value().to_string(),
            Value::String(text) => text.value().clone(),
            Value::Float(number) => {
                let written = number.span().and_then(|span| self.source.text.get(span));
                let written = written.filter(|digits| !digits.contains(['e', 'E']));
                written.map_or_else(|| number.value().to_string(), |digits| digits.replace(['_', '+'], ""))
            }
            other => other.to_string().trim().to_owned(),
        }
    }
}

/// Whether a key names a file.
fn is_path(key: &str) -> bool {
    key.starts_with("data.") || key == "scenario"
}

/// A value in TOML syntax, without surrounding blanks and comments.
fn literal(value: &Value) -> Json {
    Json::from(value.clone().decorated("", "").to_string())
}

fn text_of(schema: &Json, text: &str) -> Result<Json, Misfit> {
    if text.contains(char::is_control) {
        return Err(Misfit::new(Code::ControlCharacter));
    }
    if text.trim().is_empty() && schema["minLength"].as_u64().is_some_and(|least| least > 0) {
        return Err(Misfit::new(Code::MissingValue));
    }
    if let Some(offered) = schema["enum"].as_array() {
        let mut offered = offered.iter().filter_map(Json::as_str);
        if offered.clone().all(|word| word != text.trim()) {
            let mut misfit = Misfit::new(Code::NotOffered);
            let words: Vec<&str> = offered.by_ref().collect();
            misfit.facts.push(("offered", Fact::from(words.join(", "))));
            return Err(misfit);
        }
    }
    Ok(Json::from(text.trim()))
}

fn whole(schema: &Json, number: i64) -> Result<Json, Misfit> {
    let range = range(schema);
    if range.contains(&number) {
        return Ok(Json::from(number));
    }
    Err(value::out_of(&range))
}

/// A decimal as its digits, from which [`Decimal`](super::scenario_file::Decimal) is made without a float.
fn decimal(schema: &Json, digits: &str) -> Result<Json, Misfit> {
    value::decimal(digits, &range(schema)).map(|_| Json::from(digits))
}

/// A TOML date, or a text with one.
fn date(text: &str) -> Result<Json, Misfit> {
    when::date(text.trim()).map(|date| Json::from(date.to_string()))
}
