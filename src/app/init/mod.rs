//! A folder that is ready to edit, and that can be planned unchanged: a scenario with its tables, or one workbook.
//!
//! The tables are a small piece of the shipped territory with invented enrolments, rooms, a trainer and a kit; the
//! scenario is written from the types that read it (`template`), so that its defaults are the engine's. Tables are in the
//! dialect of the language: those of a French folder open in a French spreadsheet by a double click.

mod book;
pub(super) mod template;

use std::path::{Path, PathBuf};

use super::common::Failure;
use super::placing::write_anew;
use super::reading::SCENARIO;
use crate::diagnostics::Diagnostic;
use crate::input::Sources;
use crate::messages::{Lang, Messages};
use crate::output::File;
use crate::output::table::{Cell, Table};

/// The example's tables, compiled in: the program needs no other files.
const TABLES: [(&str, &str); 9] = [
    ("communes.csv", include_str!("../../../data/pma/example/communes.csv")),
    ("roads.csv", include_str!("../../../data/pma/example/roads.csv")),
    ("distances.csv", include_str!("../../../data/pma/example/distances.csv")),
    ("slots.csv", include_str!("../../../data/pma/example/slots.csv")),
    ("venues.csv", include_str!("../../../data/pma/example/venues.csv")),
    ("trainers.csv", include_str!("../../../data/pma/example/trainers.csv")),
    ("kits.csv", include_str!("../../../data/pma/example/kits.csv")),
    ("residents.csv", include_str!("../../../data/pma/example/residents.csv")),
    ("closures.csv", include_str!("../../../data/pma/example/closures.csv")),
];

/// What to start from.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// A scenario and its tables.
    Tables,
    /// One workbook, over the shipped territory or another one.
    Workbook(Option<Elsewhere<'a>>),
}

/// Another territory than the shipped one.
#[derive(Debug, Clone, Copy)]
pub struct Elsewhere<'a> {
    /// The sources of its files.
    pub sources: &'a Sources,
    /// Its communes: a table or a workbook.
    pub communes: &'a Path,
    /// Their boundaries, from which the roads are derived.
    pub boundaries: Option<&'a Path>,
}

/// A folder that is ready to be written.
#[derive(Debug)]
pub struct Initial {
    /// The scenario in it.
    pub scenario: PathBuf,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    folder: PathBuf,
    files: Vec<File>,
}

impl Initial {
    /// The files to write.
    pub(super) fn files(&self) -> &[File] {
        &self.files
    }

    /// Writes the folder.
    ///
    /// # Errors
    /// If one of its files is already there, or it cannot be written.
    pub fn write(&self) -> Result<(), Failure> {
        write_anew(&self.folder, &self.files)
    }
}

/// Makes the files of a folder, in the language of `documents`.
///
/// # Errors
/// If another territory cannot be read.
pub fn init(folder: &Path, form: Form, documents: &Messages) -> Result<Initial, Failure> {
    let (name, files, warnings) = match form {
        Form::Tables => (SCENARIO, files(documents), Vec::new()),
        Form::Workbook(elsewhere) => {
            let (file, warnings) = book::file(folder, elsewhere.as_ref(), documents)?;
            (book::NAME, vec![file], warnings)
        }
    };
    Ok(Initial { scenario: folder.join(name), warnings, folder: folder.to_owned(), files })
}

fn files(messages: &Messages) -> Vec<File> {
    let tables = TABLES.map(|(name, text)| File::new(name, in_dialect(text, messages)));
    let scenario = File::new(SCENARIO, template::example(messages).into());
    tables.into_iter().chain([scenario]).collect()
}

/// Notes of the shipped tables, which are in English, and their messages.
const NOTES: [(&str, &str); 3] = [
    ("population: census 2023; point: town hall", "shipped-note-census"),
    ("published", "shipped-note-published"),
    ("to confirm", "shipped-note-to-confirm"),
];

/// A field of a shipped table in the language of `messages`.
fn worded(field: &str, messages: &Messages) -> String {
    let note = NOTES.iter().find(|(note, _)| *note == field);
    note.map_or_else(|| field.to_owned(), |(_, key)| messages.text(key, &[]))
}

/// A table, stored with commas and points, in the dialect of a language's spreadsheets.
fn in_dialect(text: &str, messages: &Messages) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows = reader.records().map_while(Result::ok);
    let (Lang::Fr, Some(header)) = (messages.lang, rows.next()) else { return text.into() };
    let rows = rows.map(|row| row.iter().map(|field| cell(&worded(field, messages))).collect()).collect();
    Table::with_columns(header.iter().map(str::to_owned).collect(), rows).exchanged_by_hand(messages.lang)
}

fn cell(text: &str) -> Cell {
    let is_decimal = text.contains('.') && text.parse::<f64>().is_ok();
    if is_decimal { Cell::Number(text.to_owned()) } else { text.into() }
}
