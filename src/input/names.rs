//! The identifiers of a table, and what refers to them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use super::row::Row;
use crate::diagnostics::{Code, Diagnostic, nearest};

/// The identifiers of a table, in its order.
///
/// Rows with other faults count too, and where the table could not be read every reference passes: one fault is
/// reported once, not again by all that refers to it. No instance is built then, so the positions do not matter.
#[derive(Debug)]
pub(crate) struct Names {
    unknown: Code,
    positions: HashMap<String, u32>,
    // Line of each, in the order of the table.
    lines: Vec<u64>,
    is_complete: bool,
}

impl Names {
    /// No identifiers yet; a reference to an unknown one is a fault of code `unknown`.
    pub(crate) fn new(unknown: Code) -> Self {
        Self { unknown, positions: HashMap::new(), lines: Vec::new(), is_complete: false }
    }

    /// Says that the whole table was read: from now on what is not known is unknown.
    pub(crate) fn complete(&mut self, is_complete: bool) {
        self.is_complete = is_complete;
    }

    /// Whether the whole table was read.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Takes the identifier of a row; reports one that is missing or stands twice.
    pub(crate) fn register(&mut self, row: &mut Row<'_>, column: &'static str) -> Option<String> {
        let name = row.text(column)?;
        match self.positions.entry(name.to_owned()) {
            Entry::Vacant(free) => {
                free.insert(self.lines.len() as u32);
                self.lines.push(row.line);
                Some(name.to_owned())
            }
            Entry::Occupied(first) => {
                let line = self.lines[*first.get() as usize];
                let fault = Diagnostic::new(Code::DuplicateId, row.at(column)).with("value", name);
                row.faults.add(fault.with("first", line.to_string()));
                None
            }
        }
    }

    /// The position of an identifier.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let placeholder = (!self.is_complete).then_some(0);
        self.positions.get(name).copied().or(placeholder).map(|position| position as usize)
    }

    /// The row's reference in `column`; reports one that is missing or unknown.
    pub(crate) fn referred<K: From<usize>>(&self, row: &mut Row<'_>, column: &'static str) -> Option<K> {
        let name = row.text(column)?;
        self.resolved(row, column, name)
    }

    /// `name`, found in `column` of the row; reports one that is unknown.
    pub(crate) fn resolved<K: From<usize>>(&self, row: &mut Row<'_>, column: &str, name: &str) -> Option<K> {
        let position = self.position(name);
        if position.is_none() {
            let place = row.at(column);
            row.faults.add_with(self.unknown, place, |fault| self.explained(fault, name));
        }
        position.map(K::from)
    }

    /// A fault that names what is unknown and the nearest that is known.
    pub(crate) fn explained(&self, fault: Diagnostic, name: &str) -> Diagnostic {
        let fault = fault.with("value", name);
        let padded = format!("0{name}");
        if name.len() == 4 && self.positions.contains_key(&padded) {
            // A spreadsheet took `01269` for a number.
            return fault.suggesting("hint-leading-zero", Some(padded));
        }
        let mut known: Vec<&str> = self.positions.keys().map(String::as_str).collect();
        known.sort_unstable();
        fault.suggesting("hint-nearest", nearest(name, known))
    }

    /// The row's list in `column`, separated by spaces; `*` is every one. Reports an empty list and each unknown.
    pub(crate) fn list<K: From<usize> + Ord>(
        &self,
        row: &mut Row<'_>,
        column: &'static str,
    ) -> Option<BTreeSet<K>> {
        let text = row.text(column)?;
        if text.split_whitespace().any(|name| name == "*") {
            return Some((0..self.lines.len()).map(K::from).collect());
        }
        let mut found = Some(BTreeSet::new());
        for name in text.split_whitespace() {
            match (self.resolved(row, column, name), &mut found) {
                (Some(key), Some(keys)) => {
                    keys.insert(key);
                }
                _ => found = None,
            }
        }
        found
    }
}

/// Reports an identifier that could not stand in a list: with a space in it, or `*`.
pub(crate) fn check_listable(row: &mut Row<'_>, column: &'static str, name: &str) {
    if name == "*" || name.contains(char::is_whitespace) {
        let fault = Diagnostic::new(Code::BadIdentifier, row.at(column)).with("value", name);
        row.faults.add(fault);
    }
}
