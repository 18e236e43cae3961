//! What was published before, and what has changed since.
//!
//! A session that shows the same keeps its `SEQUENCE` and `DTSTAMP`; one that shows something else gets the next
//! number; one that is no longer in the plan is cancelled, and stays so in later exports.

use std::collections::BTreeMap;

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::DateTime;

use super::{Event, Published};

/// All events of an earlier export, by identifier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    events: BTreeMap<String, Published>,
}

impl Earlier {
    /// Takes in the events of one calendar.
    ///
    /// # Errors
    /// What is wrong with it, where it is no calendar of ours.
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let unfolded = unfold(text);
        let calendar = read_calendar(&unfolded)?;
        for component in calendar.components.iter().filter(|component| component.name == "VEVENT") {
            let published = published(component).ok_or_else(|| named(component))?;
            self.events.insert(published.event.uid.clone(), published);
        }
        Ok(())
    }

    /// The events to publish now, by start, for the audience whose identifiers contain `mark`.
    pub fn publish(&self, events: Vec<Event>, mark: &str, stamp: DateTime) -> Vec<Published> {
        let mut now: BTreeMap<String, Published> = BTreeMap::new();
        for event in events {
            now.insert(event.uid.clone(), self.next(event, stamp));
        }
        for (uid, before) in self.events.iter().filter(|(uid, _)| uid.contains(mark)) {
            if !now.contains_key(uid) {
                now.insert(uid.clone(), cancelled(before, stamp));
            }
        }
        let mut published: Vec<Published> = now.into_values().collect();
        published.sort_by(|one, other| {
            (one.event.start, &one.event.uid).cmp(&(other.event.start, &other.event.uid))
        });
        published
    }

    fn next(&self, event: Event, stamp: DateTime) -> Published {
        match self.events.get(&event.uid) {
            None => Published { event, sequence: 0, stamp },
            Some(before) if before.event == event => before.clone(),
            Some(before) => Published { event, sequence: before.sequence + 1, stamp },
        }
    }
}

/// What becomes of an event that is no longer planned.
fn cancelled(before: &Published, stamp: DateTime) -> Published {
    if before.event.is_cancelled {
        return before.clone();
    }
    let event = Event { is_cancelled: true, ..before.event.clone() };
    Published { event, sequence: before.sequence + 1, stamp }
}

/// An event as we write it; `None` where a property is missing.
fn published(component: &Component<'_>) -> Option<Published> {
    let value = |name: &str| Some(component.find_prop(name)?.val.as_str().to_owned());
    let time = |name: &str| value(name)?.trim_end_matches('Z').parse::<DateTime>().ok();
    let event = Event {
        uid: value("UID")?,
        start: time("DTSTART")?,
        end: time("DTEND")?,
        summary: value("SUMMARY")?,
        location: value("LOCATION")?,
        description: value("DESCRIPTION")?,
        is_cancelled: value("STATUS")? == "CANCELLED",
    };
    Some(Published { event, sequence: value("SEQUENCE")?.parse().ok()?, stamp: time("DTSTAMP")? })
}

/// Names an event in a message.
fn named(component: &Component<'_>) -> String {
    component.find_prop("UID").map_or_else(|| "VEVENT".to_owned(), |uid| uid.val.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::calendar;
    use super::super::tests::event;
    use super::*;

    fn stamp(day: i8) -> DateTime {
        date(2026, 1, day).at(8, 0, 0, 0)
    }

    /// Publishes, and reads what was written.
    fn after(earlier: &Earlier, events: Vec<Event>, day: i8) -> (Earlier, Vec<Published>) {
        let published = earlier.publish(events, ".trainer-T1.", stamp(day));
        let text = String::from_utf8(calendar("T1", "", &published)).expect("UTF-8");
        let mut read = Earlier::default();
        read.read(&text).expect("our own calendar");
        (read, published)
    }

    #[test]
    fn what_shows_the_same_is_published_the_same() {
        let (first, published) = after(&Earlier::default(), vec![event()], 1);
        assert_eq!((published[0].sequence, published[0].stamp), (0, stamp(1)));
        assert_eq!(after(&first, vec![event()], 2), (first, published));
    }

    #[test]
    fn what_changed_gets_the_next_number_and_what_was_dropped_stays_cancelled() {
        let (first, _) = after(&Earlier::default(), vec![event()], 1);
        let moved = Event { location: "Mairie, 25310 Hérimoncourt".to_owned(), ..event() };
        let (second, published) = after(&first, vec![moved], 2);
        assert_eq!((published[0].sequence, published[0].stamp), (1, stamp(2)));
        let (third, published) = after(&second, Vec::new(), 3);
        assert!(published[0].event.is_cancelled);
        assert_eq!(published[0].sequence, 2);
        let (fourth, published) = after(&third, Vec::new(), 4);
        assert_eq!((published[0].sequence, published[0].stamp), (2, stamp(3)));
        let (_, published) = after(&fourth, vec![event()], 5);
        assert_eq!((published[0].event.is_cancelled, published[0].sequence), (false, 3));
    }

    #[test]
    fn other_audiences_are_left_alone() {
        let (first, _) = after(&Earlier::default(), vec![event()], 1);
        assert_eq!(first.publish(Vec::new(), ".mairie-25304.", stamp(2)), []);
    }

    #[test]
    fn what_is_no_calendar_is_told() {
        assert!(
            Earlier::default()
                .read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .is_err()
        );
        assert!(Earlier::default().read("oops").is_err());
    }
}
