//! `contacts`: `id, name, address?, phone?, email?, hours?`, read at export time only.
//!
//! The identifier is that of a resident, or the INSEE code of a commune for its town hall. Residents take precedence: an
//! identifier that is both is a resident's.

use std::collections::HashMap;
use std::path::Path;

use super::codes;
use super::column::{Column, optional, required};
use super::header::Layout;
use super::label::is_invented;
use super::names::Names;
use super::parts::Parts;
use super::register::unmarked;
use super::row::Row;
use super::words::folded;
use crate::contacts::{Contact, Contacts};
use crate::diagnostics::{Code, Diagnostic, Faults, WithWarnings};
use crate::instance::Instance;
use crate::instance::entities::Commune;
use crate::instance::ids::{CommuneId, ResidentId};

const ID: Column = required("id", "Identifiant");
const NAME: Column = required("name", "Nom");
const ADDRESS: Column = optional("address", "Adresse");
const PHONE: Column = optional("phone", "Téléphone");
const EMAIL: Column = optional("email", "Courriel");
const HOURS: Column = optional("hours", "Horaires");
const COLUMNS: &[Column] = &[ID, NAME, ADDRESS, PHONE, EMAIL, HOURS];

/// Reads contacts of the residents and communes of `instance`, with the warnings.
///
/// # Errors
/// Every fault and warning of the file, sorted by line.
pub fn read_contacts(path: &Path, instance: &Instance) -> WithWarnings<Contacts> {
    let mut faults = Faults::default();
    let parts = Parts::of_disk(path, None, &mut faults);
    let contacts = contacts(&parts, instance, &mut faults);
    faults.verdict(Some(contacts))
}

fn contacts(parts: &Parts, instance: &Instance, faults: &mut Faults) -> Contacts {
    let residents: HashMap<&str, ResidentId> =
        instance.residents.iter_enumerated().map(|(id, one)| (one.id.as_str(), id)).collect();
    let communes: HashMap<&str, CommuneId> =
        instance.communes.iter_enumerated().map(|(id, one)| (one.insee.as_str(), id)).collect();
    let mut names = Names::new(Code::UnknownResident);
    let mut contacts = Contacts { is_invented: is_invented(parts, COLUMNS), ..Contacts::default() };
    parts.each_row(Layout::of(COLUMNS), faults, |row| {
        let id = names.register(row, ID);
        let contact = contact(row);
        let (Some(id), Some(contact)) = (id, contact) else { return };
        if let Some(&resident) = residents.get(id.as_str()) {
            contacts.residents.insert(resident, contact);
        } else if let Some(commune) = commune(row, &id, &communes) {
            contacts.mairies.insert(commune, contact);
        } else {
            report_unknown(row, &id, instance);
        }
    });
    contacts
}

fn contact(row: &mut Row<'_>) -> Option<Contact> {
    let name = unmarked(row.text(NAME)?).to_owned();
    let given = |column: Column| row.given(column).map(|text| unmarked(text).to_owned());
    Some(Contact {
        name,
        address: given(ADDRESS),
        phone: given(PHONE),
        email: given(EMAIL),
        hours: given(HOURS),
    })
}

/// The commune of a code; a code that lost its leading zero is accepted, with a warning.
fn commune(row: &mut Row<'_>, id: &str, communes: &HashMap<&str, CommuneId>) -> Option<CommuneId> {
    let read = codes::insee(id)?;
    let commune = communes.get(read.code.as_str()).copied()?;
    if read.is_mended {
        let warning = Diagnostic::new(Code::CodeMended, row.at(ID)).with("value", id);
        row.faults.add(warning.with("found", read.code).hinting("hint-as-text"));
    }
    Some(commune)
}

/// Reports an unknown identifier. Another person's identifier is never proposed, except the same one in another
/// spelling: a resident who withdrew must not be confused with somebody else. A commune's name leads to its code.
fn report_unknown(row: &mut Row<'_>, id: &str, instance: &Instance) {
    let place = row.at(ID);
    row.faults.add_with(Code::UnknownResident, place, |fault| {
        let fault = fault.with("value", id);
        let residents = instance.residents.iter().map(|resident| resident.id.as_str());
        let same = residents.filter(|known| bare(known) == bare(id)).min();
        let mut named = instance.communes.iter().filter(|commune| folded(&commune.name) == folded(id));
        match (same, named.next(), named.next()) {
            (Some(same), ..) => fault.suggesting("hint-nearest", Some(same)),
            (None, Some(Commune { insee, name, .. }), None) => {
                let facts = vec![("name", name.as_str().into()), ("found", insee.as_str().into())];
                fault.advising("hint-insee-of", facts)
            }
            _ if codes::insee(id).is_some() => fault.hinting("hint-merged"),
            _ => fault.hinting("hint-contact-of-nobody"),
        }
    });
}

/// An identifier reduced to small letters and digits, without the leading zeros that a number loses.
fn bare(id: &str) -> String {
    let bare: String =
        id.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let is_number = bare.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { bare.trim_start_matches('0').to_owned() } else { bare }
}
