//! The cycles of the schedules that cost least at given prices.

use std::collections::BTreeSet;

use super::super::master::Column;
use super::super::pricing::Round;
use super::super::space::Space;
use crate::instance::ids::TrainerId;

/// The cycles of the least schedules: of each trainer and run the one of least reduced cost, which comes first; and how announced cycles go
/// on.
pub(super) fn scheduled(space: &Space, round: &Round, schedule: &[(TrainerId, usize)]) -> Vec<Column> {
    let mut chosen: BTreeSet<(TrainerId, usize)> = schedule.iter().copied().collect();
    let columns = round.columns.iter().map(|(_, column)| column);
    columns
        .filter(|column| chosen.remove(&(column.trainer, space.patterns[column.pattern].run)))
        .chain(&round.going_on.columns)
        .cloned()
        .collect()
}
