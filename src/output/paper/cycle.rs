//! The papers of a cycle that bear names: the attendance sheet and the convocations. They are made only where contacts are
//! given; a participant who is not among them appears by identifier.

use serde_json::{Value as Json, json};

use super::{frame, words};
use crate::contacts::{Contact, Contacts};
use crate::instance::ids::{CommuneId, ResidentId};
use crate::instance::units::{Euros, Minutes};
use crate::messages::collation::collation_key;
use crate::output::export::Export;
use crate::output::export::facts::{address, capitalised, tablets_in_words, town};
use crate::plan::Cycle;
use crate::plan::costs::{TabletsLent, tablets_lent};

/// The attendance sheet's bytes: one page, a line a participant.
///
/// # Errors
/// What is wrong with the template.
pub fn attendance(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Result<Vec<u8>, String> {
    export.press.print_on_one_page("attendance.typ", sheet(export, contacts, cycle), export.made, 1.0)
}

/// The convocations' bytes: a page a participant.
///
/// # Errors
/// What is wrong with the template.
pub fn convocations(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Result<Vec<u8>, String> {
    export.press.print("convocations.typ", &letters(export, contacts, cycle), export.made)
}

/// Identifier and contact of each participant, by surname.
fn participants<'a>(
    export: &Export<'a>,
    contacts: &'a Contacts,
    cycle: &Cycle,
) -> Vec<(ResidentId, &'a str, Option<&'a Contact>)> {
    let mut named: Vec<_> = cycle
        .participants
        .iter()
        .map(|&id| (id, export.instance.residents[id].id.as_str(), contacts.residents.get(&id)))
        .collect();
    named.sort_by_cached_key(|&(_, id, contact)| {
        let (surname, given) = contact.map_or_else(|| (id.to_owned(), String::new()), Contact::surname_first);
        (collation_key(&surname), collation_key(&given), id)
    });
    named
}

fn sheet(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Json {
    let Export { instance, messages, .. } = export;
    let (venue, trainer) = (&instance.venues[cycle.venue], &instance.trainers[cycle.trainer]);
    let variables = [("cycle", cycle.id.as_str().into())];
    let title = messages.text("attendance-document", &variables);
    let mut data = frame(&title, instance.is_invented || contacts.is_invented, export.made, messages);
    let (start, end) = instance.session_time(cycle.slot);
    let clock = |minutes: Minutes| messages.time_of_day(minutes.to_f64() as u16);
    let time = format!("{} – {}", clock(start), clock(end));
    let subtitle =
        [("cycle", cycle.id.as_str().into()), ("track", instance.tracks[cycle.track].as_str().into())];
    let sessions = cycle.sessions.iter().zip(1_usize..).map(|(&date, number)| {
        let label = messages.text("attendance-session", &[("number", number.into())]);
        json!([label, messages.date(date), messages.weekday(date.weekday())])
    });
    let rows = participants(export, contacts, cycle).into_iter().zip(1_usize..);
    let rows = rows.map(|((_, id, contact), number)| {
        let name = contact.map_or(id, |contact| contact.name.as_str());
        json!({ "number": number.to_string(), "name": name, "id": id })
    });
    let trainer = messages.text("attendance-trainer", &[("trainer", trainer.name.as_str().into())]);
    let facts = [
        (messages.text("attendance-time", &[]), time),
        (messages.text("attendance-organised", &[]), town(instance, venue.commune)),
        (messages.text("attendance-count", &[]), cycle.participants.len().to_string()),
        (messages.text("attendance-tablets", &[]), capitalised(&tablets_in_words(export, cycle))),
    ];
    data["words"] = words(messages, "attendance", ["title", "name", "reference", "note"]);
    data["subtitle"] = messages.text("attendance-subtitle", &subtitle).into();
    data["venue"] = venue.name.as_str().into();
    data["address"] = address(instance, cycle.venue).into();
    data["facts"] = facts.into_iter().map(|(label, fact)| json!([label, fact])).collect();
    data["sessions"] = sessions.collect();
    data["rows"] = rows.collect();
    data["trainer"] = trainer.into();
    data
}

fn letters(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Json {
    let Export { instance, messages, .. } = export;
    let venue = &instance.venues[cycle.venue];
    let title = messages.text("letter-document", &[("cycle", cycle.id.as_str().into())]);
    let mut data = frame(&title, instance.is_invented || contacts.is_invented, export.made, messages);
    let (start, end) = instance.session_time(cycle.slot);
    let clock = |minutes: Minutes| messages.time_of_day(minutes.to_f64() as u16);
    let count = [("sessions", cycle.sessions.len().into())];
    let sessions: Vec<String> = cycle.sessions.iter().map(|&date| messages.long_date(date)).collect();
    let keys = ["hello", "dates", "where", "time", "absent", "regards"];
    data["words"] = words(messages, "letter", keys);
    data["subject"] = messages.text("letter-subject", &[]).into();
    data["intro"] = messages.text("letter-intro", &count).into();
    data["sessions"] = sessions.into();
    data["venue"] = venue.name.as_str().into();
    data["address"] = address(instance, cycle.venue).into();
    data["time"] = format!("{} – {}", clock(start), clock(end)).into();
    let participants = participants(export, contacts, cycle);
    data["letters"] = participants.into_iter().map(|one| letter(export, contacts, cycle, one)).collect();
    data
}

/// Who writes to a resident: the town hall of their home, where they enrolled; its name, and the lines below it.
fn sender(export: &Export, contacts: &Contacts, home: CommuneId) -> (String, Vec<String>) {
    let Export { instance, messages, .. } = export;
    let Some(hall) = contacts.mairies.get(&home) else {
        return (messages.text("letter-sender", &[]), vec![town(instance, home)]);
    };
    let address = hall.address.iter().flat_map(|address| lines_of(address));
    (hall.name.clone(), address.chain(hall.phone.clone()).chain(hall.email.clone()).collect())
}

/// What one participant's letter says beside what all say.
fn letter(
    export: &Export,
    contacts: &Contacts,
    cycle: &Cycle,
    (resident, id, contact): (ResidentId, &str, Option<&Contact>),
) -> Json {
    let Export { instance, messages, .. } = export;
    let resident = &instance.residents[resident];
    let address = contact.and_then(|contact| contact.address.as_deref()).map_or_else(
        || vec![town(instance, resident.commune)],
        |address| lines_of(address).collect::<Vec<String>>(),
    );
    let fee = instance.rules.costs.fee;
    let tablet = if resident.needs_tablet { "letter-tablet" } else { "letter-own-device" };
    let source = match tablets_lent(instance, cycle) {
        TabletsLent { from_kit: 0, .. } => "room",
        TabletsLent { from_room: 0, .. } => "kit",
        TabletsLent { .. } => "both",
    };
    let mut lines = vec![messages.text(tablet, &[("source", source.into())])];
    if fee > Euros::ZERO {
        lines.push(messages.text("letter-fee", &[("fee", messages.euros(fee).into())]));
    }
    let (sender, sender_lines) = sender(export, contacts, resident.commune);
    let place = instance.communes[resident.commune].name.as_str();
    let date = [("place", place.into()), ("date", messages.long_date(export.made.date()).into())];
    let reference = [("cycle", cycle.id.as_str().into()), ("resident", id.into())];
    json!({
        "sender": sender,
        "sender-lines": sender_lines,
        "date": messages.text("letter-date", &date),
        "name": contact.map_or(id, |contact| contact.name.as_str()),
        "address": address,
        "lines": lines,
        "reference": messages.text("letter-reference", &reference),
    })
}

/// The lines of an address: parts between commas.
fn lines_of(address: &str) -> impl Iterator<Item = String> + '_ {
    address.split(',').map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
}
