//! The form of a scenario's settings, made from the JSON Schema of scenarios.

use serde_json::Value as Json;

use crate::app::init::template::example_of;
use crate::input::scenario_file::{Decimal, meaning_of, schema};

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name; empty for the keys above all sections.
    pub name: String,
    /// The key of its description in the catalogue; `None` for the keys above all sections.
    pub meaning: Option<String>,
    /// Its keys.
    pub fields: Vec<Field>,
}

/// A key of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its full name (`costs.fee`).
    pub key: String,
    /// The key of its description in the catalogue.
    pub meaning: String,
    /// The type of its value.
    pub takes: Takes,
    /// Its unit: `min`, `km`, `EUR`, `d` (days) or `s`.
    pub unit: Option<String>,
    /// Its default.
    pub default: Option<String>,
    /// An example value, if it has no default and is optional.
    pub example: Option<String>,
    /// Whether it is required.
    pub is_required: bool,
    /// Its current text.
    pub value: Option<String>,
}

/// The type of a key's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A text.
    Text,
    /// A whole number in this range.
    Whole(i64, i64),
    /// A decimal number in this range.
    Number(i64, i64),
    /// A day.
    Date,
    /// Several texts.
    List,
    /// A file, or several.
    Files,
}

impl Field {
    /// Whether the value differs from the default: `15,0` equals 15.
    pub fn differs(&self) -> bool {
        let Some(value) = &self.value else { return false };
        let as_number = |text: &str| Decimal::parse(&text.replace(',', "."));
        let is_number = matches!(self.takes, Takes::Whole(..) | Takes::Number(..));
        match &self.default {
            Some(default) if is_number && as_number(value).is_some() => {
                as_number(value) != as_number(default)
            }
            default => Some(value) != default.as_ref(),
        }
    }
}

/// All sections with their keys; `written` returns the text of a key.
pub(super) fn form<'a>(written: impl Fn(&str) -> Option<&'a str>) -> Vec<Section> {
    let schema = schema().to_value();
    let mut sections = vec![Section { name: String::new(), meaning: None, fields: Vec::new() }];
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let Some(keys) = property["properties"].as_object() else {
            let is_required = requires(&schema, name);
            sections[0].fields.push(field(name, property, (&Json::Null, is_required), written(name)));
            continue;
        };
        let of_section = keys.iter().map(|(key, of_key)| {
            let (path, default) = (format!("{name}.{key}"), &property["default"][key]);
            field(&path, of_key, (default, requires(property, key)), written(&path))
        });
        let fields = of_section.collect();
        sections.push(Section { name: name.clone(), meaning: Some(meaning_of(name)), fields });
    }
    sections
}

fn requires(schema: &Json, key: &str) -> bool {
    schema["required"].as_array().is_some_and(|required| required.iter().any(|name| name == key))
}

fn field(key: &str, schema: &Json, (default, is_required): (&Json, bool), value: Option<&str>) -> Field {
    let example = example_of(key).map(|example| example.trim_matches('"').to_owned());
    Field {
        key: key.to_owned(),
        meaning: meaning_of(key),
        takes: takes(schema),
        unit: schema["x-unit"].as_str().map(str::to_owned),
        default: text(default),
        example: example.filter(|example| example != "…"),
        is_required,
        value: value.map(str::to_owned),
    }
}

fn takes(schema: &Json) -> Takes {
    let has = |kind: &str| match &schema["type"] {
        Json::Array(kinds) => kinds.iter().any(|known| known == kind),
        only => only == kind,
    };
    let limit = |name: &str, otherwise: i64| schema[name].as_i64().unwrap_or(otherwise);
    let (least, most) = (limit("minimum", i64::MIN), limit("maximum", i64::MAX));
    match () {
        () if has("array") && has("string") => Takes::Files,
        () if has("array") => Takes::List,
        () if has("integer") => Takes::Whole(least, most),
        () if has("number") => Takes::Number(least, most),
        () if schema["format"] == "date" => Takes::Date,
        () => Takes::Text,
    }
}

/// A default as people write it; `None` for an empty list.
fn text(default: &Json) -> Option<String> {
    match default {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        Json::Array(entries) if entries.is_empty() => None,
        Json::Array(entries) => {
            let entries: Vec<&str> = entries.iter().filter_map(Json::as_str).collect();
            Some(entries.join("; "))
        }
        other => Some(other.to_string()),
    }
}
