//! Random groups, and the members that a group keeps under other terms.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::{Draft, Group};
use super::people::pick;
use crate::instance::ids::TrainerId;

/// Number of a random open group that is not a committed cycle.
pub(super) fn some_number(draft: &Draft, random: &mut Pcg64Mcg) -> Option<usize> {
    let first = draft.space().standing.bound.len();
    if draft.n_numbers() <= first {
        return None;
    }
    (0..4)
        .map(|_| random.random_range(first..draft.n_numbers()))
        .find(|&number| draft.group(number).is_some())
}

/// A random group of the same trainer on one of the group's days.
pub(super) fn beside_on_day(draft: &Draft, group: &Group, random: &mut Pcg64Mcg) -> Option<usize> {
    let space = draft.space();
    let day = *pick(&space.runs[space.patterns[group.pattern].run].days, random)?;
    let count = draft.groups_on(group.trainer, day).count();
    draft.groups_on(group.trainer, day).nth(random.random_range(0..count.max(1)))
}

/// Members who fit another pattern, up to its seats and its tablets with this trainer.
pub(super) fn staying(
    draft: &Draft,
    group: &Group,
    pattern: usize,
    trainer: TrainerId,
) -> Vec<(usize, usize)> {
    let space = draft.space();
    let mut seats = space.patterns[pattern].capacity;
    let mut tablets = draft.tablets(pattern, trainer);
    let mut members = Vec::with_capacity(group.members.len() + 4);
    for &(class, count) in &group.members {
        let entry = &space.classes[class];
        let count = count.min(draft.left(class)).min(seats / entry.size);
        let count = tablets.checked_div(entry.borrowers).map_or(count, |most| count.min(most));
        if count > 0 && space.fits(class, pattern) {
            seats -= count * entry.size;
            tablets -= count * entry.borrowers;
            members.push((class, count));
        }
    }
    members
}
