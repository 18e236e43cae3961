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

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use toml_edit::{Document, Item, TableLike, Value};

use super::codes;
use super::kinds::{expected, found_type};
use super::scenario_file::Decimal;
use super::source::{LineStarts, Source};
use super::toml_mend::{Mended, mended};
use super::value::{self, Misfit};
use super::when;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, nearest};

/// What was read, the place of each key, and the keys whose value is a stand-in.
#[derive(Debug)]
pub(crate) struct Walked<T> {
    pub(crate) file: T,
    pub(crate) places: BTreeMap<String, Place>,
    pub(crate) faulty: Vec<String>,
}

/// Reads a file; `None` where it is not TOML at all.
pub(crate) fn read<T: DeserializeOwned>(
    source: &Source,
    schema: &Json,
    faults: &mut Faults,
) -> Option<Walked<T>> {
    let Mended { source, lost } = mended(source, faults)?;
    let document = Document::parse(source.text.as_str()).ok()?;
    let mut walk = Walk::new(&source, schema, None, faults);
    walk.faulty = lost;
    let json = walk.section(schema, document.as_table(), "", None);
    let Walk { places, faulty, .. } = walk;
    match serde_json::from_value(json) {
        Ok(file) => Some(Walked { file, places, faulty }),
        Err(error) => {
            // The walk has checked all that the types ask for; if it missed something, its place is not known.
            let fault = Diagnostic::new(Code::TomlSyntax, Place::file(&source.name));
            faults.add(fault.with("cause", error.to_string()).with("value", source.name.as_str()));
            None
        }
    }
}

/// The schema of a key such as `costs.fee`; an unknown one is reported `at` its place with the nearest.
pub(crate) fn known<'a>(schema: &'a Json, key: &str, at: &Place, faults: &mut Faults) -> Option<&'a Json> {
    let found = property(schema, key);
    if found.is_none() {
        let known = every_key(schema, "");
        let fault = Diagnostic::new(Code::UnknownKey, at.clone()).with("key", key);
        faults.add(fault.suggesting("hint-nearest", nearest(key, known.iter().map(String::as_str))));
    }
    found
}

/// Whether `literal`, a value written in TOML, is one that `key` takes; faults are reported `at` its place.
pub(crate) fn fits(schema: &Json, key: &str, literal: &str, at: &Place, faults: &mut Faults) -> bool {
    let Some(property) = known(schema, key, at, faults) else { return false };
    let source = Source { name: at.file.clone(), text: format!("value = {literal}") };
    let Ok(document) = Document::parse(source.text.as_str()) else { return false };
    let stands_at = Some(at.clone());
    let mut walk = Walk::new(&source, schema, stands_at, faults);
    document.get("value").is_some_and(|item| walk.item(property, item, key, None).is_some())
}

/// The schema of a key; `None` where there is no such key, or where it is a section.
fn property<'a>(schema: &'a Json, key: &str) -> Option<&'a Json> {
    let found = key.split('.').try_fold(schema, |schema, part| schema["properties"].get(part))?;
    found["properties"].is_null().then_some(found)
}

fn every_key(schema: &Json, path: &str) -> Vec<String> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let keys = properties.flat_map(|(key, property)| {
        let path = joined(path, key);
        if property["properties"].is_null() { vec![path] } else { every_key(property, &path) }
    });
    keys.collect()
}

struct Walk<'a> {
    source: &'a Source,
    lines: LineStarts,
    schema: &'a Json,
    faults: &'a mut Faults,
    // Where everything stands, for a value that was cut out of another file.
    stands_at: Option<Place>,
    places: BTreeMap<String, Place>,
    faulty: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(source: &'a Source, schema: &'a Json, stands_at: Option<Place>, faults: &'a mut Faults) -> Self {
        let lines = LineStarts::of(&source.text);
        Self { source, lines, schema, faults, stands_at, places: BTreeMap::new(), faulty: Vec::new() }
    }

    /// A table along its schema.
    fn section(&mut self, schema: &Json, table: &dyn TableLike, path: &str, at: Option<u64>) -> Json {
        if let Some(own) = schema.get("additionalProperties").filter(|own| **own != Json::Bool(false)) {
            return self.own_keys(own, table, path, at);
        }
        let Some(properties) = schema["properties"].as_object() else { return Json::Null };
        let mut sound = Map::new();
        for (key, item) in table.iter() {
            let full = joined(path, key);
            let line = self.line(table.key(key).and_then(toml_edit::Key::span)).or(at);
            let place = self.place(line, &full);
            self.places.insert(full.clone(), place.clone());
            let Some(property) = properties.get(key) else {
                self.report_unknown(key, path, place, properties);
                continue;
            };
            match self.item(property, item, &full, line) {
                Some(value) => _ = sound.insert(key.to_owned(), value),
                None => self.faulty.push(full),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
            // A key whose line was left out was told.
            if !table.contains_key(key) && !self.faulty.contains(&joined(path, key)) {
                let place = self.place(at, &joined(path, key));
                self.faults.add(Diagnostic::new(Code::MissingKey, place).with("key", joined(path, key)));
                self.faulty.push(joined(path, key));
            }
            if !sound.contains_key(key) {
                sound.insert(key.to_owned(), stand_in(&properties[key]));
            }
        }
        Json::Object(sound)
    }

    /// A table with keys of the user's own. Below a key that takes any value, sections are spelled out: `costs.fee`.
    fn own_keys(&mut self, schema: &Json, table: &dyn TableLike, path: &str, at: Option<u64>) -> Json {
        let mut sound = Map::new();
        for (key, item) in table.iter() {
            let full = joined(path, key);
            let line = self.line(table.key(key).and_then(toml_edit::Key::span)).or(at);
            self.places.insert(full.clone(), self.place(line, &full));
            if key.contains(char::is_control) {
                let fault = Diagnostic::new(Code::ControlCharacter, self.place(line, path));
                self.faults.add(fault.with("value", key).with("column", path));
            }
            if let Some(below) = item.as_table_like().filter(|_| takes_anything(schema)) {
                if let Json::Object(below) = self.own_keys(schema, below, &full, line) {
                    sound.extend(below.into_iter().map(|(name, value)| (joined(key, &name), value)));
                }
                continue;
            }
            match self.item(schema, item, &full, line) {
                Some(value) => _ = sound.insert(key.to_owned(), value),
                None => self.faulty.push(full),
            }
        }
        Json::Object(sound)
    }

    /// A value along its schema; `None` where a fault was reported.
    fn item(&mut self, schema: &Json, item: &Item, path: &str, line: Option<u64>) -> Option<Json> {
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

    /// A list of tables along the schema of one.
    fn sections(&mut self, schema: &Json, tables: &[(&dyn TableLike, Option<u64>)], path: &str) -> Json {
        let mut sound = Vec::with_capacity(tables.len());
        for (position, (table, line)) in tables.iter().enumerate() {
            let path = format!("{path}[{position}]");
            self.places.insert(path.clone(), self.place(*line, &path));
            sound.push(self.section(schema, *table, &path, *line));
        }
        Json::Array(sound)
    }

    fn value(&mut self, schema: &Json, value: &Value, path: &str, line: Option<u64>) -> Option<Json> {
        if takes_anything(schema) {
            return Some(literal(value));
        }
        let kind = type_of(schema);
        let digits = self.digits(value);
        let read = match (kind, value) {
            ("array", Value::Array(array)) => return self.array(schema, array, path, line),
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

    /// Reports a path whose backslashes were taken for the marks of other characters: `\t` for a tab.
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

    /// Reports a list that is longer than its schema allows, before anything is done with its entries.
    fn are_few(&mut self, schema: &Json, n_entries: usize, path: &str, line: Option<u64>) -> Option<()> {
        let limit = schema["maxItems"].as_u64().filter(|&limit| limit < n_entries as u64);
        let Some(limit) = limit else { return Some(()) };
        let fault = Diagnostic::new(Code::TooManyEntries, self.place(line, path)).with("key", path);
        self.faults.add(fault.with("found", n_entries.to_string()).with("limit", limit.to_string()));
        None
    }

    fn wrong_type(&mut self, schema: &Json, found: &Item, path: &str, line: Option<u64>) -> Option<Json> {
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

    /// The digits of a number as the file has them (no float holds them all) but for an exponent, which is written out; or the
    /// text of another value.
    fn digits(&self, value: &Value) -> String {
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

    /// Reports an unknown key; the hint is the section where it belongs, or the nearest key of this section.
    fn report_unknown(&mut self, key: &str, path: &str, place: Place, known: &Map<String, Json>) {
        let fault = Diagnostic::new(Code::UnknownKey, place).with("key", joined(path, key));
        let sections = self.schema["properties"].as_object().into_iter().flatten();
        let mut owners = sections.filter(|(_, section)| section["properties"].get(key).is_some());
        let owner = owners.next().map(|(section, _)| joined(section, key));
        self.faults.add(match owner {
            Some(owner) => fault.suggesting("hint-other-section", Some(owner)),
            None => fault.suggesting("hint-nearest", nearest(key, known.keys().map(String::as_str))),
        });
    }

    fn line(&self, span: Option<std::ops::Range<usize>>) -> Option<u64> {
        span.map(|span| self.lines.line(span.start))
    }

    fn place(&self, line: Option<u64>, path: &str) -> Place {
        if let Some(place) = &self.stands_at {
            return place.clone();
        }
        let name = &self.source.name;
        line.map_or_else(|| Place::file(name), |line| Place::line(name, line)).key(path)
    }
}

/// Whether a key names a file.
fn is_path(key: &str) -> bool {
    key.starts_with("data.") || key == "scenario"
}

/// A number that stands where a text is meant; a code gets the zero back that no number has.
fn quoted_code(digits: &str, path: &str) -> String {
    let code = codes::insee(digits).filter(|_| path.starts_with("hosts.communes"));
    code.map_or_else(|| digits.to_owned(), |read| read.code)
}

/// The number that a text is, as TOML writes it.
fn unquoted(text: &str) -> Option<String> {
    let number =
        value::ungrouped(value::without_unit(text.trim(), &["€", "min", "km"]).as_ref()).replace(',', ".");
    Decimal::parse(&number).is_some().then_some(number)
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Whether a schema takes a value of any type: it names none.
fn takes_anything(schema: &Json) -> bool {
    *schema == Json::Bool(true)
        || schema.is_object()
            && ["type", "properties", "additionalProperties"].iter().all(|key| schema[*key].is_null())
}

/// A value as it is written in TOML, without the blanks and comments around it.
fn literal(value: &Value) -> Json {
    Json::from(value.clone().decorated("", "").to_string())
}

/// The type a schema asks for; an optional one also allows `null`, which TOML does not have.
fn type_of(schema: &Json) -> &str {
    let kinds = schema["type"].as_array().into_iter().flatten().filter_map(Json::as_str);
    schema["type"].as_str().or_else(|| kinds.into_iter().find(|&kind| kind != "null")).unwrap_or("object")
}

/// What stands for a value that is missing or faulty, so that reading can go on.
fn stand_in(schema: &Json) -> Json {
    match type_of(schema) {
        "string" if schema["format"] == "date" => Json::from("2000-01-01"),
        "string" => Json::from(""),
        "array" => Json::Array(Vec::new()),
        _ => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
            let stand_ins = required.map(|key| (key.to_owned(), stand_in(&schema["properties"][key])));
            Json::Object(stand_ins.collect())
        }
    }
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

fn range(schema: &Json) -> std::ops::RangeInclusive<i64> {
    let limit = |name: &str| schema[name].as_i64();
    limit("minimum").unwrap_or(i64::MIN / 2)..=limit("maximum").unwrap_or(i64::MAX / 2)
}

fn whole(schema: &Json, number: i64) -> Result<Json, Misfit> {
    let range = range(schema);
    if range.contains(&number) {
        return Ok(Json::from(number));
    }
    Err(value::out_of(&range))
}

/// A decimal as its digits, which [`Decimal`](super::scenario_file::Decimal) takes without a float.
fn decimal(schema: &Json, digits: &str) -> Result<Json, Misfit> {
    value::decimal(digits, &range(schema)).map(|_| Json::from(digits))
}

/// A date of TOML, or a text with one.
fn date(text: &str) -> Result<Json, Misfit> {
    when::date(text.trim()).map(|date| Json::from(date.to_string()))
}
