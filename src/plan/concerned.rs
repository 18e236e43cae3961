//! Whose documents change where a plan follows an announced one.
//!
//! More than those whom the [bill](super::bill) lists: whoever joins or leaves a group is counted on its attendance sheet, in the
//! calendars of its town halls and in the road book of its trainer, and so is a kit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bill::{Line, Told};
use super::{Cycle, Plan};
use crate::instance::Instance;
use crate::instance::announced::{Announced, KitUse, Session};
use crate::instance::ids::{CommuneId, ResidentId, TrainerId};

/// Whose documents change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerned {
    /// Town halls.
    pub mairies: BTreeSet<CommuneId>,
    /// Trainers.
    pub trainers: BTreeSet<TrainerId>,
    /// Cycles of either plan whose group or whose sessions to come are others than announced, by identifier.
    pub cycles: BTreeSet<String>,
}

/// Whose documents a plan changes, whose bill has these lines; `None` where nothing was announced.
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
    /// Adds whom a cycle concerns, as it was announced and as it is.
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

/// Trainers who take other kits on days to come than announced.
fn kits_changed(announced: &Announced, plan: &Plan) -> BTreeSet<TrainerId> {
    let to_come = |kits: &[KitUse]| -> BTreeSet<KitUse> {
        kits.iter().copied().filter(|taken| announced.today <= taken.date).collect()
    };
    let (before, after) = (to_come(&announced.kits), to_come(&plan.kit_roster));
    before.symmetric_difference(&after).map(|taken| taken.trainer).collect()
}
