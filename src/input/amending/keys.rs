//! The keys of a scenario as they are written, to show and set: in its file, or on the sheet of a workbook.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use toml_edit::{Array, Document, DocumentMut, Item, TableLike, Value};

use super::page::{is_open_document, write_sheet};
use super::part::opened;
use super::{Changed, Desk, unwritable};
use crate::diagnostics::{Diagnostic, Faults, Place};
use crate::input::assemble;
use crate::input::digest::hex;
use crate::input::encoding::{decoded, encoded};
use crate::input::scenario_file::schema;
use crate::input::source::Source;
use crate::input::sources::Sources;
use crate::input::toml_keys::with_key;
use crate::input::toml_mend::mended;
use crate::input::walk;
use crate::input::workbook::is_workbook;
use crate::input::workbook_scenario::{keyed, literal};

/// The keys of a scenario.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The text of each key in the file, for people: without quotes, lists with semicolons.
    pub written: BTreeMap<String, String>,
    /// Where each of them is.
    pub places: BTreeMap<String, Place>,
    /// A digest of their texts, which identifies this version.
    pub version: String,
    /// Why they cannot be written.
    pub unwritable: Option<Diagnostic>,
}

impl Keys {
    /// Keys from texts that were read before.
    pub fn of_texts(texts: BTreeMap<String, String>) -> Self {
        let written: BTreeMap<String, String> =
            texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let version = hex(&Sha256::digest(format!("{written:?}")));
        Self { written, places: BTreeMap::new(), version, unwritable: None }
    }
}

/// Reads the keys of a scenario, even if their values have faults.
///
/// # Errors
/// Every fault of the scenario, if it cannot be read at all.
pub fn read_keys(sources: &Sources, scenario: &Path) -> Result<Keys, Vec<Diagnostic>> {
    let desk = opened(sources, scenario)?;
    let mut unsaid = Faults::default();
    let read = assemble::scenario_of(scenario, None, &desk.open, &mut Sha256::new(), &mut unsaid);
    let Some((read, text)) = read else { return Err(unsaid.into_sorted()) };
    let source = Source { name: scenario.display().to_string(), text };
    let is_toml = Document::parse(source.text.as_str()).is_ok();
    let whole = Place::file(&source.name);
    let text = mended(&source, &mut unsaid).map_or(source.text, |mended| mended.source.text);
    // An editable document keeps the digits of numbers as written.
    let mut written = text.parse::<DocumentMut>().map(|file| texts(file.as_table(), "")).unwrap_or_default();
    let schema = schema().to_value();
    written.retain(|key, _| walk::property(&schema, key).is_some());
    let unwritable = match is_toml {
        _ if is_open_document(scenario) => {
            Some(unwritable(whole, scenario, "unwritable-ods", "hint-save-as-xlsx"))
        }
        false => Some(unwritable(whole, scenario, "unwritable-toml", "hint-write-toml")),
        true => None,
    };
    let places = read.places().iter().map(|(key, place)| (key.clone(), place.clone())).collect();
    Ok(Keys { places, unwritable, ..Keys::of_texts(written) })
}

/// The texts of all keys of a table.
fn texts(table: &dyn TableLike, section: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (name, item) in table.iter() {
        let key = if section.is_empty() { name.to_owned() } else { format!("{section}.{name}") };
        match item {
            Item::Value(Value::InlineTable(table)) => found.extend(texts(table, &key)),
            Item::Table(table) => found.extend(texts(table, &key)),
            Item::Value(value) => _ = found.insert(key, text(value)),
            _ => {}
        }
    }
    found
}

/// A value in the form in which people write it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Array(entries) => listed(entries),
        other => other.clone().decorated("", "").to_string(),
    }
}

fn listed(entries: &Array) -> String {
    let entries: Vec<String> = entries.iter().map(text).collect();
    // A single entry that contains spaces needs a final separator to be read as one.
    let end = if entries.len() == 1 && entries[0].contains(' ') { ";" } else { "" };
    entries.join("; ") + end
}

/// The changed files of a scenario whose keys get these texts; a key with an empty text takes its default.
///
/// # Errors
/// If there is no such key, or the scenario's file cannot be changed. A value that the key does not take is written
/// nevertheless: reading the scenario then reports it.
pub fn setting(
    sources: &Sources,
    scenario: &Path,
    keys: &BTreeMap<String, String>,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    let mut desk = opened(sources, scenario)?;
    let mut faults = Faults::default();
    let write = if is_workbook(scenario) { in_sheet } else { in_file };
    let done = write(&mut desk, keys, &mut faults);
    faults.verdict(done).map(|_| desk.changed())
}

fn in_sheet(desk: &mut Desk<'_>, keys: &BTreeMap<String, String>, faults: &mut Faults) -> Option<()> {
    let schema = schema().to_value();
    let whole = Place::file(&desk.path.display().to_string());
    for key in keys.keys() {
        walk::known(&schema, key, &whole, faults)?;
    }
    let texts: Vec<(&str, String)> =
        keys.iter().map(|(key, text)| (key.as_str(), text.trim().to_owned())).collect();
    let workbook = desk.open.workbook(desk.path, None, faults)?;
    let Some((grid, edit)) = keyed(&workbook, &texts) else {
        faults.add(unwritable(whole, desk.path, "unwritable-settings", "hint-add-settings"));
        return None;
    };
    write_sheet((desk.path, &grid, 1), edit, desk, faults)
}

fn in_file(desk: &mut Desk<'_>, keys: &BTreeMap<String, String>, faults: &mut Faults) -> Option<()> {
    let schema = schema().to_value();
    let whole = Place::file(&desk.path.display().to_string());
    let bytes = desk.bytes(desk.path, faults)?;
    let (mut text, form) = decoded(&bytes);
    for (key, value) in keys {
        let property: &Json = walk::known(&schema, key, &whole, faults)?;
        let value = Some(value.trim()).filter(|value| !value.is_empty());
        let Some(changed) = with_key(&text, key, value.map(|value| literal(value, property)).as_deref())
        else {
            faults.add(unwritable(whole, desk.path, "unwritable-toml", "hint-write-toml"));
            return None;
        };
        text = changed;
    }
    desk.changed.insert(desk.path.to_owned(), encoded(&text, form));
    Some(())
}
