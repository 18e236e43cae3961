//! The elements of a plan's choices.

use fixedbitset::FixedBitSet;

use super::super::classes::Class;
use crate::instance::Instance;
use crate::instance::announced::Session;
use crate::instance::calendar::days_between;
use crate::instance::ids::{AnnouncedId, CommuneId, SlotId, TrackId, TrainerId, VenueId};

/// A day of the horizon, counted from its start.
pub type Day = usize;

/// The session days of a cycle at a slot; patterns of several venues share a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Weekly slot.
    pub slot: SlotId,
    /// Session days, ascending.
    pub days: Vec<Day>,
}

/// Where and when a cycle may run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pattern {
    /// Venue.
    pub venue: VenueId,
    /// Its commune, and the position of that among [`Space::hosts`](super::Space::hosts).
    pub host: CommuneId,
    /// See `host`.
    pub place: usize,
    /// Whether the venue is step-free.
    pub step_free: bool,
    /// Slot and dates: index into [`Space::runs`](super::Space::runs).
    pub run: usize,
    /// The run's slot.
    pub slot: SlotId,
    /// The run's first day.
    pub first: Day,
    /// Most participants: `min(max_group, seats)`.
    pub capacity: usize,
    /// Fewest participants.
    pub least: usize,
    /// Hire and set-up of a cycle, euros; for a course, all cash except tablets, tours and costs per participant.
    pub fixed: f64,
    /// One kit tablet for all sessions, euros.
    pub tablet: f64,
    /// Cost of changing what was announced, regardless of who attends, euros: the notice and stand-ins of a course; negative if a
    /// cycle that is open to change needs no notice.
    pub changes: f64,
    /// The announced cycle whose appointments to come are those of this pattern.
    pub told: Option<AnnouncedId>,
    /// The course that it represents, if any: index into [`Standing::courses`](super::standing::Standing::courses).
    pub course: Option<usize>,
    /// Borrowers who always count: those announced in a cycle that is broken off.
    pub listed: usize,
    /// Whether only the announced participants of the cycle may attend.
    pub is_closed: bool,
}

/// A session of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// When.
    pub day: Day,
    /// By whom.
    pub trainer: TrainerId,
    /// Where.
    pub venue: VenueId,
    /// The venue's commune.
    pub host: CommuneId,
}

impl Appointment {
    /// A session of an announced cycle; one held before the horizon counts on the horizon's first day.
    pub fn of(instance: &Instance, session: &Session) -> Self {
        let day = days_between(instance.rules.horizon.start, session.date).max(0) as Day;
        let (venue, trainer) = (session.venue, session.trainer);
        Self { day, trainer, venue, host: instance.venues[venue].commune }
    }
}

impl Pattern {
    /// Whether a class that can attend at its commune and slot can start on its first day and enter its venue (rule H2).
    pub fn admits(&self, class: &Class) -> bool {
        class.earliest <= self.first as i32 && (self.step_free || !class.step_free)
    }
}

/// A class that may attend at a commune and slot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Index into [`Space::classes`](super::Space::classes).
    pub class: usize,
    /// Journeys of one party, euros.
    pub travel: f64,
}

/// A track taught at a commune and slot: who may attend and where and when it may run.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// What is taught.
    pub track: TrackId,
    /// Where.
    pub commune: CommuneId,
    /// When in the week.
    pub slot: SlotId,
    /// Patterns of the commune and slot, ascending.
    pub patterns: Vec<usize>,
}

/// A trainer's rates and limits, as the solver uses them.
#[derive(Debug, Clone, PartialEq)]
pub struct Staff {
    /// Base.
    pub base: CommuneId,
    /// Euros a minute.
    pub minute_cost: f64,
    /// Euros a kilometre.
    pub km_cost: f64,
    /// Paid time of all sessions of a cycle, euros.
    pub cycle_time: f64,
    /// Tracks they teach.
    pub tracks: FixedBitSet,
    /// Runs whose slot and days they work.
    pub runs: FixedBitSet,
    /// Most sessions on a day.
    pub max_day: usize,
    /// Most sessions in an ISO week.
    pub max_week: usize,
    /// Most cycles over the horizon: the number of whole ones that `max_sessions` allows.
    pub max_cycles: usize,
    /// Most sessions over the horizon, in addition to those that are part of every plan.
    pub max_sessions: usize,
}
