//! `slots`: `id, weekday (mon…sun), start (HH:MM)`.

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::column::{Column, required};
use crate::input::header::Layout;
use crate::input::names::{Names, check_listable};
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::slots::Slots;
use crate::input::when;
use crate::instance::entities::Slot;
use crate::instance::units::Minutes;

const ID: Column = required("id", "Créneau");
const WEEKDAY: Column = required("weekday", "Jour");
const START: Column = required("start", "Début");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[ID, WEEKDAY, START];

/// Minutes in a day.
const DAY: Minutes = Minutes::whole(24 * 60);

/// Reads the slots; a session of `session_minutes` must end by midnight.
pub(crate) fn slots(parts: &Parts, session_minutes: Option<Minutes>, faults: &mut Faults) -> Slots {
    let mut names = Names::new(Code::UnknownSlot);
    let mut rows = Vec::new();
    let is_complete = parts.each_row(Layout::of(COLUMNS), faults, |row| {
        let slot = slot(row, &mut names);
        if let (Some(slot), Some(length)) = (&slot, session_minutes) {
            check_midnight(row, slot, length);
        }
        rows.extend(slot);
    });
    names.complete(is_complete);
    Slots::new(rows, names)
}

fn slot(row: &mut Row<'_>, names: &mut Names) -> Option<Slot> {
    let id = names.register(row, ID);
    if let Some(id) = &id {
        check_listable(row, ID, id);
    }
    let weekday = row.value(WEEKDAY, None, when::weekday);
    let start_minute = row.value(START, None, when::time);
    Some(Slot { id: id?, weekday: weekday?, start_minute: start_minute? })
}

fn check_midnight(row: &mut Row<'_>, slot: &Slot, length: Minutes) {
    if Minutes::whole(i64::from(slot.start_minute)) + length > DAY {
        let fault = Diagnostic::new(Code::SessionPastMidnight, row.at(START));
        let start = row.given(START).unwrap_or_default();
        let fault = fault.with("value", slot.id.as_str()).with("start", start);
        row.faults.add(fault.with("minutes", length.to_f64().to_string()));
    }
}
