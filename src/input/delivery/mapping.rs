//! A mapping: the question of a form for each column, and the values of its answers.
//!
//! Written in TOML (`[columns] commune = "Commune de résidence"`, `[values.slots] "Mardi matin" = "tue-0930"`), or as a
//! sheet with the columns `column, question, answer, value`. A column may come from several questions, whose answers are
//! joined; a question about one slot, answered by yes or no, leads to the slot's identifier.

use std::collections::BTreeMap;
use std::path::Path;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use super::target::target;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, WithWarnings, nearest};
use crate::input::column::{Column, optional, required};
use crate::input::enrolments::{COLUMNS, SLOTS};
use crate::input::ground::Ground;
use crate::input::header::Layout;
use crate::input::list::entries;
use crate::input::parts::Parts;
use crate::input::scenario_file::Files;
use crate::input::source::Source;
use crate::input::walk;
use crate::input::words::folded;
use crate::input::workbook::is_workbook;

const COLUMN: Column = required("column", "Colonne");
const QUESTION: Column = optional("question", "Question");
const ANSWER: Column = optional("answer", "Réponse");
const VALUE: Column = optional("value", "Valeur");
/// The columns of a mapping that is a sheet.
pub const HEADINGS: [Column; 4] = [COLUMN, QUESTION, ANSWER, VALUE];

/// The value of an answer that says nothing.
const NOTHING: &str = "-";

/// The questions of each column, and the values of answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Name of the form: the mapping's file name without its extension.
    pub name: String,
    /// Questions by the column, or the identifier of the slot, that they lead to.
    pub columns: BTreeMap<String, Vec<String>>,
    /// Values of answers, by column.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

/// A mapping in TOML.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MappingFile {
    #[serde(default)]
    columns: BTreeMap<String, Files>,
    #[serde(default)]
    values: BTreeMap<String, BTreeMap<String, String>>,
}

/// An entry of a mapping.
enum Entry {
    Question(String),
    Meaning(String, String),
}

/// Reads a mapping.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_mapping(path: &Path, ground: &Ground) -> WithWarnings<Mapping> {
    let mut faults = Faults::default();
    let is_toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    let entries = if is_toml { of_toml(path, &mut faults) } else { of_sheet(path, &mut faults) };
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let mapping = entries.map(|entries| checked(name, entries, ground, &mut faults));
    faults.verdict(mapping)
}

fn of_toml(path: &Path, faults: &mut Faults) -> Option<Vec<(String, Entry, Place)>> {
    let source = Source::of_disk(path, faults)?;
    let schema = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let schema = schema.into_generator().into_root_schema_for::<MappingFile>().to_value();
    let walk::Walked { file, places, .. } = walk::read::<MappingFile>(&source, &schema, faults)?;
    let place =
        |key: String| places.get(&key).cloned().unwrap_or_else(|| Place::file(&source.name).key(&key));
    let mut entries = Vec::new();
    for (column, questions) in file.columns {
        let at = place(format!("columns.{column}"));
        entries.extend(questions.0.into_iter().map(|it| (column.clone(), Entry::Question(it), at.clone())));
    }
    for (column, meanings) in file.values {
        for (answer, value) in meanings {
            let at = place(format!("values.{column}.{answer}"));
            entries.push((column.clone(), Entry::Meaning(answer, value), at));
        }
    }
    Some(entries)
}

fn of_sheet(path: &Path, faults: &mut Faults) -> Option<Vec<(String, Entry, Place)>> {
    let parts = Parts::of_disk(path, None, faults);
    let mut entries = Vec::new();
    let is_whole = parts.each_row(Layout::of(&HEADINGS), faults, |row| {
        let at = row.at(COLUMN);
        let Some(column) = row.text(COLUMN).map(str::to_owned) else { return };
        if let Some(answer) = row.given(ANSWER) {
            // An answer left without a value has none yet.
            let Some(value) = row.given(VALUE) else { return };
            entries.push((column, Entry::Meaning(answer.to_owned(), value.to_owned()), at));
        } else if let Some(question) = row.text(QUESTION) {
            entries.push((column, Entry::Question(question.to_owned()), at));
        }
    });
    is_whole.then_some(entries)
}

/// The mapping made of the valid entries; entries that lead nowhere are reported.
fn checked(
    name: &str,
    entries: Vec<(String, Entry, Place)>,
    ground: &Ground,
    faults: &mut Faults,
) -> Mapping {
    let mut mapping = Mapping { name: name.to_owned(), ..Mapping::default() };
    for (column, entry, at) in entries {
        let Some(target) = target(&column, ground) else {
            let known = COLUMNS.iter().map(|column| column.name);
            let fault = Diagnostic::new(Code::UnknownKey, at).with("key", column.as_str());
            faults.add(fault.suggesting("hint-nearest", nearest(&column, known)));
            continue;
        };
        match entry {
            Entry::Question(question) => mapping.columns.entry(target).or_default().push(question),
            Entry::Meaning(answer, value) => {
                let value = if value == NOTHING { String::new() } else { value };
                if target == SLOTS.name {
                    check_slots(&value, ground, &at, faults);
                }
                mapping.values.entry(target).or_default().insert(folded(&answer), value);
            }
        }
    }
    mapping
}

/// Reports unknown slots in the value of an answer.
fn check_slots(value: &str, ground: &Ground, at: &Place, faults: &mut Faults) {
    let is_known = |entry: &str| target(entry, ground).is_some();
    for entry in entries(value, is_known).into_iter().filter(|entry| *entry != "*" && !is_known(entry)) {
        faults.add(ground.slots.explained(Diagnostic::new(Code::UnknownSlot, at.clone()), entry));
    }
}

/// Whether a mapping is written as a sheet.
pub fn is_sheet(path: &Path) -> bool {
    is_workbook(path)
}
