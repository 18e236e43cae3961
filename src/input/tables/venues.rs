//! `venues`: `id, commune, name, seats, slots, cost_per_session?, step_free?, tablets?, available_from?,
//! available_until?, address?`.

use crate::diagnostics::{Code, Faults};
use crate::input::column::{AVAILABLE_FROM, AVAILABLE_UNTIL, Column, optional, required};
use crate::input::communes::Communes;
use crate::input::keyed::Table;
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::each_row;
use crate::instance::entities::{Slot, Venue};
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
    let id = names.register(row, ID);
    let commune = communes.referred(row, COMMUNE);
    let name = row.text(NAME).map(str::to_owned);
    let seats = row.count(SEATS, None);
    let slots = slots.names.list(row, SLOTS);
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
