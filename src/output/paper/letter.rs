//! The common parts of letters to a resident: sender and capacity, address, date, whom to tell of an absence, signature,
//! and the notice on personal data (`[letters]` of the scenario completes it).

use serde_json::{Value as Json, json};

use crate::contacts::{Contact, Contacts};
use crate::instance::ids::{CommuneId, ResidentId};
use crate::messages::Messages;
use crate::messages::collation::collation_key;
use crate::output::export::Export;
use crate::output::export::facts::town;

/// The recipient of a letter: resident, identifier, and contact if it is known.
pub(super) type Addressee<'a> = (ResidentId, &'a str, Option<&'a Contact>);

/// Identifier and contact of each resident, by surname.
pub(super) fn by_surname<'a>(
    export: &Export<'a>,
    contacts: &'a Contacts,
    residents: impl Iterator<Item = ResidentId>,
) -> Vec<Addressee<'a>> {
    let named =
        residents.map(|id| (id, export.instance.residents[id].id.as_str(), contacts.residents.get(&id)));
    let mut named: Vec<Addressee> = named.collect();
    named.sort_by_cached_key(|&(_, id, contact)| {
        let (surname, given) = contact.map_or_else(|| (id.to_owned(), String::new()), Contact::surname_first);
        (collation_key(&surname), collation_key(&given), id)
    });
    named
}

/// The sender of a letter: the town hall of the resident's home, where they enrolled.
pub(super) struct Sender {
    name: String,
    /// Below the name: its address, telephone, e-mail and hours, as far as they are known.
    lines: Vec<String>,
    /// How to reach it, for a sentence; `None` if neither telephone nor e-mail is known.
    contact: Option<String>,
}

impl Sender {
    /// The sender of letters to residents of a commune.
    pub(super) fn of(export: &Export, contacts: &Contacts, home: CommuneId) -> Self {
        let Export { instance, messages, .. } = export;
        let Some(hall) = contacts.mairies.get(&home) else {
            let name = messages.text("letter-sender", &[]);
            return Self { name, lines: vec![town(instance, home)], contact: None };
        };
        let address = hall.address.iter().flat_map(|address| lines_of(address));
        let others = [&hall.phone, &hall.email, &hall.hours].into_iter().flatten().cloned();
        let lines = address.chain(others).collect();
        Self { name: hall.name.clone(), lines, contact: reach(hall, messages) }
    }

    /// A sentence with the way to reach it, or else the one without.
    pub(super) fn sentence(&self, key: &str, key_without: &str, messages: &Messages) -> String {
        match &self.contact {
            Some(contact) => messages.text(key, &[("contact", contact.as_str().into())]),
            None => messages.text(key_without, &[]),
        }
    }
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

/// A letter without its subject.
pub(super) fn letter(
    export: &Export,
    contacts: &Contacts,
    (resident, id, contact): Addressee<'_>,
    cycle: &str,
) -> Json {
    let Export { instance, messages, .. } = export;
    let home = instance.residents[resident].commune;
    let address = contact
        .and_then(|contact| contact.address.as_deref())
        .map_or_else(|| vec![town(instance, home)], |address| lines_of(address).collect::<Vec<String>>());
    let sender = Sender::of(export, contacts, home);
    let place = instance.communes[home].name.as_str();
    let date = [("place", place.into()), ("date", messages.long_date(export.made.date()).into())];
    let reference = [("cycle", cycle.into()), ("resident", id.into())];
    json!({
        "date": messages.text("letter-date", &date),
        "name": contact.map_or(id, |contact| contact.name.as_str()),
        "address": address,
        "absent": sender.sentence("letter-absent", "letter-absent-town", messages),
        "signature": instance.rules.letters.signatory.as_ref().unwrap_or(&sender.name),
        "privacy": privacy(export, &sender),
        "reference": messages.text("letter-reference", &reference),
        "sender": sender.name,
        "sender-lines": sender.lines,
    })
}

/// The notice on personal data and on who is responsible for it; the scenario may add a sentence.
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
