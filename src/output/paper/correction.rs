//! Letters to people whose appointments change: what was announced alongside what holds now. They contain names, so they
//! are made only if contacts are given; a person without a contact appears by identifier.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::confirmation::lines;
use super::letter::{Addressee, Sender, by_surname, letter};
use super::{frame, words};
use crate::contacts::Contacts;
use crate::instance::ids::{ResidentId, SlotId, VenueId};
use crate::instance::units::{Euros, Minutes};
use crate::output::export::Export;
use crate::output::export::facts::address;
use crate::plan::bill::{Line, Reason};
use crate::plan::changes::Appointments;

/// The letters' bytes: a page for each person of these lines of the bill, all of one cycle.
///
/// # Errors
/// The fault of the template.
pub fn corrections(
    export: &Export,
    contacts: &Contacts,
    cycle: &str,
    lines: &[&Line<'_>],
) -> Result<Vec<u8>, String> {
    export.press.print("corrections.typ", &letters(export, contacts, cycle, lines), export.made)
}

fn letters(export: &Export, contacts: &Contacts, cycle: &str, lines: &[&Line<'_>]) -> Json {
    let Export { instance, messages, .. } = export;
    let title = messages.text("correction-document", &[("cycle", cycle.into())]);
    let mut data = frame(&title, instance.is_invented || contacts.is_invented, export.made, messages);
    data["words"] = words(messages, "letter", ["capacity", "hello", "courtesy"]);
    for key in ["before", "after", "none"] {
        data["words"][key] = messages.text(&format!("correction-{key}"), &[]).into();
    }
    let addressees = by_surname(export, contacts, lines.iter().filter_map(|line| line.told.person()));
    let of = |resident: ResidentId| lines.iter().find(|line| line.told.person() == Some(resident));
    let one = |addressee: Addressee| {
        of(addressee.0).map(|line| correction(export, contacts, addressee, line, cycle))
    };
    data["letters"] = addressees.into_iter().filter_map(one).collect();
    data
}

/// One person's letter.
fn correction(
    export: &Export,
    contacts: &Contacts,
    addressee: Addressee<'_>,
    line: &Line<'_>,
    cycle: &str,
) -> Json {
    let messages = export.messages;
    let resident = &export.instance.residents[addressee.0];
    let mut data = letter(export, contacts, addressee, cycle);
    let (subject, intro) = match line.reason {
        Reason::Lost | Reason::Closed => ("correction-subject-lost", "correction-lost"),
        Reason::BrokenOff => ("correction-subject-lost", "correction-broken-off"),
        Reason::NewAppointment => ("correction-subject", "correction-new-appointment"),
        _ => ("correction-subject", "correction-moved"),
    };
    data["subject"] = messages.text(subject, &[]).into();
    data["intro"] = messages.text(intro, &[]).into();
    data["before"] = side(export, &line.before);
    data["after"] = side(export, &line.after);
    let goes_on = export.plan.cycles.iter().find(|one| Some(one.id.as_str()) == line.cycle_after);
    let goes_on = goes_on.filter(|cycle| !cycle.is_broken_off());
    data["lines"] = match goes_on {
        // For their own cycle they know what it costs and what to bring.
        Some(_) if line.reason == Reason::Moved => json!([]),
        Some(cycle) => lines(export, cycle, resident).into(),
        None => farewell(export).into(),
    };
    if goes_on.is_none() {
        let sender = Sender::of(export, contacts, resident.commune);
        data["absent"] = sender.sentence("correction-question", "correction-question-town", messages).into();
    }
    data
}

/// The text for people who no longer have a cycle: they wait, and owe nothing.
fn farewell(export: &Export) -> Vec<String> {
    let has_fee = export.instance.rules.costs.fee > Euros::ZERO;
    let keys = ["correction-waiting"].into_iter().chain(has_fee.then_some("correction-refund"));
    keys.map(|key| export.messages.text(key, &[])).collect()
}

/// Sessions to come: a block for each run of sessions with the same room and time.
fn side(export: &Export, appointments: &Appointments) -> Json {
    let Export { instance, messages, .. } = export;
    let sessions: Vec<_> = appointments.iter().copied().collect();
    let alike = sessions.chunk_by(|one, other| (one.1, one.2) == (other.1, other.2));
    let clock = |minutes: Minutes| messages.time_of_day(minutes.to_f64() as u16);
    let block = |group: &[(Date, SlotId, VenueId)]| {
        let &(_, slot, venue) = group.first()?;
        let (start, end) = instance.session_time(slot);
        let dates: Vec<String> = group.iter().map(|&(date, ..)| messages.long_date(date)).collect();
        Some(json!({
            "venue": instance.venues[venue].name,
            "address": address(instance, venue),
            "time": format!("{} – {}", clock(start), clock(end)),
            "dates": dates,
        }))
    };
    alike.filter_map(block).collect()
}
