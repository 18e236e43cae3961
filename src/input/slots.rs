//! The slots, and the texts that name one: its identifier, or its weekday and time.

use std::collections::{BTreeMap, BTreeSet};

use super::column::Column;
use super::list::entries;
use super::names::Names;
use super::row::Row;
use super::value::mark;
use super::when;
use crate::diagnostics::{Code, Diagnostic, Fact};
use crate::instance::InstanceData;
use crate::instance::entities::Slot;
use crate::instance::ids::SlotId;

/// The slots of a week, found by identifier and by weekday and time.
#[derive(Debug)]
pub(crate) struct Slots {
    pub(crate) rows: Vec<Slot>,
    pub(crate) names: Names,
    // Positions by weekday, from Monday, and start.
    by_time: BTreeMap<(i8, u16), Vec<usize>>,
}

/// What a header says about slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// Nothing.
    None,
    /// It names this one.
    Slot(SlotId),
    /// It reads as a weekday and time at which there is no slot.
    NoSlot,
    /// It reads as a weekday and time at which there are several.
    Several,
}

impl Slots {
    /// Slots and their identifiers.
    pub(crate) fn new(rows: Vec<Slot>, names: Names) -> Self {
        let mut by_time: BTreeMap<(i8, u16), Vec<usize>> = BTreeMap::new();
        for slot in &rows {
            // Rows with a fault have a position too, but are missing from the rows.
            let position = names.known(&slot.id).unwrap_or_default();
            by_time.entry(time_of(slot)).or_default().push(position);
        }
        Self { rows, names, by_time }
    }

    /// What the header of a column says about slots.
    pub(crate) fn heading(&self, text: &str) -> Heading {
        if let Some(known) = self.names.known(text) {
            return Heading::Slot(known.into());
        }
        let Some((weekday, Some(start))) = when::weekday_and_time(text) else { return Heading::None };
        match self.at(weekday.to_monday_zero_offset(), start) {
            [slot] => Heading::Slot((*slot).into()),
            // If the slots could not be read, any slot serves for all.
            [] if !self.names.is_complete() => Heading::Slot(SlotId(0)),
            [] => Heading::NoSlot,
            _ => Heading::Several,
        }
    }

    fn at(&self, weekday: i8, start: u16) -> &[usize] {
        self.by_time.get(&(weekday, start)).map_or(&[], Vec::as_slice)
    }

    /// The slots of a row: those whose columns it marks or, if the table has no such columns, its list in `column`.
    pub(crate) fn of_row(&self, row: &mut Row<'_>, column: Column) -> Option<BTreeSet<SlotId>> {
        if row.has_marks() { marked(row) } else { self.listed(row, column) }
    }

    /// The row's list in `column`; `*` is every slot. Reports an empty list and each unknown entry.
    fn listed(&self, row: &mut Row<'_>, column: Column) -> Option<BTreeSet<SlotId>> {
        let text = row.text(column)?;
        let entries = entries(text, |entry| self.found(entry).is_some());
        if entries.contains(&"*") {
            return Some((0..self.names.len()).map(SlotId::from).collect());
        }
        let mut slots = Some(BTreeSet::new());
        for entry in entries {
            match (self.resolved(row, column, entry), &mut slots) {
                (Some(slot), Some(slots)) => _ = slots.insert(slot),
                _ => slots = None,
            }
        }
        slots
    }

    /// The slots that a text may name; `None` if it does not read as a slot.
    fn found(&self, text: &str) -> Option<Vec<usize>> {
        if let Some(known) = self.names.known(text) {
            return Some(vec![known]);
        }
        let (weekday, start) = when::weekday_and_time(text)?;
        Some(self.at(weekday.to_monday_zero_offset(), start?).to_vec())
    }

    fn resolved(&self, row: &mut Row<'_>, column: Column, text: &str) -> Option<SlotId> {
        match self.found(text).as_deref() {
            Some(&[slot]) => Some(slot.into()),
            Some(several @ [_, _, ..]) => {
                let fault = Diagnostic::new(Code::AmbiguousSlot, row.at(column)).with("value", text);
                row.faults.add(fault.with("slots", self.named(several)));
                None
            }
            _ if !self.names.is_complete() => Some(SlotId(0)),
            _ => {
                let place = row.at(column);
                row.faults.add_with(Code::UnknownSlot, place, |fault| self.explained(fault, text));
                None
            }
        }
    }

    fn named(&self, slots: &[usize]) -> Fact {
        let name = |slot: &usize| self.rows.get(*slot).map(|slot| slot.id.clone());
        Fact::listing(slots.iter().filter_map(name))
    }

    /// A fault that names the unknown text and the nearest known slot.
    pub(crate) fn explained(&self, fault: Diagnostic, text: &str) -> Diagnostic {
        let fault = fault.with("value", text);
        let Some((weekday, start)) = when::weekday_and_time(text) else {
            return fault.suggesting("hint-nearest", self.names.nearest(text));
        };
        self.with_slots_of(weekday.to_monday_zero_offset(), start, fault, text)
    }

    /// Suggests the slot of this weekday and time or, if there is none, all slots of the weekday. A name with one
    /// weekday (`mar-0930`) is never taken for another day's (`mon-0930`).
    fn with_slots_of(&self, weekday: i8, start: Option<u16>, fault: Diagnostic, text: &str) -> Diagnostic {
        let mut of_day: Vec<&Slot> =
            self.rows.iter().filter(|slot| slot.weekday.to_monday_zero_offset() == weekday).collect();
        of_day.sort_by(|one, other| (time_of(one), &one.id).cmp(&(time_of(other), &other.id)));
        let exact = of_day.iter().find(|slot| Some(slot.start_minute) == start).map(|slot| slot.id.as_str());
        if exact.is_some() || of_day.is_empty() {
            return fault.suggesting("hint-nearest", exact);
        }
        fault.suggesting(
            "hint-slots-of-day",
            Some(Fact::listing(of_day.iter().map(|slot| written_as(text, slot)))),
        )
    }
}

/// The slot that a text names, by identifier or by weekday and time; `None` if it names none or several.
pub fn slot_named(instance: &InstanceData, text: &str) -> Option<SlotId> {
    let slots = || instance.slots.iter_enumerated();
    if let Some((id, _)) = slots().find(|(_, slot)| slot.id == text.trim()) {
        return Some(id);
    }
    let (weekday, start) = when::weekday_and_time(text)?;
    let time = (weekday.to_monday_zero_offset(), start?);
    let mut meant = slots().filter(|(_, slot)| time_of(slot) == time);
    meant.next().filter(|_| meant.next().is_none()).map(|(id, _)| id)
}

/// A slot of the same weekday in the style of `text`: in words (`lundi 9h30` for `lundi 10h`), or by identifier.
fn written_as(text: &str, slot: &Slot) -> String {
    let Some((weekday, time)) = text.trim().split_once(char::is_whitespace) else { return slot.id.clone() };
    let (hours, minutes) = (slot.start_minute / 60, slot.start_minute % 60);
    match (time.to_lowercase().contains('h'), minutes) {
        (true, 0) => format!("{weekday} {hours}h"),
        (true, _) => format!("{weekday} {hours}h{minutes:02}"),
        (false, _) => format!("{weekday} {hours:02}:{minutes:02}"),
    }
}

fn time_of(slot: &Slot) -> (i8, u16) {
    (slot.weekday.to_monday_zero_offset(), slot.start_minute)
}

/// The slots whose columns the row marks. Reports an invalid mark, and a row without any.
fn marked(row: &mut Row<'_>) -> Option<BTreeSet<SlotId>> {
    let mut slots = Some(BTreeSet::new());
    for index in 0..row.marks().len() {
        let (slot, text) = (row.marks()[index].slot, row.mark(index));
        match (text.map_or(Ok(false), mark), &mut slots) {
            (Ok(true), Some(slots)) => _ = slots.insert(slot),
            (Ok(_), _) => {}
            (Err(misfit), _) => {
                let (place, value) = (row.at_mark(index), text.unwrap_or_default());
                row.faults.add(Diagnostic::new(misfit.code, place).with("value", value));
                slots = None;
            }
        }
    }
    if slots.as_ref().is_some_and(BTreeSet::is_empty) {
        if !row.has_spoilt_mark() {
            let place = row.at_mark(0);
            row.faults.add(Diagnostic::new(Code::NoSlotMarked, place));
        }
        return None;
    }
    slots
}
