//! Reasons, with the figures behind them.

use jiff::civil::Date;

use crate::instance::ids::{ResidentId, VenueId};
use crate::instance::units::{Euros, Minutes};

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
    /// A part of an announced plan was planned again, and the resident has nothing to do with it.
    NotConcerned,
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
            Self::NotConcerned => "not_concerned",
        }
    }
}
