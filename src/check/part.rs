//! What of a plan each rule looks at: a change of a cycle is judged by the parts that it touches.
//!
//! A rule that looks at days finds in the sessions of some days all that it finds there in the whole plan; so does one that looks at a
//! cycle in that cycle alone.

use crate::rules::Rule;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A cycle: its room, its slot and its group, whatever its days and its trainer.
    Setting,
    /// A cycle: its days, whatever its trainer.
    Dates,
    /// A cycle: its slot, its track and its days beside what its trainer can do.
    Lead,
    /// Residents: which cycles list them.
    People,
    /// The sessions and kits of a day; of the next one as well where a slot ends past midnight.
    Day,
    /// The sessions of a trainer in a week.
    Week,
    /// All sessions of a trainer.
    Trainer,
    /// All cycles in a commune.
    Commune,
    /// The price of the plan.
    Budget,
    /// What was announced, beside the cycles with its identifiers.
    Promises,
}

/// What a rule looks at.
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
