//! The settings of a scenario as a form: every key with its description, unit, default and value, checked while it is filled in,
//! saved into the scenario.
//!
//! The form is made from the JSON Schema of scenarios, with the descriptions that `init` writes: a new key appears as soon as it
//! is read. An empty field takes its default. Unsaved input is kept on disk until it is saved ([`kept`]).

mod form;
pub mod kept;
pub mod save;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use self::form::{Field, Section, Takes};
use super::common::Failure;
use crate::diagnostics::{Diagnostic, Place, Within};
use crate::input::amending::keys::{Keys, read_keys, setting};
use crate::input::{Sources, findings};

/// Maximum number of findings of one kind listed for each file; the others are counted.
const LISTED: usize = 20;

/// The settings of a scenario, as written and as edited.
#[derive(Debug, Clone)]
pub struct Settings {
    scenario: PathBuf,
    keys: Keys,
    /// New texts, by key; an empty one selects the default.
    own: BTreeMap<String, String>,
}

/// A finding with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The finding.
    pub finding: Diagnostic,
    /// The key; `None` if it is about something else.
    pub key: Option<String>,
}

/// The findings of a scenario with the edited settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// All errors, warnings and notes.
    pub findings: Vec<Located>,
    /// Whether the scenario has changed since it was read; there are then no findings.
    pub is_outdated: bool,
}

/// Reads the settings of a scenario.
///
/// # Errors
/// If the scenario cannot be read at all.
pub fn open(scenario: &Path) -> Result<Settings, Failure> {
    let keys = read_keys(&Sources::disk(), scenario).map_err(Failure::input)?;
    Ok(Settings { scenario: scenario.to_owned(), keys, own: BTreeMap::new() })
}

/// Settings that were read earlier, from their texts, which is all that a form carries.
pub fn resumed(scenario: &Path, written: BTreeMap<String, String>) -> Settings {
    Settings { scenario: scenario.to_owned(), keys: Keys::of_texts(written), own: BTreeMap::new() }
}

impl Settings {
    /// The version of the scenario from which they were read.
    pub fn version(&self) -> &str {
        &self.keys.version
    }

    /// Why they cannot be changed, if so.
    pub fn unwritable(&self) -> Option<&Diagnostic> {
        self.keys.unwritable.as_ref()
    }

    /// The form: every section with its keys, in the order of the schema.
    pub fn form(&self) -> Vec<Section> {
        form::form(|key| self.text(key))
    }

    /// Sets texts; one equal to the written text is no change. Unknown keys are kept, and reported by the check.
    pub fn set(&mut self, texts: BTreeMap<String, String>) {
        self.own.extend(texts);
        let written = &self.keys.written;
        self.own.retain(|key, text| written.get(key).map_or("", String::as_str) != text.trim());
    }

    /// The differences from the scenario as it was read.
    pub fn changed(&self) -> &BTreeMap<String, String> {
        &self.own
    }

    /// The text of a key in the scenario as it was read.
    pub fn written(&self, key: &str) -> Option<&str> {
        self.keys.written.get(key).map(String::as_str)
    }

    fn text(&self, key: &str) -> Option<&str> {
        let text = self.own.get(key).or_else(|| self.keys.written.get(key));
        text.map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Checks the scenario with these settings.
    pub fn judge(&self) -> Judged {
        let sources = &Sources::disk();
        let now = read_keys(sources, &self.scenario);
        if now.is_ok_and(|now| now.version != self.keys.version) {
            return Judged { findings: Vec::new(), is_outdated: true };
        }
        let (found, places) = match setting(sources, &self.scenario, &self.own) {
            Ok(files) => {
                let held = |sources: Sources, file: crate::input::amending::Changed| {
                    sources.with(file.path, file.bytes)
                };
                let sources = files.into_iter().fold(sources.clone(), held);
                let places = read_keys(&sources, &self.scenario).map(|keys| keys.places);
                (findings(&sources, &self.scenario, LISTED), places.unwrap_or_default())
            }
            Err(refused) => (refused, BTreeMap::new()),
        };
        let located = |finding: Diagnostic| Located { key: key_at(&finding.at, &places), finding };
        Judged { findings: found.into_iter().map(located).collect(), is_outdated: false }
    }
}

/// The key at a place: the one that it names, without the index in a list, or the one located there.
fn key_at(at: &Place, places: &BTreeMap<String, Place>) -> Option<String> {
    let there = || places.iter().filter(|(_, place)| *place == at).map(|(key, _)| key);
    let named = match &at.within {
        Within::Key(key) => Some(key),
        // The section of a key has the same place as the key.
        _ => there().max_by_key(|key| key.matches('.').count()),
    };
    named.map(|key| key.split('[').next().unwrap_or(key).to_owned())
}
