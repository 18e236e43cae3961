//! Cliques of slots: sets of slots that overlap, of which only one can be held.

use std::collections::{BTreeMap, BTreeSet};

use super::super::milp::lp::RowIndex;
use super::super::space::Space;
use crate::instance::ids::SlotId;
use crate::instance::units::Minutes;

/// A row over slots that cannot be held together.
#[derive(Debug, Clone)]
pub(crate) struct CliqueRow {
    pub(crate) row: RowIndex,
    pub(crate) slots: Vec<SlotId>,
}

impl CliqueRow {
    /// Whether it concerns a session at a slot.
    pub(crate) fn holds(&self, slot: SlotId) -> bool {
        self.slots.contains(&slot)
    }
}

/// Total value of a solution's cycles at each slot.
pub(crate) type Load = BTreeMap<SlotId, f64>;

/// Smaller values and smaller violations of a row count as zero.
pub(crate) const TOLERANCE: f64 = 1e-6;

/// Maximal sets of slots of a day whose sessions, each lengthened by `pause`, overlap at some moment.
///
/// All sessions have the same length, so those held at a moment are consecutive in the order of their starts, and a set is
/// contained in another only if none of its sessions ends by the next start.
pub(crate) fn cliques(space: &Space, slots: &BTreeSet<SlotId>, pause: Minutes) -> Vec<Vec<SlotId>> {
    let time = |&slot: &SlotId| (space.instance.session_time(slot), slot);
    let mut held: Vec<((Minutes, Minutes), SlotId)> = slots.iter().map(time).collect();
    held.sort_unstable();
    let start = |at: usize| held[at].0.0;
    let has_left = |at: usize, moment: Minutes| held[at].0.1 + pause <= moment;
    let (mut first, mut next) = (0, 0);
    let mut found: Vec<Vec<SlotId>> = Vec::new();
    while next < held.len() {
        let moment = start(next);
        next = (next..held.len()).find(|&at| start(at) != moment).unwrap_or(held.len());
        first = (first..next).find(|&at| !has_left(at, moment)).unwrap_or(next);
        if next == held.len() || has_left(first, start(next)) {
            let mut slots: Vec<SlotId> = held[first..next].iter().map(|&(_, slot)| slot).collect();
            slots.sort_unstable();
            found.push(slots);
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::*;
    use crate::instance::entities::Slot;
    use crate::instance::hamlet::instance;

    /// The same by definition: for each start, the slots held then, without sets contained in another.
    fn by_definition(space: &Space, slots: &BTreeSet<SlotId>, pause: Minutes) -> Vec<Vec<SlotId>> {
        let time = |slot: SlotId| space.instance.session_time(slot);
        let at_start_of = |slot: SlotId| -> Vec<SlotId> {
            let moment = time(slot).0;
            let held = |&other: &SlotId| time(other).0 <= moment && moment < time(other).1 + pause;
            slots.iter().copied().filter(held).collect()
        };
        let found: BTreeSet<Vec<SlotId>> = slots.iter().map(|&slot| at_start_of(slot)).collect();
        let is_within = |one: &Vec<SlotId>, other: &Vec<SlotId>| {
            one != other && one.iter().all(|slot| other.contains(slot))
        };
        let all = found.clone();
        found.into_iter().filter(|clique| !all.iter().any(|other| is_within(clique, other))).collect()
    }

    #[test]
    fn cliques_are_the_largest_sets_of_sessions_that_share_a_moment() {
        let mut random = Pcg64Mcg::seed_from_u64(1);
        for n_slots in (0..60).map(|round| round % 20) {
            let starts: Vec<u16> = (0..n_slots).map(|_| 10 * random.random_range(0..60)).collect();
            let instance = instance(|data| {
                let template = data.slots[SlotId(0)].clone();
                let of = |&start_minute: &u16| Slot { start_minute, ..template.clone() };
                data.slots.extend(starts.iter().map(of));
            });
            let space = Space::new(&instance);
            let slots: BTreeSet<SlotId> = instance.slots.keys().filter(|_| random.random_bool(0.8)).collect();
            for pause in [0, 20, 45].map(Minutes::whole) {
                assert_eq!(cliques(&space, &slots, pause), by_definition(&space, &slots, pause));
            }
        }
    }
}
