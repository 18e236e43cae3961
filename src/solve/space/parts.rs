//! What the choices of a plan are made of.

use fixedbitset::FixedBitSet;

use super::super::classes::Class;
use crate::instance::ids::{CommuneId, SlotId, TrackId, VenueId};

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
    /// Hire and set-up of a cycle, euros.
    pub fixed: f64,
}

impl Pattern {
    /// Whether a class that can come to its commune and slot can start on its first day and enter its venue (rule H2).
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

/// A trainer's rates and what they may do, as the solver reads them.
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
    /// Most cycles over the horizon: `max_sessions` holds so many whole ones.
    pub max_cycles: usize,
}
