//! A new group opens.

use rand::RngExt;
use rand_pcg::Pcg64Mcg;

use super::super::groups::open_around;
use super::super::trial::Trial;

/// Opens a group around a random party, with unserved parties and parties of other groups.
pub(super) fn open_group(trial: &mut Trial, random: &mut Pcg64Mcg) {
    let class = random.random_range(0..trial.draft().space().classes.len());
    open_around(trial, class, random);
}
