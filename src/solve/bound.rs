//! The Lagrangian bound: a lower bound on every plan, valid at any duals.
//!
//! # Argument
//! Take any duals of the right signs for the rows of the master ([`Master`](super::master::Master)), such that no shortfall, tour
//! or kit variable has a negative reduced cost ([`Prices`] ensures this). For every legal plan,
//! `objective ≥ base + Σ reduced costs of its cycles`, where `base` is `Σ dual × right-hand side` plus the constant: each row the
//! plan satisfies contributes `dual × (left − right) ≤ 0`. A plan's cycles of one trainer at one slot are disjoint in time, so
//! their reduced costs sum to at least the minimum over disjoint sets of runs, which is a shortest path over weeks. The trainers
//! of a crew are identical, so the minimum counts once for each. Adding these over trainers and slots gives the bound. It needs
//! no optimal duals and no convergence. At the optimum of the master all reduced costs are zero and the bound is its objective.
//!
//! Two runs that share no day can still be interleaved if a venue's own closures leave gaps. Therefore only the unbroken
//! beginning of a run (its *core*) counts as occupied: a second run that starts within it would share its first day.

use super::master::Prices;
use super::pricing::{Round, TOLERANCE};
use super::space::Space;
use crate::instance::ids::{AnnouncedId, SlotId, TrainerId};

/// Relative safety margin against rounding: sums of ten thousand floats with a relative error of 1e-16 each are more precise.
const ROUNDING: f64 = 1e-11;

/// The bound before any pricing, euros: every party at its minimum cost, without cycles, journeys or waiting.
pub fn without_cycles(space: &Space) -> f64 {
    let of_class = |class: &super::classes::Class| {
        ((class.joining - class.calls).min(class.unserved) - class.unserved) * class.parties.len() as f64
    };
    let reachable: f64 = space.classes.iter().map(of_class).sum();
    let bound = space.all_unserved + reachable + standing_at_least(space);
    bound - ROUNDING * space.all_unserved.abs().max(bound.abs()).max(1.0)
}

/// Lower bound on the cost of announced cycles, without people and tours, euros: the cheapest course for those that every plan
/// has; for the others, the saved notice if they continue.
fn standing_at_least(space: &Space) -> f64 {
    let standing = &space.standing;
    let least = |(cycle, patterns): (AnnouncedId, &Vec<usize>)| {
        let cost = |&pattern: &usize| space.patterns[pattern].changes;
        let least = patterns.iter().map(cost).fold(f64::INFINITY, f64::min);
        let least = if standing.loose.contains_key(&cycle) { least.min(0.0) } else { least };
        if standing.bound.contains(&cycle) { least } else { least.min(0.0) }
    };
    standing.of_cycle.iter_enumerated().map(least).sum()
}

/// A bound and the cycles that attain it.
#[derive(Debug, Clone)]
pub struct Lagrangian {
    /// The bound, euros.
    pub bound: f64,
    /// Trainer and run of the cycles in the cheapest schedules.
    pub schedule: Vec<(TrainerId, usize)>,
}

/// The bound at these duals, given the least reduced cost of each trainer and run.
pub fn lagrangian(space: &Space, prices: &Prices, round: &Round) -> Lagrangian {
    let mut bound = prices.base;
    let mut schedule = Vec::new();
    for trainer in space.leaders() {
        for slot in space.instance.slots.keys() {
            bound += space.crew_size(trainer) * least_schedule(space, round, trainer, slot, &mut schedule);
        }
    }
    bound += round.going_on.least;
    let scale = prices.base.abs().max(space.all_unserved).max(1.0);
    let unpriced = TOLERANCE * space.most_cycles() as f64;
    Lagrangian { bound: bound - ROUNDING * scale - unpriced, schedule }
}

/// Minimum sum of reduced costs over disjoint runs of a trainer at a slot, at most 0; the runs are
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
    // least[i]: minimum sum over runs that start on the i-th day or later, and the run that starts there.
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

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng};
    use rand_pcg::Pcg64Mcg;

    use super::super::draft::share_a_day;
    use super::super::going_on::GoingOn;
    use super::*;
    use crate::instance::entities::{Closure, Scope};
    use crate::instance::hamlet::{LIBRARY, MORNING, SCHOOL, instance, march};

    const TOM: TrainerId = TrainerId(0);

    /// Mondays are days 0, 7, 14 and 21. The school is closed on day 7 and the library on day 14, so the school's
    /// runs are 0–14 and 14–21, the library's 0–7 and 7–21: 0–14 and 7–21 interleave.
    fn with_interleaved_runs() -> crate::instance::Instance {
        let closed = |day, venue| Closure {
            from: march(day),
            until: march(day),
            scope: Scope::Venue(venue),
            reason: None,
        };
        instance(|data| data.closures = vec![closed(8, SCHOOL), closed(15, LIBRARY)])
    }

    fn run(space: &Space, days: [usize; 2]) -> usize {
        let is_meant = |&run: &usize| space.runs[run].days == days;
        space.runs_of_slot[MORNING].iter().copied().find(is_meant).expect("the run exists")
    }

    /// The cheapest schedule of Tom's mornings at these reduced costs.
    fn least(space: &Space, costs: &[(usize, f64)]) -> (f64, Vec<usize>) {
        let mut round =
            Round { columns: Vec::new(), least: vec![0.0; space.runs.len()], going_on: GoingOn::default() };
        for &(run, cost) in costs {
            round.least[run] = cost;
        }
        let mut schedule = Vec::new();
        let sum = least_schedule(space, &round, TOM, MORNING, &mut schedule);
        (sum, schedule.into_iter().map(|(_, run)| run).collect())
    }

    #[test]
    fn interleaved_runs_are_both_counted() {
        let instance = with_interleaved_runs();
        let space = Space::new(&instance);
        let (early, late) = (run(&space, [0, 14]), run(&space, [7, 21]));
        let (first, last) = (run(&space, [0, 7]), run(&space, [14, 21]));
        assert_eq!(space.runs_of_slot[MORNING].len(), 4);
        // One trainer can hold 0–14 and 7–21, which is cheaper than 0–7 followed by 14–21.
        let costs = [(early, -5.0), (late, -4.0), (first, -6.0)];
        assert_eq!(least(&space, &costs), (-9.0, vec![early, late]));
        // The days after the gap of a broken run do not count as occupied: 14–21 is counted too, which only lowers
        // the bound.
        let with_last = [costs[0], costs[1], costs[2], (last, -2.0)];
        assert_eq!(least(&space, &with_last), (-11.0, vec![early, late, last]));
        // Unbroken runs that share a day exclude each other: 0–7 and 7–21 give the better of both.
        assert_eq!(least(&space, &[(first, -6.0), (late, -4.0)]), (-6.0, vec![first]));
        assert_eq!(least(&space, &[(first, 3.0), (late, 0.0)]), (0.0, vec![]));
    }

    #[test]
    fn no_disjoint_set_of_runs_costs_less_than_the_least_schedule() {
        let instance = with_interleaved_runs();
        let space = Space::new(&instance);
        let runs = &space.runs_of_slot[MORNING];
        let mut random = Pcg64Mcg::seed_from_u64(3);
        for _ in 0..200 {
            let costs: Vec<(usize, f64)> =
                runs.iter().map(|&run| (run, f64::from(random.random_range(-9..=2)))).collect();
            let bound = least(&space, &costs).0;
            for chosen in 0_u32..1 << costs.len() {
                let held: Vec<(usize, f64)> = (0..costs.len())
                    .filter(|place| chosen >> place & 1 == 1)
                    .map(|place| costs[place])
                    .collect();
                let is_possible = held.iter().enumerate().all(|(place, &(one, _))| {
                    held[..place]
                        .iter()
                        .all(|&(other, _)| !share_a_day(&space.runs[one].days, &space.runs[other].days))
                });
                let sum: f64 = held.iter().map(|(_, cost)| cost).sum();
                assert!(!is_possible || bound <= sum, "{costs:?}: {held:?} costs {sum}, bound {bound}");
            }
        }
    }
}
