//! Which part of a plan each rule concerns, so that a change of a cycle is judged only by the parts that it touches.
//!
//! A rule that concerns days finds the same violations in the sessions of those days alone as in the whole plan; likewise, a rule
//! that concerns a cycle needs that cycle alone.

use crate::rules::Rule;

/// The part of a plan that a rule concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A cycle: its room, slot and group, regardless of its days and trainer.
    Setting,
    /// A cycle: its days, regardless of its trainer.
    Dates,
    /// A cycle: its slot, track and days compared with what its trainer can do.
    Lead,
    /// Residents: which cycles list them.
    People,
    /// The sessions and kits of a day; also those of the next day where a slot ends past midnight.
    Day,
    /// The sessions of a trainer in a week.
    Week,
    /// All sessions of a trainer.
    Trainer,
    /// All cycles in a commune.
    Commune,
    /// The price of the plan.
    Budget,
    /// The announced cycles, compared with the cycles of the plan that have the same identifiers.
    Promises,
}

/// The part that a rule concerns.
pub fn part_of(rule: Rule) -> Part {
    use Rule as R;
    match rule {
        R::GroupSize
        | R::ResidentTrack
        | R::ResidentSlot
        | R::TravelLimit
        | R::StepFree
        | R::Withdrawn
        | R::VenueSlot
        | R::HostCommune
        | R::NewId
        | R::StandIn
        | R::OtherRoom
        | R::Postponed => Part::Setting,
        R::ResidentAvailable | R::VenueAvailable | R::SessionDates | R::Horizon | R::MaxGap | R::Notice => {
            Part::Dates
        }
        R::TrainerSlot | R::TrainerTrack | R::TrainerAvailable => Part::Lead,
        R::OneCycleEach | R::PartyTogether => Part::People,
        R::VenueOverlap
        | R::TrainerDay
        | R::TrainerMoving
        | R::TrainerReach
        | R::KitTaken
        | R::KitSize
        | R::KitShared
        | R::KitUnneeded => Part::Day,
        R::TrainerWeek => Part::Week,
        R::TrainerTotal => Part::Trainer,
        R::HostLimit => Part::Commune,
        R::Budget => Part::Budget,
        R::HeldSessions
        | R::CommittedStands
        | R::ParticipantsStay
        | R::NobodyJoins
        | R::BrokenOff
        | R::HeldKits => Part::Promises,
    }
}
