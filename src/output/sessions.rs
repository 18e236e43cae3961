//! `sessions.csv`: a row for each session, in the order of the calendar.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::ids::{KitId, TrainerId};
use crate::plan::Plan;
use crate::plan::costs::tablets_lent;

const HEADER: [&str; 19] = [
    "date",
    "weekday",
    "start",
    "end",
    "cycle",
    "session",
    "of",
    "track",
    "commune",
    "commune_name",
    "venue",
    "venue_name",
    "address",
    "trainer",
    "trainer_name",
    "participants",
    "tablets_needed",
    "tablets_of_room",
    "kit",
];

/// The table.
pub(super) fn sessions(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, messages, .. } = delivery;
    let kits = kits_by_day(&solved.plan);
    let mut sessions: Vec<_> = solved
        .plan
        .cycles
        .iter()
        .flat_map(|cycle| {
            cycle.sessions.iter().zip(1_usize..).map(move |(&date, number)| (date, number, cycle))
        })
        .collect();
    sessions.sort_by_key(|(date, _, cycle)| (*date, instance.slots[cycle.slot].start_minute, &cycle.id));
    let mut table = Table::new(&HEADER);
    for (date, number, cycle) in sessions {
        let (room, leader) = (cycle.venue_on(date), cycle.trainer_on(date));
        let (venue, trainer) = (&instance.venues[room], &instance.trainers[leader]);
        let commune = &instance.communes[venue.commune];
        let (start, end) = instance.session_time(cycle.slot);
        let tablets = tablets_lent(instance, cycle, room);
        let kit = kits.get(&(date, leader)).filter(|_| tablets.from_kit > 0);
        table.push([
            date.into(),
            messages.weekday(date.weekday()).into(),
            Cell::time_of_day(start.to_f64() as i64),
            Cell::time_of_day(end.to_f64() as i64),
            (&cycle.id).into(),
            number.into(),
            cycle.sessions.len().into(),
            (&instance.tracks[cycle.track]).into(),
            (&commune.insee).into(),
            (&commune.name).into(),
            (&venue.id).into(),
            (&venue.name).into(),
            Cell::known(venue.address.as_ref(), Cell::from),
            (&trainer.id).into(),
            (&trainer.name).into(),
            cycle.participants.len().into(),
            tablets.from_kit.into(),
            tablets.from_room.into(),
            Cell::known(kit, |&kit| (&instance.kits[kit].id).into()),
        ]);
    }
    delivery.labelled(table)
}

fn kits_by_day(plan: &Plan) -> BTreeMap<(Date, TrainerId), KitId> {
    plan.kit_roster.iter().map(|taken| ((taken.date, taken.trainer), taken.kit)).collect()
}
