//! The rules of the zone in which sessions are held.
//!
//! Outlook takes a bare zone name, or dates instead of rules, for another zone and shows events an hour early or late:
//! both changes of the clock stand here as rules (last Sundays of March and October, directive 2000/84/EC).

use icalendar::parser::Component;

use super::plain;

/// The zone of every session: France has no other where buses run between communes.
pub(super) const NAME: &str = "Europe/Paris";

/// `VTIMEZONE` with both rules.
pub(super) fn component() -> Component<'static> {
    let summer = change("DAYLIGHT", "CEST", ("+0100", "+0200"), ("19810329T020000", 3));
    let winter = change("STANDARD", "CET", ("+0200", "+0100"), ("19961027T030000", 10));
    Component {
        name: "VTIMEZONE".to_owned().into(),
        properties: vec![plain("TZID", NAME), plain("X-LIC-LOCATION", NAME)],
        components: vec![summer, winter],
    }
}

/// One change of the clock: its name, the offsets before and after, its first date and its month.
fn change(kind: &str, name: &str, offsets: (&str, &str), (first, month): (&str, u8)) -> Component<'static> {
    let properties = vec![
        plain("TZNAME", name),
        plain("TZOFFSETFROM", offsets.0),
        plain("TZOFFSETTO", offsets.1),
        plain("DTSTART", first),
        plain("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU")),
    ];
    Component { name: kind.to_owned().into(), properties, components: Vec::new() }
}
