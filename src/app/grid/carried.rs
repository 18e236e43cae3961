//! What was edited of a table, put onto what somebody else made of it since.

use std::collections::BTreeSet;

use super::change::{Cell, Change, Key};
use super::draft::Draft;
use super::later::{Rows, cell, columns};
use crate::input::amending::part::Part;

/// A table as somebody else left it, with what was edited put onto it.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The table.
    pub draft: Draft,
    /// What leads from the other's version to it.
    pub changes: Vec<Change>,
    /// What both changed, which is as the other left it.
    pub collisions: Vec<Collision>,
}

/// What was edited on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// What its row is called.
    pub row: String,
    /// Its column; `None` where the row was changed by one and taken out by the other.
    pub column: Option<String>,
    /// What was put there, which is not in the table.
    pub lost: String,
}

/// Puts what was edited onto a later version of its table. What both changed stays as it is there.
pub(super) fn carried(draft: &Draft, later: &Part) -> Carried {
    let mut onto = Draft::new(&draft.scenario, later.clone());
    let new_columns = draft.columns()[draft.part.header.len()..].iter();
    let mut changes: Vec<Change> = new_columns.map(|heading| Change::Column(heading.name.clone())).collect();
    // A column that the other added as well is there already.
    changes.retain(|change| onto.apply(change).is_ok());
    let at = |name: &str| onto.columns().iter().position(|known| known.name == name);
    let places = draft.columns().iter().map(|heading| at(&heading.name)).collect();
    let mut merge = Merge::of(draft, later, places);
    merge.rows_of_file();
    let block = merge.added(onto.columns().len());
    let Merge { cells, removed, collisions, .. } = merge;
    let more = [
        (!removed.is_empty()).then_some(Change::Remove(removed)),
        (!cells.is_empty()).then_some(Change::Set(cells)),
        (!block.is_empty()).then_some(Change::Paste { row: None, column: 0, block }),
    ];
    // Rows and columns were looked up in the table.
    changes.extend(more.into_iter().flatten().filter(|change| onto.apply(change).is_ok()));
    Carried { draft: onto, changes, collisions }
}

/// The cells of a row.
fn cells(part: &Part, row: usize) -> Vec<&str> {
    (0..part.header.len()).map(|at| cell(part, row, at)).collect()
}

/// Cells of a row with as many as there are columns.
fn padded(cells: Vec<&str>, n_columns: usize) -> Vec<String> {
    let cells = cells.into_iter().map(str::to_owned).chain(std::iter::repeat(String::new()));
    cells.take(n_columns).collect()
}

/// What was edited on its way onto a later version.
struct Merge<'a> {
    draft: &'a Draft,
    later: &'a Part,
    rows: Rows,
    /// Where each column of the draft is in the later version.
    places: Vec<Option<usize>>,
    cells: Vec<Cell>,
    removed: Vec<Key>,
    collisions: Vec<Collision>,
}

impl<'a> Merge<'a> {
    fn of(draft: &'a Draft, later: &'a Part, places: Vec<Option<usize>>) -> Self {
        let rows = Rows::of(&draft.part, later);
        Self { draft, later, rows, places, cells: Vec::new(), removed: Vec::new(), collisions: Vec::new() }
    }

    /// Rows of the file that were edited or taken out.
    fn rows_of_file(&mut self) {
        let own = self.draft.own();
        let before = std::mem::take(&mut self.rows.before);
        for (name, was) in before {
            let now = self.rows.after.get(&name).copied();
            match (own.get(&was), now) {
                (Some(own), Some(now)) => self.edited(&name.0, own, (was, now)),
                (Some(own), None) if own.is_empty() => {}
                (None, None) => {}
                (Some(_), None) => self.collide(&name.0, None, ""),
                (None, Some(now)) => {
                    let columns = columns(&self.draft.part, self.later);
                    let is_as_before = |&(old, new): &(usize, usize)| {
                        cell(&self.draft.part, was, old) == cell(self.later, now, new)
                    };
                    if columns.iter().all(is_as_before) {
                        self.removed.push(now as Key);
                    } else {
                        self.collide(&name.0, None, "");
                    }
                }
            }
        }
    }

    /// Cells that differ from the file, each by its column.
    fn edited(&mut self, name: &str, own: &[(usize, &str)], (was, now): (usize, usize)) {
        for &(column, value) in own {
            let Some(place) = self.places[column] else {
                self.collide(name, Some(column), value);
                continue;
            };
            let (before, theirs) = (cell(&self.draft.part, was, column), cell(self.later, now, place));
            if theirs == before {
                self.cells.push(Cell { row: now as Key, column: place, value: value.to_owned() });
            } else if theirs != value {
                self.collide(name, Some(column), value);
            }
        }
    }

    fn collide(&mut self, row: &str, column: Option<usize>, lost: &str) {
        let column = column.map(|column| self.draft.columns()[column].name.clone());
        self.collisions.push(Collision { row: row.to_owned(), column, lost: lost.to_owned() });
    }

    /// Rows that were added, with a cell for each of this many columns.
    fn added(&self, n_columns: usize) -> Vec<Vec<String>> {
        let row = |cells: Vec<&str>| {
            let mut row = vec![String::new(); n_columns];
            for (place, cell) in self.places.iter().zip(cells) {
                if let Some(place) = place {
                    cell.clone_into(&mut row[*place]);
                }
            }
            row
        };
        let own: Vec<Vec<String>> = self.draft.added_rows().map(row).collect();
        if own.is_empty() {
            return own;
        }
        // A row that the other added as well is there already.
        let of_file = |part: &'a Part| (0..part.rows.len()).map(move |at| cells(part, at));
        let theirs: BTreeSet<Vec<String>> =
            of_file(self.later).map(|cells| padded(cells, n_columns)).collect();
        let before: BTreeSet<Vec<String>> = of_file(&self.draft.part).map(row).collect();
        own.into_iter().filter(|row| before.contains(row) || !theirs.contains(row)).collect()
    }
}
