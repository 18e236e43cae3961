//! The letters of a cycle: to each participant, that they have a place, when and where, and what it costs. They bear names, so
//! they are made only where contacts are given; a participant who is not among them appears by identifier.
//!
//! What a town hall's letter has is here: sender and capacity, object, dates, fee and where it is paid, whom to tell of an
//! absence, courtesy, signature, and what is done with personal data (`[letters]` of the scenario completes it).

use serde_json::{Value as Json, json};

use super::cycle::participants;
use super::{frame, words};
use crate::contacts::{Contact, Contacts};
use crate::instance::entities::Resident;
use crate::instance::ids::{CommuneId, ResidentId};
use crate::instance::units::{Euros, Minutes};
use crate::messages::Messages;
use crate::output::export::Export;
use crate::output::export::facts::{address, town};
use crate::plan::Cycle;
use crate::plan::costs::{TabletsLent, tablets_lent};

/// The letters' bytes: a page a participant.
///
/// # Errors
/// What is wrong with the template.
pub fn confirmations(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Result<Vec<u8>, String> {
    export.press.print("confirmations.typ", &letters(export, contacts, cycle), export.made)
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
    let keys = ["capacity", "hello", "dates", "where", "time", "courtesy"];
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

/// Who writes to a resident: the town hall of their home, where they enrolled.
struct Sender {
    name: String,
    /// Below the name: its address, telephone, e-mail and hours, as far as they are known.
    lines: Vec<String>,
    /// How to reach it, for a sentence; none where neither telephone nor e-mail is known.
    contact: Option<String>,
}

fn sender(export: &Export, contacts: &Contacts, home: CommuneId) -> Sender {
    let Export { instance, messages, .. } = export;
    let Some(hall) = contacts.mairies.get(&home) else {
        let name = messages.text("letter-sender", &[]);
        return Sender { name, lines: vec![town(instance, home)], contact: None };
    };
    let address = hall.address.iter().flat_map(|address| lines_of(address));
    let others = [&hall.phone, &hall.email, &hall.hours].into_iter().flatten().cloned();
    Sender { name: hall.name.clone(), lines: address.chain(others).collect(), contact: reach(hall, messages) }
}

fn reach(hall: &Contact, messages: &Messages) -> Option<String> {
    let phone =
        hall.phone.iter().map(|phone| messages.text("letter-by-phone", &[("phone", phone.as_str().into())]));
    let email =
        hall.email.iter().map(|email| messages.text("letter-by-email", &[("email", email.as_str().into())]));
    phone.chain(email).reduce(|one, other| {
        messages.text("letter-by-either", &[("one", one.into()), ("other", other.into())])
    })
}

/// What one participant's letter says of its own.
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
    let sender = sender(export, contacts, resident.commune);
    let place = instance.communes[resident.commune].name.as_str();
    let date = [("place", place.into()), ("date", messages.long_date(export.made.date()).into())];
    let reference = [("cycle", cycle.id.as_str().into()), ("resident", id.into())];
    json!({
        "date": messages.text("letter-date", &date),
        "name": contact.map_or(id, |contact| contact.name.as_str()),
        "address": address,
        "lines": lines(export, cycle, resident),
        "absent": absence(&sender, messages),
        "signature": instance.rules.letters.signatory.as_ref().unwrap_or(&sender.name),
        "privacy": privacy(export, &sender),
        "reference": messages.text("letter-reference", &reference),
        "sender": sender.name,
        "sender-lines": sender.lines,
    })
}

/// Whether a tablet is lent or brought, and the fee where there is one.
fn lines(export: &Export, cycle: &Cycle, resident: &Resident) -> Vec<String> {
    let Export { instance, messages, .. } = export;
    let tablet = if resident.needs_tablet { "letter-tablet" } else { "letter-own-device" };
    let source = match tablets_lent(instance, cycle, cycle.venue) {
        TabletsLent { from_kit: 0, .. } => "room",
        TabletsLent { from_room: 0, .. } => "kit",
        TabletsLent { .. } => "both",
    };
    let mut lines = vec![messages.text(tablet, &[("source", source.into())])];
    let fee = instance.rules.costs.fee;
    if fee > Euros::ZERO {
        let payment = instance.rules.letters.payment.clone();
        let payment = payment.unwrap_or_else(|| messages.text("letter-payment", &[]));
        let facts = [("fee", messages.euros(fee).into()), ("payment", payment.into())];
        lines.push(messages.text("letter-fee", &facts));
    }
    lines
}

fn absence(sender: &Sender, messages: &Messages) -> String {
    match &sender.contact {
        Some(contact) => messages.text("letter-absent", &[("contact", contact.as_str().into())]),
        None => messages.text("letter-absent-town", &[]),
    }
}

/// What is done with personal data, and who answers for it; the scenario may add a sentence.
fn privacy(export: &Export, sender: &Sender) -> String {
    let Export { instance, messages, .. } = export;
    let notice = messages.text("letter-privacy", &[("sender", sender.name.as_str().into())]);
    let more = instance.rules.letters.privacy.iter().map(String::as_str);
    std::iter::once(notice.as_str()).chain(more).collect::<Vec<_>>().join(" ")
}

/// The lines of an address: parts between commas.
fn lines_of(address: &str) -> impl Iterator<Item = String> + '_ {
    address.split(',').map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
}
