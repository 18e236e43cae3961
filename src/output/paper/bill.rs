//! The bill of changes on paper (*bordereau des changements*): whom to call, commune by commune, which town hall gets
//! which new poster, which trainer which new road book, what each change costs and gains. With contacts, it includes
//! names and telephone numbers.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{frame, words};
use crate::contacts::Contact;
use crate::instance::ids::{CommuneId, ResidentId, TrainerId};
use crate::output::changes::in_words;
use crate::output::export::facts::{bill_headlines, change_in_words, reason_in_words};
use crate::output::export::{Bill, Export};
use crate::plan::bill::{Line, Told};

/// The paper's bytes.
///
/// # Errors
/// The fault of the template.
pub fn bill(export: &Export, bill: &Bill<'_>) -> Result<Vec<u8>, String> {
    export.press.print("bill.typ", &data(export, bill), export.made)
}

fn data(export: &Export, bill: &Bill<'_>) -> Json {
    let Export { instance, messages, .. } = export;
    let title = messages.text("bill-title", &[]);
    let is_invented = instance.is_invented || export.contacts.is_some_and(|contacts| contacts.is_invented);
    let mut data = frame(&title, is_invented, export.made, messages);
    let subtitle =
        [("scenario", instance.name.as_str().into()), ("today", messages.long_date(export.today()).into())];
    let keys = [
        "people", "mairies", "trainers", "changes", "was", "is", "why", "cycle", "costs", "gains", "nothing",
    ];
    data["words"] = words(messages, "bill", keys);
    data["subtitle"] = messages.text("bill-subtitle", &subtitle).into();
    data["headlines"] =
        bill_headlines(export, bill).into_iter().map(|(figure, label)| json!([figure, label])).collect();
    data["people"] = people(export, bill);
    data["mairies"] = mairies(export, bill);
    data["trainers"] = trainers(export, bill);
    let changes = bill.changes.iter().map(|change| {
        let [cost, gain] = change_in_words(change, messages);
        json!({ "cycle": change.cycle, "cost": cost, "gain": gain })
    });
    data["changes"] = changes.collect();
    data
}

/// Appointments before and after, of one line.
fn row(export: &Export, line: &Line<'_>) -> Json {
    let Export { instance, messages, .. } = export;
    let cycles: Vec<&str> = line.cycle_before.into_iter().chain(line.cycle_after).collect();
    let cycle = match cycles.as_slice() {
        [before, after] if before != after => {
            messages.text("diff-from-to", &[("before", (*before).into()), ("after", (*after).into())])
        }
        ids => ids.first().map_or_else(String::new, |id| (*id).to_owned()),
    };
    json!({
        "cycle": cycle,
        "before": in_words(instance, &line.before, messages),
        "after": in_words(instance, &line.after, messages),
        "reason": reason_in_words(line.reason, messages),
    })
}

/// People to call, by commune of home; those of one commune with the same change are listed together.
fn people(export: &Export, bill: &Bill<'_>) -> Json {
    let instance = export.instance;
    let mut communes: BTreeMap<CommuneId, Vec<(ResidentId, Json)>> = BTreeMap::new();
    for line in &bill.lines {
        if let Told::Person(resident) = line.told {
            let home = instance.residents[resident].commune;
            communes.entry(home).or_default().push((resident, row(export, line)));
        }
    }
    let commune = |(commune, lines): (CommuneId, Vec<(ResidentId, Json)>)| {
        let name = instance.communes[commune].name.as_str();
        let count = [("commune", name.into()), ("people", lines.len().into())];
        json!({ "title": export.messages.text("bill-commune", &count), "changes": together(export, lines) })
    };
    communes.into_iter().map(commune).collect()
}

/// Each change once, with all the people it affects.
fn together(export: &Export, lines: Vec<(ResidentId, Json)>) -> Vec<Json> {
    let mut changes: Vec<(Json, Vec<Json>)> = Vec::new();
    for (resident, change) in lines {
        let person = person(export, resident);
        match changes.iter_mut().find(|(known, _)| *known == change) {
            Some((_, people)) => people.push(person),
            None => changes.push((change, vec![person])),
        }
    }
    let with_people = |(mut change, people): (Json, Vec<Json>)| {
        change["people"] = people.into();
        change
    };
    changes.into_iter().map(with_people).collect()
}

fn person(export: &Export, resident: ResidentId) -> Json {
    let contact = export.contacts.and_then(|contacts| contacts.residents.get(&resident));
    let id = export.instance.residents[resident].id.as_str();
    json!({
        "name": contact.map_or(id, |contact| contact.name.as_str()),
        "id": contact.map_or("", |_| id),
        "phone": reach(contact),
    })
}

/// Telephone, or else e-mail.
fn reach(contact: Option<&Contact>) -> &str {
    contact.and_then(|contact| contact.phone.as_deref().or(contact.email.as_deref())).unwrap_or_default()
}

/// Town halls with their lines and their new documents.
fn mairies(export: &Export, bill: &Bill<'_>) -> Json {
    let Export { instance, messages, .. } = export;
    let mut lines: BTreeMap<CommuneId, Vec<Json>> =
        bill.concerned.mairies.iter().map(|&mairie| (mairie, Vec::new())).collect();
    for line in &bill.lines {
        if let Told::Mairie(mairie) = line.told {
            lines.entry(mairie).or_default().push(row(export, line));
        }
    }
    let one = |(mairie, rows): (CommuneId, Vec<Json>)| {
        let hall = export.contacts.and_then(|contacts| contacts.mairies.get(&mairie));
        let documents = if rows.is_empty() { "bill-mairie-lists" } else { "bill-mairie-poster" };
        json!({
            "title": instance.communes[mairie].name,
            "phone": reach(hall),
            "documents": messages.text(documents, &[]),
            "rows": rows,
        })
    };
    lines.into_iter().map(one).collect()
}

/// Trainers, by identifier, with their lines.
fn trainers(export: &Export, bill: &Bill<'_>) -> Json {
    let Export { instance, messages, .. } = export;
    let mut lines: BTreeMap<TrainerId, Vec<Json>> =
        bill.concerned.trainers.iter().map(|&trainer| (trainer, Vec::new())).collect();
    for line in &bill.lines {
        if let Told::Trainer(trainer) = line.told {
            lines.entry(trainer).or_default().push(row(export, line));
        }
    }
    let one = |(trainer, rows): (TrainerId, Vec<Json>)| {
        json!({
            "title": instance.trainers[trainer].id,
            "phone": "",
            "documents": messages.text("bill-trainer-book", &[]),
            "rows": rows,
        })
    };
    lines.into_iter().map(one).collect()
}
