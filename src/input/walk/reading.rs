//! Reads whole files, and single values, along their schema.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use toml_edit::Document;

use super::schema::{every_key, property};
use super::walker::Walk;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, nearest};
use crate::input::source::Source;
use crate::input::toml_mend::{Mended, mended};

/// What was read, the place of each key, and the keys whose value is a placeholder.
#[derive(Debug)]
pub(crate) struct Walked<T> {
    pub(crate) file: T,
    pub(crate) places: BTreeMap<String, Place>,
    pub(crate) faulty: Vec<String>,
}

/// Reads a file; `None` if it is not TOML at all.
pub(crate) fn read<T: DeserializeOwned>(
    source: &Source,
    schema: &Json,
    faults: &mut Faults,
) -> Option<Walked<T>> {
    read_at(source, Vec::new(), schema, faults)
}

/// Reads a text whose lines have these places, as [`read`] does a file of its own.
pub(crate) fn read_at<T: DeserializeOwned>(
    source: &Source,
    places: Vec<Place>,
    schema: &Json,
    faults: &mut Faults,
) -> Option<Walked<T>> {
    let Mended { source, lost } = mended(source, faults)?;
    let document = Document::parse(source.text.as_str()).ok()?;
    let mut walk = Walk::new(&source, schema, None, faults).standing_in(places);
    walk.faulty = lost;
    let json = walk.section(schema, document.as_table(), "", None);
    let Walk { places, faulty, .. } = walk;
    match serde_json::from_value(json) {
        Ok(file) => Some(Walked { file, places, faulty }),
        Err(error) => {
            // The walk has checked everything that the types require; if it missed something, the place is unknown.
            let fault = Diagnostic::new(Code::TomlSyntax, Place::file(&source.name));
            faults.add(fault.with("cause", error.to_string()).with("value", source.name.as_str()));
            None
        }
    }
}

/// The schema of a key such as `costs.fee`; an unknown key is reported at the place `at`, with the nearest known one.
pub(crate) fn known<'a>(schema: &'a Json, key: &str, at: &Place, faults: &mut Faults) -> Option<&'a Json> {
    let found = property(schema, key);
    if found.is_none() {
        let known = every_key(schema, "");
        let fault = Diagnostic::new(Code::UnknownKey, at.clone()).with("key", key);
        faults.add(fault.suggesting("hint-nearest", nearest(key, known.iter().map(String::as_str))));
    }
    found
}

/// Whether `literal`, a value in TOML syntax, is one that `key` takes; faults are reported at the place `at`.
pub(crate) fn fits(schema: &Json, key: &str, literal: &str, at: &Place, faults: &mut Faults) -> bool {
    let Some(property) = known(schema, key, at, faults) else { return false };
    let source = Source { name: at.file.clone(), text: format!("value = {literal}") };
    let Ok(document) = Document::parse(source.text.as_str()) else { return false };
    let stands_at = Some(at.clone());
    let mut walk = Walk::new(&source, schema, stands_at, faults);
    document.get("value").is_some_and(|item| walk.item(property, item, key, None).is_some())
}
