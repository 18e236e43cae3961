//! Lookup tables that let the inner loops find choices without searching.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fixedbitset::FixedBitSet;
use typed_index_collections::TiVec;

use super::super::classes::{Class, lost_calls};
use super::super::courses::base::Base;
use super::standing::Standing;
use super::{Meeting, Pattern, Run, Staff};
use crate::instance::Instance;
use crate::instance::entities::Leg;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};

/// A leg between two communes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Infinite if there is no path.
    pub(super) km: f64,
    pub(super) minutes: f64,
}

impl Way {
    /// Cost for a trainer who travels it, euros; infinite if there is no path.
    pub(super) fn cost(self, staff: &Staff) -> f64 {
        if self.km.is_infinite() {
            // Infinity times a rate of 0 would be NaN.
            return f64::INFINITY;
        }
        self.km * staff.km_cost + self.minutes * staff.minute_cost
    }
}

impl From<Option<Leg>> for Way {
    fn from(leg: Option<Leg>) -> Self {
        leg.map_or(Self { km: f64::INFINITY, minutes: f64::INFINITY }, |leg| Self {
            km: leg.km.to_f64(),
            minutes: leg.minutes.to_f64(),
        })
    }
}

/// All legs, `[from × communes + to]`.
pub(super) fn ways(instance: &Instance) -> Vec<Way> {
    let communes = || instance.communes.keys();
    communes().flat_map(|from| communes().map(move |to| instance.way(from, to).into())).collect()
}

/// Legs from and to each depot, `[commune × depots + depot]`.
pub(super) fn approaches(instance: &Instance, depots: &[CommuneId]) -> Vec<[Way; 2]> {
    let approach =
        |commune, depot| [instance.way(depot, commune).into(), instance.way(commune, depot).into()];
    let communes = instance.communes.keys();
    communes.flat_map(|commune| depots.iter().map(move |&depot| approach(commune, depot))).collect()
}

/// Cost of each trainer's round trip from base to depot, euros, `[trainer × depots + depot]`.
pub(super) fn fetching(
    instance: &Instance,
    staff: &TiVec<TrainerId, Staff>,
    depots: &[CommuneId],
) -> Vec<f64> {
    let way = |staff: &Staff, from, to| Way::from(instance.way_between_base_and_depot(from, to)).cost(staff);
    let round = |staff: &Staff, depot| way(staff, staff.base, depot) + way(staff, depot, staff.base);
    staff.iter().flat_map(|staff| depots.iter().map(move |&depot| round(staff, depot))).collect()
}

/// Communes that have a pattern, ascending, and the position of each commune among them, which is also stored in the patterns.
pub(super) fn hosts(
    instance: &Instance,
    patterns: &mut [Pattern],
    standing: &Standing,
) -> (Vec<CommuneId>, TiVec<CommuneId, Option<usize>>) {
    let of_patterns = patterns.iter().map(|pattern| pattern.host);
    let hosts: BTreeSet<CommuneId> = of_patterns.chain(standing.communes(instance)).collect();
    let mut place_of = TiVec::from(vec![None; instance.communes.len()]);
    hosts.iter().enumerate().for_each(|(place, &host)| place_of[host] = Some(place));
    for pattern in patterns {
        pattern.place = place_of[pattern.host].expect("its commune is a host");
    }
    (hosts.into_iter().collect(), place_of)
}

/// The trainers of each host commune, in ascending cost of the round trip from their base.
pub(super) fn nearest(
    staff: &TiVec<TrainerId, Staff>,
    ways: &[Way],
    hosts: &[CommuneId],
    n_communes: usize,
) -> Vec<Vec<TrainerId>> {
    let leg = |staff: &Staff, from: CommuneId, to: CommuneId| {
        ways[usize::from(from) * n_communes + usize::from(to)].cost(staff)
    };
    let from_base = |trainer: TrainerId, host: CommuneId| {
        let staff = &staff[trainer];
        leg(staff, staff.base, host) + leg(staff, host, staff.base)
    };
    let sorted = |&host: &CommuneId| {
        let mut trainers: Vec<TrainerId> = staff.keys().collect();
        trainers.sort_by(|&one, &other| from_base(one, host).total_cmp(&from_base(other, host)));
        trainers
    };
    hosts.iter().map(sorted).collect()
}

pub(super) fn runs_of_slot(
    instance: &Instance,
    runs: &[Run],
    patterns: &[Pattern],
) -> TiVec<SlotId, Vec<usize>> {
    let used: BTreeSet<usize> = patterns.iter().map(|pattern| pattern.run).collect();
    let mut runs_of_slot = TiVec::from(vec![Vec::new(); instance.slots.len()]);
    for index in used {
        runs_of_slot[runs[index].slot].push(index);
    }
    runs_of_slot
}

pub(super) fn patterns_of_run(runs: &[Run], patterns: &[Pattern]) -> Vec<Vec<usize>> {
    let mut patterns_of_run = vec![Vec::new(); runs.len()];
    patterns.iter().enumerate().for_each(|(index, pattern)| patterns_of_run[pattern.run].push(index));
    patterns_of_run
}

pub(super) fn meeting_at(
    instance: &Instance,
    meetings: &[Meeting],
    hosts: &[CommuneId],
    place_of: &TiVec<CommuneId, Option<usize>>,
) -> Vec<Option<usize>> {
    let n_slots = instance.slots.len();
    let mut at = vec![None; instance.tracks.len() * hosts.len() * n_slots];
    for (index, meeting) in meetings.iter().enumerate() {
        if let Some(place) = place_of[meeting.commune] {
            let row = usize::from(meeting.track) * hosts.len() + place;
            at[row * n_slots + usize::from(meeting.slot)] = Some(index);
        }
    }
    at
}

pub(super) fn venues_of(instance: &Instance) -> TiVec<CommuneId, Vec<VenueId>> {
    let mut venues = TiVec::from(vec![Vec::new(); instance.communes.len()]);
    instance.venues.iter_enumerated().for_each(|(id, venue)| venues[venue.commune].push(id));
    venues
}

pub(super) fn slots_of(instance: &Instance, classes: &[Class]) -> FixedBitSet {
    let n_slots = instance.slots.len();
    let mut set = FixedBitSet::with_capacity(classes.len() * n_slots);
    for (index, class) in classes.iter().enumerate() {
        class.slots.iter().for_each(|&slot| set.insert(index * n_slots + usize::from(slot)));
    }
    set
}

/// Costs of journeys to the hosts. Most classes of a commune reach the same hosts at the same costs and share a row: the table is
/// read in every step of a walk, and this keeps it small enough for the CPU cache.
#[derive(Debug, Clone)]
pub(super) struct Journeys {
    /// Row of each class.
    row_of: Vec<usize>,
    n_hosts: usize,
    /// Euros, infinite where a host is out of reach, `[row × hosts + place]`.
    costs: Vec<f64>,
}

impl Journeys {
    pub(super) fn new(classes: &[Class], place_of: &TiVec<CommuneId, Option<usize>>, n_hosts: usize) -> Self {
        let mut journeys = Self { row_of: Vec::with_capacity(classes.len()), n_hosts, costs: Vec::new() };
        let mut rows: BTreeMap<Vec<(CommuneId, u64)>, usize> = BTreeMap::new();
        for class in classes {
            let key = class.reach.iter().map(|&(host, cost)| (host, cost.to_bits())).collect();
            let n_rows = rows.len();
            let row = *rows.entry(key).or_insert(n_rows);
            journeys.row_of.push(row);
            if row == n_rows {
                journeys.add_row(&class.reach, place_of);
            }
        }
        journeys
    }

    fn add_row(&mut self, reach: &[(CommuneId, f64)], place_of: &TiVec<CommuneId, Option<usize>>) {
        let first = self.costs.len();
        self.costs.resize(first + self.n_hosts, f64::INFINITY);
        for &(host, cost) in reach {
            if let Some(place) = place_of[host] {
                self.costs[first + place] = cost;
            }
        }
    }

    /// Cost of the journeys of one party of a class to a host, given by its place, euros; infinite if out of reach.
    pub(super) fn cost(&self, class: usize, place: usize) -> f64 {
        self.costs[self.row_of[class] * self.n_hosts + place]
    }
}

/// The range of each venue and slot: patterns are ordered by venue, then slot, then first date.
pub(super) fn starts(instance: &Instance, runs: &[Run], patterns: &[Pattern]) -> Vec<Range<usize>> {
    let mut starts = vec![0..0; instance.venues.len() * instance.slots.len()];
    for (index, pattern) in patterns.iter().enumerate() {
        let at = usize::from(pattern.venue) * instance.slots.len() + usize::from(runs[pattern.run].slot);
        if starts[at].is_empty() {
            starts[at] = index..index;
        }
        starts[at].end = index + 1;
    }
    starts
}

/// Slots by weekday ordered by start time, and each slot's position among them.
pub(super) fn ranks(instance: &Instance) -> ([Vec<SlotId>; 7], TiVec<SlotId, usize>) {
    let mut weekday_slots: [Vec<SlotId>; 7] = Default::default();
    for (id, slot) in instance.slots.iter_enumerated() {
        weekday_slots[usize::try_from(slot.weekday.to_monday_zero_offset()).unwrap_or(0)].push(id);
    }
    let mut rank = TiVec::from(vec![0; instance.slots.len()]);
    for slots in &mut weekday_slots {
        slots.sort_by_key(|&slot| (instance.slots[slot].start_minute, slot));
        slots.iter().enumerate().for_each(|(position, &slot)| rank[slot] = position);
    }
    (weekday_slots, rank)
}

/// The week of each day, counted from the first.
pub(super) fn weeks(instance: &Instance, n_days: usize) -> Vec<usize> {
    let offset = usize::try_from(instance.rules.horizon.start.weekday().to_monday_zero_offset()).unwrap_or(0);
    (0..n_days).map(|day| (day + offset) / 7).collect()
}

/// Value of serving one party of a class, euros (see `Space::worth`).
pub(super) fn worth(instance: &Instance, class: &Class) -> f64 {
    let weights = &instance.rules.weights;
    let has_goal = weights.equity_target.to_f64() > 0.0;
    let equity = if has_goal { weights.equity_shortfall.to_f64() * class.size as f64 } else { 0.0 };
    class.unserved.max(equity).max(class.calls - class.joining)
}

/// Cost of leaving out everyone who has not attended, euros, including calls to those who were announced in a cycle.
pub(super) fn nobody_served(instance: &Instance) -> f64 {
    let weight = instance.rules.weights.unserved;
    let has_attended = |id| instance.standing().is_some_and(|(_, today)| today.has_attended(id));
    let left = || instance.interested().filter(|&(id, _)| !has_attended(id));
    let unserved: f64 = left().map(|(_, resident)| weight.by(resident.priority).to_f64()).sum();
    unserved + left().map(|(id, _)| lost_calls(instance, &[id])).sum::<f64>()
}

/// Residents of each commune who should be served, in addition to those who have attended.
pub(super) fn equity_goals(instance: &Instance, base: &Base) -> TiVec<CommuneId, f64> {
    let target = instance.rules.weights.equity_target;
    let goal =
        |(count, &attended): (usize, &usize)| (target.times(count).to_f64() - attended as f64).max(0.0);
    instance.interested_by_commune().into_iter().zip(&base.attended).map(goal).collect()
}
