//! The initial program of a master: all rows except those added when violated.

use std::collections::{BTreeMap, BTreeSet};

use super::super::milp::formulation::Formulation;
use super::super::space::{Day, Space};
use super::cliques::cliques;
use super::ledger::Beginning;
use super::priced::Rows;
use super::rows::{Kinds, Start, Workday};
use crate::instance::ids::{SlotId, TrainerId};

/// The rows, and the program without cycles.
pub(super) fn begin<'s>(space: &'s Space<'s>) -> (Rows<'s>, Formulation) {
    let worked = worked_slots(space);
    let turnaround = space.instance.rules.travel.turnaround;
    let workday = |(&(trainer, day), slots): (&(TrainerId, Day), &BTreeSet<SlotId>)| Workday {
        trainer,
        day,
        slots: slots.clone(),
        cliques: cliques(space, slots, turnaround),
    };
    let days: Vec<Workday> = worked.iter().map(workday).collect();
    let mut start = Start { space, rows: Beginning::default(), days: &days, tours: Vec::new(), budget: None };
    let kinds = Kinds::new(&mut start);
    let Beginning { ledger, model } = start.rows;
    (Rows { space, kinds, n_given: ledger.len(), ledger, constant: space.all_unserved }, model)
}

/// Slots that a trainer may hold on each day.
fn worked_slots(space: &Space) -> BTreeMap<(TrainerId, Day), BTreeSet<SlotId>> {
    let mut worked: BTreeMap<(TrainerId, Day), BTreeSet<SlotId>> = BTreeMap::new();
    for (slot, held) in space.standing.all_appointments(&space.patterns) {
        worked.entry((held.trainer, held.day)).or_default().insert(slot);
    }
    for trainer in space.leaders() {
        for run in space.staff[trainer].runs.ones().map(|index| &space.runs[index]) {
            for &day in &run.days {
                worked.entry((trainer, day)).or_default().insert(run.slot);
            }
        }
    }
    worked
}
