//! The cycles of the cheapest schedules at given duals.

use std::collections::BTreeSet;

use super::super::master::Column;
use super::super::pricing::Round;
use super::super::space::Space;
use crate::instance::ids::TrainerId;

/// The columns of the cheapest schedules: for each trainer and run, the one of least reduced cost, which comes first; then the
/// courses of announced cycles.
pub(super) fn scheduled(space: &Space, round: &Round, schedule: &[(TrainerId, usize)]) -> Vec<Column> {
    let mut chosen: BTreeSet<(TrainerId, usize)> = schedule.iter().copied().collect();
    let columns = round.columns.iter().map(|(_, column)| column);
    columns
        .filter(|column| chosen.remove(&(column.trainer, space.patterns[column.pattern].run)))
        .chain(&round.going_on.columns)
        .cloned()
        .collect()
}
