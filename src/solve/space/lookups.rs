//! Tables by which the inner loops find choices of a kind without a search.

use std::collections::BTreeSet;
use std::ops::Range;

use fixedbitset::FixedBitSet;
use typed_index_collections::TiVec;

use super::super::classes::Class;
use super::{Meeting, Pattern, Run, Staff};
use crate::instance::Instance;
use crate::instance::ids::{CommuneId, SlotId, TrainerId, VenueId};

/// A way between two communes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Infinite where there is no way.
    pub(super) km: f64,
    pub(super) minutes: f64,
}

impl Way {
    /// What it costs when a trainer travels it, euros; infinite where there is none.
    pub(super) fn cost(self, staff: &Staff) -> f64 {
        if self.km.is_infinite() {
            // Times a rate of 0 it would be no number.
            return f64::INFINITY;
        }
        self.km * staff.km_cost + self.minutes * staff.minute_cost
    }
}

/// All ways, `[from × communes + to]`.
pub(super) fn ways(instance: &Instance) -> Vec<Way> {
    let way = |from, to| {
        instance.way(from, to).map_or(Way { km: f64::INFINITY, minutes: f64::INFINITY }, |leg| Way {
            km: leg.km.to_f64(),
            minutes: leg.minutes.to_f64(),
        })
    };
    let communes = || instance.communes.keys();
    communes().flat_map(|from| communes().map(move |to| way(from, to))).collect()
}

/// Communes that have a pattern, ascending, and the position of each commune among them, which the patterns keep.
pub(super) fn hosts(
    instance: &Instance,
    patterns: &mut [Pattern],
) -> (Vec<CommuneId>, TiVec<CommuneId, Option<usize>>) {
    let hosts: BTreeSet<CommuneId> = patterns.iter().map(|pattern| pattern.host).collect();
    let mut place_of = TiVec::from(vec![None; instance.communes.len()]);
    hosts.iter().enumerate().for_each(|(place, &host)| place_of[host] = Some(place));
    for pattern in patterns {
        pattern.place = place_of[pattern.host].expect("its commune is a host");
    }
    (hosts.into_iter().collect(), place_of)
}

/// The trainers of each host commune, in the order of what the way there and back from their base costs.
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

pub(super) fn runs_of_slot(instance: &Instance, runs: &[Run]) -> TiVec<SlotId, Vec<usize>> {
    let mut runs_of_slot = TiVec::from(vec![Vec::new(); instance.slots.len()]);
    runs.iter().enumerate().for_each(|(index, run)| runs_of_slot[run.slot].push(index));
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

/// Where a host stands in the reach of each class; beyond any end where it is out of reach.
pub(super) fn reach_at(
    classes: &[Class],
    place_of: &TiVec<CommuneId, Option<usize>>,
    n_hosts: usize,
) -> Vec<u32> {
    let mut reach_at = vec![u32::MAX; classes.len() * n_hosts];
    for (index, class) in classes.iter().enumerate() {
        for (at, &(host, _)) in class.reach.iter().enumerate() {
            if let Some(place) = place_of[host] {
                reach_at[index * n_hosts + place] = u32::try_from(at).unwrap_or(u32::MAX);
            }
        }
    }
    reach_at
}

/// The range of each venue and slot: patterns are laid out venue by venue, slot by slot, date by date.
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

/// Slots by weekday in the order of their starts, and each slot's place among them.
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
