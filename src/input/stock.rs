//! A scenario held in memory with its tables, and variants of it: what they share is read and derived once.
//!
//! A variant is the base scenario's own text with some values replaced, and some tables exchanged for others. It is read
//! by the same readers as any scenario; the faults that it has of its own are reported where the batch says so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use toml_edit::{DocumentMut, Item, Value};

use super::assemble::{self, Asked, Shelf};
use super::batch_file::Literal;
use super::digest::sha256;
use super::limits::FILE_BYTES;
use super::scenario::{self, Scenario};
use super::scenario_file::schema;
use super::source::{Source, bytes_at};
use super::{WithWarnings, walk};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::Instance;
use crate::territory::{MeasuredPair, Road, Travel};

/// The keys that name tables.
const TABLES: [&str; 9] =
    ["communes", "roads", "distances", "slots", "venues", "trainers", "kits", "residents", "closures"];

/// A table in memory.
#[derive(Debug)]
pub struct Stored {
    /// Name of its copy in a folder shared by all variants: `residents-1f0c….csv`, the same for the same bytes.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its text, under the name that people know.
    pub source: Source,
}

impl Stored {
    /// A table of the kind `table` (`residents`), known to people as `name`; a fault is reported and gives `None`.
    pub fn new(table: &str, name: &str, bytes: Vec<u8>, faults: &mut Faults) -> Option<Arc<Self>> {
        let file = format!("{table}-{}.csv", &sha256(&bytes)[..12]);
        let source = Source::decoded(name, bytes.clone(), faults)?;
        Some(Arc::new(Self { file, bytes, source }))
    }

    /// Reads a table that is named at a place; a fault is reported there and gives `None`.
    pub fn read(table: &str, path: &Path, named: Place, faults: &mut Faults) -> Option<Arc<Self>> {
        let bytes = bytes_at(path, Some(named), FILE_BYTES, faults)?;
        Self::new(table, &path.display().to_string(), bytes, faults)
    }
}

/// Tables by the key that names them (`data.residents`).
pub type Tables = BTreeMap<String, Arc<Stored>>;

/// Distances by the tables that they follow from.
#[derive(Debug, Default)]
pub struct Distances(Mutex<BTreeMap<String, Travel>>);

/// The base scenario of a batch.
#[derive(Debug)]
pub struct Base {
    /// The problem it states.
    pub instance: Instance,
    /// Its tables.
    pub tables: Tables,
    text: String,
    schema: Json,
    values: Json,
    places: BTreeMap<String, Place>,
    distances: Distances,
}

/// A value that a variant gives to a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key, such as `costs.fee`.
    pub key: String,
    /// The value.
    pub value: Literal,
    /// Where it is asked for.
    pub place: Place,
}

/// Reads a scenario, which another file names, and keeps everything that its variants share.
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
    let source = Source::read(path, Some(named), &mut digest, faults)?;
    let scenario = scenario::read(&source, faults)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let paths: BTreeMap<String, PathBuf> = named_tables(&scenario, folder);
    let mut tables = Tables::new();
    for (key, path) in paths {
        let table = key.trim_start_matches("data.");
        if let Some(stored) = Stored::read(table, &path, scenario.place(&key), faults) {
            tables.insert(key, stored);
        }
    }
    let distances = Distances::default();
    let shelf = InMemory { tables: &tables, distances: &distances };
    let data = assemble::put_together(&scenario, &source.name, digest, &shelf, faults)?;
    Some(Base {
        instance: Instance::new(data),
        tables,
        places: scenario.places().clone(),
        text: source.text,
        schema: schema().to_value(),
        values: serde_json::to_value(&scenario.file).unwrap_or_default(),
        distances,
    })
}

fn named_tables(scenario: &Scenario, folder: &Path) -> BTreeMap<String, PathBuf> {
    let json = serde_json::to_value(&scenario.file.data).unwrap_or_default();
    let named = TABLES.iter().filter_map(|table| {
        let path = json[*table].as_str().filter(|path| !path.is_empty())?;
        Some((format!("data.{table}"), folder.join(path)))
    });
    named.collect()
}

impl Base {
    /// Whether the scenario has a key; an unknown one is reported `at` its place.
    pub fn has(&self, key: &str, at: &Place, faults: &mut Faults) -> bool {
        walk::known(&self.schema, key, at, faults).is_some()
    }

    /// Whether a key of the scenario takes a value; what is wrong with it is reported `at` its place.
    pub fn takes(&self, key: &str, value: &Literal, at: &Place, faults: &mut Faults) -> bool {
        walk::fits(&self.schema, key, &value.0, at, faults)
    }

    /// What a person calls the value that the base scenario gives to a key, written or by default; empty where it has none.
    pub fn label_of(&self, key: &str) -> String {
        let value = key.split('.').try_fold(&self.values, |value, part| value.get(part));
        value.map_or(String::new(), |value| Literal(value.to_string()).label())
    }

    /// The scenario of a variant: the base's text under another name, with these settings, its tables in `folder`.
    ///
    /// Comments stay where they are. `folder` is relative to the variant's scenario, and ends with a slash.
    pub fn variant(&self, name: &str, settings: &[Setting], tables: &Tables, folder: &str) -> String {
        // The text was read before; what is not TOML cannot come here.
        let mut document = self.text.parse::<DocumentMut>().unwrap_or_default();
        put(&mut document, "name", Value::from(name));
        for Setting { key, value, .. } in settings.iter().filter(|setting| !setting.key.starts_with("data."))
        {
            if let Ok(value) = value.0.parse::<Value>() {
                put(&mut document, key, value);
            }
        }
        for (key, stored) in tables {
            put(&mut document, key, Value::from(format!("{folder}{}", stored.file)));
        }
        document.to_string()
    }

    /// Reads a variant's scenario as it is written to `name`, with its tables.
    ///
    /// Faults that the settings bring are reported where they are asked for, the others where the base has them.
    ///
    /// # Errors
    /// Every fault and warning, sorted by file and line.
    pub fn read_variant(
        &self,
        name: &str,
        text: &str,
        settings: &[Setting],
        tables: &Tables,
    ) -> WithWarnings<Instance> {
        let mut faults = Faults::default();
        let source = Source { name: name.to_owned(), text: text.to_owned() };
        let scenario = scenario::read(&source, &mut faults);
        let data = scenario.and_then(|scenario| {
            let mut places = self.places.clone();
            places.extend(settings.iter().map(|setting| (setting.key.clone(), setting.place.clone())));
            for setting in settings {
                // Members of a list stand where the list does.
                let members =
                    scenario.places().keys().filter(|key| key.starts_with(&format!("{}[", setting.key)));
                places.extend(members.map(|key| (key.clone(), setting.place.clone())));
            }
            let digest = Sha256::new_with_prefix(text.as_bytes());
            let shelf = InMemory { tables, distances: &self.distances };
            assemble::put_together(&scenario.standing_at(places), name, digest, &shelf, &mut faults)
        });
        faults.verdict(data.map(Instance::new))
    }
}

/// Gives a value to a key, in the place and with the comments of an older one.
fn put(document: &mut DocumentMut, key: &str, value: Value) {
    let mut table = document.as_table_mut() as &mut dyn toml_edit::TableLike;
    let (sections, last) = key.rsplit_once('.').unwrap_or(("", key));
    for section in sections.split('.').filter(|section| !section.is_empty()) {
        let below = table.entry(section).or_insert_with(toml_edit::table);
        match below.as_table_like_mut() {
            Some(below) => table = below,
            None => return,
        }
    }
    match table.get_mut(last).and_then(Item::as_value_mut) {
        Some(older) => {
            let decor = older.decor().clone();
            *older = value;
            *older.decor_mut() = decor;
        }
        None => _ = table.insert(last, Item::Value(value)),
    }
}

/// Tables in memory.
struct InMemory<'a> {
    tables: &'a Tables,
    distances: &'a Distances,
}

impl Shelf for InMemory<'_> {
    fn table(&self, key: &str, _: &str, asked: Asked<'_>, _: &mut Faults) -> Option<Arc<Source>> {
        // What is not there could not be read, which was reported.
        let stored = self.tables.get(key)?;
        asked.digest.update(&stored.bytes);
        Some(Arc::new(stored.source.clone()))
    }

    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel {
        let file = |key: &str| self.tables.get(key).map_or("", |stored| stored.file.as_str());
        let key = ["data.communes", "data.roads", "data.distances"].map(file).join(" ");
        let mut known = self.distances.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| Travel::new(n_communes, roads, measured)).clone()
    }
}

/// Reads a batch file with the place of each of its keys.
///
/// # Errors
/// Every fault of the file, sorted by line.
pub fn read_batch_file(path: &Path) -> WithWarnings<(super::batch_file::BatchFile, BTreeMap<String, Place>)> {
    let mut faults = Faults::default();
    let source = Source::read(path, None, &mut Sha256::new(), &mut faults);
    let schema = super::batch_file::schema().to_value();
    let walked = source.and_then(|source| walk::read(&source, &schema, &mut faults));
    faults.verdict(walked.map(|walked| (walked.file, walked.places)))
}

/// Findings of many readings together, each once.
pub fn merged(findings: impl IntoIterator<Item = Vec<Diagnostic>>) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = Vec::new();
    // Positions of those that stand at one place with one code: few, however many findings there are.
    let mut known: BTreeMap<(Place, Code), Vec<usize>> = BTreeMap::new();
    for finding in findings.into_iter().flatten() {
        let alike = known.entry((finding.at.clone(), finding.code)).or_default();
        if alike.iter().all(|&position| all[position] != finding) {
            alike.push(all.len());
            all.push(finding);
        }
    }
    all.sort_by(|one, other| one.at.cmp(&other.at).then(one.code.cmp(&other.code)));
    all
}
