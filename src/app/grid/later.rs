//! Changes by somebody else of a table since it was opened.

use std::collections::BTreeMap;

use crate::input::amending::part::{Heading, Part};

/// The differences between two versions of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Names of new rows.
    pub came: Vec<String>,
    /// Names of removed rows.
    pub went: Vec<String>,
    /// Changed cells.
    pub changed: Vec<ChangedCell>,
}

/// A changed cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedCell {
    /// The name of its row.
    pub row: String,
    /// Its column.
    pub column: String,
    /// Its old value.
    pub was: String,
    /// Its new value.
    pub is: String,
}

/// The differences between two versions of a table.
pub(super) fn difference(before: &Part, after: &Part) -> Difference {
    let (rows, columns) = (Rows::of(before, after), columns(before, after));
    let mut difference = Difference::default();
    for (name, &was) in &rows.before {
        let Some(&is) = rows.after.get(name) else {
            difference.went.push(name.0.clone());
            continue;
        };
        let cells = columns.iter().map(|&(old, new)| (new, cell(before, was, old), cell(after, is, new)));
        difference.changed.extend(cells.filter(|(_, was, is)| was != is).map(|(column, was, is)| {
            ChangedCell {
                row: name.0.clone(),
                column: after.header[column].name.clone(),
                was: was.to_owned(),
                is: is.to_owned(),
            }
        }));
    }
    let came = rows.after.keys().filter(|name| !rows.before.contains_key(*name));
    difference.came.extend(came.map(|name| name.0.clone()));
    difference
}

/// The rows of two versions, by name and occurrence of that name.
pub(super) struct Rows {
    pub(super) before: BTreeMap<(String, usize), usize>,
    pub(super) after: BTreeMap<(String, usize), usize>,
}

impl Rows {
    pub(super) fn of(before: &Part, after: &Part) -> Self {
        Self { before: named(before), after: named(after) }
    }
}

/// The name of a row is its identifier; in a table without one, its whole content.
fn named(part: &Part) -> BTreeMap<(String, usize), usize> {
    let is_id =
        |heading: &Heading| heading.column.is_some_and(|column| ["id", "insee"].contains(&column.name));
    let id = part.header.iter().position(is_id);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = BTreeMap::new();
    for (position, row) in part.rows.iter().enumerate() {
        let name = match id.and_then(|id| row.cells.get(id)).filter(|name| !name.trim().is_empty()) {
            Some(name) => name.trim().to_owned(),
            None => row.cells.iter().collect::<Vec<_>>().join(" "),
        };
        let count = counts.entry(name.clone()).or_default();
        rows.insert((name, *count), position);
        *count += 1;
    }
    rows
}

/// Columns of the same name: positions in both versions.
pub(super) fn columns(before: &Part, after: &Part) -> Vec<(usize, usize)> {
    let at = |name: &str| after.header.iter().position(|heading| heading.name == name);
    let old = before.header.iter().enumerate();
    old.filter_map(|(old, heading)| Some((old, at(&heading.name)?))).collect()
}

pub(super) fn cell(part: &Part, row: usize, column: usize) -> &str {
    part.rows[row].cells.get(column).unwrap_or_default()
}
