//! The rules of the zone in which sessions are held.
//!
//! Outlook takes a bare zone name, or dates instead of rules, for another zone and shows events an hour early or late.
//! If the clocks of a zone change by a rule (the last Sunday of March), the rule is written, derived from the changes in
//! the tz database; if they never change, there is one offset; if they change without such a rule (Ramadan), each change
//! of the calendar's years is listed.

use std::ops::RangeInclusive;

use icalendar::parser::{Component, Property};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, Weekday, date};
use jiff::tz::{Offset, TimeZone};

use super::{compact, plain};
use crate::instance::zone::Zone;

/// Years in which weekdays meet all dates: a rule that holds for so long is the zone's rule.
const CYCLE: i16 = 28;
/// The earliest year in which the start of a rule is searched.
const EARLIEST: i16 = 1970;

/// `VTIMEZONE` for events of these years.
pub(super) fn component(zone: &Zone, years: &RangeInclusive<i16>) -> Component<'static> {
    let name = zone.name();
    Component {
        name: "VTIMEZONE".to_owned().into(),
        properties: vec![plain("TZID", name), plain("X-LIC-LOCATION", name)],
        components: observances(zone.rules(), years),
    }
}

fn observances(rules: &TimeZone, years: &RangeInclusive<i16>) -> Vec<Component<'static>> {
    let (first, last) = (*years.start(), (*years.end()).max(years.start().saturating_add(CYCLE)));
    let by_year: Vec<Vec<Change>> = (first..=last).map(|year| changes(rules, year)).collect();
    if by_year.iter().all(Vec::is_empty) {
        let begin = if first > EARLIEST { date(EARLIEST, 1, 1) } else { date(first, 1, 1) };
        return vec![Change::standing(rules, first, begin).observance(None)];
    }
    let Some(yearly) = rules_of(&by_year) else {
        let standing = Change::standing(rules, first, date(first, 1, 1));
        let listed = (first..=*years.end()).flat_map(|year| changes(rules, year));
        return std::iter::once(standing).chain(listed).map(|change| change.observance(None)).collect();
    };
    let follows = |found: &Vec<Change>| {
        found.len() == yearly.len() && found.iter().zip(&yearly).all(|(change, rule)| rule.holds_for(change))
    };
    let earlier = (EARLIEST..first).rev().map(|year| changes(rules, year)).take_while(follows).last();
    let begin = earlier.or_else(|| by_year.into_iter().next()).unwrap_or_default();
    begin.into_iter().zip(&yearly).map(|(change, rule)| change.observance(Some(rule))).collect()
}

/// One change of the clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// Its local time, before the change.
    at: DateTime,
    before: Offset,
    after: Offset,
    name: String,
    is_summer: bool,
}

impl Change {
    /// The state at the beginning of a year, as a change at `begin` from the same offset.
    fn standing(rules: &TimeZone, year: i16, begin: Date) -> Self {
        let moment = rules.to_zoned(date(year, 1, 1).at(0, 0, 0, 0));
        let info = rules.to_offset_info(moment.map(|moment| moment.timestamp()).unwrap_or_default());
        Self {
            at: begin.at(0, 0, 0, 0),
            before: info.offset(),
            after: info.offset(),
            name: info.abbreviation().to_owned(),
            is_summer: info.dst().is_dst(),
        }
    }

    /// `STANDARD` or `DAYLIGHT`.
    fn observance(&self, rule: Option<&Yearly>) -> Component<'static> {
        let mut properties = vec![
            plain("TZNAME", &self.name),
            plain("TZOFFSETFROM", &offset(self.before)),
            plain("TZOFFSETTO", &offset(self.after)),
            plain("DTSTART", &compact(self.at)),
        ];
        properties.extend(rule.map(Yearly::property));
        let kind = if self.is_summer { "DAYLIGHT" } else { "STANDARD" };
        Component { name: kind.to_owned().into(), properties, components: Vec::new() }
    }
}

/// The changes of a year, in local times before each change, in order.
fn changes(rules: &TimeZone, year: i16) -> Vec<Change> {
    // There is no year 10,000, which the rule of the last years would need.
    let Ok(begin) = Date::new(year, 1, 1).and_then(|begin| rules.to_zoned(begin.at(0, 0, 0, 0))) else {
        return Vec::new();
    };
    let begin = begin.timestamp();
    let second = jiff::SignedDuration::from_secs(1);
    let just_before = |moment: Timestamp| moment.checked_sub(second).unwrap_or(Timestamp::MIN);
    let found = rules.following(just_before(begin)).map(|change| {
        let before = rules.to_offset(just_before(change.timestamp()));
        Change {
            at: before.to_datetime(change.timestamp()),
            before,
            after: change.offset(),
            name: change.abbreviation().to_owned(),
            is_summer: change.dst().is_dst(),
        }
    });
    found.take_while(|change| change.at.year() <= year).collect()
}

/// A change that comes every year on the same weekday of a month.
#[derive(Debug, PartialEq, Eq)]
struct Yearly {
    month: i8,
    weekday: Weekday,
    /// First to fourth of the month; -1 is the last.
    nth: i8,
    time: Time,
    before: Offset,
    after: Offset,
}

impl Yearly {
    fn holds_for(&self, change: &Change) -> bool {
        let nth = change.at.date().nth_weekday_of_month(self.nth, self.weekday);
        change.at.month() == self.month
            && nth.is_ok_and(|nth| {
                nth.at(self.time.hour(), self.time.minute(), self.time.second(), 0) == change.at
            })
            && (self.before, self.after) == (change.before, change.after)
    }

    fn property(&self) -> Property<'static> {
        let day = match self.weekday {
            Weekday::Monday => "MO",
            Weekday::Tuesday => "TU",
            Weekday::Wednesday => "WE",
            Weekday::Thursday => "TH",
            Weekday::Friday => "FR",
            Weekday::Saturday => "SA",
            Weekday::Sunday => "SU",
        };
        plain("RRULE", &format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", self.month, self.nth))
    }
}

/// The rules of changes that are the same in every year; `None` if they are not.
fn rules_of(by_year: &[Vec<Change>]) -> Option<Vec<Yearly>> {
    let (first, others) = by_year.split_first()?;
    let alike = others.iter().all(|changes| changes.len() == first.len());
    if !alike {
        return None;
    }
    let rule = |(position, change): (usize, &Change)| {
        let candidate = |nth| Yearly {
            month: change.at.month(),
            weekday: change.at.weekday(),
            nth,
            time: change.at.time(),
            before: change.before,
            after: change.after,
        };
        let fits = |rule: &Yearly| by_year.iter().all(|changes| rule.holds_for(&changes[position]));
        [-1, 1, 2, 3, 4].into_iter().map(candidate).find(fits)
    };
    first.iter().enumerate().map(rule).collect()
}

/// `+0100`; with seconds for offsets from solar time.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3_600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str) -> Vec<String> {
        written_in(name, 2027)
    }

    /// The observances of a zone in a year: kind, offsets, begin and rule.
    fn written_in(name: &str, year: i16) -> Vec<String> {
        let zone = Zone::named(name).expect("a zone of the tz database");
        let one = |observance: Component<'static>| {
            let value = |name: &str| observance.find_prop(name).map(|property| property.val.to_string());
            let values = ["TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "DTSTART", "RRULE"].map(value);
            let values: Vec<String> = values.into_iter().flatten().collect();
            format!("{} {}", observance.name.as_str(), values.join(" "))
        };
        component(&zone, &(year..=year)).components.into_iter().map(one).collect()
    }

    #[test]
    fn clocks_that_change_by_a_rule_have_that_rule() {
        assert_eq!(
            written("Europe/Paris"),
            [
                "DAYLIGHT CEST +0100 +0200 19960331T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "STANDARD CET +0200 +0100 19961027T030000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        );
        assert_eq!(
            written("America/Miquelon"),
            [
                "DAYLIGHT -02 -0300 -0200 20070311T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "STANDARD -03 -0200 -0300 20071104T020000 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            ]
        );
    }

    #[test]
    fn the_first_and_the_last_year_have_rules_too() {
        for year in [-9999, 1, 1800, 9971, 9999] {
            assert!(!written_in("Europe/Paris", year).is_empty(), "{year}");
        }
    }

    #[test]
    fn clocks_that_never_change_have_one_offset() {
        assert_eq!(written("Indian/Reunion"), ["STANDARD +04 +0400 +0400 19700101T000000"]);
        assert_eq!(written("America/Martinique"), ["STANDARD AST -0400 -0400 19700101T000000"]);
        assert_eq!(written("Pacific/Marquesas"), ["STANDARD -0930 -0930 -0930 19700101T000000"]);
    }

    #[test]
    fn clocks_that_change_by_no_rule_have_the_changes_of_the_year() {
        // Morocco suspended its time during Ramadan, which began on 3 April 2022.
        let listed = written_in("Africa/Casablanca", 2022);
        assert_eq!(listed.len(), 3, "{listed:?}");
        assert!(listed.iter().all(|observance| !observance.contains("RRULE")), "{listed:?}");
        assert!(listed[1].contains("20220327T030000"), "{listed:?}");
    }
}
