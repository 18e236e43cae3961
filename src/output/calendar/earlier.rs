//! What was published earlier, and what has changed since.
//!
//! A session with the same visible part keeps its `SEQUENCE` and `DTSTAMP`; a changed one gets the next number; one that
//! is no longer in the plan is cancelled, and stays so in later exports. So are all sessions of a town hall or a trainer
//! who left the tables, in a calendar made only for that. A held session keeps its published form.
//!
//! What was published is read from the calendars of an earlier export, or follows from the announced plans, each of
//! which is a [`Version`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};

use super::identity::{Identity, Session, Whose, series};
use super::read::{self, Properties};
use super::unread::Unread;
use super::{Event, Published};
use crate::instance::Instance;
use crate::instance::zone::Zone;

/// The largest `SEQUENCE` that is accepted: signed 32-bit numbers must have room to count on.
const LAST_SEQUENCE: u32 = 1_000_000_000;

/// All events of an earlier export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    boards: BTreeMap<Whose, Board>,
    /// The part of identifiers that distinguishes this plan from others.
    series: String,
    zones: BTreeMap<String, Zone>,
}

/// The events of one plan in one calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its events.
    pub events: Vec<(Session, Event)>,
    /// The day from which it holds: earlier sessions were held as published.
    pub today: Date,
}

/// What was published for one town hall or trainer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// The name of the calendar.
    pub name: String,
    /// The name of its folder.
    pub folder: String,
    events: Events,
}

/// Events by session.
type Events = BTreeMap<Session, Published>;

impl Earlier {
    /// No plan of this instance was published yet.
    pub fn nothing(instance: &Instance) -> Self {
        Self::of_series(series(instance))
    }

    /// There are no calendars of this series.
    pub fn of_series(series: String) -> Self {
        Self { series, ..Self::default() }
    }

    /// Adds the events of one calendar, whose folder has this name. Events of others are ignored.
    ///
    /// # Errors
    /// What is wrong with it, if it is not one of our calendars.
    pub fn read(&mut self, text: &str, folder: &str) -> Result<(), Unread> {
        let read::Calendar { properties, events } = read::calendar(text)?;
        let name = properties.get("NAME").map(|name| name.value.clone()).unwrap_or_default();
        for properties in &events {
            let uid = properties.get("UID").map(|uid| uid.value.clone()).unwrap_or_default();
            if !uid.is_empty() && !Identity::is_ours(&uid) {
                continue;
            }
            let read = Identity::read(&uid).zip(self.published(properties));
            let (Identity { session, whose, series }, published) = read.ok_or(Unread::NotOurs { uid })?;
            if self.boards.is_empty() {
                self.series.clone_from(&series);
            } else if self.series != series {
                return Err(Unread::OtherSeries);
            }
            let board = self.boards.entry(whose).or_insert_with(|| Board {
                name: name.clone(),
                folder: folder.to_owned(),
                events: Events::new(),
            });
            // One folder may contain two exports, with file names in two languages.
            let is_newer = board.events.get(&session).is_none_or(|known| known.sequence < published.sequence);
            if is_newer {
                board.events.insert(session, published);
            }
        }
        Ok(())
    }

    /// The town halls and trainers whose sessions were published, and who are no longer in the tables.
    pub fn gone(&self, instance: &Instance) -> Vec<(&Whose, &Board)> {
        let codes: BTreeSet<&str> = instance.communes.iter().map(|commune| commune.insee.as_str()).collect();
        let trainers: BTreeSet<&str> = instance.trainers.iter().map(|trainer| trainer.id.as_str()).collect();
        let is_gone = |whose: &Whose| match whose {
            Whose::Mairie(code) => !codes.contains(code.as_str()),
            Whose::Trainer(id) => !trainers.contains(id.as_str()),
        };
        self.boards.iter().filter(|(whose, _)| is_gone(whose)).collect()
    }

    /// The events to publish now in a calendar, by start, after applying each version in turn.
    pub fn publish(&self, versions: impl IntoIterator<Item = Version>, whose: &Whose) -> Vec<Published> {
        let mut board = self.boards.get(whose).map(|board| board.events.clone()).unwrap_or_default();
        for version in versions {
            board = self.followed(&board, version, whose);
        }
        let mut published: Vec<Published> = board.into_values().collect();
        published.sort_by(|one, other| (one.event.start, &one.uid).cmp(&(other.event.start, &other.uid)));
        published
    }

    /// The published events once a version follows earlier ones.
    fn followed(&self, board: &Events, version: Version, whose: &Whose) -> Events {
        let (stamp, today) = (version.today.at(0, 0, 0, 0), version.today);
        let is_held = |before: &&Published| !before.event.is_cancelled && before.event.start.date() < today;
        let mut now = Events::new();
        for (session, event) in version.events {
            let published = match board.get(&session) {
                Some(before) if is_held(&before) => before.clone(),
                Some(before) => before.followed_by(event, stamp),
                None => Published { uid: session.uid(whose, &self.series), event, sequence: 0, stamp },
            };
            now.insert(session, published);
        }
        for (session, before) in board {
            let is_cancelled = before.event.is_cancelled || !is_held(&before);
            let gone = || before.followed_by(Event { is_cancelled, ..before.event.clone() }, stamp);
            now.entry(session.clone()).or_insert_with(gone);
        }
        now
    }

    /// An event in our own format; `None` if a property is missing or invalid.
    fn published(&mut self, properties: &Properties) -> Option<Published> {
        let value = |name: &str| properties.get(name).map(|property| property.value.clone());
        let time = |name: &str| value(name)?.trim_end_matches('Z').parse::<DateTime>().ok();
        let zone = self.zone(properties.get("DTSTART")?.zone.as_deref()?)?;
        let event = Event {
            start: time("DTSTART")?,
            end: time("DTEND")?,
            zone,
            summary: value("SUMMARY")?,
            location: value("LOCATION")?,
            description: value("DESCRIPTION")?,
            is_cancelled: value("STATUS")? == "CANCELLED",
        };
        let sequence = value("SEQUENCE")?.parse().ok().filter(|&sequence| sequence <= LAST_SEQUENCE)?;
        Some(Published { event, uid: value("UID")?, sequence, stamp: time("DTSTAMP")? })
    }

    /// The zone with this name, looked up once.
    fn zone(&mut self, name: &str) -> Option<Zone> {
        if let Some(zone) = self.zones.get(name) {
            return Some(zone.clone());
        }
        let zone = Zone::named(name)?;
        self.zones.insert(name.to_owned(), zone.clone());
        Some(zone)
    }
}

impl Published {
    /// The next version of it, showing `event`.
    fn followed_by(&self, event: Event, stamp: DateTime) -> Self {
        if self.event == event {
            return self.clone();
        }
        // An export of another program, or of an earlier version of ours, may have a later stamp.
        Self { event, uid: self.uid.clone(), sequence: self.sequence + 1, stamp: stamp.max(self.stamp) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any, prop_oneof, proptest};
    use proptest::sample::{Index, select};

    use super::super::calendar;
    use super::super::tests::event;
    use super::*;

    fn stamp(day: i8) -> DateTime {
        date(2026, 1, day).at(0, 0, 0, 0)
    }

    fn version(event: Option<Event>, day: i8) -> Version {
        let events = event.map(|event| (first_session(), event)).into_iter().collect();
        Version { events, today: date(2026, 1, day) }
    }

    fn t1() -> Whose {
        Whose::Trainer("T1".to_owned())
    }

    fn nothing() -> Earlier {
        Earlier { series: "small-00".to_owned(), ..Earlier::default() }
    }

    fn first_session() -> Session {
        Session { cycle: "C001".to_owned(), number: 1 }
    }

    /// Publishes, and reads the written calendar.
    fn after(earlier: &Earlier, event: Option<Event>, day: i8) -> (Earlier, Vec<Published>) {
        let published = earlier.publish([version(event, day)], &t1());
        let text = String::from_utf8(calendar("T1", "", &Zone::default(), &published)).expect("UTF-8");
        let mut read = Earlier::default();
        read.read(&text, "T1").expect("our own calendar");
        (read, published)
    }

    #[test]
    fn what_shows_the_same_is_published_the_same() {
        let (first, published) = after(&nothing(), Some(event()), 1);
        assert_eq!((published[0].sequence, published[0].stamp), (0, stamp(1)));
        assert_eq!(published[0].uid, "C001-1.trainer-T1.small-00@ateliers");
        assert_eq!(after(&first, Some(event()), 2), (first, published));
    }

    #[test]
    fn what_changed_gets_the_next_number_and_what_was_dropped_stays_cancelled() {
        let (first, _) = after(&nothing(), Some(event()), 1);
        let moved = Event { location: "Mairie, 25310 Hérimoncourt".to_owned(), ..event() };
        let (second, published) = after(&first, Some(moved), 2);
        assert_eq!((published[0].sequence, published[0].stamp), (1, stamp(2)));
        let (third, published) = after(&second, None, 3);
        assert!(published[0].event.is_cancelled);
        assert_eq!(published[0].sequence, 2);
        let (fourth, published) = after(&third, None, 4);
        assert_eq!((published[0].sequence, published[0].stamp), (2, stamp(3)));
        let (_, published) = after(&fourth, Some(event()), 5);
        assert_eq!((published[0].event.is_cancelled, published[0].sequence), (false, 3));
    }

    #[test]
    fn the_same_time_in_another_zone_is_a_change() {
        let (first, _) = after(&nothing(), Some(event()), 1);
        let there = Event { zone: Zone::named("Indian/Reunion").expect("a zone"), ..event() };
        let (_, published) = after(&first, Some(there), 2);
        assert_eq!(published[0].sequence, 1);
    }

    #[test]
    fn whose_names_begin_alike_are_left_alone() {
        let (first, _) = after(&nothing(), Some(event()), 1);
        for other in ["T", "T1.Exemple", "t1", "T12"] {
            let other = Whose::Trainer(other.to_owned());
            assert_eq!(first.publish([version(None, 2)], &other), []);
        }
        assert_eq!(first.publish([version(None, 2)], &Whose::Mairie("T1".to_owned())), []);
        assert_eq!(first.publish([version(None, 2)], &t1()).len(), 1);
    }

    #[test]
    fn identifiers_of_earlier_versions_live_on() {
        let (_, published) = after(&nothing(), Some(event()), 1);
        let old = Published { uid: "C001-1.trainer-T1.small@ateliers".to_owned(), ..published[0].clone() };
        let text = String::from_utf8(calendar("T1", "", &Zone::default(), std::slice::from_ref(&old)))
            .expect("UTF-8");
        let mut earlier = Earlier::default();
        earlier.read(&text, "T1").expect("our own calendar");
        assert_eq!(earlier.series, "small");
        assert_eq!(earlier.publish([version(Some(event()), 2)], &t1()), [old]);
    }

    #[test]
    fn versions_that_were_announced_count_as_their_calendars_would() {
        let moved = Event { location: "Mairie, 25310 Hérimoncourt".to_owned(), ..event() };
        let versions = [Some(event()), Some(moved), None, None, Some(event())];
        let days = 1..=5;
        let versions: Vec<Version> =
            versions.into_iter().zip(days).map(|(event, day)| version(event, day)).collect();
        let mut read = nothing();
        for (position, version) in versions.iter().enumerate() {
            let of_calendars = read.publish([version.clone()], &t1());
            assert_eq!(nothing().publish(versions[..=position].to_vec(), &t1()), of_calendars);
            let text = String::from_utf8(calendar("T1", "", &Zone::default(), &of_calendars)).expect("UTF-8");
            read = Earlier::default();
            read.read(&text, "T1").expect("our own calendar");
        }
        assert_eq!(nothing().publish(versions, &t1())[0].sequence, 3);
    }

    #[test]
    fn a_session_that_has_been_held_stays_as_it_was_published() {
        let moved = Event { location: "Mairie, 25310 Hérimoncourt".to_owned(), ..event() };
        let published = nothing().publish([version(Some(event()), 1)], &t1());
        for later in [Some(moved), None] {
            let versions = [version(Some(event()), 1), version(later.clone(), 6)];
            assert_eq!(nothing().publish(versions, &t1()), published, "the event is on the 5th");
            let versions = [version(Some(event()), 1), version(later, 5)];
            assert_ne!(nothing().publish(versions, &t1()), published);
        }
        // A session that was cancelled before is not held.
        let versions = [version(Some(event()), 1), version(None, 2), version(None, 6)];
        let cancelled = nothing().publish(versions, &t1());
        assert_eq!((cancelled[0].event.is_cancelled, cancelled[0].sequence), (true, 1));
    }

    proptest! {
        #[test]
        fn whatever_a_calendar_says_is_read_or_refused(slips in vec((any::<Index>(), slip()), 1..6)) {
            let (_, published) = after(&nothing(), Some(event()), 1);
            let sound = String::from_utf8(calendar("T1", "", &Zone::default(), &published)).expect("UTF-8");
            let mut characters: Vec<String> = sound.chars().map(String::from).collect();
            for (at, slip) in slips {
                *at.get_mut(&mut characters) = slip;
            }
            let mut earlier = nothing();
            if earlier.read(&characters.concat(), "T1").is_ok() {
                let published = earlier.publish([version(None, 2)], &t1());
                calendar("T1", "", &Zone::default(), &published);
            }
        }
    }

    /// What may replace a character.
    fn slip() -> impl Strategy<Value = String> {
        let words = [
            "",
            "\r\n",
            ":",
            ";",
            "\"",
            "\\",
            ".",
            "-",
            "@ateliers",
            "BEGIN:VEVENT\r\n",
            "9999999999",
            "\r\n ",
        ];
        prop_oneof![any::<char>().prop_map(String::from), select(words.to_vec()).prop_map(ToOwned::to_owned)]
    }

    #[test]
    fn what_is_no_calendar_of_ours_is_told() {
        let (_, published) = after(&nothing(), Some(event()), 1);
        let sound = String::from_utf8(calendar("T1", "", &Zone::default(), &published)).expect("UTF-8");
        let uid = published[0].uid.clone();
        let spoilt = |from: &str, to: &str| {
            assert!(sound.contains(from), "{from} in {sound}");
            Earlier::default().read(&sound.replace(from, to), "T1")
        };
        let not_ours = Err(Unread::NotOurs { uid });
        assert_eq!(spoilt("SEQUENCE:0", "SEQUENCE:4294967295"), not_ours);
        assert_eq!(spoilt("SEQUENCE:0", "SEQUENCE:99999999999"), not_ours);
        assert_eq!(spoilt("DTSTART;TZID=Europe/Paris:2", "DTSTART;TZID=Europe/Nowhere:2"), not_ours);
        assert_eq!(spoilt("DTEND;TZID=Europe/Paris:2026", "DTEND;TZID=Europe/Paris:"), not_ours);
        assert_eq!(spoilt("STATUS:CONFIRMED\r\n", ""), not_ours);
        assert!(matches!(spoilt("UID:C001-1.trainer", "UID:C001-1.teacher"), Err(Unread::NotOurs { .. })));
        // A holiday of another program's calendar in the same folder.
        assert_eq!(spoilt("small-00@ateliers", "small-00@example.org"), Ok(()));
        let mut two = Earlier::default();
        two.read(&sound, "T1").expect("our own calendar");
        assert_eq!(two.read(&sound.replace("small-00", "small-01"), "T1"), Err(Unread::OtherSeries));
    }
}
