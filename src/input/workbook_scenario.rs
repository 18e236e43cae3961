//! A workbook as a scenario: a sheet `scenario` (`Paramètres`) with keys and values, and a sheet for each table.
//!
//! Keys and values become the text of a scenario file, one line for each, which is read like any other; every line has
//! the place of its cell. A batch writes its variants from that text.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;

use super::column::{Column, optional, required};
use super::edit::Edit;
use super::header::{Header, Layout};
use super::list::entries;
use super::open::grid;
use super::parts::Parts;
use super::row::Row;
use super::scenario::{self, Scenario};
use super::scenario_file::schema;
use super::sheet::{Grid, GridRow, Sheet};
use super::source::Source;
use super::tables::kind::Kind;
use super::walk;
use super::when;
use super::words::folded;
use super::workbook::Workbook;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place};

const KEY: Column = required("key", "Clé");
const VALUE: Column = required("value", "Valeur");
const UNIT: Column = optional("unit", "Unité");
const DEFAULT: Column = optional("default", "Par défaut");
const MEANING: Column = optional("meaning", "Signification");
const COLUMNS: &[Column] = &[KEY, VALUE, UNIT, DEFAULT, MEANING];

/// Other sheets that the program itself writes into workbooks.
const OWN_SHEETS: [&str; 6] = ["mode d emploi", "how to", "listes", "lists", "anomalies", "findings"];

/// Whether a sheet holds the keys of a scenario.
fn is_settings(name: &str) -> bool {
    matches!(folded(name).as_str(), "scenario" | "parametres" | "parameters")
}

/// Whether a workbook has the sheet of keys.
pub(crate) fn has_settings(workbook: &Workbook) -> bool {
    !positions(workbook, is_settings).is_empty()
}

/// Reads the scenario in a workbook. Also returns its text as a scenario file; `None` if a fault was reported that
/// leaves nothing to read.
pub(crate) fn read(path: &Path, workbook: &Workbook, faults: &mut Faults) -> Option<(Scenario, String)> {
    let file = path.display().to_string();
    let mut lines = Lines::default();
    let settings: Vec<usize> = positions(workbook, is_settings);
    report_twice(workbook, &settings, &file, faults);
    if let Some(&position) = settings.first() {
        lines.read(grid(workbook, position, &file, faults)?, faults);
    } else {
        report_missing(workbook, "Paramètres", &file, faults);
    }
    let mut absent = Vec::new();
    let own = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    for kind in Kind::ALL {
        let sheets = positions(workbook, |name| kind.is_called(name));
        report_twice(workbook, &sheets, &file, faults);
        match sheets.first() {
            _ if lines.has(kind.key()) => {}
            Some(&position) => {
                let name = &workbook.sheets()[position].name;
                let quoted = Json::from(format!("{own}#{name}")).to_string();
                lines.push(kind.key(), &quoted, Place::sheet(&file, name));
            }
            None if kind.is_required() => {
                report_missing(workbook, kind.french(), &file, faults);
                // References to it are not reported as well.
                lines.push(kind.key(), "\"-\"", Place::file(&file));
                absent.push(kind);
            }
            None => {}
        }
    }
    tell_foreign(workbook, &file, faults);
    let source = Source { name: file, text: lines.text };
    let scenario = scenario::read_at(&source, lines.places, faults)?;
    Some((scenario.without(absent), source.text))
}

/// The sheet of keys, and the edit that gives these keys their values; `None` if there is no such sheet.
pub(crate) fn keyed(workbook: &Workbook, keys: &[(&str, String)]) -> Option<(Grid, Edit)> {
    let position = *positions(workbook, is_settings).first()?;
    let grid = grid(workbook, position, "", &mut Faults::default())?;
    let parts = Parts::new(vec![Sheet::Cells(grid.clone()).into()], 1);
    let header = Header::of(&parts.sheets[0], Layout::of(COLUMNS))?;
    let place = |column: Column| header.found.iter().find(|found| found.column == column)?.position;
    let (key, value) = (place(KEY)?, place(VALUE)?);
    let mut edit = Edit::default();
    for (name, text) in keys {
        let is_it = |row: &&GridRow| row.cells.get(key).is_some_and(|cell| cell.trim() == *name);
        match grid.rows.iter().find(is_it) {
            Some(row) => edit.cells.push((row.line, value, text.clone())),
            None => edit.rows.push([(key, (*name).to_owned()), (value, text.clone())].into()),
        }
    }
    Some((grid, edit))
}

fn positions(workbook: &Workbook, is_it: impl Fn(&str) -> bool) -> Vec<usize> {
    let sheets = workbook.sheets().iter().enumerate();
    sheets.filter(|(_, sheet)| is_it(&sheet.name)).map(|(position, _)| position).collect()
}

fn report_twice(workbook: &Workbook, positions: &[usize], file: &str, faults: &mut Faults) {
    if let [first, second, ..] = positions {
        let name = |position: &usize| workbook.sheets()[*position].name.as_str();
        let fault = Diagnostic::new(Code::SheetTwice, Place::sheet(file, name(second)));
        faults.add(fault.with("value", name(second)).with("first", name(first)));
    }
}

fn report_missing(workbook: &Workbook, sheet: &str, file: &str, faults: &mut Faults) {
    let names = workbook.sheets().iter().map(|sheet| sheet.name.clone());
    let fault = Diagnostic::new(Code::MissingSheet, Place::file(file)).with("file", file);
    faults.add(fault.with("value", sheet).with("sheets", Fact::listing(names)));
}

fn tell_foreign(workbook: &Workbook, file: &str, faults: &mut Faults) {
    let is_foreign = |name: &str| {
        let is_ours = is_settings(name) || Kind::ALL.iter().any(|kind| kind.is_called(name));
        !is_ours && !OWN_SHEETS.contains(&folded(name).as_str())
    };
    let sheets = workbook.sheets().iter().filter(|sheet| !sheet.is_hidden && is_foreign(&sheet.name));
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    if !names.is_empty() {
        let note = Diagnostic::new(Code::ForeignSheets, Place::file(file)).with("count", names.len());
        faults.add(note.with("sheets", Fact::listing(names.into_iter())));
    }
}

/// The lines of a scenario file, and the place of each.
#[derive(Default)]
struct Lines {
    text: String,
    places: Vec<Place>,
    keys: BTreeMap<String, u64>,
}

impl Lines {
    fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    fn push(&mut self, key: &str, value: &str, place: Place) {
        self.text.extend([key, " = ", value, "\n"]);
        self.places.push(place);
        self.keys.insert(key.to_owned(), self.places.len() as u64);
    }

    /// Takes the keys and values of a sheet. A key with an empty value keeps its default.
    fn read(&mut self, grid: Grid, faults: &mut Faults) {
        let schema = schema().to_value();
        let parts = Parts::new(vec![Sheet::Cells(grid).into()], 1);
        parts.each_row(Layout::of(COLUMNS), faults, |row| self.take(row, &schema));
    }

    fn take(&mut self, row: &mut Row<'_>, schema: &Json) {
        let Some(value) = row.given(VALUE) else { return };
        let Some(key) = row.text(KEY) else { return };
        let at = row.at(KEY);
        let Some(property) = walk::known(schema, key, &at, row.faults) else { return };
        if self.has(key) {
            row.faults.add(Diagnostic::new(Code::DuplicateId, at).with("value", key).with("other", "key"));
            return;
        }
        self.push(key, &literal(value, property), row.at(VALUE));
    }
}

/// The entries of a list in the syntax of a scenario file: `["25304", "25539"]`.
fn bracketed(text: &str) -> Option<Vec<String>> {
    let list: Vec<Json> = serde_json::from_str(text.trim()).ok()?;
    list.iter().map(|entry| entry.as_str().map(|entry| Json::from(entry).to_string())).collect()
}

/// A text as a TOML value of the type that the schema asks for; a text of another type is quoted, so that it is reported
/// later. Several files are separated by semicolons or line breaks.
pub(crate) fn literal(text: &str, schema: &Json) -> String {
    let quoted = |text: &str| Json::from(text).to_string();
    let several = || text.split([';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()).map(quoted);
    match walk::type_of(schema) {
        "integer" | "number" => walk::unquoted(text).unwrap_or_else(|| quoted(text)),
        "string" if schema["format"] == "date" => when::date(text)
            .or_else(|misfit| when::serial_date(text).ok_or(misfit))
            .map_or_else(|_| quoted(text), |date| date.to_string()),
        "string" if walk::takes(schema, "array") && several().count() > 1 => {
            format!("[{}]", several().collect::<Vec<_>>().join(", "))
        }
        "array" => {
            let plain = || entries(text, |_| false).into_iter().map(quoted).collect();
            let entries: Vec<String> = bracketed(text).unwrap_or_else(plain);
            format!("[{}]", entries.join(", "))
        }
        _ => quoted(text),
    }
}
