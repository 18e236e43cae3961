//! `cycles.csv`: a row for each cycle.

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::calendar::days_between;
use crate::plan::costs::{tablets_lent, waiting_days};
use crate::plan::indicators::journeys;
use crate::plan::places::places_left;

const HEADER: [&str; 23] = [
    "cycle",
    "track",
    "commune",
    "commune_name",
    "venue",
    "venue_name",
    "address",
    "slot",
    "weekday",
    "start",
    "end",
    "trainer",
    "trainer_name",
    "first_session",
    "last_session",
    "sessions",
    "longest_pause_days",
    "participants",
    "places_left",
    "tablets_needed",
    "tablets_of_room",
    "mean_travel_min",
    "mean_wait_days",
];

/// The table.
pub(super) fn cycles(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, messages, .. } = delivery;
    let mut table = Table::new(&HEADER);
    for cycle in &solved.plan.cycles {
        let (venue, slot, trainer) =
            (&instance.venues[cycle.venue], &instance.slots[cycle.slot], &instance.trainers[cycle.trainer]);
        let commune = &instance.communes[venue.commune];
        let (start, end) = instance.session_time(cycle.slot);
        let n_participants = cycle.participants.len();
        let pauses = cycle.sessions.windows(2).map(|pair| days_between(pair[0], pair[1]));
        let tablets = tablets_lent(instance, cycle, cycle.venue);
        let travel = journeys(instance, std::slice::from_ref(cycle));
        let wait = waiting_days(instance, cycle) as f64 / n_participants.max(1) as f64;
        table.push([
            (&cycle.id).into(),
            (&instance.tracks[cycle.track]).into(),
            (&commune.insee).into(),
            (&commune.name).into(),
            (&venue.id).into(),
            (&venue.name).into(),
            Cell::known(venue.address.as_ref(), Cell::from),
            (&slot.id).into(),
            messages.weekday(slot.weekday).into(),
            Cell::time_of_day(start.to_f64() as i64),
            Cell::time_of_day(end.to_f64() as i64),
            (&trainer.id).into(),
            (&trainer.name).into(),
            Cell::known(cycle.sessions.first().copied(), Cell::from),
            Cell::known(cycle.sessions.last().copied(), Cell::from),
            cycle.sessions.len().into(),
            Cell::known(pauses.max(), |days| (days as usize).into()),
            n_participants.into(),
            places_left(instance, cycle).into(),
            tablets.from_kit.into(),
            tablets.from_room.into(),
            Cell::known(travel, |travel| Cell::rounded(travel.mean.to_f64(), 1)),
            Cell::rounded(wait, 1),
        ]);
    }
    delivery.labelled(table)
}
