//! Whole files, and single values, along their schema.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use toml_edit::Document;

use super::schema::{every_key, property};
use super::walker::Walk;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, nearest};
use crate::input::source::Source;
use crate::input::toml_mend::{Mended, mended};

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
    read_at(source, Vec::new(), schema, faults)
}

/// Reads a file each of whose lines stands at one of these places, as [`read`] does a file of its own.
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
