//! Two groups exchange their times and trainers.

use rand_pcg::Pcg64Mcg;

use super::super::super::draft::Move;
use super::super::forecast::is_hopeless;
use super::super::groups::{assemble, hold_elsewhere};
use super::super::people::join;
use super::super::picks::{some_number, staying};
use super::super::terms::{at_run, partner};
use super::super::trial::Trial;

/// Exchanges time and trainer of two groups.
pub(super) fn swap_groups(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let Some(one) = some_number(draft, random) else { return };
    let partner = draft.group(one).and_then(|group| partner(draft, group, random));
    let Some(other) = partner else { return };
    let (Some(first), Some(second)) = (draft.group(one), draft.group(other)) else { return };
    if one == other {
        return;
    }
    let space = draft.space();
    let to_first = at_run(space, first.pattern, second.pattern);
    let to_second = at_run(space, second.pattern, first.pattern);
    let (Some(to_first), Some(to_second)) = (to_first, to_second) else { return };
    let (trainer_first, trainer_second) = (second.trainer, first.trainer);
    let moves = [
        Move { number: one, pattern: to_first, trainer: trainer_first },
        Move { number: other, pattern: to_second, trainer: trainer_second },
    ];
    if is_hopeless(trial, &moves) {
        return;
    }
    let Some(second) = trial.close(other) else { return };
    if !hold_elsewhere(trial, one, to_first, trainer_first, false, random) {
        return;
    }
    let members = staying(trial.draft(), &second, to_second, trainer_second);
    assemble(trial, &second, members, to_second, trainer_second, false, random);
    second.members.iter().for_each(|&(class, _)| join(trial, class));
}
