//! `participants.csv`: a row for each resident in a cycle, by cycle. Pseudonymous identifiers only.

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::calendar::days_between;
use crate::plan::indicators::is_measured;

const HEADER: [&str; 17] = [
    "cycle",
    "resident",
    "home",
    "home_name",
    "party",
    "needs_tablet",
    "venue",
    "venue_commune",
    "venue_commune_name",
    "travel_min",
    "travel_km",
    "travel_is_measured",
    "slot",
    "first_session",
    "wait_days",
    "trainer",
    "track",
];

/// The table.
pub(super) fn participants(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, .. } = delivery;
    let mut table = Table::new(&HEADER);
    let places =
        solved.plan.cycles.iter().flat_map(|cycle| cycle.participants.iter().map(move |&id| (cycle, id)));
    for (cycle, id) in places {
        let (resident, venue) = (&instance.residents[id], &instance.venues[cycle.venue]);
        let (home, there) = (&instance.communes[resident.commune], &instance.communes[venue.commune]);
        let way = instance.way(resident.commune, venue.commune);
        let start = instance.rules.horizon.start;
        let from = resident.available_from.map_or(start, |date| date.max(start));
        let first = cycle.sessions.first().copied();
        table.push([
            (&cycle.id).into(),
            (&resident.id).into(),
            (&home.insee).into(),
            (&home.name).into(),
            Cell::known(instance.parties[resident.party].id.as_ref(), Cell::from),
            Cell::yes_no(resident.needs_tablet),
            (&venue.id).into(),
            (&there.insee).into(),
            (&there.name).into(),
            Cell::known(way, |way| way.minutes.into()),
            Cell::known(way, |way| way.km.into()),
            Cell::yes_no(is_measured(instance, id, cycle.venue)),
            (&instance.slots[cycle.slot].id).into(),
            Cell::known(first, Cell::from),
            Cell::known(first, |first| Cell::Number(days_between(from, first).to_string())),
            (&instance.trainers[cycle.trainer].id).into(),
            (&instance.tracks[cycle.track]).into(),
        ]);
    }
    delivery.labelled(table)
}
