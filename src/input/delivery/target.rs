//! What a question may lead to: a column of enrolments, or a slot.

use crate::input::column::Column;
use crate::input::enrolments::{COLUMNS, ID};
use crate::input::ground::Ground;
use crate::input::slots::Heading;
use crate::input::words::folded;

/// The column of enrolments or the slot that a text names, if any: what a mapping may lead to.
pub(super) fn target(name: &str, ground: &Ground) -> Option<String> {
    let key = folded(name);
    let is_it = |column: &&Column| folded(column.name) == key || folded(column.french) == key;
    if let Some(column) = COLUMNS.iter().find(is_it) {
        return Some(column.name.to_owned());
    }
    match ground.slots.heading(name) {
        Heading::Slot(slot) => ground.slots.rows.get(usize::from(slot)).map(|slot| slot.id.clone()),
        _ => None,
    }
}

/// The identifier's column, which other systems fill with their own numbers.
pub(super) const NUMBER: &str = ID.name;
