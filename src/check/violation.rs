//! A violation: the rule, who breaks it, the measured value and the limit, as values that [`render`](super::render()) turns into
//! text in either language.

use jiff::civil::Date;

use crate::instance::ids::{CommuneId, KitId, PartyId, ResidentId, SlotId, TrackId, TrainerId, VenueId};
use crate::instance::units::{Euros, Minutes};
use crate::rules::Rule;

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule.
    pub rule: Rule,
    /// Who or what breaks it.
    pub subjects: Vec<Subject>,
    /// The measured value.
    pub measured: Measure,
    /// The limit that it breaks.
    pub limit: Limit,
}

impl Violation {
    /// The day that it concerns, or the Monday of the week, if any.
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
    /// The number of further cycles that are not named.
    More(usize),
    /// A closed day, and the position of its closure in the input.
    Closed(Date, usize),
}

/// The number of cycles too close to a session that a violation names; the others are counted. Otherwise, a plan in which
/// everything meets at once would have a violation for each pair of its sessions.
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
    /// A time, in minutes after midnight at the start of the violation's date.
    Time(Minutes),
    /// A slot.
    Slot(SlotId),
    /// A track.
    Track(TrackId),
    /// A commune.
    Commune(CommuneId),
    /// Whether a venue can be reached without a step.
    StepFree(bool),
    /// There is no path between two communes.
    NoWay,
}

/// The limit of a measured value.
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
    /// There must be a path.
    Reachable,
}
