//! `trainers`: `id, name, base, slots, tracks?, hourly_cost, km_cost?, max_sessions_per_day?,
//! max_sessions_per_week?, max_sessions?, available_from?, available_until?`.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Faults};
use crate::input::column::{AVAILABLE_FROM, AVAILABLE_UNTIL, Column, optional, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::keyed::Table;
use crate::input::names::Names;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::slots::Slots;
use crate::input::tracks::TracksTaught;
use crate::instance::entities::Trainer;
use crate::instance::units::Euros;

const ID: Column = required("id", "Animateur");
const NAME: Column = required("name", "Nom");
const BASE: Column = required("base", "Commune de départ");
const SLOTS: Column = required("slots", "Créneaux");
const TRACKS: Column = optional("tracks", "Parcours");
const HOURLY_COST: Column = required("hourly_cost", "Coût horaire");
const KM_COST: Column = optional("km_cost", "Coût au km");
const MAX_SESSIONS_PER_DAY: Column = optional("max_sessions_per_day", "Séances par jour");
const MAX_SESSIONS_PER_WEEK: Column = optional("max_sessions_per_week", "Séances par semaine");
const MAX_SESSIONS: Column = optional("max_sessions", "Séances en tout");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[
    ID,
    NAME,
    BASE,
    SLOTS,
    TRACKS,
    HOURLY_COST,
    KM_COST,
    MAX_SESSIONS_PER_DAY,
    MAX_SESSIONS_PER_WEEK,
    MAX_SESSIONS,
    AVAILABLE_FROM,
    AVAILABLE_UNTIL,
];

/// Most sessions on a day, for a trainer who states none.
const SESSIONS_PER_DAY: usize = 3;
/// Most sessions in a week, for a trainer who states none.
const SESSIONS_PER_WEEK: usize = 15;

/// The trainers, and what each teaches (their `tracks` are still empty).
#[derive(Debug)]
pub(crate) struct Trainers {
    pub(crate) table: Table<Trainer>,
    pub(crate) taught: Vec<TracksTaught>,
}

/// Reads the trainers.
pub(crate) fn trainers(parts: &Parts, communes: &Communes, slots: &Slots, faults: &mut Faults) -> Trainers {
    let mut names = Names::new(Code::UnknownTrainer);
    let (mut rows, mut taught) = (Vec::new(), Vec::new());
    let is_complete = parts.each_row(Layout::with_slots(COLUMNS, SLOTS, slots), faults, |row| {
        // The tracks of a trainer with another fault still count: they are known.
        taught.push(tracks(row));
        rows.extend(trainer(row, communes, slots, &mut names));
    });
    names.complete(is_complete);
    Trainers { table: Table { rows, names }, taught }
}

fn tracks(row: &mut Row<'_>) -> TracksTaught {
    let list = row.given(TRACKS).unwrap_or("*");
    let tracks = || list.split_whitespace().map(|track| track.trim_end_matches([',', ';']));
    if tracks().any(|track| track == "*") {
        return TracksTaught::Every;
    }
    TracksTaught::These(tracks().filter(|track| !track.is_empty()).map(str::to_owned).collect())
}

fn trainer(row: &mut Row<'_>, communes: &Communes, slots: &Slots, names: &mut Names) -> Option<Trainer> {
    let id = names.register(row, ID);
    let name = row.text(NAME).map(str::to_owned);
    let base = communes.referred(row, BASE);
    let slots = slots.of_row(row, SLOTS);
    let hourly_cost = row.euros(HOURLY_COST, None);
    let km_cost = row.euros(KM_COST, Some(Euros::ZERO));
    let max_sessions_per_day = row.count(MAX_SESSIONS_PER_DAY, Some(SESSIONS_PER_DAY));
    let max_sessions_per_week = row.count(MAX_SESSIONS_PER_WEEK, Some(SESSIONS_PER_WEEK));
    let max_sessions = row.optional_count(MAX_SESSIONS);
    let availability = row.availability();
    Some(Trainer {
        id: id?,
        name: name?,
        base: base?,
        slots: slots?,
        tracks: BTreeSet::new(),
        hourly_cost: hourly_cost?,
        km_cost: km_cost?,
        max_sessions_per_day: max_sessions_per_day?,
        max_sessions_per_week: max_sessions_per_week?,
        max_sessions: max_sessions?,
        availability: availability?,
    })
}
