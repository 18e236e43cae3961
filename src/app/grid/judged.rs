//! Findings of a table that is being edited, and of all others with it: each at its cell; nothing is written.

use std::collections::BTreeMap;

use super::change::Key;
use super::draft::Draft;
use crate::diagnostics::{Diagnostic, Place, Within};
use crate::input::amending::part::{Address, Named, Part, parts, read_part, writing};
use crate::input::edit::Edit;
use crate::input::{Sources, findings};

/// Maximum number of findings of one kind listed for each file; the others are counted.
const LISTED: usize = 2_000;

/// The findings of a scenario with a table in its edited state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// All errors, warnings and notes.
    pub findings: Vec<Located>,
    /// Whether the file has changed since the table was opened; there are then no findings.
    pub is_outdated: bool,
}

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The finding.
    pub finding: Diagnostic,
    /// Its place, relative to the table.
    pub spot: Spot,
}

/// A place, relative to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// At a cell.
    Cell(Key, usize),
    /// In a row.
    Row(Key),
    /// At the head of a column.
    Column(usize),
    /// In the table, but in no cell.
    Table,
    /// In another table.
    Other(Address),
    /// In no table: in the scenario itself, for example.
    Elsewhere,
}

impl Draft {
    /// Checks the scenario with this table in its edited state.
    pub fn judge(&self) -> Judged {
        let sources = &Sources::disk();
        let now = read_part(sources, &self.scenario, self.address()).ok().flatten();
        if now.is_none_or(|now| now.version != self.part.version) {
            return Judged { findings: Vec::new(), is_outdated: true };
        }
        let edit = self.edit();
        // An unchanged file is read as it is.
        let (found, lines) = if edit.is_empty() {
            (findings(sources, &self.scenario, LISTED), None)
        } else {
            self.as_saved(sources, &edit)
        };
        let tables = parts(sources, &self.scenario).unwrap_or_default();
        let lines = Lines::of(self, lines.as_ref());
        let located = |finding: Diagnostic| Located { spot: lines.spot(&finding.at, self, &tables), finding };
        Judged { findings: found.into_iter().map(located).collect(), is_outdated: false }
    }

    /// The findings of the scenario with the file as it would be saved, and the table as read from it.
    fn as_saved(&self, sources: &Sources, edit: &Edit) -> (Vec<Diagnostic>, Option<Part>) {
        match writing(sources, &self.scenario, &self.part, edit) {
            Ok(files) => {
                let sources = files
                    .into_iter()
                    .fold(sources.clone(), |sources, file| sources.with(file.path, file.bytes));
                let edited = read_part(&sources, &self.scenario, self.address()).ok().flatten();
                (findings(&sources, &self.scenario, LISTED), edited)
            }
            Err(refused) => (refused, None),
        }
    }
}

/// The rows at the lines of the file as it would be saved.
struct Lines {
    header: u64,
    keys: BTreeMap<u64, Key>,
}

impl Lines {
    /// The lines of the edited file, else of the one that was read.
    fn of(draft: &Draft, edited: Option<&Part>) -> Self {
        let part = edited.unwrap_or(&draft.part);
        let positions = draft.in_file();
        // If the file is read differently from what is shown, no finding is assigned to a row, which might be the wrong one.
        let are_same = positions.len() == part.rows.len();
        let lines = part.rows.iter().map(|row| row.line).zip(positions).filter(|_| are_same);
        let keys = lines.filter_map(|(line, position)| Some((line, draft.key(position)?))).collect();
        Self { header: part.header_line, keys }
    }

    fn spot(&self, at: &Place, draft: &Draft, tables: &[Named]) -> Spot {
        if !draft.part.has(at) {
            let other = tables.iter().find(|table| table.has(at) && table.address != draft.address());
            return other.map_or(Spot::Elsewhere, |table| Spot::Other(table.address));
        }
        let column = match &at.within {
            Within::Cell(position, _) => Some(*position),
            Within::Column(name) => draft.column_named(name),
            _ => None,
        };
        let row = at.line.and_then(|line| self.keys.get(&line));
        match (row, column) {
            (Some(&row), Some(column)) => Spot::Cell(row, column),
            (Some(&row), None) => Spot::Row(row),
            (None, Some(column)) if at.line == Some(self.header) => Spot::Column(column),
            _ => Spot::Table,
        }
    }
}
