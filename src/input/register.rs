//! The tables that a collection keeps: enrolments, contacts, and what was collected before. Their cells are kept as
//! written, with columns of the planner's own, alongside their meaning.

use std::collections::BTreeMap;
use std::path::Path;

use csv::StringRecord;

use super::column::{Column, required};
use super::enrolments::{self, Fields, PEOPLE, Said};
use super::ground::Ground;
use super::parts::Parts;
use super::slots::Heading;
use super::words::folded;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, WithWarnings, nearest};

/// The column that every table has.
const ID: &str = "id";

/// A table with its cells as written; known columns have their English names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// The names of its columns.
    header: Vec<String>,
    /// Its rows, each with a cell for each column.
    rows: Vec<Vec<String>>,
    /// The first row of each identifier.
    positions: BTreeMap<String, usize>,
}

impl Register {
    /// A table without rows, whose first column is `id`.
    pub fn new(columns: &[&str]) -> Self {
        let header = std::iter::once(ID).chain(columns.iter().copied()).map(str::to_owned).collect();
        Self { header, ..Self::default() }
    }

    /// The names of its columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Its rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Every identifier, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions.keys().map(String::as_str)
    }

    /// Whether it has a row of this identifier.
    pub fn has(&self, id: &str) -> bool {
        self.positions.contains_key(id)
    }

    /// The cell of an identifier; empty if there is none.
    pub fn cell(&self, id: &str, column: &str) -> &str {
        let position = self.header.iter().position(|name| name == column);
        let row = self.positions.get(id).map(|&row| &self.rows[row]);
        row.zip(position).map_or("", |(row, position)| row[position].as_str())
    }

    /// Writes a cell; a row or a column that the table lacks is appended.
    pub fn set(&mut self, id: &str, column: &str, value: &str) {
        let row = self.row(id);
        let position = self.column(column);
        value.clone_into(&mut self.rows[row][position]);
    }

    /// The row of an identifier, appended if there is none.
    pub fn row(&mut self, id: &str) -> usize {
        if let Some(&row) = self.positions.get(id) {
            return row;
        }
        let mut row = vec![String::new(); self.header.len()];
        let position = self.header.iter().position(|name| name == ID).unwrap_or_default();
        id.clone_into(&mut row[position]);
        self.rows.push(row);
        self.positions.insert(id.to_owned(), self.rows.len() - 1);
        self.rows.len() - 1
    }

    fn column(&mut self, name: &str) -> usize {
        if let Some(known) = self.header.iter().position(|known| known == name) {
            return known;
        }
        self.header.push(name.to_owned());
        self.rows.iter_mut().for_each(|row| row.push(String::new()));
        self.header.len() - 1
    }

    /// The non-empty fields of an identifier in these columns.
    pub fn fields(&self, id: &str, columns: &[Column]) -> Fields {
        let fields = columns.iter().map(|column| (column.name, self.cell(id, column.name).to_owned()));
        fields.filter(|(name, value)| *name != ID && !value.is_empty()).collect()
    }

    fn of_rows(header: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let at = header.iter().position(|name| name == ID);
        let mut positions = BTreeMap::new();
        for (position, row) in rows.iter().enumerate() {
            let id = at.and_then(|at| row.get(at)).filter(|id| !id.is_empty());
            id.map(|id| positions.entry(id.clone()).or_insert(position));
        }
        Self { header, rows, positions }
    }

    fn of(parts: &Parts, columns: &[Column]) -> Option<Self> {
        let texts = |record: &StringRecord| record.iter().map(|it| unmarked(it.trim()).to_owned()).collect();
        let (header, rows) = parts.records(columns)?;
        let header: Vec<String> = texts(&header);
        let width = header.len();
        let rows = rows.iter().map(texts).map(|mut row: Vec<String>| {
            row.resize(width, String::new());
            row
        });
        Some(Self::of_rows(header, rows.collect()))
    }
}

/// A text without the apostrophe that keeps it from running as a formula.
pub(super) fn unmarked(text: &str) -> &str {
    let bare = text.strip_prefix('\'').filter(|bare| bare.starts_with(['=', '+', '-', '@']));
    bare.unwrap_or(text)
}

/// Reads a table whose first column is `id`; `None` if there is no file.
///
/// # Errors
/// Why it cannot be read, or is not such a table.
pub fn read_register(path: &Path, columns: &[Column]) -> WithWarnings<Option<Register>> {
    if !path.exists() {
        return Ok((None, Vec::new()));
    }
    let mut faults = Faults::default();
    let parts = Parts::of_disk(path, None, &mut faults);
    let register = Register::of(&parts, columns);
    if let Some(register) = register.as_ref().filter(|register| !register.header.iter().any(|it| it == ID)) {
        let place = Place::file(&path.display().to_string());
        let fault = Diagnostic::new(Code::MissingColumn, place).with("column", ID);
        let near = nearest(ID, register.header.iter().map(String::as_str));
        faults.add(fault.suggesting("hint-rename-column", near));
    }
    faults.verdict(Some(register))
}

/// The columns of contacts.
pub const CONTACTS: &[Column] = &[required("id", "Identifiant"), PEOPLE[1], PEOPLE[3], PEOPLE[4], PEOPLE[5]];

/// Reads the enrolments as written, and their meaning row by row; `None` if there is no file. Columns for slots become a
/// list.
///
/// # Errors
/// Every fault of the table.
pub fn read_enrolments(path: &Path, ground: &Ground) -> WithWarnings<Option<(Register, Vec<Said>)>> {
    if !path.exists() {
        return Ok((None, Vec::new()));
    }
    let mut faults = Faults::default();
    let parts = Parts::of_disk(path, None, &mut faults);
    let rows = enrolments::rows(&parts, ground, &mut faults);
    rows.iter().flat_map(|row| &row.faults).for_each(|fault| faults.add(fault.clone()));
    for row in rows.iter().filter(|row| row.id.is_none()) {
        faults.add(Diagnostic::new(Code::MissingValue, row.at.clone()).with("column", ID));
    }
    let register = Register::of(&parts, enrolments::COLUMNS).map(|register| listed(register, &rows, ground));
    faults.verdict(Some(register.map(|register| (register, rows))))
}

/// The same table with a list of slots, if it had a column for each.
fn listed(register: Register, rows: &[Said], ground: &Ground) -> Register {
    let is_mark = |name: &String| {
        let is_column = enrolments::COLUMNS.iter().any(|column| folded(column.name) == folded(name));
        !is_column && matches!(ground.slots.heading(name), Heading::Slot(_))
    };
    let marks: Vec<bool> = register.header.iter().map(is_mark).collect();
    if !marks.contains(&true) {
        return register;
    }
    let kept = |row: &Vec<String>| {
        row.iter().zip(&marks).filter(|(_, is_mark)| !**is_mark).map(|(cell, _)| cell.clone()).collect()
    };
    let mut register = Register::of_rows(kept(&register.header), register.rows.iter().map(kept).collect());
    let list = enrolments::SLOTS.name;
    for row in rows {
        let id = row.id.as_deref().unwrap_or_default();
        register.set(id, list, row.fields.get(list).map_or("", String::as_str));
    }
    register
}
