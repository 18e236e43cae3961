//! Cost allocation: the cash of each cycle, including its share of the trainers' days.
//!
//! A trainer's day is one tour, paid once for all its sessions. Its cost is shared among them in proportion to the cost of a
//! separate round trip from the base to each venue, or equally if all of these are zero. Shares are rounded to the billionth so
//! that they add up to the day's cost exactly.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use super::Plan;
use super::costs::{CostPosts, cycle_costs, tour_costs};
use super::tour::{Stop, WorkingDay, leg_between, leg_cost, working_days};
use crate::instance::Instance;
use crate::instance::ids::CommuneId;
use crate::instance::units::Euros;

/// Cash of each cycle, in the order of the plan, and of the days without a session (none in a legal plan).
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// Cash of each cycle.
    pub cycles: Vec<CostPosts>,
    /// Tours that no session causes.
    pub without_cycle: Euros,
}

/// Totals of several cycles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Their cash.
    pub costs: CostPosts,
    /// Number of cycles.
    pub cycles: usize,
    /// Number of sessions.
    pub sessions: usize,
    /// Number of participants.
    pub participants: usize,
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.costs += other.costs;
        self.cycles += other.cycles;
        self.sessions += other.sessions;
        self.participants += other.participants;
    }
}

/// The sums of each cycle alone, in the order of the plan.
pub fn by_cycle(instance: &Instance, plan: &Plan) -> Vec<Sums> {
    let alone = plan.cycles.iter().zip(shares(instance, plan).cycles).map(|(cycle, costs)| Sums {
        costs,
        cycles: 1,
        sessions: cycle.sessions.len(),
        participants: cycle.served().len(),
    });
    alone.collect()
}

/// The sums of each host commune.
pub fn by_commune(instance: &Instance, plan: &Plan) -> BTreeMap<CommuneId, Sums> {
    let mut communes: BTreeMap<CommuneId, Sums> = BTreeMap::new();
    for (cycle, sums) in plan.cycles.iter().zip(by_cycle(instance, plan)) {
        *communes.entry(instance.venues[cycle.venue].commune).or_default() += sums;
    }
    communes
}

/// The sums of the whole plan. Its `costs` are those of the plan rather than the sum of the cycles', so that a reader can verify
/// that they are equal.
pub fn total(costs: CostPosts, plan: &Plan) -> Sums {
    let sessions = plan.cycles.iter().map(|cycle| cycle.sessions.len()).sum();
    let participants = plan.cycles.iter().map(|cycle| cycle.served().len()).sum();
    Sums { costs, cycles: plan.cycles.len(), sessions, participants }
}

/// Shares the plan's cash among its cycles.
pub fn shares(instance: &Instance, plan: &Plan) -> Shares {
    let mut cycles: Vec<CostPosts> = plan.cycles.iter().map(|cycle| cycle_costs(instance, cycle)).collect();
    let mut without_cycle = Euros::ZERO;
    for (day, cost) in working_days(instance, plan).iter().zip(tour_costs(instance, plan)) {
        if day.cycles.is_empty() {
            without_cycle += cost;
        }
        let weights: Vec<Euros> =
            day.cycles.iter().map(|&cycle| round_trip(instance, plan, day, cycle)).collect();
        for (&cycle, share) in day.cycles.iter().zip(shared(cost, &weights)) {
            cycles[cycle].trainer_travel += share;
        }
    }
    Shares { cycles, without_cycle }
}

/// Cost of the day's tour with this session alone.
fn round_trip(instance: &Instance, plan: &Plan, day: &WorkingDay, cycle: usize) -> Euros {
    let base = Stop::Base(instance.trainers[day.trainer].base);
    let venue = Stop::Venue(plan.cycles[cycle].venue_on(day.date));
    let legs = [leg_between(instance, base, venue), leg_between(instance, venue, base)];
    legs.into_iter().flatten().map(|leg| leg_cost(instance, day.trainer, leg)).sum()
}

/// Splits `amount` in proportion to `weights`, equally if all are zero; the parts add up to it exactly.
fn shared(amount: Euros, weights: &[Euros]) -> Vec<Euros> {
    let weights: Vec<i128> = weights.iter().map(|weight| i128::from(weight.nano())).collect();
    let total: i128 = weights.iter().sum();
    let (weights, total) =
        if total > 0 { (weights, total) } else { (vec![1; weights.len()], weights.len() as i128) };
    let mut so_far = 0;
    let mut given = Euros::ZERO;
    let mut parts = Vec::with_capacity(weights.len());
    for weight in weights {
        so_far += weight;
        let until_here = amount.scaled(so_far, total);
        parts.push(until_here - given);
        given = until_here;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_session_bears_more_of_the_day_and_nothing_is_lost() {
        // 10 euros split 1 : 2 is 3.333333333 and 6.666666667.
        let parts = shared(Euros::whole(10), &[Euros::whole(1), Euros::whole(2)]);
        assert_eq!(parts, [Euros::from_nano(3_333_333_333), Euros::from_nano(6_666_666_667)]);
    }

    #[test]
    fn sessions_at_the_base_share_equally() {
        let parts = shared(Euros::from_nano(5), &[Euros::ZERO, Euros::ZERO]);
        assert_eq!(parts.iter().copied().sum::<Euros>(), Euros::from_nano(5));
        assert!(shared(Euros::whole(1), &[]).is_empty());
    }
}
