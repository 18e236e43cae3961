//! A week of a plan as a table: rows are trainers or rooms, columns the slots of the week.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::closed::Closed;
use super::kits::Kit;
use super::state::State;
use super::targets::effect::Target;
use super::targets::spots::Wanted;
use crate::app::amend::wrong::Wrong;
use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::{a_week_after, monday};
use crate::instance::entities::{Slot, Trainer, Venue};
use crate::instance::ids::SlotId;
use crate::plan::Cycle;
use crate::plan::places::places_left;

/// The meaning of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    /// Trainers.
    #[default]
    Trainers,
    /// Rooms.
    Venues,
}

/// A week of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Monday of the week.
    pub week: Date,
    /// Mondays of the weeks of the horizon, with the sessions of each.
    pub weeks: Vec<(Date, usize)>,
    /// Its slots, in the order of time.
    pub columns: Vec<Column>,
    /// Trainers or rooms.
    pub rows: Vec<Row>,
}

/// A slot in the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its identifier.
    pub slot: String,
    /// Its day.
    pub date: Date,
    /// Its start, in minutes after midnight.
    pub start_minute: u16,
    /// Why no session is possible anywhere on its day.
    pub closed: Option<Closed>,
}

/// A trainer or a room, with its sessions at each slot of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The commune of the room, or the trainer's base.
    pub commune: String,
    /// The sessions at each slot.
    pub cells: Vec<Vec<Card>>,
    /// Why no session is possible here on the day of each slot; `None` if one is.
    pub closed: Vec<Option<Closed>>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its cycle.
    pub cycle: String,
    /// The commune of its room.
    pub commune: String,
    /// Its room.
    pub venue: String,
    /// Its trainer.
    pub trainer: String,
    /// Its number within the cycle, from 1, and the number of sessions.
    pub number: (usize, usize),
    /// Number of participants.
    pub participants: usize,
    /// Free places.
    pub places: usize,
    /// The kit that it uses; `None` if it needs none.
    pub kit: Option<Kit>,
    /// Whether the cycle is broken off.
    pub is_broken_off: bool,
}

/// A possible place for a cycle on a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drop {
    /// The row.
    pub row: String,
    /// The slot.
    pub slot: String,
    /// The place and its effect.
    pub target: Target,
}

impl State {
    /// The week of `day`, or without one the first week with a session.
    pub fn board(&self, rows: Rows, day: Option<Date>) -> Board {
        let weeks = self.weeks();
        let busy = weeks.iter().find(|(_, sessions)| *sessions > 0).or(weeks.first());
        let asked = day.map(monday).filter(|week| weeks.iter().any(|(monday, _)| monday == week));
        let week = asked.or(busy.map(|(monday, _)| *monday)).unwrap_or(self.instance.rules.horizon.start);
        let slots = slots_of(&self.instance, week);
        let columns = slots.iter().map(|&(date, start_minute, slot)| {
            let slot = self.instance.slots[slot].id.clone();
            Column { slot, date, start_minute, closed: self.closed_everywhere(date) }
        });
        let columns = columns.collect();
        let slots: Vec<(Date, SlotId)> = slots.iter().map(|&(date, _, slot)| (date, slot)).collect();
        Board { week, weeks, columns, rows: self.rows(rows, week, &slots) }
    }

    /// The possible places for a cycle on a board, `weeks_later` than now: any row at each slot. What is not a row stays the same.
    ///
    /// # Errors
    /// If the cycle cannot be changed.
    pub fn drops(&self, id: &str, rows: Rows, weeks_later: i32) -> Result<Vec<Drop>, Wrong> {
        let cycle = self.plan.cycles.iter().find(|cycle| cycle.id == id);
        let first = cycle.and_then(|cycle| cycle.sessions.first()).copied().unwrap_or_default();
        let day = |days: i32| monday(first).saturating_add(Span::new().days(days));
        let mut wanted =
            Wanted { first: Some((day(7 * weeks_later), day(7 * weeks_later + 6))), ..Wanted::default() };
        match rows {
            Rows::Trainers => wanted.venues = cycle.map(|cycle| [cycle.venue].into()),
            Rows::Venues => wanted.trainers = cycle.map(|cycle| [cycle.trainer].into()),
        }
        let drop = |target: Target| {
            let row = match rows {
                Rows::Trainers => self.instance.trainers[target.spot.trainer].id.clone(),
                Rows::Venues => self.instance.venues[target.spot.venue].id.clone(),
            };
            Drop { row, slot: self.instance.slots[target.spot.slot].id.clone(), target }
        };
        Ok(self.places_for(id, &wanted)?.into_iter().map(drop).collect())
    }

    fn weeks(&self) -> Vec<(Date, usize)> {
        let horizon = self.instance.rules.horizon;
        let mut weeks: BTreeMap<Date, usize> = BTreeMap::new();
        let mut next = Some(monday(horizon.start));
        while let Some(week) = next.filter(|&week| week <= horizon.end) {
            weeks.insert(week, 0);
            next = a_week_after(week);
        }
        for date in self.plan.cycles.iter().flat_map(|cycle| &cycle.sessions) {
            *weeks.entry(monday(*date)).or_default() += 1;
        }
        weeks.into_iter().collect()
    }

    fn rows(&self, rows: Rows, week: Date, slots: &[(Date, SlotId)]) -> Vec<Row> {
        let instance = &self.instance;
        let mut found: Vec<Row> = match rows {
            Rows::Trainers => {
                let row = |(id, trainer): (_, &Trainer)| Row {
                    id: trainer.id.clone(),
                    name: trainer.name.clone(),
                    commune: instance.communes[trainer.base].name.clone(),
                    cells: self.cells(week, slots, |session| session.trainer == id),
                    closed: slots.iter().map(|&(date, _)| self.closed_for(id, date)).collect(),
                };
                instance.trainers.iter_enumerated().map(row).collect()
            }
            Rows::Venues => {
                let row = |(id, venue): (_, &Venue)| Row {
                    id: venue.id.clone(),
                    name: venue.name.clone(),
                    commune: instance.communes[venue.commune].name.clone(),
                    cells: self.cells(week, slots, |session| session.venue == id),
                    closed: slots.iter().map(|&(date, _)| self.closed_in(id, date)).collect(),
                };
                instance.venues.iter_enumerated().map(row).collect()
            }
        };
        if rows == Rows::Venues {
            found.sort_by(|one, other| (&one.commune, &one.id).cmp(&(&other.commune, &other.id)));
        }
        found
    }

    fn cells(
        &self,
        week: Date,
        slots: &[(Date, SlotId)],
        is_one: impl Fn(&Session) -> bool,
    ) -> Vec<Vec<Card>> {
        let at = |slot: SlotId| {
            let cycles = self.plan.cycles.iter().filter(|cycle| cycle.slot == slot);
            let cards = cycles.flat_map(|cycle| {
                let meetings = cycle.meetings().enumerate();
                let here = meetings.filter(|(_, held)| monday(held.date) == week && is_one(held));
                here.map(|(number, held)| self.card(cycle, number, &held)).collect::<Vec<_>>()
            });
            cards.collect()
        };
        slots.iter().map(|&(_, slot)| at(slot)).collect()
    }

    fn card(&self, cycle: &Cycle, number: usize, held: &Session) -> Card {
        let venue = &self.instance.venues[held.venue];
        Card {
            cycle: cycle.id.clone(),
            commune: self.instance.communes[venue.commune].name.clone(),
            venue: venue.name.clone(),
            trainer: self.instance.trainers[held.trainer].name.clone(),
            number: (number + 1, cycle.sessions.len()),
            participants: cycle.participants.len(),
            places: places_left(&self.instance, cycle),
            kit: self.kit_of(cycle, held),
            is_broken_off: cycle.is_broken_off(),
        }
    }
}

/// The slots of a week (day, start in minutes after midnight, slot), in time order.
fn slots_of(instance: &Instance, week: Date) -> Vec<(Date, u16, SlotId)> {
    let of_week = |(id, slot): (SlotId, &Slot)| {
        let ahead = Weekday::Monday.until(slot.weekday);
        (week.saturating_add(Span::new().days(i64::from(ahead))), slot.start_minute, id)
    };
    let mut slots: Vec<_> = instance.slots.iter_enumerated().map(of_week).collect();
    slots.sort_unstable();
    slots
}
