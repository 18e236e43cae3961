//! What rooms and trainers offer within the horizon, regardless of residents.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Instance;
use super::ids::{TrainerId, VenueId};

impl Instance {
    /// Most participants of a cycle at a venue: `min(max_group, seats)` (rule H1).
    pub fn places_at(&self, venue: VenueId) -> usize {
        self.rules.cycle.max_group.min(self.venues[venue].seats)
    }

    /// Sessions that a venue could hold: its slots on every open day on which it is available. Slots that overlap
    /// are all counted; a plan uses one of them.
    pub fn sessions_offered_by_venue(&self, venue: VenueId) -> usize {
        let availability = self.venues[venue].availability;
        let is_usable = |date: &Date| availability.contains(*date) && self.is_open(venue, *date);
        let slots = self.venues[venue].slots.iter();
        slots.map(|&slot| self.slot_dates(slot).into_iter().filter(is_usable).count()).sum()
    }

    /// Sessions that a trainer could run: their slots on the days they work, at most `max_sessions_per_day` a day,
    /// `max_sessions_per_week` an ISO week and `max_sessions` in all. Days on which all venues are closed count as well.
    pub fn sessions_offered_by_trainer(&self, trainer: TrainerId) -> usize {
        let limits = &self.trainers[trainer];
        let mut days: BTreeMap<Date, usize> = BTreeMap::new();
        let dates = limits.slots.iter().flat_map(|&slot| self.slot_dates(slot));
        for date in dates.filter(|&date| self.works_on(trainer, date)) {
            *days.entry(date).or_default() += 1;
        }
        let mut weeks: BTreeMap<(i16, i8), usize> = BTreeMap::new();
        for (date, slots) in days {
            let week = date.iso_week_date();
            *weeks.entry((week.year(), week.week())).or_default() += slots.min(limits.max_sessions_per_day);
        }
        let offered: usize =
            weeks.into_values().map(|sessions| sessions.min(limits.max_sessions_per_week)).sum();
        offered.min(limits.max_sessions.unwrap_or(usize::MAX))
    }
}
