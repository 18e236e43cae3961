//! TOML tables: sections with our keys, sections with user-defined keys, and lists of sections.

use serde_json::{Map, Value as Json};
use toml_edit::TableLike;

use super::schema::{joined, stand_in, takes_anything};
use super::walker::Walk;
use crate::diagnostics::{Code, Diagnostic, Place, nearest};

impl Walk<'_> {
    /// Reads a table along its schema.
    pub(super) fn section(
        &mut self,
        schema: &Json,
        table: &dyn TableLike,
        path: &str,
        at: Option<u64>,
    ) -> Json {
        if let Some(own) = schema.get("additionalProperties").filter(|own| **own != Json::Bool(false)) {
            return self.own_keys(own, table, path, at);
        }
        let Some(properties) = schema["properties"].as_object() else { return Json::Null };
        let mut sound = Map::new();
        for (key, item) in table.iter() {
            let full = joined(path, key);
            let line = self.line(table.key(key).and_then(toml_edit::Key::span)).or(at);
            let place = self.place(line, &full);
            self.places.insert(full.clone(), place.clone());
            let Some(property) = properties.get(key) else {
                self.report_unknown(key, path, place, properties);
                continue;
            };
            match self.item(property, item, &full, line) {
                Some(value) => _ = sound.insert(key.to_owned(), value),
                None => self.faulty.push(full),
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
            // A key whose line was left out was reported.
            if !table.contains_key(key) && !self.faulty.contains(&joined(path, key)) {
                let place = self.place(at, &joined(path, key));
                self.faults.add(Diagnostic::new(Code::MissingKey, place).with("key", joined(path, key)));
                self.faulty.push(joined(path, key));
            }
            if !sound.contains_key(key) {
                sound.insert(key.to_owned(), stand_in(&properties[key]));
            }
        }
        Json::Object(sound)
    }

    /// A table with user-defined keys. If its keys take any value, nested sections become dotted keys: `costs.fee`.
    fn own_keys(&mut self, schema: &Json, table: &dyn TableLike, path: &str, at: Option<u64>) -> Json {
        let mut sound = Map::new();
        for (key, item) in table.iter() {
            let full = joined(path, key);
            let line = self.line(table.key(key).and_then(toml_edit::Key::span)).or(at);
            self.places.insert(full.clone(), self.place(line, &full));
            if key.contains(char::is_control) {
                let fault = Diagnostic::new(Code::ControlCharacter, self.place(line, path));
                self.faults.add(fault.with("value", key).with("column", path));
            }
            if let Some(below) = item.as_table_like().filter(|_| takes_anything(schema)) {
                if let Json::Object(below) = self.own_keys(schema, below, &full, line) {
                    sound.extend(below.into_iter().map(|(name, value)| (joined(key, &name), value)));
                }
                continue;
            }
            match self.item(schema, item, &full, line) {
                Some(value) => _ = sound.insert(key.to_owned(), value),
                None => self.faulty.push(full),
            }
        }
        Json::Object(sound)
    }

    /// Reads a list of tables, each along the schema of one.
    pub(super) fn sections(
        &mut self,
        schema: &Json,
        tables: &[(&dyn TableLike, Option<u64>)],
        path: &str,
    ) -> Json {
        let mut sound = Vec::with_capacity(tables.len());
        for (position, (table, line)) in tables.iter().enumerate() {
            let path = format!("{path}[{position}]");
            self.places.insert(path.clone(), self.place(*line, &path));
            sound.push(self.section(schema, *table, &path, *line));
        }
        Json::Array(sound)
    }

    /// Reports an unknown key; the hint is the section to which it belongs, or the nearest key of this section.
    fn report_unknown(&mut self, key: &str, path: &str, place: Place, known: &Map<String, Json>) {
        let fault = Diagnostic::new(Code::UnknownKey, place).with("key", joined(path, key));
        let sections = self.schema["properties"].as_object().into_iter().flatten();
        let mut owners = sections.filter(|(_, section)| section["properties"].get(key).is_some());
        let owner = owners.next().map(|(section, _)| joined(section, key));
        self.faults.add(match owner {
            Some(owner) => fault.suggesting("hint-other-section", Some(owner)),
            None => fault.suggesting("hint-nearest", nearest(key, known.keys().map(String::as_str))),
        });
    }
}
