//! Words for why an amendment cannot be made, the same on a terminal and on a page.

use super::wrong::{Named, Wrong};
use crate::messages::{Messages, Value};

/// Why an amendment cannot be made, in words.
pub fn words(wrong: &Wrong, messages: &Messages) -> String {
    let date = |date: &jiff::civil::Date| messages.date(*date);
    let of_cycle = |key: &str, cycle: &str| messages.text(key, &[("cycle", cycle.into())]);
    let of_people = |key: &str, cycle: &str, names: &[String]| {
        messages.text(key, &[("cycle", cycle.into()), ("residents", names.join(", ").into())])
    };
    match wrong {
        Wrong::Unknown { what, name, .. } => messages.text(unknown(*what), &[("name", name.as_str().into())]),
        Wrong::NoPlan => messages.text("amend-no-plan", &[]),
        Wrong::Withdrawn(names) => of_people("amend-withdrawn", "", names),
        Wrong::Reversed(from, until) => {
            let variables: [(&str, Value); 2] = [("from", date(from).into()), ("until", date(until).into())];
            messages.text("amend-reversed", &variables)
        }
        Wrong::Empty(file) => messages.text("amend-empty", &[("file", file.as_str().into())]),
        Wrong::Finished(cycle) => of_cycle("amend-finished", cycle),
        Wrong::BrokenOff(cycle) => of_cycle("amend-broken-off", cycle),
        Wrong::NotAnnounced(cycle) => of_cycle("amend-not-announced", cycle),
        Wrong::NoDay(cycle) => of_cycle("amend-no-day", cycle),
        Wrong::NoSession { cycle, date: day, dates } => {
            let dates: Vec<String> = dates.iter().map(date).collect();
            let variables = [
                ("cycle", cycle.as_str().into()),
                ("date", date(day).into()),
                ("dates", dates.join(", ").into()),
            ];
            messages.text("amend-no-session", &variables)
        }
        Wrong::NotIn(cycle, names) => of_people("amend-not-in", cycle, names),
        Wrong::In(cycle, names) => of_people("amend-in", cycle, names),
        Wrong::Already => messages.text("amend-already", &[]),
    }
}

fn unknown(what: Named) -> &'static str {
    match what {
        Named::Cycle => "amend-unknown-cycle",
        Named::Resident => "amend-unknown-resident",
        Named::Trainer => "amend-unknown-trainer",
        Named::Venue => "amend-unknown-venue",
        Named::Slot => "amend-unknown-slot",
    }
}
