//! The identifiers of a table, and references to them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::column::Column;
use super::row::{Row, Spot};
use crate::diagnostics::{Code, Diagnostic, nearest};

/// The identifiers of a table, in its order.
///
/// Rows with other faults count too, and if the table could not be read every reference is accepted: one fault is
/// reported once, not again for each reference. No instance is built then, so the positions do not matter.
#[derive(Debug)]
pub(crate) struct Names {
    unknown: Code,
    positions: HashMap<String, u32>,
    // The row of each, in the order of the table.
    spots: Vec<Spot>,
    is_complete: bool,
}

impl Names {
    /// No identifiers yet; a reference to an unknown one is a fault of code `unknown`.
    pub(crate) fn new(unknown: Code) -> Self {
        Self { unknown, positions: HashMap::new(), spots: Vec::new(), is_complete: false }
    }

    /// Records whether the whole table was read; if so, references to other names are faults from now on.
    pub(crate) fn complete(&mut self, is_complete: bool) {
        self.is_complete = is_complete;
    }

    /// Whether the whole table was read.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Their number.
    pub(crate) fn len(&self) -> usize {
        self.spots.len()
    }

    /// Registers the identifier of a row; reports one that is missing or appears twice.
    pub(crate) fn register(&mut self, row: &mut Row<'_>, column: Column) -> Option<String> {
        let name = row.text(column)?;
        self.register_as(row, column, name)
    }

    /// Registers `name` as the identifier of a row; reports one that appears twice.
    pub(crate) fn register_as(&mut self, row: &mut Row<'_>, column: Column, name: &str) -> Option<String> {
        match self.positions.entry(name.to_owned()) {
            Entry::Vacant(free) => {
                free.insert(self.spots.len() as u32);
                self.spots.push(row.spot());
                Some(name.to_owned())
            }
            Entry::Occupied(first) => {
                let first = self.spots[*first.get() as usize];
                let fault = Diagnostic::new(Code::DuplicateId, row.at(column)).with("value", name);
                row.faults.add(row.after(first, fault));
                None
            }
        }
    }

    /// The position of an identifier of the table.
    pub(crate) fn known(&self, name: &str) -> Option<usize> {
        self.positions.get(name).map(|&position| position as usize)
    }

    /// The position of an identifier; an arbitrary one if the table could not be read.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let placeholder = (!self.is_complete).then_some(0);
        self.known(name).or(placeholder)
    }

    /// The position of `name`, found in `column` of the row; reports an unknown name.
    pub(crate) fn resolved<K: From<usize>>(
        &self,
        row: &mut Row<'_>,
        column: Column,
        name: &str,
    ) -> Option<K> {
        let position = self.position(name);
        if position.is_none() {
            let place = row.at(column);
            row.faults.add_with(self.unknown, place, |fault| {
                fault.with("value", name).suggesting("hint-nearest", self.nearest(name))
            });
        }
        position.map(K::from)
    }

    /// The identifier closest to a text.
    pub(crate) fn nearest(&self, text: &str) -> Option<&str> {
        let mut known: Vec<&str> = self.positions.keys().map(String::as_str).collect();
        known.sort_unstable();
        nearest(text, known)
    }
}

/// Reports an identifier that cannot be an entry of a list: one with a space in it, or `*`.
pub(crate) fn check_listable(row: &mut Row<'_>, column: Column, name: &str) {
    if name == "*" || name.contains(char::is_whitespace) {
        let fault = Diagnostic::new(Code::BadIdentifier, row.at(column)).with("value", name);
        row.faults.add(fault);
    }
}
