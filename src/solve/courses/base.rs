//! The part that no plan can change any more: finished cycles and held sessions, with their costs.

use typed_index_collections::TiVec;

use crate::instance::Instance;
use crate::instance::announced::{Announced, Commitment, Session};
use crate::instance::ids::{AnnouncedId, CommuneId, ResidentId, TrainerId};
use crate::instance::units::Euros;
use crate::plan::costs::{attendance, cycle_costs, tour_costs};
use crate::plan::{Cycle, Fate, Plan, Repair};

/// The part that no plan can change any more.
#[derive(Debug, Clone, Default)]
pub struct Base {
    /// Its part of the objective, euros: finished cycles, tours of held days, and notice of every cycle that is open to change.
    pub objective: f64,
    /// Its gross cost, euros.
    pub gross: f64,
    /// Residents of each commune who have attended.
    pub attended: TiVec<CommuneId, usize>,
    /// Finished cycles of each commune.
    pub finished: TiVec<CommuneId, usize>,
    /// Sessions of each trainer that count in `max_sessions`, without those to come of cycles that are open to change.
    pub led: TiVec<TrainerId, usize>,
    /// Sessions of each trainer that count in `max_sessions` in every plan: a committed cycle may be broken off.
    pub led_at_least: TiVec<TrainerId, usize>,
    /// Sessions that have been held.
    pub held: Vec<Session>,
}

impl Base {
    /// The unchangeable part of the announced plan; empty if none was announced.
    pub fn new(instance: &Instance) -> Self {
        let mut base = Self {
            attended: vec![0; instance.communes.len()].into(),
            finished: vec![0; instance.communes.len()].into(),
            led: vec![0; instance.trainers.len()].into(),
            led_at_least: vec![0; instance.trainers.len()].into(),
            ..Self::default()
        };
        let Some((announced, today)) = instance.standing() else { return base };
        let mut past = Plan::default();
        for (id, standing) in today.cycles.iter_enumerated() {
            let held = announced.held(id);
            past.cycles.push(as_told(announced, id, held, Fate::Stands, Vec::new()));
            base.held.extend(held);
            for session in held {
                base.led_at_least[session.trainer] += 1;
            }
            if standing.commitment != Commitment::Open {
                announced.cycles[id].sessions.iter().for_each(|session| base.led[session.trainer] += 1);
            } else if !standing.to_come.is_empty() {
                base.objective += instance.rules.weights.notice.to_f64();
            }
            if standing.commitment == Commitment::Finished {
                base.finish(instance, announced, id);
            }
        }
        past.kit_roster = announced.kits_taken().copied().collect();
        let tours: f64 = tour_costs(instance, &past).into_iter().map(Euros::to_f64).sum();
        base.objective += tours;
        base.gross += tours;
        base
    }

    fn finish(&mut self, instance: &Instance, announced: &Announced, id: AnnouncedId) {
        let told = &announced.cycles[id];
        let cycle = as_told(announced, id, &told.sessions, Fate::Stands, told.participants.clone());
        let costs = cycle_costs(instance, &cycle);
        self.gross += costs.gross().to_f64();
        self.objective += (costs.net() + attendance(instance, &cycle).total()).to_f64();
        self.finished[instance.venues[told.venue].commune] += 1;
        for &resident in &told.participants {
            self.attended[instance.residents[resident].commune] += 1;
        }
    }
}

/// An announced cycle with these sessions; those in another room or by another trainer become repairs.
pub fn as_told(
    announced: &Announced,
    id: AnnouncedId,
    sessions: &[Session],
    fate: Fate,
    participants: Vec<ResidentId>,
) -> Cycle {
    let told = &announced.cycles[id];
    let own = (told.venue, told.trainer);
    Cycle {
        id: told.id.clone(),
        venue: told.venue,
        slot: told.slot,
        track: told.track,
        trainer: told.trainer,
        participants,
        sessions: sessions.iter().map(|session| session.date).collect(),
        repairs: sessions.iter().filter_map(|session| Repair::of(session, own)).collect(),
        fate,
    }
}
