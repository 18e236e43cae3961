//! One change to try: minutes of travel, a room, a slot or a trainer's weekday more; with the settings and tables it changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::table::Row;
use super::wrong::Wrong;
use crate::app::common::Failure;
use crate::app::grid::Kind;
use crate::app::reading::scenario;
use crate::input::Sources;
use crate::input::amending::Changed;
use crate::input::amending::keys::setting;
use crate::instance::Instance;
use crate::instance::ids::SlotId;
use crate::messages::Messages;

/// The key of the travel limit.
const MOST_MINUTES: &str = "travel.max_travel_min";
/// Maximum number of minutes: a day.
const DAY_MINUTES: f64 = 1440.0;

/// One change to try.
#[derive(Debug, Clone, PartialEq)]
pub enum Trial {
    /// The default travel limit is raised by this number of minutes.
    Minutes(f64),
    /// Another room, open at every slot.
    Room {
        /// The commune, by its INSEE code.
        commune: String,
        /// Its seats.
        seats: usize,
    },
    /// A room is open at another slot.
    Slot {
        /// The room.
        room: String,
        /// The slot.
        slot: String,
    },
    /// A trainer works on another weekday: at its slots, with as many more sessions a week as they hold in a day.
    Day {
        /// The trainer.
        trainer: String,
        /// The weekday, from 0 for Monday.
        weekday: i8,
    },
}

impl Trial {
    /// Parses a form.
    ///
    /// # Errors
    /// If the input is invalid.
    pub fn typed(fields: &BTreeMap<String, String>) -> Result<Self, Wrong> {
        let field = |name: &str| fields.get(name).map_or("", |text| text.trim());
        let owned = |name: &str| field(name).to_owned();
        match field("try") {
            "minutes" => {
                let minutes = field("minutes").replace(',', ".").parse::<f64>().ok();
                let minutes = minutes.filter(|&minutes| 0.0 < minutes && minutes <= DAY_MINUTES);
                minutes.map(Self::Minutes).ok_or(Wrong::Amount)
            }
            "room" => {
                let seats = field("seats").parse().ok().filter(|seats| (1..=10_000).contains(seats));
                Ok(Self::Room { commune: owned("commune"), seats: seats.ok_or(Wrong::Amount)? })
            }
            "slot" => Ok(Self::Slot { room: owned("room"), slot: owned("slot") }),
            "day" => {
                let weekday = field("weekday").parse().ok().filter(|day| (0..7).contains(day));
                Ok(Self::Day { trainer: owned("trainer"), weekday: weekday.ok_or(Wrong::Gone)? })
            }
            _ => Err(Wrong::Gone),
        }
    }

    /// The files that it changes; nothing is written. Texts in them come from `documents`.
    ///
    /// # Errors
    /// If it cannot be done with the current data.
    pub(super) fn files(&self, path: &Path, documents: &Messages) -> Result<Vec<Changed>, Wrong> {
        let read = scenario(&Sources::disk(), path)?;
        let instance = &read.instance;
        let row = match self {
            Self::Minutes(more) => return minutes(path, instance, *more),
            Self::Room { commune, seats } => room(path, instance, (commune, *seats), documents)?,
            Self::Slot { room, slot } => open_at(path, instance, room, slot)?,
            Self::Day { trainer, weekday } => day(path, instance, trainer, *weekday)?,
        };
        Ok(row.files()?)
    }
}

fn minutes(path: &Path, instance: &Instance, more: f64) -> Result<Vec<Changed>, Wrong> {
    // As precise as a table is read: hundredths of a minute suffice.
    let most = ((instance.rules.travel.max_travel.to_f64() + more) * 100.0).round() / 100.0;
    let own = BTreeMap::from([(MOST_MINUTES.to_owned(), most.to_string())]);
    Ok(setting(&Sources::disk(), path, &own).map_err(Failure::input)?)
}

fn room<'a>(
    path: &Path,
    instance: &'a Instance,
    (insee, seats): (&str, usize),
    documents: &Messages,
) -> Result<Row<'a>, Wrong> {
    let commune = instance.communes.iter().find(|commune| commune.insee == insee).ok_or(Wrong::Gone)?;
    let taken: BTreeSet<&str> = instance.venues.iter().map(|venue| venue.id.as_str()).collect();
    let ids = (1..).map(|number: u32| format!("{insee}-{number}"));
    let id = ids.into_iter().find(|id| !taken.contains(id.as_str())).ok_or(Wrong::Gone)?;
    let name = documents.text("waiting-new-room", &[("commune", commune.name.as_str().into())]);
    let mut row = Row::more(path, instance, Kind::Venues)?;
    row.set("id", &id)?;
    row.set("commune", insee)?;
    row.set("name", &name)?;
    row.set("seats", &seats.to_string())?;
    row.every_slot()?;
    Ok(row)
}

fn open_at<'a>(path: &Path, instance: &'a Instance, room: &str, slot: &str) -> Result<Row<'a>, Wrong> {
    let venue = instance.venues.iter().find(|venue| venue.id == room).ok_or(Wrong::Gone)?;
    let slot = instance.slots.iter_enumerated().find(|(_, one)| one.id == slot).ok_or(Wrong::Gone)?.0;
    if venue.slots.contains(&slot) {
        return Err(Wrong::Already);
    }
    let mut row = Row::of(path, instance, Kind::Venues, room)?;
    row.add_slots(&[slot])?;
    Ok(row)
}

fn day<'a>(path: &Path, instance: &'a Instance, trainer: &str, weekday: i8) -> Result<Row<'a>, Wrong> {
    let who = instance.trainers.iter().find(|one| one.id == trainer).ok_or(Wrong::Gone)?;
    let of_day = instance.slots.iter_enumerated();
    let of_day = of_day.filter(|(_, slot)| slot.weekday.to_monday_zero_offset() == weekday);
    let new: Vec<SlotId> = of_day.map(|(id, _)| id).filter(|id| !who.slots.contains(id)).collect();
    let mut row = Row::of(path, instance, Kind::Trainers, trainer)?;
    row.add_slots(&new)?;
    let most = who.max_sessions_per_week + who.max_sessions_per_day;
    row.set("max_sessions_per_week", &most.to_string())?;
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Result<Trial, Wrong> {
        Trial::typed(&fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn what_is_typed_is_understood_or_refused() {
        assert!(matches!(typed(&[("try", "minutes"), ("minutes", "2,5")]), Ok(Trial::Minutes(2.5))));
        for minutes in ["", "0", "-5", "NaN", "inf", "5000", "x"] {
            let refused = typed(&[("try", "minutes"), ("minutes", minutes)]);
            assert!(matches!(refused, Err(Wrong::Amount)), "{minutes}");
        }
        assert!(matches!(typed(&[("try", "room"), ("seats", "0")]), Err(Wrong::Amount)));
        assert!(matches!(typed(&[("try", "day"), ("weekday", "7")]), Err(Wrong::Gone)));
        assert!(matches!(typed(&[]), Err(Wrong::Gone)));
    }
}
