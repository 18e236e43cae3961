//! The identifiers of a table, and what refers to them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use super::column::Column;
use super::row::Row;
use super::when;
use crate::diagnostics::{Code, Diagnostic, Fact, nearest};
use crate::instance::entities::Slot;

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
    // Slots by weekday, from Monday, and start: the names of slots are words to people.
    slots: BTreeSet<(i8, u16, String)>,
    is_complete: bool,
}

impl Names {
    /// No identifiers yet; a reference to an unknown one is a fault of code `unknown`.
    pub(crate) fn new(unknown: Code) -> Self {
        let (positions, lines, slots) = (HashMap::new(), Vec::new(), BTreeSet::new());
        Self { unknown, positions, lines, slots, is_complete: false }
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
    pub(crate) fn register(&mut self, row: &mut Row<'_>, column: Column) -> Option<String> {
        let name = row.text(column)?;
        self.register_as(row, column, name)
    }

    /// Takes `name` as the identifier of a row; reports one that stands twice.
    pub(crate) fn register_as(&mut self, row: &mut Row<'_>, column: Column, name: &str) -> Option<String> {
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

    /// Remembers when a slot is held, for those who call it by its weekday and time.
    pub(crate) fn remember(&mut self, slot: &Slot) {
        self.slots.insert((slot.weekday.to_monday_zero_offset(), slot.start_minute, slot.id.clone()));
    }

    /// The position of an identifier of the table.
    pub(crate) fn known(&self, name: &str) -> Option<usize> {
        self.positions.get(name).map(|&position| position as usize)
    }

    /// The position of an identifier; where the table could not be read, any.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let placeholder = (!self.is_complete).then_some(0);
        self.known(name).or(placeholder)
    }

    /// `name`, found in `column` of the row; reports one that is unknown.
    pub(crate) fn resolved<K: From<usize>>(
        &self,
        row: &mut Row<'_>,
        column: Column,
        name: &str,
    ) -> Option<K> {
        let position = self.position(name);
        if position.is_none() {
            let place = row.at(column);
            row.faults.add_with(self.unknown, place, |fault| self.explained(fault, name));
        }
        position.map(K::from)
    }

    /// A fault that names what is unknown and the nearest that is known.
    fn explained(&self, fault: Diagnostic, name: &str) -> Diagnostic {
        let fault = fault.with("value", name);
        let words = when::weekday_and_time(name).filter(|_| self.unknown == Code::UnknownSlot);
        if let Some((weekday, start)) = words {
            return self.with_slots_of(weekday.to_monday_zero_offset(), start, fault);
        }
        let mut known: Vec<&str> = self.positions.keys().map(String::as_str).collect();
        known.sort_unstable();
        fault.suggesting("hint-nearest", nearest(name, known))
    }

    /// The slot of this weekday and time; where there is none, all of the weekday. A name that is a weekday's (`mar-0930`)
    /// is never meant for another day's (`mon-0930`).
    fn with_slots_of(&self, weekday: i8, start: Option<u16>, fault: Diagnostic) -> Diagnostic {
        let of_day: Vec<_> = self.slots.iter().filter(|slot| slot.0 == weekday).collect();
        let exact = of_day.iter().find(|slot| Some(slot.1) == start).map(|slot| slot.2.as_str());
        if exact.is_some() || of_day.is_empty() {
            return fault.suggesting("hint-nearest", exact);
        }
        let names = of_day.into_iter().map(|slot| slot.2.clone());
        fault.suggesting("hint-slots-of-day", Some(Fact::listing(names)))
    }

    /// The row's list in `column`, separated by spaces; `*` is every one. Reports an empty list and each unknown.
    pub(crate) fn list<K: From<usize> + Ord>(
        &self,
        row: &mut Row<'_>,
        column: Column,
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
pub(crate) fn check_listable(row: &mut Row<'_>, column: Column, name: &str) {
    if name == "*" || name.contains(char::is_whitespace) {
        let fault = Diagnostic::new(Code::BadIdentifier, row.at(column)).with("value", name);
        row.faults.add(fault);
    }
}
