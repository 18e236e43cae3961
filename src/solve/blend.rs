//! Turns a solution of the master with integral counts into a plan.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::master::Column;
use super::space::Space;
use crate::instance::ids::{TrackId, TrainerId, VenueId};

/// The cycles of one pattern and track in a solution, combined.
#[derive(Debug, Default)]
struct Blend {
    pattern: usize,
    /// Sum of the values of its columns.
    held: f64,
    /// Parties of each class.
    members: BTreeMap<usize, f64>,
    /// Share of each crew.
    trainers: BTreeMap<TrainerId, f64>,
}

impl Blend {
    /// Class and number of parties, rounded.
    fn members(&self) -> Vec<(usize, usize)> {
        let members = self.members.iter().map(|(&class, sum)| (class, sum.round() as usize));
        members.filter(|&(_, count)| count > 0).collect()
    }
}

/// The plan given by a solution with integral counts: columns of one venue and run form one cycle, with their mean parties.
/// `None` if that is not a legal plan.
pub(super) fn whole<'s>(space: &'s Space<'s>, chosen: &[(&Column, f64)]) -> Option<Draft<'s>> {
    let mut cycles: BTreeMap<(VenueId, usize, TrackId), Blend> = BTreeMap::new();
    for &(column, value) in chosen {
        let place = &space.patterns[column.pattern];
        let blend = cycles.entry((place.venue, place.run, column.track)).or_default();
        blend.pattern = column.pattern;
        blend.held += value;
        for &(class, count) in &column.members {
            *blend.members.entry(class).or_default() += value * count as f64;
        }
        *blend.trainers.entry(column.trainer).or_default() += value;
    }
    // Negligible traces of a cycle do not count.
    let held = cycles.into_iter().filter(|(_, blend)| blend.held.round() > 0.0);
    let (courses, others): (Vec<_>, Vec<_>) =
        held.partition(|(_, blend)| space.course(blend.pattern).is_some());
    let mut draft = Draft::new(space);
    for (_, blend) in &courses {
        draft.follow(blend.pattern, &blend.members());
    }
    for ((_, _, track), blend) in others {
        let (pattern, members) = (blend.pattern, blend.members());
        if members.iter().any(|&(class, count)| count > draft.left(class)) {
            return None;
        }
        let mut by: Vec<TrainerId> = space.staff.keys().collect();
        by.sort_by(|one, other| {
            let share = |trainer: &TrainerId| blend.trainers.get(trainer).copied().unwrap_or(0.0);
            share(other).total_cmp(&share(one)).then(one.cmp(other))
        });
        let teaches = |trainer: &&TrainerId| space.staff[**trainer].tracks.contains(track.into());
        by.iter()
            .filter(teaches)
            .find_map(|&trainer| draft.open_within_budget(pattern, trainer, track, members.clone()))?;
    }
    let is_large_enough = draft.groups().all(|(number, group)| {
        draft.is_bound(number) || group.persons >= space.patterns[group.pattern].least
    });
    (draft.is_legal() && draft.crowding() == 0 && is_large_enough).then_some(draft)
}
