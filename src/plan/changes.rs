//! What a plan changes compared with what people were told, and what that costs (PROBLEM.md section 8, term `changes`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Cycle, Plan};
use crate::instance::Instance;
use crate::instance::announced::{Announced, AnnouncedCycle};
use crate::instance::ids::{AnnouncedId, ResidentId, SlotId, VenueId};
use crate::instance::units::Euros;

/// What a plan changes compared with what people were told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Residents who must be told of a new appointment, or of having lost it, in the order of the table.
    pub calls: Vec<ResidentId>,
    /// Announced cycles with sessions to come whose days, slot and rooms to come differ from those announced.
    pub notices: Vec<AnnouncedId>,
    /// Sessions to come on the announced day and in the announced room, but with another trainer.
    pub stand_ins: Vec<(AnnouncedId, Date)>,
}

/// Sessions to come: day, slot, room.
pub type Appointments = BTreeSet<(Date, SlotId, VenueId)>;

impl Changes {
    /// What the changes cost, euros.
    pub fn cost(&self, instance: &Instance) -> Euros {
        let weights = &instance.rules.weights;
        weights.call.times(self.calls.len())
            + weights.notice.times(self.notices.len())
            + weights.stand_in.times(self.stand_ins.len())
    }
}

/// Compares a plan with the announced one; `None` if no plan was announced.
pub fn changes(instance: &Instance, plan: &Plan) -> Option<Changes> {
    let (announced, today) = instance.standing()?;
    let by_id = plan.by_id();
    let mut changes = Changes::default();
    for (id, cycle) in announced.cycles.iter_enumerated() {
        let told = announced_to_come(announced, id);
        let now = by_id.get(cycle.id.as_str());
        if !told.is_empty() && now.is_none_or(|now| to_come(announced, now) != told) {
            changes.notices.push(id);
        }
        for session in announced.to_come(id) {
            let held = now.is_some_and(|now| {
                now.sessions.contains(&session.date)
                    && now.venue_on(session.date) == session.venue
                    && now.trainer_on(session.date) != session.trainer
            });
            changes.stand_ins.extend(held.then_some((id, session.date)));
        }
    }
    let attended = attended(plan);
    for (resident, &promised) in today.promised.iter_enumerated() {
        let Some(promised) = promised.filter(|_| !instance.residents[resident].withdrawn) else { continue };
        let now = attended.get(&resident).map(|cycle| to_come(announced, cycle)).unwrap_or_default();
        if now != announced_to_come(announced, promised) {
            changes.calls.push(resident);
        }
    }
    Some(changes)
}

/// Numbers of cycles added and dropped since a plan was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnover {
    /// Cycles that were not announced.
    pub new: usize,
    /// Announced cycles that are no longer in the plan.
    pub closed: usize,
    /// Announced cycles that are broken off now and were not before.
    pub broken_off: usize,
}

/// Counts the cycles added and dropped; `None` if no plan was announced.
pub fn turnover(instance: &Instance, plan: &Plan) -> Option<Turnover> {
    let announced = instance.announced.as_ref()?;
    let by_id = plan.by_id();
    let is_announced = |cycle: &&Cycle| announced.find(&cycle.id).is_some();
    let ends = |cycle: &&AnnouncedCycle| {
        let now = by_id.get(cycle.id.as_str());
        !cycle.is_broken_off && now.is_some_and(|now| now.is_broken_off())
    };
    Some(Turnover {
        new: plan.cycles.iter().filter(|cycle| !is_announced(cycle)).count(),
        closed: announced.cycles.iter().filter(|cycle| !by_id.contains_key(cycle.id.as_str())).count(),
        broken_off: announced.cycles.iter().filter(ends).count(),
    })
}

/// The cycle that lists each resident. A resident listed twice breaks a rule; then the cycle that continues counts.
pub(super) fn attended(plan: &Plan) -> BTreeMap<ResidentId, &Cycle> {
    let mut attended: BTreeMap<ResidentId, &Cycle> = BTreeMap::new();
    for cycle in &plan.cycles {
        for &resident in &cycle.participants {
            if !cycle.is_broken_off() || !attended.contains_key(&resident) {
                attended.insert(resident, cycle);
            }
        }
    }
    attended
}

/// Sessions to come of an announced cycle.
pub fn announced_to_come(announced: &Announced, id: AnnouncedId) -> Appointments {
    let slot = announced.cycles[id].slot;
    announced.to_come(id).iter().map(|session| (session.date, slot, session.venue)).collect()
}

/// Sessions to come of a cycle of a plan.
pub fn to_come(announced: &Announced, cycle: &Cycle) -> Appointments {
    let to_come = cycle.to_come(announced.today);
    to_come.map(|session| (session.date, cycle.slot, session.venue)).collect()
}
