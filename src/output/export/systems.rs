//! Files for other systems: the national schema of places of digital mediation, and RDV Service Public.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{address, town};
use super::subject::Export;
use crate::instance::Instance;
use crate::instance::ids::VenueId;
use crate::instance::units::Euros;
use crate::messages::{Lang, Messages};
use crate::output::table::{Cell, Table};
use crate::plan::Cycle;

/// Columns of the *schéma des lieux de médiation numérique*, version 1.0.2, in its order.
const PLACE: [&str; 32] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// Scale of a coordinate: that of the layers of venues.
const SCALE: f64 = 1e6;

/// A row for each venue that hosts a cycle with sessions to come, with what the plan knows, at its commune's point as in
/// the layers. Unknown fields stay empty for the planner: `pivot` (the SIRET or RNA of the owner), and `adresse` if the
/// table of venues has none.
///
/// Values are in French for every language: the schema lists them so.
pub(super) fn mediation_venues(export: &Export) -> Vec<u8> {
    let instance = export.instance;
    let french = Messages::new(Lang::Fr);
    let summary = french.text("mednum-summary", &[]);
    let mut held: BTreeMap<VenueId, Vec<&Cycle>> = BTreeMap::new();
    for cycle in export.plan.cycles.iter().filter(|cycle| export.is_to_come(cycle)) {
        held.entry(cycle.venue).or_default().push(cycle);
    }
    let mut table = Table::new(&PLACE);
    for (id, cycles) in held {
        let venue = &instance.venues[id];
        let commune = &instance.communes[venue.commune];
        let price = if instance.rules.costs.fee > Euros::ZERO { "Payant" } else { "Gratuit" };
        let coordinate = |degrees: f64| Cell::Number(((degrees * SCALE).round() / SCALE).to_string());
        let hours = opening_hours(instance, &cycles);
        let detail = detail(&cycles, hours.is_some(), &french);
        let known: BTreeMap<&str, Cell> = [
            ("id", (&venue.id).into()),
            ("nom", (&venue.name).into()),
            ("commune", (&commune.name).into()),
            ("code_postal", Cell::known(commune.postal_code.as_ref(), Cell::from)),
            ("code_insee", (&commune.insee).into()),
            ("adresse", Cell::known(venue.address.as_ref(), Cell::from)),
            ("latitude", coordinate(commune.lat)),
            ("longitude", coordinate(commune.lon)),
            ("horaires", Cell::known(hours, Cell::from)),
            ("presentation_resume", summary.as_str().into()),
            ("presentation_detail", detail.into()),
            ("source", "ateliers".into()),
            ("itinerance", "Itinérant".into()),
            ("date_maj", export.made.date().into()),
            ("services", "Maîtrise des outils numériques du quotidien".into()),
            ("frais_a_charge", price.into()),
            ("modalites_accompagnement", "Dans un atelier collectif".into()),
        ]
        .into();
        table.push(PLACE.map(|column| known.get(column).cloned().unwrap_or(Cell::Empty)));
    }
    table.exchanged()
}

/// Opening hours as OpenStreetMap's weekday rules: `Mo 09:30-11:30; Tu 09:30-11:30,14:00-16:00`. Adjoining times of a
/// day are merged. `None` if there are none, or if one does not end on its day: rules for dates, which could express
/// that, are refused by the validators of the table.
fn opening_hours(instance: &Instance, cycles: &[&Cycle]) -> Option<String> {
    const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    const MIDNIGHT: i64 = 24 * 60;
    let mut times: BTreeMap<i8, BTreeSet<(i64, i64)>> = BTreeMap::new();
    for cycle in cycles.iter().filter(|cycle| !cycle.sessions.is_empty()) {
        let (start, end) = instance.session_time(cycle.slot);
        let (start, end) = (start.to_f64() as i64, end.to_f64().ceil() as i64);
        if MIDNIGHT < end {
            return None;
        }
        let day = instance.slots[cycle.slot].weekday.to_monday_zero_offset();
        times.entry(day).or_default().insert((start, end));
    }
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let rules = times.into_iter().map(|(day, times)| {
        let times: Vec<String> = joined(times)
            .into_iter()
            .map(|(start, end)| format!("{}-{}", clock(start), clock(end)))
            .collect();
        format!("{} {}", DAYS[day.rem_euclid(7) as usize], times.join(","))
    });
    let rules: Vec<String> = rules.collect();
    (!rules.is_empty()).then(|| rules.join("; "))
}

/// Times in order, with adjoining ones merged.
fn joined(times: BTreeSet<(i64, i64)>) -> Vec<(i64, i64)> {
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (start, end) in times {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

/// What weekly opening hours cannot say: the period of the sessions, and that the point is the commune's.
fn detail(cycles: &[&Cycle], has_hours: bool, french: &Messages) -> String {
    let dates = || cycles.iter().flat_map(|cycle| &cycle.sessions).copied();
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return String::new() };
    let days = [("from", french.date(first).into()), ("until", french.date(last).into())];
    let point = french.text("mednum-point", &[]);
    let days = french.text(if has_hours { "mednum-days" } else { "mednum-no-hours" }, &days);
    format!("{days} {point}")
}

/// Columns in the order in which RDV Service Public asks for a collective appointment.
const APPOINTMENT: [&str; 14] = [
    "motif",
    "lieu",
    "adresse",
    "agent",
    "intitule",
    "date",
    "heure",
    "duree_min",
    "nombre_de_places",
    "inscrits",
    "cycle",
    "seance",
    "jour",
    "fuseau_horaire",
];

/// A row for each session, to be entered by hand as a collective appointment: the service cannot import them.
pub(super) fn appointments(export: &Export) -> Vec<u8> {
    let Export { instance, plan, messages, .. } = export;
    let mut sessions: Vec<_> = plan
        .cycles
        .iter()
        .flat_map(|cycle| cycle.sessions.iter().zip(1_usize..).map(move |held| (held, cycle)))
        .collect();
    sessions.sort_by_key(|((date, _), cycle)| (**date, instance.slots[cycle.slot].start_minute, &cycle.id));
    let minutes = instance.rules.cycle.session_minutes;
    let mut table = Table::new(&APPOINTMENT);
    for ((&date, number), cycle) in sessions {
        let (room, trainer) = (cycle.venue_on(date), cycle.trainer_on(date));
        let venue = &instance.venues[room];
        let variables = [
            ("cycle", cycle.id.as_str().into()),
            ("number", number.into()),
            ("of", cycle.sessions.len().into()),
        ];
        table.push([
            messages.text("rdv-motif", &[("track", instance.tracks[cycle.track].as_str().into())]).into(),
            format!("{} ({})", venue.name, town(instance, venue.commune)).into(),
            address(instance, room).into(),
            (&instance.trainers[trainer].id).into(),
            messages.text("rdv-title", &variables).into(),
            messages.date(date).into(),
            Cell::time_of_day(i64::from(instance.slots[cycle.slot].start_minute)),
            minutes.into(),
            instance.places_at(room).into(),
            cycle.participants.len().into(),
            (&cycle.id).into(),
            number.into(),
            messages.weekday(date.weekday()).into(),
            instance.rules.zone.name().into(),
        ]);
    }
    let table =
        if instance.is_invented { table.with_note("note", &messages.text("invented", &[])) } else { table };
    table.exchanged_by_hand(messages.lang)
}
