//! Explains why each unserved resident is unserved: a code, and the figures behind it.
//!
//! There are two kinds of reason, considered in this order:
//! - an obstacle in the input ([`prospects`]): no plan at all could serve this resident, at any cost;
//! - the plan itself: the suitable cycles are full, or none was opened. Such a resident could have been served; the plan found it
//!   better not to. Prices of the solver are not used.
//!
//! Members of a party attend together or not at all, so a reason applies to the whole party: places that suit all of its members,
//! cycles with a place for each of them.
//!
//! # Design
//! Why not ask the solver? A reason must also hold for plans edited by hand, so it uses only the instance and the plan. An
//! obstacle is proven; reasons such as `no_cycle_opened` only state what is observed.

pub mod occupancy;
pub mod prospects;
mod reason;

use crate::instance::Instance;
use crate::instance::announced::Announced;
use crate::instance::ids::ResidentId;
use crate::instance::units::Euros;
use crate::plan::places::{may_be_joined, places_left};
use crate::plan::{Cycle, Plan};
use occupancy::Occupancy;
use prospects::{Crowd, Place, Prospects};
pub use reason::{Clash, Reason};

/// The reason of every unserved resident, in the order of the table.
///
/// Linear in residents × (venues in reach × their slots), twice.
pub fn explain(instance: &Instance, plan: &Plan) -> Vec<(ResidentId, Reason)> {
    let prospects = Prospects::new(instance);
    let unserved = plan.unserved(instance);
    let everyone = Crowd::count(&prospects, instance.interested().map(|(id, _)| id));
    let left = Crowd::count(&prospects, unserved.iter().copied());
    let occupancy = Occupancy::new(&prospects, plan);
    let mut situation = Situation { prospects: &prospects, plan, everyone, left, occupancy };
    unserved.into_iter().map(|resident| (resident, situation.reason(resident))).collect()
}

/// Everything that a reason depends on.
struct Situation<'a> {
    prospects: &'a Prospects<'a>,
    plan: &'a Plan,
    everyone: Crowd,
    left: Crowd,
    occupancy: Occupancy<'a>,
}

impl Situation<'_> {
    fn reason(&mut self, resident: ResidentId) -> Reason {
        let places = match self.prospects.places(resident) {
            Ok(places) => places,
            Err(obstacle) => return obstacle,
        };
        let instance = self.prospects.instance;
        let needed = instance.rules.cycle.min_group;
        let track = instance.residents[resident].track;
        let best = self.everyone.largest(track, &places);
        if best < needed {
            return Reason::TooFewNeighbours { best, needed };
        }
        if let Some(reason) = self.seen_in_cycles(resident, &places) {
            return reason;
        }
        if let Some(left) = self.budget_left() {
            return Reason::BudgetSpent { left };
        }
        let best = self.left.largest(track, &places);
        if best < needed {
            return Reason::TooFewLeft { best, needed };
        }
        let from = self.prospects.party_available_from(instance.residents[resident].party);
        let notice = instance.announced.as_ref().map(Announced::first_new);
        let from = from.max(notice);
        if !self.occupancy.leaves_room(track, &places, from) {
            return Reason::NothingFree;
        }
        Reason::NoCycleOpened { best }
    }

    /// The reason given by the plan's cycles that suit the resident's party, if there are any.
    fn seen_in_cycles(&self, resident: ResidentId, places: &[Place]) -> Option<Reason> {
        let instance = self.prospects.instance;
        let from = self.prospects.party_available_from(instance.residents[resident].party);
        let suits = |cycle: &&Cycle| {
            may_be_joined(instance, cycle)
                && cycle.track == instance.residents[resident].track
                && places.binary_search(&(cycle.venue, cycle.slot)).is_ok()
                && cycle.sessions.first().is_some_and(|&first| from.is_none_or(|from| from <= first))
        };
        let mut suitable: Vec<&Cycle> = self.plan.cycles.iter().filter(suits).collect();
        suitable.sort_by_key(|cycle| instance.journey(resident, cycle.venue));
        let members = instance.parties[instance.residents[resident].party].members.len();
        let nearest = suitable.first()?.id.clone();
        if let Some(open) = suitable.iter().find(|cycle| members <= places_left(instance, cycle)) {
            let (nearest, places) = (open.id.clone(), places_left(instance, open));
            return Some(Reason::NotJoined { nearest, places, members });
        }
        let cycles = suitable.len();
        let places = suitable.iter().map(|cycle| places_left(instance, cycle)).max().unwrap_or(0);
        if places == 0 {
            return Some(Reason::CyclesFull { cycles, nearest });
        }
        let roomiest = suitable.iter().find(|cycle| places_left(instance, cycle) == places);
        let nearest = roomiest.map_or(nearest, |cycle| cycle.id.clone());
        Some(Reason::TooFewPlaces { members, cycles, places, nearest })
    }

    /// What is left of the budget, if it does not cover the cheapest cycle.
    fn budget_left(&self) -> Option<Euros> {
        let instance = self.prospects.instance;
        let left = instance.rules.costs.max_gross? - crate::plan::price(instance, self.plan).costs.gross();
        (left < cheapest_cycle(instance)?).then_some(left)
    }
}

/// A lower bound on the cost of any cycle: its smallest group, its cheapest trainer, no travel, no hire, no tablet.
fn cheapest_cycle(instance: &Instance) -> Option<Euros> {
    let (cycle, costs) = (&instance.rules.cycle, &instance.rules.costs);
    let hourly = instance.trainers.iter().map(|trainer| trainer.hourly_cost).min()?;
    let time = hourly.per_hour(cycle.session_minutes + costs.prep).times(cycle.sessions);
    Some(costs.cycle_setup + costs.support_per_participant.times(cycle.min_group) + time)
}
