//! A party leaves its group and joins no other.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::people::{cost_in, left_out, pick, support};
use super::super::trial::Trial;

/// Removes a party of a random class from its group.
pub(super) fn leave(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let draft = trial.draft();
    let class = random.random_range(0..draft.space().classes.len());
    let Some(&number) = pick(draft.holders(class), random) else { return };
    let loss = left_out(draft, class) - cost_in(draft, class, number);
    if loss + trial.spending(-support(draft, class)) <= trial.limit {
        trial.take(number, class);
    }
}
