//! Reasons, with the figures behind them.

use jiff::civil::Date;

use crate::instance::ids::{ResidentId, VenueId};
use crate::instance::units::{Euros, Minutes};

/// Why a resident is unserved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No venue that may host and can hold a group is within the resident's limit.
    NoVenueInReach {
        /// The nearest such venue and the minutes to it, if any is reachable.
        nearest: Option<(VenueId, Minutes)>,
        /// The resident's limit.
        limit: Minutes,
    },
    /// None of the venues in reach is step-free.
    NoStepFreeVenue {
        /// Venues in reach.
        in_reach: usize,
    },
    /// No otherwise suitable venue is open at any of the resident's slots.
    NoSlotInCommon {
        /// Otherwise suitable venues.
        venues: usize,
    },
    /// No trainer teaches the track.
    TrackNotTaught,
    /// No trainer of the track works at the slots and can reach the venues in question.
    NoTrainerAtSlot,
    /// No cycle at any of the venues and slots in question fits into the calendar.
    NoOpenDates,
    /// The resident can start only after the latest first session that the calendar allows.
    TooLate {
        /// When the resident can start.
        from: Date,
        /// The latest possible first session.
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
    /// Fewer interested residents than a group needs could come to any suitable venue and slot.
    TooFewNeighbours {
        /// The largest number who could come to one venue and slot, this resident included.
        best: usize,
        /// Fewest participants of a group.
        needed: usize,
    },
    /// No suitable cycle has a place for each member of the party, though some have places.
    TooFewPlaces {
        /// Members.
        members: usize,
        /// Suitable cycles.
        cycles: usize,
        /// The largest number of places that any of them has left.
        places: usize,
        /// The nearest one with that many.
        nearest: String,
    },
    /// All suitable cycles are full.
    CyclesFull {
        /// Number of suitable cycles.
        cycles: usize,
        /// The nearest of them.
        nearest: String,
    },
    /// A suitable cycle has places, but joining it would break a rule or cost more than it is worth.
    NotJoined {
        /// The nearest such cycle.
        nearest: String,
        /// The places that it has left.
        places: usize,
        /// Members of the party, who would join together.
        members: usize,
    },
    /// The budget leaves no room for another cycle.
    BudgetSpent {
        /// What is left of it.
        left: Euros,
    },
    /// No suitable cycle was opened, and too few people are left to form another.
    TooFewLeft {
        /// The largest number of unserved residents who could come to one venue and slot, this one included.
        best: usize,
        /// Fewest participants of a group.
        needed: usize,
    },
    /// No suitable cycle was opened, and none could be added to the plan: on every date, the suitable rooms or trainers are
    /// taken.
    NothingFree,
    /// No suitable cycle was opened, although a room and a trainer are free: it would cost more than it is worth, or travel and
    /// kits forbid it.
    NoCycleOpened {
        /// The largest number of unserved residents who could come to one venue and slot, this one included.
        best: usize,
    },
    /// Only a part of an announced plan was replanned, and the resident is not concerned by it.
    NotConcerned,
}

/// Why the members of a party, each of whom could attend, cannot attend together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// They want to learn different things.
    Tracks {
        /// Number of tracks.
        tracks: usize,
    },
    /// They have no slot in common.
    Slots,
    /// They have slots in common, but no venue open at one of these suits all.
    Venues,
    /// The venues that suit all hold only groups smaller than the party.
    Places {
        /// Places of the largest such group.
        places: usize,
    },
    /// The venues that suit all have too few tablets, even with the largest kit.
    Tablets {
        /// Members who need one.
        needed: usize,
        /// The largest number available at any of them.
        available: usize,
    },
    /// The last of them can start only after the latest first session at the venues that suit all.
    Dates,
}

impl Clash {
    /// Its name in `plan.json`, and the suffix of its message key.
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
    /// The code in `plan.json`, e.g. `no_venue_in_reach`; also its message key, as `unserved-<code>`.
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
