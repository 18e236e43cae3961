//! Changes of a table's cells for a trial: the row of an identifier, its slots, its numbers; a new row.

use std::path::Path;

use super::wrong::Wrong;
use crate::app::common::Failure;
use crate::app::grid::change::{Cell, Change, Key};
use crate::app::grid::draft::Draft;
use crate::app::grid::{Kind, open, tables};
use crate::input::amending::Changed;
use crate::input::slot_named;
use crate::instance::Instance;
use crate::instance::ids::SlotId;

/// The entry that means every slot in a list.
const EVERY: &str = "*";
/// The mark of a slot in its own column.
const MARK: &str = "1";
/// The column of lists of slots.
const SLOTS: &str = "slots";

/// A part of a table, and the row to change.
pub(super) struct Row<'a> {
    instance: &'a Instance,
    draft: Draft,
    key: Key,
}

impl<'a> Row<'a> {
    /// The row of an identifier.
    ///
    /// # Errors
    /// If no table of the kind has one.
    pub(super) fn of(scenario: &Path, instance: &'a Instance, kind: Kind, id: &str) -> Result<Self, Wrong> {
        for named in tables(scenario)?.into_iter().filter(|named| named.address.kind == kind) {
            let Some(draft) = open(scenario, named.address)? else { continue };
            let Some(column) = draft.column_named("id") else { continue };
            let mut rows = draft.rows(0..draft.n_rows());
            let is_it =
                |cells: &[std::borrow::Cow<str>]| cells.get(column).is_some_and(|cell| cell.trim() == id);
            let key = rows.find_map(|(key, _, cells)| is_it(&cells).then_some(key));
            drop(rows);
            if let Some(key) = key {
                return Ok(Self { instance, draft, key });
            }
        }
        Err(Wrong::Gone)
    }

    /// A new row, in the last part of a table.
    ///
    /// # Errors
    /// If there is no table of the kind.
    pub(super) fn more(scenario: &Path, instance: &'a Instance, kind: Kind) -> Result<Self, Wrong> {
        let last = tables(scenario)?.into_iter().rfind(|named| named.address.kind == kind);
        let mut draft =
            last.map(|named| open(scenario, named.address)).transpose()?.flatten().ok_or(Wrong::Gone)?;
        draft.apply(&Change::Add(1)).map_err(|_| Wrong::Unwritable)?;
        let end = draft.n_rows();
        let key = draft.rows(end.saturating_sub(1)..end).next().map(|(key, ..)| key).ok_or(Wrong::Gone)?;
        Ok(Self { instance, draft, key })
    }

    /// Sets a cell; a missing column is added.
    ///
    /// # Errors
    /// If the table cannot have such a column, or its file cannot be changed.
    pub(super) fn set(&mut self, column: &str, value: &str) -> Result<(), Wrong> {
        if self.draft.column_named(column).is_none() {
            let kind = self.draft.address().kind;
            let known = kind.columns().iter().find(|known| known.name == column).ok_or(Wrong::Unwritable)?;
            let absent = self.draft.absent().find(|name| [known.name, known.french].contains(name));
            let name = absent.ok_or(Wrong::Unwritable)?.to_owned();
            self.draft.apply(&Change::Column(name)).map_err(|_| Wrong::Unwritable)?;
        }
        let at = self.draft.column_named(column).ok_or(Wrong::Unwritable)?;
        self.put(at, value)
    }

    /// Adds slots to those of the row.
    ///
    /// # Errors
    /// If the table has no column for one of them, or its file cannot be changed.
    pub(super) fn add_slots(&mut self, slots: &[SlotId]) -> Result<(), Wrong> {
        if self.has_marks() {
            return slots.iter().try_for_each(|&slot| self.mark(slot));
        }
        let column = self.draft.column_named(SLOTS).ok_or(Wrong::Unwritable)?;
        let mut list = self.text(column);
        if list.split_whitespace().any(|entry| entry == EVERY) {
            return Ok(());
        }
        let between = [";", ","].into_iter().find(|mark| list.contains(mark)).unwrap_or_default();
        for &slot in slots {
            if !list.is_empty() {
                list.push_str(between);
                list.push(' ');
            }
            list.push_str(&self.instance.slots[slot].id);
        }
        self.put(column, &list)
    }

    /// Gives the row every slot.
    ///
    /// # Errors
    /// Those of [`Self::add_slots`].
    pub(super) fn every_slot(&mut self) -> Result<(), Wrong> {
        if self.has_marks() {
            let columns = self.draft.columns().iter().enumerate();
            let marks: Vec<usize> = columns.filter(|(_, one)| one.is_slot).map(|(at, _)| at).collect();
            return marks.into_iter().try_for_each(|at| self.put(at, MARK));
        }
        self.set(SLOTS, EVERY)
    }

    /// The files that change.
    ///
    /// # Errors
    /// If one of them cannot be changed.
    pub(super) fn files(&self) -> Result<Vec<Changed>, Failure> {
        self.draft.files()
    }

    fn has_marks(&self) -> bool {
        self.draft.columns().iter().any(|column| column.is_slot)
    }

    fn mark(&mut self, slot: SlotId) -> Result<(), Wrong> {
        let is_it = |name: &str| slot_named(self.instance, name) == Some(slot);
        let at = self.draft.columns().iter().position(|column| column.is_slot && is_it(&column.name));
        self.put(at.ok_or(Wrong::Unwritable)?, MARK)
    }

    fn text(&self, column: usize) -> String {
        let position = self.draft.position(self.key).unwrap_or_default();
        let row = self.draft.rows(position..position + 1).next();
        row.and_then(|(_, _, cells)| cells.get(column).map(|cell| cell.trim().to_owned())).unwrap_or_default()
    }

    fn put(&mut self, column: usize, value: &str) -> Result<(), Wrong> {
        let cell = Cell { row: self.key, column, value: value.to_owned() };
        self.draft.apply(&Change::Set(vec![cell])).map_err(|_| Wrong::Unwritable)
    }
}
