//! The base scenario of a batch: what its variants share is read and derived once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::shelf::{Distances, InMemory};
use super::stored::{Stored, Tables, Told};
use crate::diagnostics::{Faults, Place, WithWarnings};
use crate::input::batch_file::Literal;
use crate::input::open::OpenFiles;
use crate::input::scenario_file::schema;
use crate::input::sources::Sources;
use crate::input::tables::kind::Kind;
use crate::input::{assemble, walk};
use crate::instance::Instance;

/// The base scenario of a batch.
#[derive(Debug)]
pub struct Base {
    /// The problem that it describes.
    pub instance: Instance,
    /// Its tables.
    pub tables: Tables,
    pub(super) text: String,
    schema: Json,
    values: Json,
    pub(super) places: BTreeMap<String, Place>,
    pub(super) distances: Distances,
    /// The announced plan, if there is one.
    pub announced: Option<Arc<Told>>,
}

/// Reads a scenario that another file names, and keeps everything that its variants share.
///
/// # Errors
/// Every fault and warning of all files, sorted by file and line.
pub fn read_base(path: &Path, named: Place) -> WithWarnings<Base> {
    let mut faults = Faults::default();
    let base = base(path, named, &mut faults);
    faults.verdict(base)
}

fn base(path: &Path, named: Place, faults: &mut Faults) -> Option<Base> {
    let mut digest = Sha256::new();
    let folder = path.parent().unwrap_or(Path::new(""));
    let sources = Sources::disk();
    let open = OpenFiles::of_scenario(&sources, folder, path);
    let (scenario, text) = assemble::scenario_of(path, Some(named), &open, &mut digest, faults)?;
    let mut tables = Tables::new();
    for kind in Kind::ALL.into_iter().filter(|&kind| !scenario.files(kind).is_empty()) {
        let place = scenario.place(kind.key());
        let stored = Stored::read(kind, scenario.files(kind), folder, &place, faults);
        tables.extend(stored.map(|stored| (kind, stored)));
    }
    let distances = Distances::default();
    let told = scenario.file.announced.plan.as_ref();
    let announced = told.and_then(|file| Told::read(file, folder, &scenario.place("announced.plan"), faults));
    let shelf = InMemory { tables: &tables, distances: &distances, announced: announced.as_deref() };
    let data = assemble::put_together(&scenario, &path.display().to_string(), digest, &shelf, faults)?;
    Some(Base {
        instance: Instance::new(data),
        tables,
        places: scenario.places().clone(),
        text,
        schema: schema().to_value(),
        values: serde_json::to_value(&scenario.file).unwrap_or_default(),
        distances,
        announced,
    })
}

impl Base {
    /// Whether the scenario has a key; an unknown key is reported at the place `at`.
    pub fn has(&self, key: &str, at: &Place, faults: &mut Faults) -> bool {
        walk::known(&self.schema, key, at, faults).is_some()
    }

    /// Whether a key of the scenario takes a value; faults are reported at the place `at`.
    pub fn takes(&self, key: &str, value: &Literal, at: &Place, faults: &mut Faults) -> bool {
        walk::fits(&self.schema, key, &value.0, at, faults)
    }

    /// The label of a key's value in the base scenario, written or by default; empty if it has none.
    pub fn label_of(&self, key: &str) -> String {
        let value = key.split('.').try_fold(&self.values, |value, part| value.get(part));
        value.map_or(String::new(), |value| Literal(value.to_string()).label())
    }
}
