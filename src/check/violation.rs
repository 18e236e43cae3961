//! A violation: which rule, who, what was measured and what the limit is, as values that [`render`](super::render())
//! words in either language.

use jiff::civil::Date;

use crate::instance::ids::{CommuneId, KitId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use crate::instance::units::{Euros, Minutes};
use crate::rules::Rule;

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub rule: Rule,
    /// Who or what breaks it.
    pub subjects: Vec<Subject>,
    /// The measured value.
    pub measured: Measure,
    /// The limit it should keep.
    pub limit: Limit,
}

impl Violation {
    /// The day that it is about, or the Monday of the week, if it is about one.
    pub fn day(&self) -> Option<Date> {
        let named = self.subjects.iter().find_map(|subject| match subject {
            Subject::Date(date) | Subject::Week(date) | Subject::Closed(date, _) => Some(*date),
            _ => None,
        });
        match self.measured {
            Measure::Date(date) => named.or(Some(date)),
            _ => named,
        }
    }
}

/// Who or what a violation is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A cycle, by its identifier in the plan.
    Cycle(String),
    /// A resident.
    Resident(ResidentId),
    /// A party.
    Party(PartyId),
    /// A venue.
    Venue(VenueId),
    /// A trainer.
    Trainer(TrainerId),
    /// A kit.
    Kit(KitId),
    /// A commune.
    Commune(CommuneId),
    /// A day.
    Date(Date),
    /// An ISO week, by its Monday.
    Week(Date),
    /// So many further cycles, which are counted and not named.
    More(usize),
    /// A day that a closure closes, and the position of the closure in the input.
    Closed(Date, usize),
}

/// Cycles that a session is too close to and that are named; the others are counted. A plan in which everything meets at
/// once would else have a violation for each pair of its sessions.
pub(super) const CYCLES_NAMED: usize = 3;

/// A measured value, or the value of a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A number of people, sessions, tablets, kits or cycles.
    Count(usize),
    /// A duration.
    Minutes(Minutes),
    /// A number of days.
    Days(i32),
    /// An amount.
    Euros(Euros),
    /// A day.
    Date(Date),
    /// The days of a cycle's sessions.
    Dates(Vec<Date>),
    /// A time, minutes after the midnight that a violation's date begins with.
    Time(Minutes),
    /// A slot.
    Slot(SlotId),
    /// A track.
    Track(TrackId),
    /// A commune.
    Commune(CommuneId),
    /// Whether a venue can be reached without a step.
    StepFree(bool),
    /// There is no way between two communes.
    NoWay,
}

/// What a measured value should keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// Not below.
    AtLeast(Measure),
    /// Not above.
    AtMost(Measure),
    /// Equal.
    Exactly(Measure),
    /// One of these.
    OneOf(Vec<Measure>),
    /// Not on these days, both included.
    Outside(Date, Date),
    /// There must be a way.
    Reachable,
}
