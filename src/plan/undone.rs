//! A plan with one change undone: one cycle as announced, everything else as planned.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::costs::tablets_of_day;
use super::tour::{WorkingDay, working_days};
use super::{Cycle, KitUse, Plan};
use crate::instance::Instance;
use crate::instance::announced::{Announced, AnnouncedCycle};
use crate::instance::ids::{KitId, ResidentId};
use crate::instance::units::Euros;

/// The cost and the gain of the changes to one cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Identifier of the announced cycle, or of the new cycle in the plan.
    pub cycle: String,
    /// Residents to be told, each at the price of a call.
    pub calls: usize,
    /// Cost of telling people, euros: the lines of the bill that name the cycle first.
    pub cost: Euros,
    /// The gain of the change.
    pub gain: Gain,
}

/// The gain of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    /// Euros that the plan would cost more with the cycle as announced: net and service, without the cost of telling.
    Saves(Euros),
    /// The cycle cannot be held as announced.
    Imposed,
    /// The cycle as announced would break a rule together with the other changes.
    Joint,
}

/// The plan with one cycle as announced and its participants back in it; a cycle that was not announced is removed.
pub fn undone(instance: &Instance, plan: &Plan, id: &str) -> Option<Plan> {
    let announced = instance.announced.as_ref()?;
    let mut plan = plan.clone();
    let position = plan.cycles.iter().position(|cycle| cycle.id == id);
    match announced.find(id).map(|told| &announced.cycles[told]) {
        Some(told) => {
            let now = position.map(|position| plan.cycles.remove(position));
            let cycle = as_told(instance, told, now.as_ref());
            let back: BTreeSet<ResidentId> = cycle.participants.iter().copied().collect();
            for other in &mut plan.cycles {
                other.participants.retain(|resident| !back.contains(resident));
            }
            plan.cycles.push(cycle);
            plan.closed.retain(|closed| closed != id);
        }
        None => _ = plan.cycles.remove(position?),
    }
    plan.kit_roster = roster(instance, announced, &plan);
    Some(plan)
}

/// The cycle as announced, with those of today's group who were announced in no cycle.
fn as_told(instance: &Instance, told: &AnnouncedCycle, now: Option<&Cycle>) -> Cycle {
    let promised = |one: ResidentId| instance.standing().and_then(|(_, today)| today.promised[one]);
    let joined = now.into_iter().flat_map(|now| now.participants.iter().copied());
    let joined = joined.filter(|&one| promised(one).is_none());
    let group: BTreeSet<ResidentId> = told.remaining(&instance.residents).chain(joined).collect();
    Cycle { participants: group.into_iter().collect(), ..Cycle::from(told) }
}

/// Kits for the days to come that need any: the plan's kit, else the announced one, else the smallest that suffices. If there is
/// none, the day gets no kit, and the checker reports it.
fn roster(instance: &Instance, announced: &Announced, plan: &Plan) -> Vec<KitUse> {
    let mut roster: Vec<KitUse> = announced.kits_taken().copied().collect();
    let bare = Plan { kit_roster: Vec::new(), ..plan.clone() };
    for day in working_days(instance, &bare) {
        let needed = tablets_of_day(instance, plan, &day);
        if needed > 0 && announced.today <= day.date {
            let kit = kit_for(instance, [&plan.kit_roster, &announced.kits], &day, needed, &roster);
            roster.extend(kit.map(|kit| KitUse { date: day.date, trainer: day.trainer, kit }));
        }
    }
    roster.sort_unstable();
    roster
}

fn kit_for(
    instance: &Instance,
    rosters: [&Vec<KitUse>; 2],
    day: &WorkingDay,
    needed: usize,
    taken: &[KitUse],
) -> Option<KitId> {
    let suffices = |kit: KitId| needed <= instance.kits[kit].tablets;
    let is_free = |date: Date, kit: KitId| !taken.iter().any(|one| (one.date, one.kit) == (date, kit));
    let of_day = rosters.into_iter().flatten();
    let of_day = of_day.filter(|one| (one.date, one.trainer) == (day.date, day.trainer)).map(|one| one.kit);
    let mut others: Vec<KitId> = instance.kits.keys().collect();
    others.sort_by_key(|&kit| instance.kits[kit].tablets);
    of_day.chain(others).find(|&kit| suffices(kit) && is_free(day.date, kit))
}
