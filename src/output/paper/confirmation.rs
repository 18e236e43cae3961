//! The letters of a cycle: each tells a participant that they have a place, when and where, and what it costs. They
//! contain names, so they are made only if contacts are given; a participant without a contact appears by identifier.
//!
//! The parts of a town hall's letter are here: sender and capacity, subject, dates, fee and where it is paid, whom to
//! tell of an absence, courtesy, signature, and the notice on personal data (`[letters]` of the scenario completes it).

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::letter::{Addressee, by_surname, letter};
use super::{frame, words};
use crate::contacts::Contacts;
use crate::instance::entities::Resident;
use crate::instance::ids::ResidentId;
use crate::instance::units::{Euros, Minutes};
use crate::output::export::Export;
use crate::output::export::facts::{address, elsewhere};
use crate::plan::Cycle;
use crate::plan::costs::{TabletsLent, tablets_lent};

/// The letters' bytes: a page for each of these participants.
///
/// # Errors
/// The fault of the template.
pub fn confirmations(
    export: &Export,
    contacts: &Contacts,
    cycle: &Cycle,
    participants: &[ResidentId],
) -> Result<Vec<u8>, String> {
    export.press.print("confirmations.typ", &letters(export, contacts, cycle, participants), export.made)
}

fn letters(export: &Export, contacts: &Contacts, cycle: &Cycle, participants: &[ResidentId]) -> Json {
    let Export { instance, messages, .. } = export;
    let venue = &instance.venues[cycle.venue];
    let title = messages.text("letter-document", &[("cycle", cycle.id.as_str().into())]);
    let mut data = frame(&title, instance.is_invented || contacts.is_invented, export.made, messages);
    let (start, end) = instance.session_time(cycle.slot);
    let clock = |minutes: Minutes| messages.time_of_day(minutes.to_f64() as u16);
    let count = [("sessions", cycle.sessions.len().into())];
    let sessions: Vec<String> = cycle.sessions.iter().map(|&date| session(export, cycle, date)).collect();
    let keys = ["capacity", "hello", "dates", "where", "time", "courtesy"];
    data["words"] = words(messages, "letter", keys);
    data["subject"] = messages.text("letter-subject", &[]).into();
    data["intro"] = messages.text("letter-intro", &count).into();
    data["sessions"] = sessions.into();
    data["venue"] = venue.name.as_str().into();
    data["address"] = address(instance, cycle.venue).into();
    data["time"] = format!("{} – {}", clock(start), clock(end)).into();
    let one = |addressee: Addressee| {
        let resident = &instance.residents[addressee.0];
        let mut data = letter(export, contacts, addressee, &cycle.id);
        data["lines"] = json!(lines(export, cycle, resident));
        data
    };
    let addressees = by_surname(export, contacts, participants.iter().copied());
    data["letters"] = addressees.into_iter().map(one).collect();
    data
}

/// A date, and the place of the session if it is held elsewhere.
fn session(export: &Export, cycle: &Cycle, date: Date) -> String {
    let elsewhere = elsewhere(export, cycle, date).map(|place| format!(" ({place})"));
    export.messages.long_date(date) + &elsewhere.unwrap_or_default()
}

/// Whether a tablet is lent or brought, and the fee, if any.
pub(super) fn lines(export: &Export, cycle: &Cycle, resident: &Resident) -> Vec<String> {
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
