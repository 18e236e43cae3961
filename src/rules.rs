//! The catalogue of rules: what makes a plan legal (PROBLEM.md sections 4 and 8), one name each.
//!
//! The same name is used in the checker's file, its fixtures, the messages (`rule-group_size` in the catalogue of
//! messages) and this table. A test walks [`Rule::ALL`] and fails where one of them is missing.

/// A rule that a legal plan keeps, in the order of PROBLEM.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// H1: `min_group ≤ participants ≤ min(max_group, seats)`.
    GroupSize,
    /// H2: a resident is in at most one cycle.
    OneCycleEach,
    /// H2: the cycle has the resident's track.
    ResidentTrack,
    /// H2: the slot is one of the resident's.
    ResidentSlot,
    /// H2: minutes from home to the venue are within the resident's limit.
    TravelLimit,
    /// H2: a resident who needs a step-free venue has one.
    StepFree,
    /// H2: the first session is not before the resident's `available_from`.
    ResidentAvailable,
    /// H3: all members of a party are in the same cycle, or all unserved.
    PartyTogether,
    /// H4: the slot is one of the venue's.
    VenueSlot,
    /// H4: every session is within the venue's availability.
    VenueAvailable,
    /// H4: no two sessions of a venue overlap in time.
    VenueOverlap,
    /// H5 and the definition of a cycle: the dates are the first N open dates on the slot's weekday, a week apart.
    SessionDates,
    /// H5: every session is within the horizon.
    Horizon,
    /// H5: two consecutive sessions are at most `max_gap_days` apart.
    MaxGap,
    /// H6: the slot is one of the trainer's.
    TrainerSlot,
    /// H6: the track is one of the trainer's.
    TrainerTrack,
    /// H6: the trainer works on every session's day.
    TrainerAvailable,
    /// H6: at most `max_sessions_per_day`.
    TrainerDay,
    /// H6: at most `max_sessions_per_week` in an ISO week.
    TrainerWeek,
    /// H6: at most `max_sessions` over the horizon.
    TrainerTotal,
    /// H7: time to travel and set up between two sessions of a trainer's day.
    TrainerMoving,
    /// H7: every leg of a trainer's day can be travelled.
    TrainerReach,
    /// H8: a trainer with a session that needs tablets takes out exactly one kit.
    KitTaken,
    /// H8: the kit has enough tablets for the neediest session of the day.
    KitSize,
    /// H8: a kit goes to at most one trainer a day.
    KitShared,
    /// H8: a trainer who needs no tablet takes no kit.
    KitUnneeded,
    /// H9: the venue's commune may host.
    HostCommune,
    /// H9: at most `max_cycles_per_commune`.
    HostLimit,
    /// H10: the gross cost is within the budget.
    Budget,
    /// L1: begun cycles are in the plan with their held sessions as announced.
    HeldSessions,
    /// L2: committed cycles stand or are broken off.
    CommittedStands,
    /// L2: those who were announced in a committed cycle stay in it.
    ParticipantsStay,
    /// L2: a cycle that has begun takes no new participants.
    NobodyJoins,
    /// L3: a resident who has withdrawn is in no cycle.
    Withdrawn,
    /// L4: who leads the sessions of a cycle that stands.
    StandIn,
    /// L4: where the sessions of a cycle that stands are held.
    OtherRoom,
    /// L4: on which days the sessions to come of a cycle that stands are held.
    Postponed,
    /// L4: which cycles may be broken off, and what they keep.
    BrokenOff,
    /// L5: nothing new begins at shorter notice than `notice_days`.
    Notice,
    /// L5: a new cycle has a new id.
    NewId,
    /// L6: the kit roster of held days is as announced.
    HeldKits,
}

impl Rule {
    /// Every rule, in the order of PROBLEM.md.
    pub const ALL: [Self; 41] = [
        Self::GroupSize,
        Self::OneCycleEach,
        Self::ResidentTrack,
        Self::ResidentSlot,
        Self::TravelLimit,
        Self::StepFree,
        Self::ResidentAvailable,
        Self::PartyTogether,
        Self::VenueSlot,
        Self::VenueAvailable,
        Self::VenueOverlap,
        Self::SessionDates,
        Self::Horizon,
        Self::MaxGap,
        Self::TrainerSlot,
        Self::TrainerTrack,
        Self::TrainerAvailable,
        Self::TrainerDay,
        Self::TrainerWeek,
        Self::TrainerTotal,
        Self::TrainerMoving,
        Self::TrainerReach,
        Self::KitTaken,
        Self::KitSize,
        Self::KitShared,
        Self::KitUnneeded,
        Self::HostCommune,
        Self::HostLimit,
        Self::Budget,
        Self::HeldSessions,
        Self::CommittedStands,
        Self::ParticipantsStay,
        Self::NobodyJoins,
        Self::Withdrawn,
        Self::StandIn,
        Self::OtherRoom,
        Self::Postponed,
        Self::BrokenOff,
        Self::Notice,
        Self::NewId,
        Self::HeldKits,
    ];

    /// Paragraph of PROBLEM.md, e.g. `H1`.
    pub const fn code(self) -> &'static str {
        self.entry().0
    }

    /// Name in files and messages, e.g. `group_size`.
    pub const fn name(self) -> &'static str {
        self.entry().1
    }

    const fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::GroupSize => ("H1", "group_size"),
            Self::OneCycleEach => ("H2", "one_cycle_each"),
            Self::ResidentTrack => ("H2", "resident_track"),
            Self::ResidentSlot => ("H2", "resident_slot"),
            Self::TravelLimit => ("H2", "travel_limit"),
            Self::StepFree => ("H2", "step_free"),
            Self::ResidentAvailable => ("H2", "resident_available"),
            Self::PartyTogether => ("H3", "party_together"),
            Self::VenueSlot => ("H4", "venue_slot"),
            Self::VenueAvailable => ("H4", "venue_available"),
            Self::VenueOverlap => ("H4", "venue_overlap"),
            Self::SessionDates => ("H5", "session_dates"),
            Self::Horizon => ("H5", "horizon"),
            Self::MaxGap => ("H5", "max_gap"),
            Self::TrainerSlot => ("H6", "trainer_slot"),
            Self::TrainerTrack => ("H6", "trainer_track"),
            Self::TrainerAvailable => ("H6", "trainer_available"),
            Self::TrainerDay => ("H6", "trainer_day"),
            Self::TrainerWeek => ("H6", "trainer_week"),
            Self::TrainerTotal => ("H6", "trainer_total"),
            Self::TrainerMoving => ("H7", "trainer_moving"),
            Self::TrainerReach => ("H7", "trainer_reach"),
            Self::KitTaken => ("H8", "kit_taken"),
            Self::KitSize => ("H8", "kit_size"),
            Self::KitShared => ("H8", "kit_shared"),
            Self::KitUnneeded => ("H8", "kit_unneeded"),
            Self::HostCommune => ("H9", "host_commune"),
            Self::HostLimit => ("H9", "host_limit"),
            Self::Budget => ("H10", "budget"),
            Self::HeldSessions => ("L1", "held_sessions"),
            Self::CommittedStands => ("L2", "committed_stands"),
            Self::ParticipantsStay => ("L2", "participants_stay"),
            Self::NobodyJoins => ("L2", "nobody_joins"),
            Self::Withdrawn => ("L3", "withdrawn"),
            Self::StandIn => ("L4", "stand_in"),
            Self::OtherRoom => ("L4", "other_room"),
            Self::Postponed => ("L4", "postponed"),
            Self::BrokenOff => ("L4", "broken_off"),
            Self::Notice => ("L5", "notice"),
            Self::NewId => ("L5", "new_id"),
            Self::HeldKits => ("L6", "held_kits"),
        }
    }
}
