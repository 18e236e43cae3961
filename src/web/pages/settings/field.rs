//! A key of the form for display.

use crate::app::settings::{Field, Section, Takes};
use crate::messages::Messages;

use super::found::Found;

/// A section of the form.
pub(super) struct Group {
    /// Its identifier in the page.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// Its description.
    pub(super) meaning: String,
    /// Its keys.
    pub(super) inputs: Vec<Input>,
}

/// A key.
pub(super) struct Input {
    /// Its full name.
    pub(super) key: String,
    /// Its identifier in the page.
    pub(super) id: String,
    /// Its description.
    pub(super) meaning: String,
    /// Its current text.
    pub(super) value: String,
    /// `date` or `text`.
    pub(super) kind: &'static str,
    /// The keyboard that a telephone shows.
    pub(super) mode: &'static str,
    /// Its unit.
    pub(super) unit: String,
    /// The note below it.
    pub(super) note: Note,
}

/// The note below a key: its default, whether the value differs from it, and its findings.
pub(super) struct Note {
    /// Its identifier in the page.
    pub(super) id: String,
    /// The value that applies if the field is empty.
    pub(super) default: String,
    /// Whether the value differs from it.
    pub(super) differs: bool,
    /// Findings: severity and text.
    pub(super) faults: Vec<(&'static str, String)>,
}

/// The identifier of a key in the page: its first part, its second.
pub(in crate::web::pages) fn id_of(key: &str) -> String {
    let key = key.split('[').next().unwrap_or(key);
    key.replace(['.', '_'], "-")
}

/// The groups of the form.
pub(super) fn groups(form: &[Section], found: &Found, messages: &Messages) -> Vec<Group> {
    let group = |section: &Section| Group {
        id: if section.name.is_empty() { "top".to_owned() } else { section.name.clone() },
        title: title(&section.name, messages),
        meaning: section.meaning.as_ref().map(|key| messages.text(key, &[])).unwrap_or_default(),
        inputs: section.fields.iter().map(|field| input(field, found, messages)).collect(),
    };
    form.iter().map(group).collect()
}

/// The note below each key.
pub(super) fn notes(form: &[Section], found: &Found, messages: &Messages) -> Vec<Note> {
    form.iter().flat_map(|section| &section.fields).map(|field| note(field, found, messages)).collect()
}

/// The title of a section; its name if the catalogue has none.
fn title(section: &str, messages: &Messages) -> String {
    let key = format!("web-settings-{}", if section.is_empty() { "top" } else { section });
    if messages.has(&key) { messages.text(&key, &[]) } else { section.to_owned() }
}

fn input(field: &Field, found: &Found, messages: &Messages) -> Input {
    let value = field.value.clone().unwrap_or_default();
    let is_number = matches!(field.takes, Takes::Whole(..) | Takes::Number(..));
    // A browser shows nothing in a date field if the text is not an ISO date.
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

/// A number in the reader's language.
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

/// Capitalises the first letter of a text.
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
