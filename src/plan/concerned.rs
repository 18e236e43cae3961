//! Whose documents change when a plan follows an announced one.
//!
//! More people are concerned than the [bill](super::bill) lists: anyone who joins or leaves a group changes its attendance sheet,
//! the calendars of its town halls and the road book of its trainer, and so does a kit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bill::{Line, Told};
use super::{Cycle, Plan};
use crate::instance::Instance;
use crate::instance::announced::{Announced, KitUse, Session};
use crate::instance::ids::{CommuneId, ResidentId, TrainerId};

/// The people, offices and cycles whose documents change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerned {
    /// Town halls.
    pub mairies: BTreeSet<CommuneId>,
    /// Trainers.
    pub trainers: BTreeSet<TrainerId>,
    /// Identifiers of cycles of either plan whose group or sessions to come differ from those announced.
    pub cycles: BTreeSet<String>,
}

/// Whose documents `plan` changes, given the lines of its bill; `None` if no plan was announced.
pub fn concerned(instance: &Instance, plan: &Plan, bill: &[Line<'_>]) -> Option<Concerned> {
    let announced = instance.announced.as_ref()?;
    let mut concerned = Concerned::default();
    for line in bill {
        match line.told {
            Told::Person(resident) => _ = concerned.mairies.insert(instance.residents[resident].commune),
            Told::Mairie(commune) => _ = concerned.mairies.insert(commune),
            Told::Trainer(trainer) => _ = concerned.trainers.insert(trainer),
        }
    }
    let told = Plan::told(announced);
    let mut pairs: BTreeMap<&str, [Option<&Cycle>; 2]> = BTreeMap::new();
    for (side, cycles) in [&told.cycles, &plan.cycles].into_iter().enumerate() {
        for cycle in cycles {
            pairs.entry(&cycle.id).or_default()[side] = Some(cycle);
        }
    }
    for (id, sides) in pairs {
        concerned.compare(instance, announced.today, id, sides);
    }
    concerned.trainers.extend(kits_changed(announced, plan));
    Some(concerned)
}

impl Concerned {
    /// Adds everyone concerned by a change of a cycle between the announced plan and this one.
    fn compare(&mut self, instance: &Instance, today: Date, id: &str, sides: [Option<&Cycle>; 2]) {
        let sessions = sides.map(|cycle| -> Vec<Session> {
            cycle.into_iter().flat_map(|cycle| cycle.to_come(today)).collect()
        });
        let groups = sides.map(|cycle| -> BTreeSet<ResidentId> {
            cycle.into_iter().flat_map(|cycle| cycle.participants.iter().copied()).collect()
        });
        let [is_over, is_over_now] = sides.map(|cycle| cycle.is_some_and(Cycle::is_broken_off));
        let is_moved = sessions[0] != sessions[1] || is_over != is_over_now;
        let is_past = sessions.iter().all(Vec::is_empty);
        if is_past || (!is_moved && groups[0] == groups[1]) {
            return;
        }
        self.cycles.insert(id.to_owned());
        let [before, after] = &groups;
        let people: BTreeSet<ResidentId> =
            if is_moved { before | after } else { before.symmetric_difference(after).copied().collect() };
        self.mairies.extend(people.into_iter().map(|resident| instance.residents[resident].commune));
        let rooms = sessions.iter().flatten().map(|session| session.venue);
        let rooms = rooms.chain(sides.into_iter().flatten().map(|cycle| cycle.venue));
        self.mairies.extend(rooms.map(|venue| instance.venues[venue].commune));
        self.trainers.extend(sessions.iter().flatten().map(|session| session.trainer));
    }
}

/// Trainers whose kits on days to come differ from those announced.
fn kits_changed(announced: &Announced, plan: &Plan) -> BTreeSet<TrainerId> {
    let to_come = |kits: &[KitUse]| -> BTreeSet<KitUse> {
        kits.iter().copied().filter(|taken| announced.today <= taken.date).collect()
    };
    let (before, after) = (to_come(&announced.kits), to_come(&plan.kit_roster));
    before.symmetric_difference(&after).map(|taken| taken.trainer).collect()
}
