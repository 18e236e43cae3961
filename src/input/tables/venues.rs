//! `venues`: `id, commune, name, seats, slots, cost_per_session?, step_free?, tablets?, available_from?,
//! available_until?, address?`.

use super::{Communes, Table};
use crate::diagnostics::{Code, Faults};
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, optional, required};
use crate::instance::entities::{Slot, Venue};
use crate::instance::units::Euros;

const COLUMNS: &[Column] = &[
    required("id"),
    required("commune"),
    required("name"),
    required("seats"),
    required("slots"),
    optional("cost_per_session"),
    optional("step_free"),
    optional("tablets"),
    optional("available_from"),
    optional("available_until"),
    optional("address"),
];

/// Reads the rooms.
pub(crate) fn venues(
    source: Option<&Source>,
    communes: &Communes,
    slots: &Table<Slot>,
    faults: &mut Faults,
) -> Table<Venue> {
    let mut names = Names::new(Code::UnknownVenue);
    let mut rows = Vec::new();
    if let Some(source) = source {
        let is_complete =
            each_row(source, COLUMNS, faults, |row| rows.extend(venue(row, communes, slots, &mut names)));
        names.complete(is_complete);
    }
    Table { rows, names }
}

fn venue(row: &mut Row<'_>, communes: &Communes, slots: &Table<Slot>, names: &mut Names) -> Option<Venue> {
    let id = names.register(row, "id");
    let commune = communes.referred(row, "commune");
    let name = row.text("name").map(str::to_owned);
    let seats = row.count("seats", None);
    let slots = slots.names.list(row, "slots");
    let cost_per_session = row.euros("cost_per_session", Some(Euros::ZERO));
    let step_free = row.boolean("step_free");
    let tablets = row.count("tablets", Some(0));
    let availability = row.availability();
    Some(Venue {
        id: id?,
        commune: commune?,
        name: name?,
        seats: seats?,
        slots: slots?,
        cost_per_session: cost_per_session?,
        step_free: step_free?,
        tablets: tablets?,
        availability: availability?,
        address: row.given("address").map(str::to_owned),
    })
}
