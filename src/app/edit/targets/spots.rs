//! The places that exist for a cycle.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::app::amend::change::Place;
use crate::instance::Instance;
use crate::instance::ids::{SlotId, TrainerId, VenueId};
use crate::plan::Cycle;

/// A filter of places; `None` allows all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Slots.
    pub slots: Option<BTreeSet<SlotId>>,
    /// Rooms.
    pub venues: Option<BTreeSet<VenueId>>,
    /// Trainers.
    pub trainers: Option<BTreeSet<TrainerId>>,
    /// First and last possible day of its first session.
    pub first: Option<(Date, Date)>,
}

/// A place for a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// When in the week.
    pub slot: SlotId,
    /// Where.
    pub venue: VenueId,
    /// By whom.
    pub trainer: TrainerId,
    /// The day of its first session.
    pub first: Date,
}

impl Spot {
    /// The current place of a cycle.
    pub fn of(cycle: &Cycle) -> Self {
        let first = cycle.sessions.first().copied().unwrap_or_default();
        Self { slot: cycle.slot, venue: cycle.venue, trainer: cycle.trainer, first }
    }

    /// The place by the identifiers of the tables.
    pub fn place(&self, instance: &Instance) -> Place {
        Place {
            slot: Some(instance.slots[self.slot].id.clone()),
            venue: Some(instance.venues[self.venue].id.clone()),
            trainer: Some(instance.trainers[self.trainer].id.clone()),
            first: Some(self.first),
        }
    }
}

/// Every slot, room, trainer and first day at which a cycle can be held, sorted.
pub(super) fn spots(instance: &Instance, wanted: &Wanted) -> Vec<Spot> {
    let mut spots = Vec::new();
    for slot in instance.slots.keys().filter(|slot| is_wanted(wanted.slots.as_ref(), slot)) {
        let days = instance.slot_dates(slot);
        let days: Vec<Date> = days.into_iter().filter(|&day| begins(wanted, day)).collect();
        for venue in instance.venues.keys().filter(|venue| is_wanted(wanted.venues.as_ref(), venue)) {
            let is_start = |&&first: &&Date| instance.session_dates(venue, slot, first).is_some();
            let starts: Vec<Date> = days.iter().filter(is_start).copied().collect();
            for trainer in trainers(instance, wanted) {
                spots.extend(starts.iter().map(|&first| Spot { slot, venue, trainer, first }));
            }
        }
    }
    spots
}

/// The places of a cycle that has begun: the same with other trainers.
pub(super) fn repairs(instance: &Instance, cycle: &Cycle, wanted: &Wanted) -> Vec<Spot> {
    let Some(&first) = cycle.sessions.first() else { return Vec::new() };
    let Cycle { slot, venue, .. } = *cycle;
    let is_asked_for = is_wanted(wanted.slots.as_ref(), &slot)
        && is_wanted(wanted.venues.as_ref(), &venue)
        && begins(wanted, first);
    let trainers = trainers(instance, wanted).filter(|_| is_asked_for);
    trainers.map(|trainer| Spot { slot, venue, trainer, first }).collect()
}

fn trainers(instance: &Instance, wanted: &Wanted) -> impl Iterator<Item = TrainerId> {
    instance.trainers.keys().filter(|trainer| is_wanted(wanted.trainers.as_ref(), trainer))
}

fn is_wanted<T: Ord>(wanted: Option<&BTreeSet<T>>, one: &T) -> bool {
    wanted.is_none_or(|wanted| wanted.contains(one))
}

fn begins(wanted: &Wanted, first: Date) -> bool {
    wanted.first.is_none_or(|(from, until)| from <= first && first <= until)
}
