//! What can be tried, as lists to choose from: communes for another room, rooms and slots, trainers and weekdays.

use jiff::civil::Weekday;

use crate::instance::Instance;
use crate::instance::ids::{CommuneId, ResidentId};
use crate::messages::Messages;
use crate::messages::collation::collation_key;
use crate::plan::reasons::Reason;

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value that a form sends.
    pub value: String,
    /// The label that its reader sees.
    pub label: String,
    /// Its name in other texts.
    pub name: String,
}

/// What can be tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// Communes: those where residents wait first, by their number; then the others by name.
    pub communes: Vec<Choice>,
    /// Rooms, by commune and name.
    pub rooms: Vec<Choice>,
    /// Slots, in weekday order.
    pub slots: Vec<Choice>,
    /// Trainers.
    pub trainers: Vec<Choice>,
    /// Weekdays with slots, from Monday.
    pub weekdays: Vec<Choice>,
    /// The default travel limit of residents, in minutes.
    pub minutes: f64,
    /// The largest group: seats that a full cycle needs.
    pub seats: usize,
}

impl Choices {
    pub(super) fn of(instance: &Instance, reasons: &[(ResidentId, Reason)], messages: &Messages) -> Self {
        Self {
            communes: communes(instance, reasons, messages),
            rooms: rooms(instance),
            slots: slots(instance, messages),
            trainers: instance
                .trainers
                .iter()
                .map(|one| choice(&one.id, named(&one.id, &one.name)))
                .collect(),
            weekdays: weekdays(instance, messages),
            minutes: instance.rules.travel.max_travel.to_f64(),
            seats: instance.rules.cycle.max_group,
        }
    }
}

fn choice(value: &str, label: String) -> Choice {
    Choice { value: value.to_owned(), name: label.clone(), label }
}

/// A name, with its identifier if that differs.
fn named(id: &str, name: &str) -> String {
    if id == name { id.to_owned() } else { format!("{name} ({id})") }
}

fn communes(instance: &Instance, reasons: &[(ResidentId, Reason)], messages: &Messages) -> Vec<Choice> {
    let waiting = instance.by_commune(reasons.iter().map(|&(resident, _)| resident));
    let count = |commune: &CommuneId| waiting[*commune];
    let mut known: Vec<CommuneId> = instance.communes.keys().collect();
    let rank = |commune: &CommuneId| {
        (std::cmp::Reverse(count(commune)), collation_key(&instance.communes[*commune].name))
    };
    known.sort_by_cached_key(rank);
    let one = |commune: CommuneId| {
        let (of, count) = (&instance.communes[commune], count(&commune));
        let variables = [("commune", of.name.as_str().into()), ("count", count.into())];
        Choice { name: of.name.clone(), ..choice(&of.insee, messages.text("waiting-commune", &variables)) }
    };
    known.into_iter().map(one).collect()
}

fn rooms(instance: &Instance) -> Vec<Choice> {
    let commune = |venue: &crate::instance::entities::Venue| instance.communes[venue.commune].name.as_str();
    let mut rooms: Vec<_> = instance.venues.iter().collect();
    rooms.sort_by_cached_key(|venue| (collation_key(commune(venue)), collation_key(&venue.name)));
    let one = |venue: &crate::instance::entities::Venue| {
        choice(&venue.id, [commune(venue), &venue.name].join(" – "))
    };
    rooms.into_iter().map(one).collect()
}

fn slots(instance: &Instance, messages: &Messages) -> Vec<Choice> {
    let mut slots: Vec<_> = instance.slots.iter().collect();
    slots.sort_by_key(|slot| (slot.weekday.to_monday_zero_offset(), slot.start_minute));
    let label =
        |weekday: Weekday, minute: u16| [messages.weekday(weekday), messages.time_of_day(minute)].join(" ");
    slots.into_iter().map(|slot| choice(&slot.id, label(slot.weekday, slot.start_minute))).collect()
}

fn weekdays(instance: &Instance, messages: &Messages) -> Vec<Choice> {
    let mut days: Vec<Weekday> = instance.slots.iter().map(|slot| slot.weekday).collect();
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    days.into_iter()
        .map(|day| choice(&day.to_monday_zero_offset().to_string(), messages.weekday(day)))
        .collect()
}
