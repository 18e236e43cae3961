//! Queries of a JSON Schema of our types: its keys, its type, its range.

use serde_json::Value as Json;

/// The schema of a key; `None` if there is no such key, or it is a section.
pub(crate) fn property<'a>(schema: &'a Json, key: &str) -> Option<&'a Json> {
    let found = key.split('.').try_fold(schema, |schema, part| schema["properties"].get(part))?;
    found["properties"].is_null().then_some(found)
}

pub(super) fn every_key(schema: &Json, path: &str) -> Vec<String> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let keys = properties.flat_map(|(key, property)| {
        let path = joined(path, key);
        if property["properties"].is_null() { vec![path] } else { every_key(property, &path) }
    });
    keys.collect()
}

/// The path of a key inside a section.
pub(super) fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Whether a schema takes a value of any type: it names none.
pub(super) fn takes_anything(schema: &Json) -> bool {
    *schema == Json::Bool(true)
        || schema.is_object()
            && ["type", "properties", "additionalProperties"].iter().all(|key| schema[*key].is_null())
}

/// The type that a schema asks for; an optional one also allows `null`, which TOML does not have.
pub(crate) fn type_of(schema: &Json) -> &str {
    let kinds = schema["type"].as_array().into_iter().flatten().filter_map(Json::as_str);
    schema["type"].as_str().or_else(|| kinds.into_iter().find(|&kind| kind != "null")).unwrap_or("object")
}

/// Whether a schema takes values of a type, possibly among others.
pub(crate) fn takes(schema: &Json, kind: &str) -> bool {
    let several = schema["type"].as_array().into_iter().flatten();
    schema["type"] == kind || several.into_iter().any(|one| one == kind)
}

/// A placeholder for a missing or faulty value, so that reading can continue.
pub(super) fn stand_in(schema: &Json) -> Json {
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

/// The range of whole numbers in which a value must lie.
pub(super) fn range(schema: &Json) -> std::ops::RangeInclusive<i64> {
    let limit = |name: &str| schema[name].as_i64();
    limit("minimum").unwrap_or(i64::MIN / 2)..=limit("maximum").unwrap_or(i64::MAX / 2)
}
