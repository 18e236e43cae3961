//! `trainers`: `id, name, base, slots, tracks?, hourly_cost, km_cost?, max_sessions_per_day?,
//! max_sessions_per_week?, available_from?, available_until?`.

use std::collections::BTreeSet;

use super::{Communes, Table};
use crate::diagnostics::{Code, Faults};
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, optional, required};
use crate::instance::entities::{Slot, Trainer};
use crate::instance::units::Euros;

pub(super) const COLUMNS: &[Column] = &[
    required("id"),
    required("name"),
    required("base"),
    required("slots"),
    optional("tracks"),
    required("hourly_cost"),
    optional("km_cost"),
    optional("max_sessions_per_day"),
    optional("max_sessions_per_week"),
    optional("available_from"),
    optional("available_until"),
];

/// Sessions on a day, where a trainer states none.
const SESSIONS_PER_DAY: usize = 3;
/// Sessions in a week, where a trainer states none.
const SESSIONS_PER_WEEK: usize = 15;

/// What a trainer teaches, by name: which names there are is known once the residents are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TracksTaught {
    /// `*`: every track named anywhere.
    Every,
    /// These.
    These(BTreeSet<String>),
}

/// The trainers, and what each teaches (their `tracks` are still empty).
#[derive(Debug)]
pub(crate) struct Trainers {
    pub(crate) table: Table<Trainer>,
    pub(crate) taught: Vec<TracksTaught>,
}

/// Reads the trainers.
pub(crate) fn trainers(
    source: Option<&Source>,
    communes: &Communes,
    slots: &Table<Slot>,
    faults: &mut Faults,
) -> Trainers {
    let mut names = Names::new(Code::UnknownTrainer);
    let (mut rows, mut taught) = (Vec::new(), Vec::new());
    if let Some(source) = source {
        let is_complete = each_row(source, COLUMNS, faults, |row| {
            // What a trainer with another fault teaches counts all the same: their tracks are known.
            taught.push(tracks(row));
            rows.extend(trainer(row, communes, slots, &mut names));
        });
        names.complete(is_complete);
    }
    Trainers { table: Table { rows, names }, taught }
}

fn tracks(row: &mut Row<'_>) -> TracksTaught {
    let list = row.given("tracks").unwrap_or("*");
    if list.split_whitespace().any(|track| track == "*") {
        return TracksTaught::Every;
    }
    TracksTaught::These(list.split_whitespace().map(str::to_owned).collect())
}

fn trainer(
    row: &mut Row<'_>,
    communes: &Communes,
    slots: &Table<Slot>,
    names: &mut Names,
) -> Option<Trainer> {
    let id = names.register(row, "id");
    let name = row.text("name").map(str::to_owned);
    let base = communes.referred(row, "base");
    let slots = slots.names.list(row, "slots");
    let hourly_cost = row.euros("hourly_cost", None);
    let km_cost = row.euros("km_cost", Some(Euros::ZERO));
    let max_sessions_per_day = row.count("max_sessions_per_day", Some(SESSIONS_PER_DAY));
    let max_sessions_per_week = row.count("max_sessions_per_week", Some(SESSIONS_PER_WEEK));
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
        availability: availability?,
    })
}
