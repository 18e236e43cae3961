//! A trainer's whole days move to another weekday or week.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::super::draft::{Group, Move};
use super::super::super::space::Space;
use super::super::days::{hold_all, on_its_days};
use super::super::picks::some_number;
use super::super::terms::{at_start, offset};
use super::super::trial::Trial;
use crate::instance::ids::SlotId;

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

/// The pattern of a group's venue `shift` days later, at the slot of the weekday nearest in time.
fn shifted(space: &Space, group: &Group, shift: isize, weekday: usize) -> Option<usize> {
    let place = &space.patterns[group.pattern];
    let time = |slot: SlotId| space.instance.slots[slot].start_minute;
    let now = time(place.slot);
    let slot = *space.weekday_slots[weekday].iter().min_by_key(|&&slot| time(slot).abs_diff(now))?;
    let first = space.first_day(group.pattern).checked_add_signed(shift)?;
    at_start(space, place.venue, slot, first)
}
