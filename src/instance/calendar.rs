//! Which days are open, and the session dates of a cycle (PROBLEM.md section 4).

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::data::InstanceData;
use super::entities::Scope;
use super::ids::{SlotId, TrackId, TrainerId, VenueId};

impl InstanceData {
    /// Whether `venue` may be used on `date`: no closure for all, for its commune or for itself.
    /// (Its own `available_from … available_until` is rule H4 and does not move a session.)
    pub fn is_open(&self, venue: VenueId, date: Date) -> bool {
        self.closure_of_venue(venue, date).is_none()
    }

    /// Position of the first closure that closes `venue` on `date`: for all, for its commune or for itself.
    pub fn closure_of_venue(&self, venue: VenueId, date: Date) -> Option<usize> {
        let commune = self.venues[venue].commune;
        self.closures.iter().position(|closure| {
            let concerned = match closure.scope {
                Scope::All => true,
                Scope::Commune(closed) => closed == commune,
                Scope::Venue(closed) => closed == venue,
                Scope::Trainer(_) => false,
            };
            concerned && closure.from <= date && date <= closure.until
        })
    }

    /// Position of the first closure of `trainer` on `date`.
    pub fn closure_of_trainer(&self, trainer: TrainerId, date: Date) -> Option<usize> {
        self.closures.iter().position(|closure| {
            closure.scope == Scope::Trainer(trainer) && closure.from <= date && date <= closure.until
        })
    }

    /// Whether a room can be used at `slot` on `date`: open, within its availability and the horizon, and the slot is one of its
    /// own.
    pub fn can_be_used(&self, venue: VenueId, slot: SlotId, date: Date) -> bool {
        let room = &self.venues[venue];
        room.slots.contains(&slot)
            && room.availability.contains(date)
            && self.rules.horizon.contains(date)
            && self.is_open(venue, date)
    }

    /// Whether a trainer can lead a session of `track` at `slot` on `date`, regardless of their other sessions (rule H6).
    pub fn can_lead(&self, trainer: TrainerId, slot: SlotId, track: TrackId, date: Date) -> bool {
        let leader = &self.trainers[trainer];
        leader.slots.contains(&slot) && leader.tracks.contains(&track) && self.works_on(trainer, date)
    }

    /// Whether `trainer` works on `date`: within their availability, and no closure of their own (rule H6).
    pub fn works_on(&self, trainer: TrainerId, date: Date) -> bool {
        self.trainers[trainer].availability.contains(date) && self.closure_of_trainer(trainer, date).is_none()
    }

    /// The dates of a cycle that starts on `first`: the first N dates, a week apart, that are open for the venue.
    ///
    /// `None` if `first` is not on the slot's weekday, is closed, or a session would fall outside the horizon
    /// (rule H5) or more than `max_gap_days` after the one before. Availability of venue and trainer is ignored.
    pub fn session_dates(&self, venue: VenueId, slot: SlotId, first: Date) -> Option<Vec<Date>> {
        if first.weekday() != self.slots[slot].weekday || !self.is_open(venue, first) {
            return None;
        }
        let cycle = &self.rules.cycle;
        let mut dates = Vec::with_capacity(cycle.sessions);
        let mut date = first;
        while dates.len() < cycle.sessions {
            if !self.rules.horizon.contains(date) {
                return None;
            }
            if self.is_open(venue, date) {
                if dates.last().is_some_and(|&before| days_between(before, date) > cycle.max_gap_days) {
                    return None;
                }
                dates.push(date);
            }
            date = a_week_after(date)?;
        }
        Some(dates)
    }

    /// Every date of the horizon that falls on the slot's weekday, in order.
    pub fn slot_dates(&self, slot: SlotId) -> Vec<Date> {
        let horizon = self.rules.horizon;
        let ahead = horizon.start.weekday().until(self.slots[slot].weekday);
        let Ok(first) = horizon.start.checked_add(Span::new().days(i64::from(ahead))) else {
            return Vec::new();
        };
        std::iter::successors(Some(first), |&date| a_week_after(date))
            .take_while(|&date| date <= horizon.end)
            .collect()
    }
}

/// Days from `from` to `to`.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The same weekday a week later; `None` past the last representable date.
pub fn a_week_after(date: Date) -> Option<Date> {
    date.checked_add(7.days()).ok()
}

/// The Monday of the ISO week of `date`.
pub fn monday(date: Date) -> Date {
    let since = date.weekday().since(Weekday::Monday);
    date.saturating_sub(Span::new().days(i64::from(since)))
}
