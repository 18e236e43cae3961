//! Support for plans edited by hand: the part of a plan that a change touches, and the price of a plan with one cycle moved.
//!
//! Every term comes from [`costs`](super::costs) and [`changes`](mod@super::changes); this module recombines them, so that a
//! cycle can be tried in many places without pricing the others each time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::changes::changes;
use super::costs::{Breakdown, absent_cycles, attendance, cycle_costs, price, tour_costs};
use super::tour::working_days;
use super::{Cycle, Plan};
use crate::instance::Instance;
use crate::instance::units::Euros;

impl Plan {
    /// The plan restricted to some days: the cycles that meet on them, with those sessions only, and the kits of those days.
    #[must_use]
    pub fn on_days(&self, is_one: impl Fn(Date) -> bool) -> Self {
        let part = |cycle: &Cycle| {
            let meets = cycle.sessions.iter().any(|&date| is_one(date));
            meets.then(|| {
                let sessions = cycle.sessions.iter().copied().filter(|&date| is_one(date)).collect();
                Cycle { sessions, ..cycle.clone() }
            })
        };
        Self {
            cycles: self.cycles.iter().filter_map(part).collect(),
            kit_roster: self.kit_roster.iter().copied().filter(|taken| is_one(taken.date)).collect(),
            closed: self.closed.clone(),
        }
    }

    /// The plan with one more cycle, at `position`.
    #[must_use]
    pub fn with_cycle(&self, position: usize, cycle: Cycle) -> Self {
        let mut plan = self.clone();
        plan.cycles.insert(position, cycle);
        plan
    }
}

/// What the tours of each day cost, euros.
pub fn tours_by_day(instance: &Instance, plan: &Plan) -> BTreeMap<Date, Euros> {
    let mut tours: BTreeMap<Date, Euros> = BTreeMap::new();
    for (day, cost) in working_days(instance, plan).iter().zip(tour_costs(instance, plan)) {
        *tours.entry(day.date).or_default() += cost;
    }
    tours
}

/// The price of a plan except for one of its cycles, which may be tried anywhere with the same participants.
#[derive(Debug)]
pub struct Others<'a> {
    instance: &'a Instance,
    /// The plan without the cycle.
    rest: &'a Plan,
    position: usize,
    /// Everything that does not depend on where the cycle is.
    apart: Breakdown,
    /// The other cycles that list its participants, and the cycle's position among them; if any of them was announced in a cycle.
    promised: Option<(Plan, usize)>,
}

impl<'a> Others<'a> {
    /// Prices what does not depend on where `cycle` is: it belongs at `position` of the plan `rest`, which does not contain it.
    pub fn new(instance: &'a Instance, rest: &'a Plan, (position, cycle): (usize, &Cycle)) -> Self {
        let with = price(instance, &rest.with_cycle(position, cycle.clone()));
        let mut others = Self { instance, rest, position, apart: price(instance, rest), promised: None };
        others.promised = others.of_promised(cycle);
        let changes = with.service.changes.map(|all| all - others.changes_with(cycle));
        let service = &mut others.apart.service;
        (service.unserved, service.equity) = (with.service.unserved, with.service.equity);
        service.place -= absence(instance, rest);
        service.changes = changes;
        others
    }

    /// The price of the plan with `cycle`, given the cost `absence` of communes that host too few cycles and the cost `tours`.
    pub fn price_with(&self, cycle: &Cycle, absence: Euros, tours: Euros) -> Breakdown {
        let mut whole = self.apart;
        whole.costs += cycle_costs(self.instance, cycle);
        whole.costs.trainer_travel = tours;
        let own = attendance(self.instance, cycle);
        whole.service.travel += own.travel;
        whole.service.waiting += own.waiting;
        whole.service.place += own.place + absence;
        whole.service.changes = whole.service.changes.map(|others| others + self.changes_with(cycle));
        whole
    }

    /// The cost of communes that host too few cycles, in the plan with `cycle`.
    pub fn absence_with(&self, cycle: &Cycle) -> Euros {
        absence(self.instance, &self.rest.with_cycle(self.position, cycle.clone()))
    }

    fn of_promised(&self, cycle: &Cycle) -> Option<(Plan, usize)> {
        let (_, today) = self.instance.standing()?;
        cycle.participants.iter().find(|&&resident| today.promised[resident].is_some())?;
        let lists = |other: &&Cycle| other.participants.iter().any(|one| cycle.participants.contains(one));
        let position = self.rest.cycles[..self.position].iter().filter(lists).count();
        let cycles = self.rest.cycles.iter().filter(lists).cloned().collect();
        Some((Plan { cycles, ..Plan::default() }, position))
    }

    /// The cost of changes from what people were told, for the cycle and those that list its participants.
    fn changes_with(&self, cycle: &Cycle) -> Euros {
        let changed = self.promised.as_ref().and_then(|(others, position)| {
            changes(self.instance, &others.with_cycle(*position, cycle.clone()))
        });
        changed.map_or(Euros::ZERO, |changes| changes.cost(self.instance))
    }
}

fn absence(instance: &Instance, plan: &Plan) -> Euros {
    instance.rules.weights.absence.times(absent_cycles(instance, plan).into_iter().sum())
}
