//! The differences between a draft and its file.

use std::collections::BTreeMap;

use super::draft::Draft;
use crate::input::edit::Edit;

impl Draft {
    /// The edit that turns the file into the draft. Blank rows are not added.
    pub(super) fn edit(&self) -> Edit {
        let mut edit = Edit::default();
        let header = self.part.header_line;
        let new_columns = self.columns.iter().enumerate().skip(self.part.header.len());
        edit.cells.extend(new_columns.map(|(position, heading)| (header, position, heading.name.clone())));
        let own = self.own();
        for (from, of_file) in self.part.rows.iter().enumerate() {
            match own.get(&from) {
                Some(cells) => {
                    let cells = cells.iter().map(|&(column, cell)| (of_file.line, column, cell.to_owned()));
                    edit.cells.extend(cells);
                }
                None => _ = edit.removed.insert(of_file.line),
            }
        }
        edit.rows = self.added_rows().map(written).collect();
        edit
    }

    /// The remaining rows of the file, with the cells that differ from it, by column.
    pub(super) fn own(&self) -> BTreeMap<usize, Vec<(usize, &str)>> {
        let mut own = BTreeMap::new();
        for row in &self.rows {
            let Some(from) = row.from else { continue };
            let of_file = &self.part.rows[from].cells;
            let cells = row.own.iter().flatten().enumerate();
            let differing = cells.filter(|(at, cell)| of_file.get(*at).unwrap_or_default() != *cell);
            own.insert(from, differing.map(|(at, cell)| (at, cell.as_str())).collect());
        }
        own
    }

    /// The added rows that are not blank, with a cell for each column.
    pub(super) fn added_rows(&self) -> impl Iterator<Item = Vec<&str>> {
        let new = self.rows.iter().filter(|row| row.from.is_none() && !self.is_blank(row));
        new.map(|row| (0..self.columns.len()).map(|column| self.cell(row, column)).collect())
    }

    /// The positions of its rows in the order of the saved file; without blank rows.
    pub(super) fn in_file(&self) -> Vec<usize> {
        let filled = |is_new: bool| {
            let rows = self.rows.iter().enumerate();
            rows.filter(move |(_, row)| row.from.is_none() == is_new && !self.is_blank(row))
        };
        filled(false).chain(filled(true)).map(|(position, _)| position).collect()
    }
}

/// A row to add to a file: with a field for each column, like those above it.
fn written(cells: Vec<&str>) -> BTreeMap<usize, String> {
    let last = cells.len().saturating_sub(1);
    let cells = cells.into_iter().enumerate().filter(|(at, cell)| *at == last || !cell.is_empty());
    cells.map(|(at, cell)| (at, cell.to_owned())).collect()
}
