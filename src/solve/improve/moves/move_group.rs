//! A group moves to another time, place or trainer.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::super::draft::Move;
use super::super::forecast::is_hopeless;
use super::super::groups::hold_elsewhere;
use super::super::picks::some_number;
use super::super::terms::other_terms;
use super::super::trial::Trial;

/// Moves a group to another time, place or trainer.
pub(super) fn move_group(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let Some(number) = some_number(draft, random) else { return };
    let Some(group) = draft.group(number) else { return };
    let Some((pattern, trainer)) = other_terms(draft, group, random) else { return };
    if (pattern, trainer) == (group.pattern, group.trainer) {
        return;
    }
    if is_hopeless(trial, &[Move { number, pattern, trainer }]) {
        return;
    }
    let steal = random.random_bool(0.3);
    hold_elsewhere(trial, number, pattern, trainer, steal, random);
}
