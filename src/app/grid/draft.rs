//! A table that is being edited: the content of its file, and the changes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::change::{Cell, Change, Key, Wrong};
use crate::diagnostics::Diagnostic;
use crate::input::amending::part::{Address, Heading, Part};
use crate::input::column::NOTE;

/// Maximum number of rows of a table that is being edited: more than any territory has residents.
const ROWS: usize = 1_000_000;

/// A table that is being edited.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(super) scenario: PathBuf,
    /// As it was read.
    pub(super) part: Part,
    pub(super) columns: Vec<Heading>,
    /// In the order of their keys.
    pub(super) rows: Vec<Row>,
    next: Key,
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A row: its cells in the file, and its changed cells.
#[derive(Debug, Clone)]
pub(super) struct Row {
    key: Key,
    /// Its position in the file.
    pub(super) from: Option<usize>,
    /// Its cells, if they differ from the file.
    pub(super) own: Option<Vec<String>>,
}

/// The effects of one change, in order.
type Step = Vec<Act>;

#[derive(Debug, Clone)]
enum Act {
    /// Row, column, value before, value after.
    Cells(Vec<(Key, usize, String, String)>),
    Added(Vec<Row>),
    Removed(Vec<Row>),
    /// A column, and whether it is added or removed.
    Column(Heading, bool),
}

impl Act {
    /// The affected rows.
    fn keys(&self) -> Vec<Key> {
        match self {
            Self::Cells(cells) => cells.iter().map(|&(key, ..)| key).collect(),
            Self::Added(rows) | Self::Removed(rows) => rows.iter().map(|row| row.key).collect(),
            Self::Column(..) => Vec::new(),
        }
    }
}

/// The effects of a change, for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Did<'a> {
    /// The first changed cell: row, column, before, after.
    pub cell: Option<(Key, usize, &'a str, &'a str)>,
    /// Number of changed cells.
    pub n_cells: usize,
    /// Number of added rows.
    pub n_added: usize,
    /// Number of removed rows.
    pub n_removed: usize,
    /// The added column.
    pub column: Option<&'a str>,
}

fn did(step: &[Act]) -> Did<'_> {
    let mut did = Did::default();
    for act in step {
        match act {
            Act::Cells(cells) => {
                let first = cells.first().map(|(key, at, was, is)| (*key, *at, was.as_str(), is.as_str()));
                did.cell = did.cell.or(first);
                did.n_cells += cells.len();
            }
            Act::Added(rows) => did.n_added += rows.len(),
            Act::Removed(rows) => did.n_removed += rows.len(),
            Act::Column(heading, _) => did.column = Some(heading.name.as_str()),
        }
    }
    did
}

impl Draft {
    /// A table as read; its rows have the keys 0, 1, 2 and so on.
    pub(super) fn new(scenario: &Path, part: Part) -> Self {
        let rows: Vec<Row> =
            (0..part.rows.len()).map(|from| Row { key: from as Key, from: Some(from), own: None }).collect();
        let (columns, next) = (part.header.clone(), rows.len() as Key);
        let scenario = scenario.to_owned();
        Self { scenario, part, columns, rows, next, done: Vec::new(), undone: Vec::new() }
    }

    /// Which table.
    pub fn address(&self) -> Address {
        self.part.address
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.part.path
    }

    /// The version of the file from which it was read.
    pub fn version(&self) -> &str {
        &self.part.version
    }

    /// Why it cannot be changed, if so.
    pub fn unwritable(&self) -> Option<&Diagnostic> {
        self.part.unwritable.as_ref()
    }

    /// Its columns, including added ones.
    pub fn columns(&self) -> &[Heading] {
        &self.columns
    }

    /// Names of the columns that it can have and does not have.
    pub fn absent(&self) -> impl Iterator<Item = &str> {
        let has = |name: &str| self.columns.iter().any(|column| column.name == name);
        self.part.absent.iter().map(String::as_str).filter(move |name| !has(name))
    }

    /// Number of rows.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// The rows at these positions, as far as they exist: key, line in the file, and a cell for each column.
    pub fn rows(&self, at: Range<usize>) -> impl Iterator<Item = (Key, Option<u64>, Vec<Cow<'_, str>>)> {
        let end = at.end.min(self.rows.len());
        self.rows[at.start.min(end)..end].iter().map(|row| {
            let line = row.from.map(|from| self.part.rows[from].line);
            (row.key, line, (0..self.columns.len()).map(|column| self.cell(row, column).into()).collect())
        })
    }

    /// The key of the row at a position.
    pub(super) fn key(&self, position: usize) -> Option<Key> {
        self.rows.get(position).map(|row| row.key)
    }

    /// The column with the name used in a finding: its name in the file, or the known one.
    pub(in crate::app) fn column_named(&self, name: &str) -> Option<usize> {
        let is_it = |heading: &Heading| {
            heading.name == name || heading.column.is_some_and(|column| column.name == name)
        };
        self.columns.iter().position(is_it)
    }

    /// The current position of a row.
    pub fn position(&self, key: Key) -> Option<usize> {
        self.rows.binary_search_by_key(&key, |row| row.key).ok()
    }

    /// Whether anything differs from the file.
    pub fn is_changed(&self) -> bool {
        !self.edit().is_empty()
    }

    /// Whether there is a change to undo, and one to redo.
    pub fn can_undo_and_redo(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// The rows of the file affected by the last change.
    pub(super) fn touched_by_last(&self) -> BTreeSet<Key> {
        self.touched(self.done.last().into_iter().flatten())
    }

    /// The rows of the file affected by any change that can be undone.
    pub(super) fn touched_by_all(&self) -> BTreeSet<Key> {
        self.touched(self.done.iter().flatten())
    }

    fn touched<'a>(&self, acts: impl Iterator<Item = &'a Act>) -> BTreeSet<Key> {
        let of_file = |key: &Key| (*key as usize) < self.part.rows.len();
        acts.flat_map(Act::keys).filter(of_file).collect()
    }

    /// The effects of each change that can be undone, in order.
    pub fn did(&self) -> impl DoubleEndedIterator<Item = Did<'_>> {
        self.done.iter().map(|step| did(step))
    }

    pub(super) fn cell<'a>(&'a self, row: &'a Row, column: usize) -> &'a str {
        let cell = match (&row.own, row.from) {
            (Some(own), _) => own.get(column).map(String::as_str),
            (None, Some(from)) => self.part.rows[from].cells.get(column),
            (None, None) => None,
        };
        cell.unwrap_or_default()
    }

    pub(super) fn is_blank(&self, row: &Row) -> bool {
        (0..self.columns.len()).all(|column| self.cell(row, column).trim().is_empty())
    }

    /// Makes a change, as one step.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn apply(&mut self, change: &Change) -> Result<(), Wrong> {
        if self.part.unwritable.is_some() {
            return Err(Wrong::ReadOnly);
        }
        let step = match change {
            Change::Set(cells) => vec![self.cells(cells)?],
            Change::Paste { row, column, block } => self.pasted(*row, *column, block)?,
            Change::Add(count) => vec![self.added(*count)?],
            Change::Remove(keys) => vec![self.removed(keys)?],
            Change::Column(name) => vec![self.column(name)?],
        };
        for act in &step {
            self.act(act);
        }
        self.done.push(step);
        self.undone.clear();
        Ok(())
    }

    /// Undoes the last change.
    ///
    /// # Errors
    /// If there is none.
    pub fn undo(&mut self) -> Result<(), Wrong> {
        let step = self.done.pop().ok_or(Wrong::Nothing)?;
        for act in step.iter().rev() {
            self.act(&opposite(act));
        }
        self.undone.push(step);
        Ok(())
    }

    /// Redoes the last undone change.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&mut self) -> Result<(), Wrong> {
        let step = self.undone.pop().ok_or(Wrong::Nothing)?;
        for act in &step {
            self.act(act);
        }
        self.done.push(step);
        Ok(())
    }

    fn cells(&self, cells: &[Cell]) -> Result<Act, Wrong> {
        let act = |cell: &Cell| {
            let position = self.position(cell.row).ok_or(Wrong::NoRow(cell.row))?;
            self.columns.get(cell.column).ok_or(Wrong::NoColumn(cell.column))?;
            let before = self.cell(&self.rows[position], cell.column).to_owned();
            Ok((cell.row, cell.column, before, legible(&cell.value)))
        };
        Ok(Act::Cells(cells.iter().map(act).collect::<Result<_, _>>()?))
    }

    fn pasted(&mut self, row: Option<Key>, column: usize, block: &[Vec<String>]) -> Result<Step, Wrong> {
        let first = match row {
            Some(key) => self.position(key).ok_or(Wrong::NoRow(key))?,
            None => self.rows.len(),
        };
        let (width, left) =
            (block.iter().map(Vec::len).max().unwrap_or_default(), self.columns.len().saturating_sub(column));
        if width > left {
            return Err(Wrong::TooWide { block: width, left });
        }
        let added = self.added((first + block.len()).saturating_sub(self.rows.len()))?;
        let Act::Added(new) = &added else { return Ok(Vec::new()) };
        let keys = self.rows[first..].iter().chain(new).map(|row| row.key);
        let mut cells = Vec::new();
        for (key, values) in keys.zip(block) {
            let before = |at: usize| {
                let known = self.position(key).map(|position| self.cell(&self.rows[position], at));
                known.unwrap_or_default().to_owned()
            };
            let of_row = (column..).zip(values);
            cells.extend(of_row.map(|(at, value)| (key, at, before(at), legible(value))));
        }
        Ok(vec![added, Act::Cells(cells)])
    }

    /// New rows, with keys that are never used again.
    fn added(&mut self, count: usize) -> Result<Act, Wrong> {
        if self.rows.len() + count > ROWS {
            return Err(Wrong::TooLong(ROWS));
        }
        let keys = self.next..self.next + count as Key;
        self.next = keys.end;
        Ok(Act::Added(keys.map(|key| Row { key, from: None, own: None }).collect()))
    }

    fn removed(&self, keys: &[Key]) -> Result<Act, Wrong> {
        let row = |&key: &Key| self.position(key).map(|at| self.rows[at].clone()).ok_or(Wrong::NoRow(key));
        let keys: BTreeSet<Key> = keys.iter().copied().collect();
        Ok(Act::Removed(keys.iter().map(row).collect::<Result<_, _>>()?))
    }

    fn column(&self, name: &str) -> Result<Act, Wrong> {
        if !self.absent().any(|absent| absent == name) {
            return Err(Wrong::NoSuchColumn(name.to_owned()));
        }
        let kind = self.part.address.kind;
        let mut known = kind.columns().iter().chain([&NOTE]);
        let column = known.find(|column| column.name == name || column.french == name);
        let heading = Heading { name: name.to_owned(), column: column.copied(), is_slot: false };
        Ok(Act::Column(heading, true))
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Cells(cells) => {
                for (row, column, _, after) in cells {
                    self.put(*row, *column, after);
                }
            }
            Act::Added(rows) => {
                self.rows.extend(rows.iter().cloned());
                self.rows.sort_by_key(|row| row.key);
            }
            Act::Removed(rows) => {
                let gone: BTreeSet<Key> = rows.iter().map(|row| row.key).collect();
                self.rows.retain(|row| !gone.contains(&row.key));
            }
            Act::Column(heading, true) => self.columns.push(heading.clone()),
            Act::Column(_, false) => _ = self.columns.pop(),
        }
    }

    fn put(&mut self, key: Key, column: usize, value: &str) {
        let Some(position) = self.position(key) else { return };
        let file = self.rows[position].from.map(|from| &self.part.rows[from].cells);
        let row = &mut self.rows[position];
        let own = row.own.get_or_insert_with(|| {
            file.map(|cells| cells.iter().map(str::to_owned).collect()).unwrap_or_default()
        });
        if own.len() <= column {
            own.resize(column + 1, String::new());
        }
        value.clone_into(&mut own[column]);
    }
}

/// The inverse of an act.
fn opposite(act: &Act) -> Act {
    match act {
        Act::Cells(cells) => {
            let back = cells.iter().rev();
            Act::Cells(
                back.map(|(row, at, before, after)| (*row, *at, after.clone(), before.clone())).collect(),
            )
        }
        Act::Added(rows) => Act::Removed(rows.clone()),
        Act::Removed(rows) => Act::Added(rows.clone()),
        Act::Column(heading, comes) => Act::Column(heading.clone(), !comes),
    }
}

/// A value without control characters, which a text file must not contain.
fn legible(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}
