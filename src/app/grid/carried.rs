//! Applies the changes of a draft to a later version of its table.

use std::collections::BTreeSet;

use super::change::{Cell, Change, Key};
use super::draft::Draft;
use super::later::{Rows, cell, columns};
use crate::input::amending::part::Part;

/// A later version of a table, with the changes of a draft applied.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The table.
    pub draft: Draft,
    /// The changes that lead from the later version to it.
    pub changes: Vec<Change>,
    /// Conflicts: changed by both sides; the later version is kept.
    pub collisions: Vec<Collision>,
}

/// A conflict: a place changed on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// The name of its row.
    pub row: String,
    /// Its column; `None` if one side changed the row and the other removed it.
    pub column: Option<String>,
    /// The value of the draft, which is not in the table.
    pub lost: String,
}

/// Applies the changes of a draft to a later version of its table. In a conflict, the later version is kept.
pub(super) fn carried(draft: &Draft, later: &Part) -> Carried {
    let mut onto = Draft::new(&draft.scenario, later.clone());
    let new_columns = draft.columns()[draft.part.header.len()..].iter();
    let mut changes: Vec<Change> = new_columns.map(|heading| Change::Column(heading.name.clone())).collect();
    // A column that the other side also added exists already.
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
    // Rows and columns have been looked up in the table.
    changes.extend(more.into_iter().flatten().filter(|change| onto.apply(change).is_ok()));
    Carried { draft: onto, changes, collisions }
}

/// The cells of a row.
fn cells(part: &Part, row: usize) -> Vec<&str> {
    (0..part.header.len()).map(|at| cell(part, row, at)).collect()
}

/// The cells of a row, padded to the number of columns.
fn padded(cells: Vec<&str>, n_columns: usize) -> Vec<String> {
    let cells = cells.into_iter().map(str::to_owned).chain(std::iter::repeat(String::new()));
    cells.take(n_columns).collect()
}

/// Applying the changes of a draft to a later version.
struct Merge<'a> {
    draft: &'a Draft,
    later: &'a Part,
    rows: Rows,
    /// The position of each column of the draft in the later version.
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

    /// Rows of the file that were changed or removed.
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

    /// Cells that differ from the file, each with its column.
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

    /// Rows that were added, with `n_columns` cells each.
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
        // A row that the other side also added exists already.
        let of_file = |part: &'a Part| (0..part.rows.len()).map(move |at| cells(part, at));
        let theirs: BTreeSet<Vec<String>> =
            of_file(self.later).map(|cells| padded(cells, n_columns)).collect();
        let before: BTreeSet<Vec<String>> = of_file(&self.draft.part).map(row).collect();
        own.into_iter().filter(|row| before.contains(row) || !theirs.contains(row)).collect()
    }
}
