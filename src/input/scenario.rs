//! Reads a scenario file against the schema of its types, so that every fault is found at once and has its place.
//!
//! A faulty value is replaced by its default, or by a placeholder where it has none, so that the tables are still read
//! and their faults reported; nothing is built from such a scenario.

use std::collections::BTreeMap;

use super::scenario_file::{ScenarioFile, schema};
use super::source::Source;
use super::tables::kind::Kind;
use super::walk;
use crate::diagnostics::{Faults, Place};

/// A scenario file and the place of each of its keys.
#[derive(Debug, Clone)]
pub(crate) struct Scenario {
    pub(crate) file: ScenarioFile,
    name: String,
    places: BTreeMap<String, Place>,
    // Keys whose value is a placeholder.
    faulty: Vec<String>,
    // Missing tables, which were reported.
    absent: Vec<Kind>,
}

impl Scenario {
    /// The place of a key; the file as a whole for a key that takes its default.
    pub(crate) fn place(&self, key: &str) -> Place {
        self.places.get(key).cloned().unwrap_or_else(|| Place::file(&self.name).key(key))
    }

    /// The files of a table's parts, as the scenario names them; none if it names none.
    pub(crate) fn files(&self, kind: Kind) -> &[String] {
        let named = self.file.data.files(kind).filter(|_| !self.absent.contains(&kind));
        named.map_or(&[], |files| &files.0)
    }

    /// The place where the scenario names a part of a table.
    pub(crate) fn place_of_part(&self, kind: Kind, part: usize) -> Place {
        let key = format!("{}[{part}]", kind.key());
        self.places.get(&key).cloned().unwrap_or_else(|| self.place(kind.key()))
    }

    /// The same without these tables, which are missing and were reported.
    pub(crate) fn without(mut self, absent: Vec<Kind>) -> Self {
        self.absent = absent;
        self
    }

    /// Whether the file has this key.
    pub(crate) fn is_written(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// Whether no fault was found in these keys.
    pub(crate) fn are_sound(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.faulty.iter().all(|faulty| faulty != key))
    }

    /// The places of all keys in the file.
    pub(crate) fn places(&self) -> &BTreeMap<String, Place> {
        &self.places
    }

    /// The same scenario, with its keys at these places.
    pub(crate) fn standing_at(mut self, places: BTreeMap<String, Place>) -> Self {
        self.places = places;
        self
    }
}

/// Reads a scenario; `None` if the file is not TOML at all.
pub(crate) fn read(source: &Source, faults: &mut Faults) -> Option<Scenario> {
    let walk::Walked { file, places, faulty } = walk::read(source, &schema().to_value(), faults)?;
    Some(Scenario { file, name: source.name.clone(), places, faulty, absent: Vec::new() })
}

/// Reads a scenario whose lines were generated from another file, where each has its place in `places`.
pub(crate) fn read_at(source: &Source, places: Vec<Place>, faults: &mut Faults) -> Option<Scenario> {
    let walk::Walked { file, places, faulty } = walk::read_at(source, places, &schema().to_value(), faults)?;
    Some(Scenario { file, name: source.name.clone(), places, faulty, absent: Vec::new() })
}
