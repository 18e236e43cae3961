//! The attendance sheet of a cycle, which contains names: it is made only if contacts are given; a participant without a
//! contact appears by identifier.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::letter::by_surname;
use super::{frame, words};
use crate::contacts::Contacts;
use crate::instance::units::Minutes;
use crate::output::export::Export;
use crate::output::export::facts::{address, capitalised, elsewhere, tablets_in_words, town};
use crate::plan::Cycle;

/// The attendance sheet's bytes: one page, a line for each participant.
///
/// # Errors
/// The fault of the template.
pub fn attendance(export: &Export, contacts: &Contacts, cycle: &Cycle) -> Result<Vec<u8>, String> {
    export.press.print_on_one_page("attendance.typ", sheet(export, contacts, cycle), export.made, 1.0)
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
        json!([label, messages.date(date), messages.weekday(date.weekday()), repaired(export, cycle, date)])
    });
    let rows = by_surname(export, contacts, cycle.participants.iter().copied()).into_iter().zip(1_usize..);
    let rows = rows.map(|((_, id, contact), number)| {
        let name = contact.map_or(id, |contact| contact.name.as_str());
        json!({ "number": number.to_string(), "name": name, "id": id })
    });
    let trainer = messages.text("attendance-trainer", &[("trainer", trainer.name.as_str().into())]);
    let facts = [
        (messages.text("attendance-time", &[]), time),
        (messages.text("attendance-organised", &[]), town(instance, venue.commune)),
        (messages.text("attendance-count", &[]), cycle.participants.len().to_string()),
        (
            messages.text("attendance-tablets", &[]),
            capitalised(&tablets_in_words(export, cycle, cycle.venue)),
        ),
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

/// The other room and the other trainer of a session.
fn repaired(export: &Export, cycle: &Cycle, date: Date) -> String {
    let Export { instance, messages, .. } = export;
    let trainer = Some(cycle.trainer_on(date)).filter(|&trainer| trainer != cycle.trainer);
    let name = trainer.map(|trainer| instance.trainers[trainer].name.as_str());
    let stand_in = name.map(|name| messages.text("attendance-trainer", &[("trainer", name.into())]));
    elsewhere(export, cycle, date).into_iter().chain(stand_in).collect::<Vec<String>>().join(" · ")
}
