//! A group closes.

use rand_pcg::Pcg64Mcg;

use super::super::groups::dissolve;
use super::super::picks::some_number;
use super::super::trial::Trial;

/// Closes a group; its members join others if that is better than being left out.
pub(super) fn close_group(trial: &mut Trial, random: &mut Pcg64Mcg) {
    if let Some(number) = some_number(trial.draft(), random) {
        dissolve(trial, number);
    }
}
