//! Reads back a calendar of an earlier export: only what is written here.
//!
//! # Design
//! Why not the parser of the crate that writes? It recurses for every nested component, so that a file of nested `BEGIN`
//! lines aborts the program. Here lines are read one at a time, and depth is a number.

use std::collections::BTreeMap;

use super::unread::Unread;

/// Most nested components: a rule within a zone within a calendar is the third.
const DEEPEST: usize = 4;

/// The value of a property, and the zone that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    pub(super) value: String,
    pub(super) zone: Option<String>,
}

/// Properties by name, in capitals; the first if several have one name.
pub(super) type Properties = BTreeMap<String, Property>;

/// A calendar: its own properties, and those of each event.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub(super) properties: Properties,
    pub(super) events: Vec<Properties>,
}

/// Reads a calendar, and any further ones in the same file.
pub(super) fn calendar(text: &str) -> Result<Calendar, Unread> {
    let mut calendar = Calendar::default();
    let mut within: Vec<String> = Vec::new();
    let mut n_calendars = 0;
    for (number, line) in unfolded(text.trim_start_matches('\u{feff}')) {
        let not_a_calendar = Unread::NotACalendar { line: number };
        let Some((name, property)) = property(&line) else { return Err(not_a_calendar) };
        let component = property.value.to_ascii_uppercase();
        match name.as_str() {
            "BEGIN" => {
                if within.is_empty() != (component == "VCALENDAR") || within.len() >= DEEPEST {
                    return Err(not_a_calendar);
                }
                n_calendars += usize::from(within.is_empty());
                if within.len() == 1 && component == "VEVENT" {
                    calendar.events.push(Properties::new());
                }
                within.push(component);
            }
            "END" if within.pop() == Some(component) => {}
            "END" => return Err(not_a_calendar),
            _ => {
                let taken = match within.as_slice() {
                    [] => return Err(not_a_calendar),
                    [_] => Some(&mut calendar.properties),
                    [_, event] if event == "VEVENT" => calendar.events.last_mut(),
                    _ => None,
                };
                if let Some(properties) = taken {
                    properties.entry(name).or_insert(property);
                }
            }
        }
    }
    let is_whole = n_calendars > 0 && within.is_empty();
    if is_whole { Ok(calendar) } else { Err(Unread::NotACalendar { line: text.lines().count().max(1) }) }
}

/// Lines joined with their continuations, and the number of the first line of each.
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(further), Some((_, line))) => line.push_str(further),
            _ if line.is_empty() => {}
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// A line as a property: its name in capitals, its value without escapes.
fn property(line: &str) -> Option<(String, Property)> {
    let mut is_quoted = false;
    let ends = |character: char| {
        is_quoted ^= character == '"';
        character == ':' && !is_quoted
    };
    let colon = line.find(ends)?;
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let mut parts = head.split(';');
    let name = parts.next().filter(|name| !name.is_empty())?.to_ascii_uppercase();
    let mut parameters = parts.filter_map(|parameter| parameter.split_once('='));
    let zone = parameters.find(|(key, _)| key.eq_ignore_ascii_case("TZID"));
    let zone = zone.map(|(_, zone)| zone.trim_matches('"').to_owned());
    Some((name, Property { value: plain(value), zone }))
}

/// A text without the escapes of RFC 5545 section 3.3.11.
fn plain(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(escaped) => plain.push(escaped),
                None => plain.push('\\'),
            },
            _ => plain.push(character),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_lines_escapes_and_quoted_parameters_are_read() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\, b\\n\r\n c\\\\\r\n\
                    DTSTART;X=\"a:b\";TZID=\"Indian/Reunion\":20270104T093000\r\nBEGIN:VALARM\r\nSUMMARY:no\r\n\
                    END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let read = calendar(text).expect("a calendar");
        let event = &read.events[0];
        assert_eq!(event["SUMMARY"].value, "a, b\nc\\");
        let start = Property { value: "20270104T093000".to_owned(), zone: Some("Indian/Reunion".to_owned()) };
        assert_eq!(event["DTSTART"], start);
    }

    #[test]
    fn what_is_no_calendar_is_refused_at_its_line() {
        let refused = |text: &str| match calendar(text) {
            Err(Unread::NotACalendar { line }) => line,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(""), 1);
        assert_eq!(refused("oops"), 1);
        assert_eq!(refused("BEGIN:VCALENDAR\nEND:VEVENT\n"), 2);
        assert_eq!(refused("BEGIN:VEVENT\nEND:VEVENT\n"), 1);
        assert_eq!(refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\n"), 2);
    }

    #[test]
    fn nesting_ends_nothing() {
        let text = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(1_000_000));
        assert!(calendar(&text).is_err());
        let text = format!("BEGIN:VCALENDAR\n{}", "BEGIN:A\nEND:A\n".repeat(1_000));
        assert!(calendar(&(text + "END:VCALENDAR")).is_ok());
    }
}
