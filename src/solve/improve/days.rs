//! Changes of a trainer's whole days: full days are what a plan wins by, and one group at a time cannot move them.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::draft::{Draft, Group, Move};
use super::super::space::Space;
use super::forecast::is_hopeless;
use super::people::join;
use super::picks::{some_number, staying};
use super::terms::{at_start, near_trainer, offset};
use super::trial::Trial;
use crate::instance::ids::{SlotId, TrainerId};

/// Exchanges two trainers on the days of a group: all groups of either that meet on one of them change hands.
pub(super) fn swap_trainers(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let Some(number) = some_number(draft, random) else { return };
    let Some(group) = draft.group(number) else { return };
    let space = draft.space();
    let one = group.trainer;
    let Some(other) = near_trainer(space, group.pattern, random) else { return };
    if one == other {
        return;
    }
    let mut numbers = on_its_days(draft, group, one);
    numbers.extend(on_its_days(draft, group, other));
    let swapped = |&number: &usize| {
        let group = draft.group(number)?;
        let trainer = if group.trainer == one { other } else { one };
        Some(Move { number, pattern: group.pattern, trainer })
    };
    let moves: Vec<Move> = numbers.iter().filter_map(swapped).collect();
    hold_all(trial, &moves);
}

/// Moves all groups that a trainer has on a group's days to another weekday or week.
pub(super) fn move_day(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let Some(number) = some_number(draft, random) else { return };
    let Some(group) = draft.group(number) else { return };
    let space = draft.space();
    let first = space.first_day(group.pattern);
    let numbers = on_its_days(draft, group, group.trainer);
    let weekday = space.weekday(first);
    let new_weekday = if random.random_bool(0.5) { weekday } else { random.random_range(0..7) };
    let weeks = if new_weekday == weekday { offset(random) } else { random.random_range(-1..=1_i32) };
    let shift = weeks as isize * 7 + new_weekday as isize - weekday as isize;
    if shift == 0 || space.weekday_slots[new_weekday].is_empty() {
        return;
    }
    let moved = |&number: &usize| {
        let group = draft.group(number)?;
        let pattern = shifted(space, group, shift, new_weekday)?;
        Some(Move { number, pattern, trainer: group.trainer })
    };
    if let Some(moves) = numbers.iter().map(moved).collect::<Option<Vec<Move>>>() {
        hold_all(trial, &moves);
    }
}

/// Holds groups on other terms, all at once; members who cannot follow join other groups.
fn hold_all(trial: &mut Trial, moves: &[Move]) {
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

/// The pattern of a group's venue `shift` days later, at the slot of the weekday nearest in time.
fn shifted(space: &Space, group: &Group, shift: isize, weekday: usize) -> Option<usize> {
    let place = &space.patterns[group.pattern];
    let time = |slot: SlotId| space.instance.slots[slot].start_minute;
    let now = time(place.slot);
    let slot = *space.weekday_slots[weekday].iter().min_by_key(|&&slot| time(slot).abs_diff(now))?;
    let first = space.first_day(group.pattern).checked_add_signed(shift)?;
    at_start(space, place.venue, slot, first)
}

/// Numbers of the groups that a trainer holds on a group's days, each once.
fn on_its_days(draft: &Draft, group: &Group, trainer: TrainerId) -> Vec<usize> {
    let space = draft.space();
    let days = &space.runs[space.patterns[group.pattern].run].days;
    let mut numbers: Vec<usize> = days.iter().flat_map(|&day| draft.groups_on(trainer, day)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
