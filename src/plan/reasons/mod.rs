//! Why each unserved resident is unserved: a code, and the figures behind it.
//!
//! Two kinds of reason, looked for in this order:
//! - an obstacle in the input ([`prospects`]): no plan at all could serve this resident, whatever it costs;
//! - the plan itself: the cycles that would suit are full, or none was opened. Such a resident could have been
//!   served; the plan found it better not to. Prices of the solver may say more one day; nothing here asks for them.
//!
//! Members of a party attend together or not at all, so a reason is that of the whole party: places that suit all of its
//! members, cycles with a place for each of them.
//!
//! # Design
//! Why not ask the solver? A reason must hold for plans edited by hand as well, so instance and plan are all
//! that is looked at. An obstacle is proven; `no_cycle_opened` and its like only say what is seen.

pub mod occupancy;
pub mod prospects;

use crate::instance::Instance;
use crate::instance::ids::{ResidentId, VenueId};
use crate::instance::units::{Euros, Minutes};
use crate::plan::{Cycle, Plan};
use jiff::civil::Date;
use occupancy::Occupancy;
use prospects::{Crowd, Place, Prospects};

/// Why a resident is unserved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No venue that may host and can hold a group is within the resident's limit.
    NoVenueInReach {
        /// The nearest such venue and the minutes to it, where there is any way.
        nearest: Option<(VenueId, Minutes)>,
        /// The resident's limit.
        limit: Minutes,
    },
    /// None of the venues in reach is step-free.
    NoStepFreeVenue {
        /// Venues in reach.
        in_reach: usize,
    },
    /// No venue that would suit is open at any of the resident's slots.
    NoSlotInCommon {
        /// Venues that would suit otherwise.
        venues: usize,
    },
    /// No trainer teaches the track.
    TrackNotTaught,
    /// No trainer who teaches the track works at the slots, or can come to the venues, in question.
    NoTrainerAtSlot,
    /// No cycle at any of the venues and slots in question fits into the calendar.
    NoOpenDates,
    /// The resident can start only after the last first session that the calendar allows.
    TooLate {
        /// When the resident can start.
        from: Date,
        /// The last possible first session.
        last: Date,
    },
    /// There is no tablet that the resident could use.
    NoTablet,
    /// The party has more members than any group can have.
    PartyTooLarge {
        /// Members.
        members: usize,
        /// Places in the largest group.
        places: usize,
    },
    /// Each member could attend, but no venue, slot and track suits all of them.
    PartyIncompatible {
        /// Members.
        members: usize,
        /// What they do not share.
        clash: Clash,
    },
    /// Another member of the party cannot attend, and all attend or none.
    PartyMember {
        /// The member who cannot.
        member: ResidentId,
        /// Code of that member's reason.
        code: &'static str,
    },
    /// Fewer interested residents than a group needs could come to any venue and slot that would suit.
    TooFewNeighbours {
        /// The most that could come to one venue and slot, this resident included.
        best: usize,
        /// Fewest participants of a group.
        needed: usize,
    },
    /// No cycle that would suit has a place for each member of the party, though some have a place.
    TooFewPlaces {
        /// Members.
        members: usize,
        /// Cycles that would suit.
        cycles: usize,
        /// The most places that one of them has left.
        places: usize,
        /// The nearest with that many.
        nearest: String,
    },
    /// All cycles that would suit are full.
    CyclesFull {
        /// How many.
        cycles: usize,
        /// The nearest of them.
        nearest: String,
    },
    /// A cycle that would suit has places, but joining it would break a rule or cost more than it is worth.
    NotJoined {
        /// The nearest of them.
        nearest: String,
        /// The places that it has left.
        places: usize,
        /// Who would join together: the members of the party.
        members: usize,
    },
    /// The budget leaves no room for another cycle.
    BudgetSpent {
        /// What is left of it.
        left: Euros,
    },
    /// No cycle that would suit was opened, and too few people are left to form another.
    TooFewLeft {
        /// The most unserved residents who could come to one venue and slot, this one included.
        best: usize,
        /// Fewest participants of a group.
        needed: usize,
    },
    /// No cycle that would suit was opened, and none could be added to the plan: on every date, the rooms or the
    /// trainers that would suit are taken.
    NothingFree,
    /// No cycle that would suit was opened, although a room and a trainer are free: it would cost more than it is worth,
    /// or travel and kits forbid it.
    NoCycleOpened {
        /// The most unserved residents who could come to one venue and slot, this one included.
        best: usize,
    },
}

/// What members of a party, each of whom could attend, do not share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// They want to learn different things.
    Tracks {
        /// How many.
        tracks: usize,
    },
    /// They have no slot in common.
    Slots,
    /// No venue that is open at a slot of all of them suits all.
    Venues,
    /// The venues that would suit all hold groups that are smaller than the party.
    Places {
        /// Places of the largest such group.
        places: usize,
    },
    /// The venues that would suit all have too few tablets, with the largest kit.
    Tablets {
        /// Members who need one.
        needed: usize,
        /// The most that can be had at one of them.
        available: usize,
    },
    /// The last of them can start only after the last first session at the venues that would suit all.
    Dates,
}

impl Clash {
    /// Its name in `plan.json`, and the end of the key of its wording.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tracks { .. } => "tracks",
            Self::Slots => "slots",
            Self::Venues => "venues",
            Self::Places { .. } => "places",
            Self::Tablets { .. } => "tablets",
            Self::Dates => "dates",
        }
    }
}

impl Reason {
    /// The code in `plan.json`, e.g. `no_venue_in_reach`; also the key of its wording, as `unserved-<code>`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoVenueInReach { .. } => "no_venue_in_reach",
            Self::NoStepFreeVenue { .. } => "no_step_free_venue",
            Self::NoSlotInCommon { .. } => "no_slot_in_common",
            Self::TrackNotTaught => "track_not_taught",
            Self::NoTrainerAtSlot => "no_trainer_at_slot",
            Self::NoOpenDates => "no_open_dates",
            Self::TooLate { .. } => "too_late",
            Self::NoTablet => "no_tablet",
            Self::PartyTooLarge { .. } => "party_too_large",
            Self::PartyIncompatible { .. } => "party_incompatible",
            Self::PartyMember { .. } => "party_member",
            Self::TooFewNeighbours { .. } => "too_few_neighbours",
            Self::TooFewPlaces { .. } => "too_few_places",
            Self::CyclesFull { .. } => "cycles_full",
            Self::NotJoined { .. } => "not_joined",
            Self::BudgetSpent { .. } => "budget_spent",
            Self::TooFewLeft { .. } => "too_few_left",
            Self::NothingFree => "nothing_free",
            Self::NoCycleOpened { .. } => "no_cycle_opened",
        }
    }
}

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

/// Everything that a reason is judged by.
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
        if !self.occupancy.leaves_room(track, &places, from) {
            return Reason::NothingFree;
        }
        Reason::NoCycleOpened { best }
    }

    /// What the plan's cycles that would suit the resident's party tell, where there are any.
    fn seen_in_cycles(&self, resident: ResidentId, places: &[Place]) -> Option<Reason> {
        let instance = self.prospects.instance;
        let from = self.prospects.party_available_from(instance.residents[resident].party);
        let suits = |cycle: &&Cycle| {
            cycle.track == instance.residents[resident].track
                && places.binary_search(&(cycle.venue, cycle.slot)).is_ok()
                && cycle.sessions.first().is_some_and(|&first| from.is_none_or(|from| from <= first))
        };
        let mut suitable: Vec<&Cycle> = self.plan.cycles.iter().filter(suits).collect();
        suitable.sort_by_key(|cycle| instance.journey(resident, cycle.venue));
        let members = instance.parties[instance.residents[resident].party].members.len();
        let nearest = suitable.first()?.id.clone();
        if let Some(open) = suitable.iter().find(|cycle| members <= self.places_left(cycle)) {
            let (nearest, places) = (open.id.clone(), self.places_left(open));
            return Some(Reason::NotJoined { nearest, places, members });
        }
        let cycles = suitable.len();
        let places = suitable.iter().map(|cycle| self.places_left(cycle)).max().unwrap_or(0);
        if places == 0 {
            return Some(Reason::CyclesFull { cycles, nearest });
        }
        let roomiest = suitable.iter().find(|cycle| self.places_left(cycle) == places);
        let nearest = roomiest.map_or(nearest, |cycle| cycle.id.clone());
        Some(Reason::TooFewPlaces { members, cycles, places, nearest })
    }

    /// Places that a cycle has left.
    fn places_left(&self, cycle: &Cycle) -> usize {
        prospects::places_of(self.prospects.instance, cycle.venue).saturating_sub(cycle.participants.len())
    }

    /// What is left of the budget, where it would not pay the cheapest cycle.
    fn budget_left(&self) -> Option<Euros> {
        let instance = self.prospects.instance;
        let left = instance.rules.costs.max_gross? - crate::plan::price(instance, self.plan).costs.gross();
        (left < cheapest_cycle(instance)?).then_some(left)
    }
}

/// The least that any cycle costs: its smallest group, its cheapest trainer, no travel, no hire, no tablet.
fn cheapest_cycle(instance: &Instance) -> Option<Euros> {
    let (cycle, costs) = (&instance.rules.cycle, &instance.rules.costs);
    let hourly = instance.trainers.iter().map(|trainer| trainer.hourly_cost).min()?;
    let time = hourly.per_hour(cycle.session_minutes + costs.prep).times(cycle.sessions);
    Some(costs.cycle_setup + costs.support_per_participant.times(cycle.min_group) + time)
}
