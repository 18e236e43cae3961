//! `venues`: `id, commune, name, seats, slots, cost_per_session?, step_free?, tablets?, available_from?,
//! available_until?, address?`.

use crate::diagnostics::{Code, Faults};
use crate::input::column::{AVAILABLE_FROM, AVAILABLE_UNTIL, Column, optional, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::keyed::Table;
use crate::input::names::Names;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::slots::Slots;
use crate::instance::entities::Venue;
use crate::instance::units::Euros;

const ID: Column = required("id", "Salle");
const COMMUNE: Column = required("commune", "Commune");
const NAME: Column = required("name", "Nom");
const SEATS: Column = required("seats", "Places");
const SLOTS: Column = required("slots", "Créneaux");
const COST_PER_SESSION: Column = optional("cost_per_session", "Coût par séance");
const STEP_FREE: Column = optional("step_free", "Accessible");
const TABLETS: Column = optional("tablets", "Tablettes");
const ADDRESS: Column = optional("address", "Adresse");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[
    ID,
    COMMUNE,
    NAME,
    SEATS,
    SLOTS,
    COST_PER_SESSION,
    STEP_FREE,
    TABLETS,
    AVAILABLE_FROM,
    AVAILABLE_UNTIL,
    ADDRESS,
];

/// Reads the rooms.
pub(crate) fn venues(parts: &Parts, communes: &Communes, slots: &Slots, faults: &mut Faults) -> Table<Venue> {
    let mut names = Names::new(Code::UnknownVenue);
    let mut rows = Vec::new();
    let layout = Layout::with_slots(COLUMNS, SLOTS, slots);
    let is_complete =
        parts.each_row(layout, faults, |row| rows.extend(venue(row, communes, slots, &mut names)));
    names.complete(is_complete);
    Table { rows, names }
}

fn venue(row: &mut Row<'_>, communes: &Communes, slots: &Slots, names: &mut Names) -> Option<Venue> {
    let id = names.register(row, ID);
    let commune = communes.referred(row, COMMUNE);
    let name = row.text(NAME).map(str::to_owned);
    let seats = row.count(SEATS, None);
    let slots = slots.of_row(row, SLOTS);
    let cost_per_session = row.euros(COST_PER_SESSION, Some(Euros::ZERO));
    let step_free = row.boolean(STEP_FREE);
    let tablets = row.count(TABLETS, Some(0));
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
        address: row.given(ADDRESS).map(str::to_owned),
    })
}
