//! What no plan can beat: the Lagrangian bound at any prices.
//!
//! # Argument
//! Take any duals of the right signs for the rows of the master ([`Master`](super::master::Master)), such that no
//! shortfall, tour or kit variable has a negative reduced cost ([`Prices`](super::master::Prices) sees to it). For
//! every legal plan, `objective ≥ base + Σ reduced costs of its cycles`, where `base` is `Σ dual × right-hand side` plus
//! the constant: each row the plan satisfies contributes `dual × (left − right) ≤ 0`. A plan's cycles of one trainer
//! at one slot are disjoint in time, so their reduced costs sum to at least the least sum over disjoint sets of runs,
//! which is a shortest path over weeks. Adding these over trainers and slots gives the bound; it needs no optimal
//! duals and no convergence. At the optimum of the master all reduced costs are zero and the bound is its objective.
//!
//! Two runs that share no day can still be interleaved where a venue's own closures make gaps. Only the unbroken
//! beginning of a run (its *core*) is therefore counted as occupied: a second run that starts within it would share
//! its first day.

use super::master::Prices;
use super::pricing::Round;
use super::space::Space;
use crate::instance::ids::{SlotId, TrainerId};

/// Relative safety against rounding: sums of some thousand floats of a relative error of 1e-16 each are far closer.
const ROUNDING: f64 = 1e-9;

/// The bound before any pricing, euros: every party at the least it can cost without cycles, journeys or waiting.
pub fn without_cycles(space: &Space) -> f64 {
    let of_class = |class: &super::classes::Class| {
        (class.joining.min(class.unserved) - class.unserved) * class.parties.len() as f64
    };
    let reachable: f64 = space.classes.iter().map(of_class).sum();
    let bound = space.all_unserved + reachable;
    bound - ROUNDING * space.all_unserved.abs().max(bound.abs()).max(1.0)
}

/// A bound and the cycles that attain it.
#[derive(Debug, Clone)]
pub struct Lagrangian {
    /// The bound, euros.
    pub bound: f64,
    /// Trainer and run of the cycles in the least schedules.
    pub schedule: Vec<(TrainerId, usize)>,
}

/// The bound at these prices, given the least reduced cost of each trainer and run.
pub fn lagrangian(space: &Space, prices: &Prices, round: &Round) -> Lagrangian {
    let mut bound = prices.base;
    let mut schedule = Vec::new();
    for trainer in space.staff.keys() {
        for slot in space.instance.slots.keys() {
            bound += least_schedule(space, round, trainer, slot, &mut schedule);
        }
    }
    let scale = prices.base.abs().max(space.all_unserved).max(1.0);
    Lagrangian { bound: bound - ROUNDING * scale, schedule }
}

/// Least sum of reduced costs over runs of a trainer at a slot that are disjoint in time, at most 0; the runs are
/// appended to `schedule`.
fn least_schedule(
    space: &Space,
    round: &Round,
    trainer: TrainerId,
    slot: SlotId,
    schedule: &mut Vec<(TrainerId, usize)>,
) -> f64 {
    let costs = &round.least[usize::from(trainer) * space.runs.len()..];
    let runs = || space.runs_of_slot[slot].iter().map(|&index| (index, &space.runs[index]));
    if runs().all(|(index, _)| costs[index] >= 0.0) {
        return 0.0;
    }
    let mut days: Vec<usize> = runs().flat_map(|(_, run)| run.days.iter().copied()).collect();
    days.sort_unstable();
    days.dedup();
    let position = |day: usize| days.partition_point(|&other| other < day);
    let mut starting: Vec<Vec<(usize, usize)>> = vec![Vec::new(); days.len()];
    for (index, run) in runs().filter(|&(index, _)| costs[index] < 0.0) {
        let start = position(run.days[0]);
        let core =
            run.days.iter().enumerate().take_while(|&(offset, &day)| position(day) == start + offset).count();
        starting[start].push((start + core, index));
    }
    // least[i]: least sum with nothing held before the i-th day that is still open, and the run that starts there.
    let mut least: Vec<(f64, Option<(usize, usize)>)> = vec![(0.0, None); days.len() + 1];
    for day in (0..days.len()).rev() {
        least[day] = (least[day + 1].0, None);
        for &(end, index) in &starting[day] {
            let sum = costs[index] + least[end].0;
            if sum < least[day].0 {
                least[day] = (sum, Some((end, index)));
            }
        }
    }
    let mut day = 0;
    while day < days.len() {
        day = match least[day].1 {
            Some((end, index)) => {
                schedule.push((trainer, index));
                end
            }
            None => day + 1,
        };
    }
    least[0].0
}
