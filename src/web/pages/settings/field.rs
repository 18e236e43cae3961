//! A key of the form as it is shown.

use crate::app::settings::{Field, Section, Takes};
use crate::messages::Messages;

use super::found::Found;

/// A section of the form.
pub(super) struct Group {
    /// Its name in addresses.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// What it is about.
    pub(super) meaning: String,
    /// Its keys.
    pub(super) inputs: Vec<Input>,
}

/// A key.
pub(super) struct Input {
    /// Its whole name.
    pub(super) key: String,
    /// Its name in addresses.
    pub(super) id: String,
    /// What it means.
    pub(super) meaning: String,
    /// What is written of it.
    pub(super) value: String,
    /// `date` or `text`.
    pub(super) kind: &'static str,
    /// Which keys a telephone offers.
    pub(super) mode: &'static str,
    /// Its unit.
    pub(super) unit: String,
    /// What stands below it.
    pub(super) note: Note,
}

/// What stands below a key: its default, whether it differs from it, and what is wrong.
pub(super) struct Note {
    /// Its name in addresses.
    pub(super) id: String,
    /// What it takes where nothing is written.
    pub(super) default: String,
    /// Whether something else counts.
    pub(super) differs: bool,
    /// What is wrong: how grave it is, and in words.
    pub(super) faults: Vec<(&'static str, String)>,
}

/// The name in addresses of a key: its first part, its second.
pub(in crate::web::pages) fn id_of(key: &str) -> String {
    let key = key.split('[').next().unwrap_or(key);
    key.replace(['.', '_'], "-")
}

/// The whole form.
pub(super) fn groups(form: &[Section], found: &Found, messages: &Messages) -> Vec<Group> {
    let group = |section: &Section| Group {
        id: if section.name.is_empty() { "top".to_owned() } else { section.name.clone() },
        title: title(&section.name, messages),
        meaning: section.meaning.as_ref().map(|key| messages.text(key, &[])).unwrap_or_default(),
        inputs: section.fields.iter().map(|field| input(field, found, messages)).collect(),
    };
    form.iter().map(group).collect()
}

/// What stands below each key.
pub(super) fn notes(form: &[Section], found: &Found, messages: &Messages) -> Vec<Note> {
    form.iter().flat_map(|section| &section.fields).map(|field| note(field, found, messages)).collect()
}

/// The title of a section; its name where the catalogue has none.
fn title(section: &str, messages: &Messages) -> String {
    let key = format!("web-settings-{}", if section.is_empty() { "top" } else { section });
    if messages.has(&key) { messages.text(&key, &[]) } else { section.to_owned() }
}

fn input(field: &Field, found: &Found, messages: &Messages) -> Input {
    let value = field.value.clone().unwrap_or_default();
    let is_number = matches!(field.takes, Takes::Whole(..) | Takes::Number(..));
    // A browser shows nothing of a day that is written in another way.
    let is_day = field.takes == Takes::Date && (value.is_empty() || is_iso(&value));
    Input {
        id: id_of(&field.key),
        meaning: capitalised(&messages.text(&field.meaning, &[])),
        kind: if is_day { "date" } else { "text" },
        mode: if is_number { "decimal" } else { "text" },
        unit: field.unit.as_deref().map(|unit| in_words(unit, messages)).unwrap_or_default(),
        note: note(field, found, messages),
        key: field.key.clone(),
        value,
    }
}

fn is_iso(day: &str) -> bool {
    let shape =
        |(at, byte): (usize, u8)| if [4, 7].contains(&at) { byte == b'-' } else { byte.is_ascii_digit() };
    day.len() == 10 && day.bytes().enumerate().all(shape)
}

fn note(field: &Field, found: &Found, messages: &Messages) -> Note {
    let unit = field.unit.as_deref().map(|unit| in_words(unit, messages)).unwrap_or_default();
    let is_number = matches!(field.takes, Takes::Whole(..) | Takes::Number(..));
    let with_unit = |text: &str| {
        let figure = if is_number { figure(text, messages) } else { text.to_owned() };
        format!("{figure}\u{a0}{unit}").trim().to_owned()
    };
    let mut default = match (&field.default, &field.example) {
        _ if field.is_required => messages.text("web-settings-required", &[]),
        (Some(default), _) => messages.text("web-settings-default", &[("value", with_unit(default).into())]),
        (None, Some(example)) => {
            messages.text("web-settings-example", &[("value", with_unit(example).into())])
        }
        (None, None) => messages.text("web-settings-optional", &[]),
    };
    if matches!(field.takes, Takes::List | Takes::Files) {
        default = format!("{default}. {}", messages.text("web-settings-list", &[]));
    }
    Note {
        id: id_of(&field.key),
        default,
        differs: !field.is_required && field.differs(),
        faults: found.at(&field.key),
    }
}

/// A number as the reader's language writes it.
fn figure(text: &str, messages: &Messages) -> String {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    text.parse().map_or_else(|_| text.to_owned(), |number| messages.number(number, decimals))
}

fn in_words(unit: &str, messages: &Messages) -> String {
    match unit {
        "min" => messages.text("web-unit-min", &[]),
        "EUR" => messages.text("web-unit-eur", &[]),
        "d" => messages.text("web-unit-d", &[]),
        "s" => messages.text("web-unit-s", &[]),
        other => other.to_owned(),
    }
}

/// A text that begins a line.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names_for_addresses_and_days_their_form() {
        assert_eq!(id_of("travel.max_travel_min"), "travel-max-travel-min");
        assert_eq!(id_of("hosts.communes[2]"), "hosts-communes");
        assert!(
            is_iso("2026-01-05") && !is_iso("05/01/2026") && !is_iso("2026-1-05") && !is_iso("2026-01-5é")
        );
        assert_eq!(capitalised("été"), "Été");
    }
}
