//! A committed cycle takes another course: repaired otherwise, or broken off.

use rand_pcg::Pcg64Mcg;

use super::super::people::{join, pick};
use super::super::trial::Trial;

/// Puts a committed cycle into another of its courses; parties that lose their place may join other groups.
pub(super) fn change_course(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let space = trial.draft().space();
    let Some(&number) = pick(&space.standing.choices, random) else { return };
    let Some(&pattern) = pick(&space.standing.of_cycle[space.standing.bound[number]], random) else { return };
    let Some(before) = trial.draft().group(number).cloned() else { return };
    if before.pattern == pattern || !trial.change_course(number, pattern) {
        return;
    }
    before.members.iter().for_each(|&(class, _)| join(trial, class));
}
