//! What a plan leaves free: could one more cycle still be held somewhere?
//!
//! Considered are the room's and the trainer's other sessions, the trainer's daily, weekly and total limits, and the commune's
//! limit on cycles. Travel between two sessions of a day, kits and money are not. So "nothing is free" is certain, but "something
//! is free" is not.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::prospects::{Place, Prospects};
use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::monday;
use crate::instance::ids::{CommuneId, SlotId, TrackId, TrainerId, VenueId};
use crate::plan::Plan;

/// The rooms and trainers occupied by a plan's sessions.
#[derive(Debug)]
pub struct Occupancy<'a> {
    prospects: &'a Prospects<'a>,
    rooms: BTreeMap<(VenueId, Date), Vec<SlotId>>,
    trainers: BTreeMap<(TrainerId, Date), Vec<SlotId>>,
    /// Sessions of each trainer in each week, by its Monday.
    weeks: BTreeMap<(TrainerId, Date), usize>,
    /// Sessions of each trainer over the horizon.
    totals: BTreeMap<TrainerId, usize>,
    communes: BTreeMap<CommuneId, usize>,
    /// Latest possible first session of a cycle that still fits, by track, venue and slot; filled on demand.
    last_start: BTreeMap<(TrackId, Place), Option<Date>>,
}

impl<'a> Occupancy<'a> {
    /// Records what a plan occupies.
    pub fn new(prospects: &'a Prospects<'a>, plan: &Plan) -> Self {
        let instance = prospects.instance;
        let mut occupancy = Self {
            prospects,
            rooms: BTreeMap::new(),
            trainers: BTreeMap::new(),
            weeks: BTreeMap::new(),
            totals: BTreeMap::new(),
            communes: BTreeMap::new(),
            last_start: BTreeMap::new(),
        };
        for cycle in &plan.cycles {
            *occupancy.communes.entry(instance.venues[cycle.venue].commune).or_default() += 1;
            for Session { date, venue, trainer } in cycle.meetings() {
                *occupancy.totals.entry(trainer).or_default() += 1;
                occupancy.rooms.entry((venue, date)).or_default().push(cycle.slot);
                occupancy.trainers.entry((trainer, date)).or_default().push(cycle.slot);
                *occupancy.weeks.entry((trainer, monday(date))).or_default() += 1;
            }
        }
        occupancy
    }

    /// Whether a cycle that starts on `from` or later could still be held at one of `places`.
    pub fn leaves_room(&mut self, track: TrackId, places: &[Place], from: Option<Date>) -> bool {
        places.iter().any(|&place| {
            let known = self.last_start.get(&(track, place)).copied();
            let last = known.unwrap_or_else(|| self.last_free_start(track, place));
            self.last_start.insert((track, place), last);
            last.is_some_and(|last| from.is_none_or(|from| from <= last))
        })
    }

    fn last_free_start(&self, track: TrackId, place: Place) -> Option<Date> {
        let (venue, _) = place;
        let instance = self.prospects.instance;
        let held = self.communes.get(&instance.venues[venue].commune).copied().unwrap_or(0);
        if instance.rules.hosts.max_cycles_per_commune.is_some_and(|most| most <= held) {
            return None;
        }
        self.prospects.last_start_where(track, place, |trainer, dates| self.is_free(trainer, place, dates))
    }

    /// Whether a room and a trainer are both free at a slot on all dates, and the trainer's limits allow it.
    fn is_free(&self, trainer: TrainerId, (venue, slot): Place, dates: &[Date]) -> bool {
        let instance = self.prospects.instance;
        let limits = &instance.trainers[trainer];
        let overlaps = |taken: Option<&Vec<SlotId>>| is_taken(instance, taken, slot);
        let led = self.totals.get(&trainer).copied().unwrap_or(0);
        let may_lead = limits.max_sessions.is_none_or(|most| led + dates.len() <= most);
        may_lead
            && dates.iter().all(|&date| {
                let day = self.trainers.get(&(trainer, date));
                let of_week = self.weeks.get(&(trainer, monday(date))).copied().unwrap_or(0);
                !overlaps(self.rooms.get(&(venue, date)))
                    && !overlaps(day)
                    && day.map_or(0, Vec::len) < limits.max_sessions_per_day
                    && of_week < limits.max_sessions_per_week
            })
    }
}

fn is_taken(instance: &Instance, taken: Option<&Vec<SlotId>>, slot: SlotId) -> bool {
    taken.into_iter().flatten().any(|&other| instance.slots_overlap(slot, other))
}
