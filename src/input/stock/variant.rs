//! Variants of a scenario in memory: its own text with some values replaced, and some tables or the announced plan
//! replaced by others.
//!
//! A variant is read by the same readers as any scenario; faults of its own are reported at the place in the batch file
//! that causes them.

use sha2::{Digest, Sha256};
use toml_edit::{DocumentMut, Item, Value};

use super::base::Base;
use super::shelf::InMemory;
use super::stored::{Tables, Told};
use crate::diagnostics::{Faults, Place, WithWarnings};
use crate::input::batch_file::Literal;
use crate::input::source::Source;
use crate::input::{assemble, scenario};
use crate::instance::Instance;

/// A value that a variant gives to a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key, such as `costs.fee`.
    pub key: String,
    /// The value.
    pub value: Literal,
    /// The place where it is asked for.
    pub place: Place,
}

/// The key that names the announced plan.
pub const ANNOUNCED: &str = "announced.plan";

impl Setting {
    /// Whether the value names a file, which is copied for variants.
    fn names_file(&self) -> bool {
        self.key.starts_with("data.") || self.key == ANNOUNCED
    }
}

impl Base {
    /// The scenario of a variant: the base's text under another name, with these settings, its tables and the announced
    /// plan in `folder`.
    ///
    /// Comments keep their places. `folder` is relative to the variant's scenario, and ends with a slash.
    pub fn variant(
        &self,
        name: &str,
        settings: &[Setting],
        (tables, announced): (&Tables, Option<&Told>),
        folder: &str,
    ) -> String {
        // The text was read before; text that is not TOML does not get here.
        let mut document = self.text.parse::<DocumentMut>().unwrap_or_default();
        put(&mut document, "name", Value::from(name));
        for Setting { key, value, .. } in settings.iter().filter(|setting| !setting.names_file()) {
            if let Ok(value) = value.0.parse::<Value>() {
                put(&mut document, key, value);
            }
        }
        let copies = tables.iter().map(|(kind, stored)| (kind.key(), &stored.file));
        for (key, file) in copies.chain(announced.map(|told| (ANNOUNCED, &told.file))) {
            put(&mut document, key, Value::from(format!("{folder}{file}")));
        }
        document.to_string()
    }

    /// Reads a variant's scenario, whose file is `name`, with its tables and the announced plan.
    ///
    /// Faults caused by the settings are reported where they are asked for, the others where the base has them.
    ///
    /// # Errors
    /// Every fault and warning, sorted by file and line.
    pub fn read_variant(
        &self,
        name: &str,
        text: &str,
        settings: &[Setting],
        (tables, announced): (&Tables, Option<&Told>),
    ) -> WithWarnings<Instance> {
        let mut faults = Faults::default();
        let source = Source { name: name.to_owned(), text: text.to_owned() };
        let scenario = scenario::read(&source, &mut faults);
        let data = scenario.and_then(|scenario| {
            let mut places = self.places.clone();
            places.extend(settings.iter().map(|setting| (setting.key.clone(), setting.place.clone())));
            for setting in settings {
                // Entries of a list have the place of the list.
                let members =
                    scenario.places().keys().filter(|key| key.starts_with(&format!("{}[", setting.key)));
                places.extend(members.map(|key| (key.clone(), setting.place.clone())));
            }
            let digest = Sha256::new_with_prefix(text.as_bytes());
            let shelf = InMemory { tables, distances: &self.distances, announced };
            assemble::put_together(&scenario.standing_at(places), name, digest, &shelf, &mut faults)
        });
        faults.verdict(data.map(Instance::new))
    }
}

/// Gives a key a value, in the place and with the comments of an earlier one.
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
