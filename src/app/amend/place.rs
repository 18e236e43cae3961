//! Moves a cycle: to an exact place, or to the first days on which room and trainer are free.
//!
//! An announced cycle is closed, or broken off if it has begun, and continues as a new one; if only its trainer changes,
//! it is repaired.

use jiff::civil::Date;
use jiff::{Span, civil::Weekday};

use super::change::{Desk, Place};
use super::days::starts_from;
use super::wrong::{Named, Wrong};
use crate::input::slot_named;
use crate::instance::Instance;
use crate::instance::announced::{Announced, Commitment};
use crate::instance::calendar::monday;
use crate::instance::ids::{SlotId, VenueId};
use crate::plan::ids::{Ids, told_ids};
use crate::plan::{Cycle, Fate, Plan};

impl Desk<'_> {
    /// Moves the cycle to an exact place, even if that breaks rules.
    pub(super) fn place(&mut self, place: &Place) -> Result<(), Wrong> {
        let before = self.cycle().clone();
        let slot = place.slot.as_deref().map_or(Ok(before.slot), |name| self.slot(name))?;
        let venue = place.venue.as_deref().map_or(Ok(before.venue), |name| self.venue(name))?;
        let trainer = place.trainer.as_deref().map_or(Ok(before.trainer), |name| self.trainer(name))?;
        let first_before = before.sessions.first().copied();
        let weekday = self.instance.slots[slot].weekday;
        let first = place.first.or_else(|| first_before.map(|first| in_week_of(first, weekday)));
        let is_there = (slot, venue, first) == (before.slot, before.venue, first_before);
        if is_there && self.told().is_some() {
            let name = self.instance.trainers[trainer].id.clone();
            return self.change_trainer(&name);
        }
        let days = first.and_then(|first| self.instance.session_dates(venue, slot, first));
        let sessions = days.ok_or_else(|| Wrong::NoDay(before.id.clone()))?;
        let moved = Cycle { slot, venue, trainer, sessions, repairs: Vec::new(), ..before.clone() };
        if moved == before {
            return Err(Wrong::Already);
        }
        self.go_on(moved)
    }

    /// Moves the cycle to a slot, and to days on `from` or later on which room and trainer are free, if there are any.
    pub(super) fn shift(&mut self, slot: &str, from: Option<Date>) -> Result<(), Wrong> {
        let slot = self.slot(slot)?;
        let before = self.cycle().clone();
        let told = self.told();
        let first_new = self.instance.announced.as_ref().map(Announced::first_new);
        let has_begun = told.as_ref().is_some_and(|told| told.standing.commitment == Commitment::Begun);
        let week = before.sessions.first().map_or(Date::MIN, |&first| monday(first));
        let earliest = from.unwrap_or(if has_begun { Date::MIN } else { week });
        let earliest = first_new.map_or(earliest, |first_new| earliest.max(first_new));
        let moved = Cycle { slot, ..before.clone() };
        let sessions = starts_from(self.instance, self.plan, &moved, earliest)
            .ok_or_else(|| Wrong::NoDay(before.id.clone()))?;
        if from.is_none() && before.slot == slot && before.sessions == sessions {
            return Err(Wrong::Already);
        }
        self.go_on_from(Cycle { sessions, ..moved }, earliest)
    }

    fn go_on(&mut self, moved: Cycle) -> Result<(), Wrong> {
        let earliest = moved.sessions.first().copied().unwrap_or(Date::MAX);
        self.go_on_from(moved, earliest)
    }

    /// Continues the cycle as `moved`: as itself, or as a new one if it was announced; the announced one then ends on `earliest`.
    fn go_on_from(&mut self, moved: Cycle, earliest: Date) -> Result<(), Wrong> {
        if self.told().is_none() {
            *self.cycle_mut() = moved;
            return Ok(());
        }
        let last = self.to_come().last().copied();
        self.close(last.map(|last| earliest.min(last)))?;
        let id = next_id(self.instance, self.plan);
        self.plan.cycles.push(Cycle { id: id.clone(), repairs: Vec::new(), fate: Fate::New, ..moved });
        self.outcome.goes_on_as = Some(id);
        Ok(())
    }

    fn slot(&self, name: &str) -> Result<SlotId, Wrong> {
        let known = self.instance.slots.iter().map(|one| one.id.as_str());
        slot_named(self.instance, name).ok_or_else(|| Wrong::unknown(Named::Slot, name, known))
    }

    fn venue(&self, name: &str) -> Result<VenueId, Wrong> {
        let venues = &self.instance.venues;
        let found = venues.iter_enumerated().find(|(_, one)| one.id == name).map(|(id, _)| id);
        found.ok_or_else(|| Wrong::unknown(Named::Venue, name, venues.iter().map(|one| one.id.as_str())))
    }
}

/// A weekday in the week of a day.
fn in_week_of(day: Date, weekday: Weekday) -> Date {
    let ahead = Weekday::Monday.until(weekday);
    monday(day).saturating_add(Span::new().days(i64::from(ahead)))
}

/// An id that neither the plan nor the announced one uses or has used.
fn next_id(instance: &Instance, plan: &Plan) -> String {
    let planned = plan.cycles.iter().map(|cycle| &cycle.id).chain(&plan.closed);
    let taken = told_ids(instance).chain(planned).cloned().collect();
    Ids::after(taken, 1).next_id()
}
