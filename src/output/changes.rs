//! `changes.csv`, the bill of changes: a row for each person, town hall and trainer to be told. Pseudonymous identifiers only.

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::Instance;
use crate::instance::ids::CommuneId;
use crate::messages::Messages;
use crate::plan::Plan;
use crate::plan::bill::{Line, Told, bill};
use crate::plan::changes::Appointments;

const HEADER: [&str; 10] = [
    "concerns",
    "id",
    "commune",
    "commune_name",
    "cycle_before",
    "cycle_after",
    "before",
    "after",
    "cost",
    "reason",
];

/// The table; `None` if no plan was announced.
pub(super) fn changes(delivery: &Delivery) -> Option<Table> {
    let Delivery { instance, solved, messages, .. } = delivery;
    let mut table = Table::new(&HEADER);
    for line in bill(instance, &solved.plan)? {
        let (concerns, id, commune) = who(instance, &line);
        let commune = &instance.communes[commune];
        table.push([
            concerns.into(),
            id.into(),
            (&commune.insee).into(),
            (&commune.name).into(),
            Cell::known(line.cycle_before, Cell::from),
            Cell::known(line.cycle_after, Cell::from),
            in_words(instance, &line.before, messages).into(),
            in_words(instance, &line.after, messages).into(),
            line.cost.into(),
            line.reason.code().into(),
        ]);
    }
    Some(delivery.labelled(table))
}

/// The bill in words: who, of which commune, sessions before and after, cost, reason; `None` if nothing was announced.
pub fn bill_rows(instance: &Instance, plan: &Plan, messages: &Messages) -> Option<Vec<[String; 6]>> {
    let row = |line: &Line| {
        let (_, id, commune) = who(instance, line);
        let told = match line.told {
            Told::Person(_) => id.to_owned(),
            Told::Mairie(_) => messages.text("life-mairie", &[]),
            Told::Trainer(_) => messages.text("life-trainer", &[("trainer", id.into())]),
        };
        [
            told,
            instance.communes[commune].name.clone(),
            in_words(instance, &line.before, messages),
            in_words(instance, &line.after, messages),
            messages.euros(line.cost),
            messages.text(&format!("changes-reason-{}", line.reason.code()), &[]),
        ]
    };
    Some(bill(instance, plan)?.iter().map(row).collect())
}

/// Who must be told: the kind, the identifier and the commune of home, rooms or base.
pub(super) fn who<'a>(instance: &'a Instance, line: &Line) -> (&'static str, &'a str, CommuneId) {
    match line.told {
        Told::Person(id) => ("person", &instance.residents[id].id, instance.residents[id].commune),
        Told::Mairie(id) => ("mairie", &instance.communes[id].insee, id),
        Told::Trainer(id) => ("trainer", &instance.trainers[id].id, instance.trainers[id].base),
    }
}

/// Sessions in words: weekday and time, days, room; several such phrases if slot or room differ.
pub(super) fn in_words(instance: &Instance, appointments: &Appointments, messages: &Messages) -> String {
    let sessions: Vec<_> = appointments.iter().copied().collect();
    let alike = sessions.chunk_by(|one, other| (one.1, one.2) == (other.1, other.2));
    let words = alike.map(|group| {
        let (_, slot, venue) = group[0];
        let (slot, venue) = (&instance.slots[slot], &instance.venues[venue]);
        let dates: Vec<_> = group.iter().map(|session| session.0).collect();
        let variables = [
            ("weekday", messages.weekday(slot.weekday).into()),
            ("time", messages.time_of_day(slot.start_minute).into()),
            ("dates", messages.dates(&dates).into()),
            ("venue", venue.name.as_str().into()),
            ("commune", instance.communes[venue.commune].name.as_str().into()),
        ];
        messages.text("changes-sessions", &variables)
    });
    words.collect::<Vec<_>>().join(" ; ")
}
