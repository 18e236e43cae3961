//! The baseline's plan, from which other variants start, translated by the names that they share.

use crate::instance::Instance;
use crate::instance::ids::ResidentId;
use crate::instance::names::{Names, Positions};
use crate::plan::{Cycle, Fate, KitUse, Plan};

/// A plan and the instance that it was made for.
pub(super) struct Ground {
    pub(super) instance: Instance,
    pub(super) plan: Plan,
}

impl Ground {
    /// The plan from which a search of `variant` starts: the cycles whose venue, slot, track and trainer it has, with
    /// those of their participants and kits that it has. The plan may be illegal: the solver repairs it.
    pub(super) fn start_of(&self, variant: &Instance) -> Plan {
        let names = Names::of(variant);
        let cycles = self.plan.cycles.iter().filter_map(|cycle| self.cycle(cycle, &names));
        let kit_roster = self.plan.kit_roster.iter().filter_map(|taken| self.kit_use(taken, &names));
        let mut kit_roster: Vec<KitUse> = kit_roster.collect();
        kit_roster.sort_unstable();
        Plan { cycles: cycles.collect(), kit_roster, closed: Vec::new() }
    }

    fn cycle(&self, cycle: &Cycle, names: &Names) -> Option<Cycle> {
        let known = |resident: &ResidentId| find(&names.residents, &self.instance.residents[*resident].id);
        let mut participants: Vec<ResidentId> = cycle.participants.iter().filter_map(known).collect();
        participants.sort_unstable();
        Some(Cycle {
            id: cycle.id.clone(),
            venue: find(&names.venues, &self.instance.venues[cycle.venue].id)?,
            slot: find(&names.slots, &self.instance.slots[cycle.slot].id)?,
            track: find(&names.tracks, &self.instance.tracks[cycle.track])?,
            trainer: find(&names.trainers, &self.instance.trainers[cycle.trainer].id)?,
            participants,
            sessions: cycle.sessions.clone(),
            repairs: Vec::new(),
            fate: Fate::New,
        })
    }

    fn kit_use(&self, taken: &KitUse, names: &Names) -> Option<KitUse> {
        let trainer = find(&names.trainers, &self.instance.trainers[taken.trainer].id)?;
        let kit = find(&names.kits, &self.instance.kits[taken.kit].id)?;
        Some(KitUse { date: taken.date, trainer, kit })
    }
}

fn find<K: Copy>(positions: &Positions<K>, name: &str) -> Option<K> {
    positions.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::entities::Resident;
    use crate::instance::hamlet::{BASE, LIBRARY, MORNING, SCHOOL, enrol, instance, march, resident};
    use crate::instance::ids::{KitId, TrainerId, VenueId};

    fn named(id: &str) -> Resident {
        Resident { id: id.to_owned(), ..resident() }
    }

    fn cycle(id: &str, venue: VenueId, participants: Vec<ResidentId>) -> Cycle {
        let (slot, track, trainer) = (MORNING, BASE, TrainerId(0));
        Cycle {
            id: id.to_owned(),
            venue,
            slot,
            track,
            trainer,
            participants,
            sessions: vec![march(1)],
            repairs: Vec::new(),
            fate: Fate::New,
        }
    }

    #[test]
    fn a_start_knows_people_and_rooms_by_name_and_leaves_out_those_that_are_not_there() {
        let mut of_baseline = Vec::new();
        let baseline = instance(|data| of_baseline = enrol(data, ["ana", "bea", "cid"].map(named).into()));
        let plan = Plan {
            cycles: vec![cycle("C1", SCHOOL, of_baseline.clone()), cycle("C2", LIBRARY, Vec::new())],
            kit_roster: vec![KitUse { date: march(1), trainer: TrainerId(0), kit: KitId(0) }],
            ..Plan::default()
        };
        let ground = Ground { instance: baseline, plan };
        // Fewer residents in another order, and no library.
        let mut of_variant = Vec::new();
        let variant = instance(|data| {
            of_variant = enrol(data, ["cid", "ana"].map(named).into());
            data.venues.truncate(usize::from(LIBRARY));
            data.kits.truncate(0);
        });
        let start = ground.start_of(&variant);
        assert_eq!(start.cycles, [cycle("C1", SCHOOL, of_variant)]);
        assert!(start.kit_roster.is_empty(), "there is no kit");
        let same = ground.start_of(&ground.instance);
        assert_eq!(same, ground.plan, "of its own scenario nothing is left out");
    }
}
