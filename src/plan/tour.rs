//! A trainer's working day: the tour from the base through the day's venues and back (PROBLEM.md section 5).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Plan;
use crate::instance::announced::Session;
use crate::instance::entities::Leg;
use crate::instance::ids::{CommuneId, KitId, SlotId, TrainerId, VenueId};
use crate::instance::units::Euros;
use crate::instance::{Instance, InstanceData};

/// One trainer on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDay {
    /// The date.
    pub date: Date,
    /// The trainer who works.
    pub trainer: TrainerId,
    /// Sessions in time order: position of the cycle in the plan.
    pub cycles: Vec<usize>,
    /// The kits on the roster for this day; a legal plan has at most one.
    pub kits: Vec<KitId>,
}

/// Where a tour stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The trainer's base.
    Base(CommuneId),
    /// A kit's depot.
    Depot(CommuneId),
    /// A venue.
    Venue(VenueId),
}

/// The leg between two stops of a tour; `None` if there is no path.
pub fn leg_between(instance: &InstanceData, from: Stop, to: Stop) -> Option<Leg> {
    use Stop::{Base, Depot, Venue};
    match (from, to) {
        (Venue(one), Venue(other)) => instance.way_between_venues(one, other),
        (Base(one) | Depot(one), Base(other) | Depot(other)) => {
            instance.way_between_base_and_depot(one, other)
        }
        (Base(place) | Depot(place), Venue(venue)) => instance.way(place, instance.venues[venue].commune),
        (Venue(venue), Base(place) | Depot(place)) => instance.way(instance.venues[venue].commune, place),
    }
}

/// Cost of a leg for `trainer`: mileage and time.
pub fn leg_cost(instance: &Instance, trainer: TrainerId, leg: Leg) -> Euros {
    let trainer = &instance.trainers[trainer];
    trainer.km_cost.per_km(leg.km) + trainer.hourly_cost.per_hour(leg.minutes)
}

/// The stops of a day, in order: base, depot if a kit is taken, venues in time order, depot, base.
pub fn stops(instance: &Instance, plan: &Plan, day: &WorkingDay) -> Vec<Stop> {
    let base = Stop::Base(instance.trainers[day.trainer].base);
    let depot = day.kits.first().map(|&kit| Stop::Depot(instance.kits[kit].depot));
    let venues = day.cycles.iter().map(|&cycle| Stop::Venue(plan.cycles[cycle].venue_on(day.date)));
    std::iter::once(base).chain(depot).chain(venues).chain(depot).chain(std::iter::once(base)).collect()
}

/// Every day on which a trainer works or has a kit, by date and trainer.
pub fn working_days(instance: &Instance, plan: &Plan) -> Vec<WorkingDay> {
    let mut days: BTreeMap<(Date, TrainerId), WorkingDay> = BTreeMap::new();
    let blank = |date, trainer| WorkingDay { date, trainer, cycles: Vec::new(), kits: Vec::new() };
    for (position, cycle) in plan.cycles.iter().enumerate() {
        for Session { date, trainer, .. } in cycle.meetings() {
            let day = days.entry((date, trainer)).or_insert_with(|| blank(date, trainer));
            day.cycles.push(position);
        }
    }
    for taken in &plan.kit_roster {
        let key = (taken.date, taken.trainer);
        days.entry(key).or_insert_with(|| blank(taken.date, taken.trainer)).kits.push(taken.kit);
    }
    let start_of = |slot: SlotId| instance.slots[slot].start_minute;
    let mut days: Vec<WorkingDay> = days.into_values().collect();
    for day in &mut days {
        day.cycles.sort_by_key(|&cycle| (start_of(plan.cycles[cycle].slot), cycle));
    }
    days
}
