//! The use of each trainer's day by cycles, for the search for violated tour rows.

use std::collections::BTreeMap;

use super::super::separation::DayUse;
use super::super::space::{Day, Space};
use super::cliques::TOLERANCE;
use super::column::Column;
use crate::instance::ids::TrainerId;

/// The value at each node of a day, and the share of each class at each node.
type Use = (BTreeMap<usize, f64>, BTreeMap<usize, BTreeMap<usize, f64>>);

/// The use of each trainer's day by cycles with their values, and what it is charged.
pub(super) fn day_uses<'a>(
    space: &Space,
    chosen: impl Iterator<Item = (&'a Column, f64)>,
    charged: impl Fn(&DayUse) -> f64,
) -> Vec<DayUse> {
    let mut uses: BTreeMap<(TrainerId, Day), Use> = BTreeMap::new();
    for (column, value) in chosen.filter(|&(_, value)| value > TOLERANCE) {
        for held in column.appointments(space) {
            let node = column.node(space, held);
            let (nodes, people) = uses.entry((held.trainer, held.day)).or_default();
            *nodes.entry(node).or_default() += value;
            for (class, share) in column.shares(space) {
                *people.entry(class).or_default().entry(node).or_default() += value * share;
            }
        }
    }
    let day_use = |((trainer, day), (nodes, people)): (_, Use)| {
        let (weekday, n_tours) = (space.weekday(day), space.crew_size(trainer));
        let mut day = DayUse { trainer, day, weekday, nodes, people, n_tours, charged: 0.0 };
        day.charged = charged(&day);
        // A class at a single node cannot attend twice, so no row is needed for it.
        day.people.retain(|_, at| at.len() > 1);
        day
    };
    uses.into_iter().map(day_use).collect()
}
