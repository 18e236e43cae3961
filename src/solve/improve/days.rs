//! Moves of all groups of a trainer's days at once.

use super::super::draft::{Draft, Group, Move};
use super::forecast::is_hopeless;
use super::people::join;
use super::picks::staying;
use super::trial::Trial;
use crate::instance::ids::TrainerId;

/// Moves several groups to other terms at once; members who cannot follow join other groups.
pub(super) fn hold_all(trial: &mut Trial, moves: &[Move]) {
    if is_hopeless(trial, moves) {
        return;
    }
    let closed: Vec<Group> = moves.iter().filter_map(|new| trial.close(new.number)).collect();
    for (group, new) in closed.iter().zip(moves) {
        let members = staying(trial.draft(), group, new.pattern, new.trainer);
        if trial.open(new.pattern, new.trainer, group.track, members).is_none() {
            return trial.undo();
        }
    }
    for &(class, _) in closed.iter().flat_map(|group| &group.members) {
        join(trial, class);
    }
}

/// Numbers of the groups that a trainer holds on a group's days, without duplicates.
pub(super) fn on_its_days(draft: &Draft, group: &Group, trainer: TrainerId) -> Vec<usize> {
    let space = draft.space();
    let days = &space.runs[space.patterns[group.pattern].run].days;
    let mut numbers: Vec<usize> = days.iter().flat_map(|&day| draft.groups_on(trainer, day)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
