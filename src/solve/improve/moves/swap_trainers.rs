//! Two trainers exchange the days of a group: full days make good plans, and moving one group at a time cannot exchange them.

use rand_pcg::Pcg64Mcg;

use super::super::super::draft::Move;
use super::super::days::{hold_all, on_its_days};
use super::super::picks::some_number;
use super::super::terms::near_trainer;
use super::super::trial::Trial;

/// Exchanges two trainers on the days of a group: all groups of either that meet on one of them change trainer.
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
