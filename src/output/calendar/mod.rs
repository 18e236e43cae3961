//! Calendars in iCalendar (RFC 5545), for the people who subscribe to them.
//!
//! Every session is an explicit event: recurrence rules with exceptions around holidays are what calendars disagree
//! about. Times are local, with the full rules of their zone (`zone`), without which Outlook moves events by an hour.
//! Calendars are published: no organiser, no attendee, nothing about a person.
//!
//! An event keeps its identifier ([`identity`]) as long as its cycle and session number exist. [`earlier`] compares with
//! what was published before, in a calendar or by an announced plan, and increments `SEQUENCE` if anything visible has
//! changed. `DTSTAMP` is the day from which the plan holds, since copied files lose their creation time.
//!
//! # Design
//! Why the crate's parsed form (`icalendar::parser`) and not its builders? A builder stamps the wall clock and a random
//! identifier into every component that has none, including `VTIMEZONE`, where both are forbidden. The parsed form
//! writes what it is given, with CRLF; lines are folded in `folding`.

pub mod earlier;
pub mod events;
mod folding;
pub mod identity;
mod read;
pub mod unread;
mod zone;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use icalendar::parser::{Calendar, Component, Parameter, Property};
use jiff::civil::DateTime;

use crate::instance::zone::Zone;
pub use earlier::{Earlier, Version};

/// The producer of the file; the same in every version, so that an unchanged plan gives the same bytes.
const PRODUCT: &str = "-//ateliers//ateliers//FR";

/// The year of the zone's rules in a calendar without events.
const NO_YEAR: i16 = 2026;

/// What a calendar shows of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Start, local time.
    pub start: DateTime,
    /// End, local time.
    pub end: DateTime,
    /// The zone of these times.
    pub zone: Zone,
    /// Title.
    pub summary: String,
    /// Venue with its address.
    pub location: String,
    /// Further lines.
    pub description: String,
    /// Whether the session was dropped.
    pub is_cancelled: bool,
}

/// An event with the properties that identify its latest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The visible part.
    pub event: Event,
    /// Identifier, stable as long as the cycle and the session's number exist.
    pub uid: String,
    /// How often the visible part has changed since the first publication.
    pub sequence: u32,
    /// The day from which this version holds, UTC.
    pub stamp: DateTime,
}

/// A calendar's bytes, with the rules of its zone and of any other zone that an earlier published event has.
pub fn calendar(name: &str, description: &str, zone: &Zone, events: &[Published]) -> Vec<u8> {
    let mut properties = vec![
        plain("VERSION", "2.0"),
        plain("PRODID", PRODUCT),
        plain("CALSCALE", "GREGORIAN"),
        plain("METHOD", "PUBLISH"),
    ];
    for (standard, extension, text) in
        [("NAME", "X-WR-CALNAME", name), ("DESCRIPTION", "X-WR-CALDESC", description)]
    {
        properties.extend([self::text(standard, text), self::text(extension, text)]);
    }
    properties.push(plain("X-WR-TIMEZONE", zone.name()));
    let mut zones: BTreeMap<&str, (&Zone, RangeInclusive<i16>)> = BTreeMap::new();
    for Event { zone, start, .. } in events.iter().map(|published| &published.event) {
        let (_, years) = zones.entry(zone.name()).or_insert((zone, start.year()..=start.year()));
        *years = (*years.start()).min(start.year())..=(*years.end()).max(start.year());
    }
    if events.is_empty() {
        zones.insert(zone.name(), (zone, NO_YEAR..=NO_YEAR));
    }
    let zones = zones.values().map(|(zone, years)| zone::component(zone, years));
    let components = zones.chain(events.iter().map(component)).collect();
    folding::refolded(&Calendar { properties, components }.to_string()).into_bytes()
}

fn component(published: &Published) -> Component<'static> {
    let Published { event, uid, sequence, stamp } = published;
    let status = if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" };
    let properties = vec![
        text("UID", uid),
        plain("DTSTAMP", &format!("{}Z", compact(*stamp))),
        local("DTSTART", event.start, &event.zone),
        local("DTEND", event.end, &event.zone),
        plain("SEQUENCE", &sequence.to_string()),
        plain("STATUS", status),
        text("SUMMARY", &event.summary),
        text("LOCATION", &event.location),
        text("DESCRIPTION", &event.description),
    ];
    Component { name: "VEVENT".to_owned().into(), properties, components: Vec::new() }
}

fn plain(name: &str, value: &str) -> Property<'static> {
    Property { name: name.to_owned().into(), val: value.to_owned().into(), params: Vec::new() }
}

/// A text property, escaped as in RFC 5545 section 3.3.11.
fn text(name: &str, value: &str) -> Property<'static> {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '\\' | ',' | ';' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            _ if character.is_control() && character != '\t' => {}
            _ => escaped.push(character),
        }
    }
    plain(name, &escaped)
}

fn local(name: &str, time: DateTime, zone: &Zone) -> Property<'static> {
    let zone = Parameter { key: "TZID".to_owned().into(), val: Some(zone.name().to_owned().into()) };
    Property { params: vec![zone], ..plain(name, &compact(time)) }
}

/// `20260131T093000`.
fn compact(time: DateTime) -> String {
    let (date, clock) = (time.date(), time.time());
    let date = format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    format!("{date}T{:02}{:02}{:02}", clock.hour(), clock.minute(), clock.second())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    pub(super) fn event() -> Event {
        Event {
            start: date(2026, 1, 5).at(9, 30, 0, 0),
            end: date(2026, 1, 5).at(11, 30, 0, 0),
            zone: Zone::default(),
            summary: "Atelier numérique à Hérimoncourt, séance 1 sur 5 ; parcours de base pour tous"
                .to_owned(),
            location: "Salle des fêtes, 25310 Hérimoncourt".to_owned(),
            description: "C001\nUne \\ ligne".to_owned(),
            is_cancelled: false,
        }
    }

    fn written() -> String {
        let uid = "C001-1.trainer-T1.small@ateliers".to_owned();
        let stamp = date(2026, 1, 1).at(8, 0, 0, 0);
        let published = Published { event: event(), uid, sequence: 2, stamp };
        String::from_utf8(calendar("Hérimoncourt", "Ateliers", &Zone::default(), &[published]))
            .expect("UTF-8")
    }

    #[test]
    fn lines_are_folded_at_75_bytes_and_end_with_crlf() {
        let text = written();
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn texts_are_escaped_and_times_are_local() {
        let unfolded = written().replace("\r\n ", "");
        assert!(unfolded.contains("DTSTART;TZID=Europe/Paris:20260105T093000\r\n"));
        assert!(unfolded.contains("LOCATION:Salle des fêtes\\, 25310 Hérimoncourt\r\n"));
        assert!(unfolded.contains("DESCRIPTION:C001\\nUne \\\\ ligne\r\n"));
        assert!(unfolded.contains("séance 1 sur 5 \\; parcours"));
        assert!(unfolded.contains("SEQUENCE:2\r\n") && unfolded.contains("METHOD:PUBLISH\r\n"));
    }
}
