//! The rows of the tables, after validation: every reference is an index, every quantity has its unit.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::ids::{CommuneId, ResidentId, SlotId, TrackId};
pub use crate::territory::commune::{Commune, Leg};
use crate::units::{Euros, Minutes, Ratio};

/// A weekly time: weekday and start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Identifier, e.g. `tue-1400`.
    pub id: String,
    /// Day of the week.
    pub weekday: Weekday,
    /// Start, in minutes after midnight.
    pub start_minute: u16,
}

/// First and last day on which something may be used, both included; `None` is unbounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Availability {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl Availability {
    /// Whether `date` lies within.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// A room in a commune.
#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    /// Identifier, e.g. `V-25304-1`.
    pub id: String,
    /// Where it is.
    pub commune: CommuneId,
    /// Name, e.g. `Salle des fêtes`.
    pub name: String,
    /// Seats for participants.
    pub seats: usize,
    /// Slots at which it can be used.
    pub slots: BTreeSet<SlotId>,
    /// Hire, euros a session.
    pub cost_per_session: Euros,
    /// Whether it can be reached without a step.
    pub step_free: bool,
    /// Tablets that stay in the room.
    pub tablets: usize,
    /// When it can be used.
    pub availability: Availability,
    /// Street address, where known.
    pub address: Option<String>,
}

/// A person who runs sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct Trainer {
    /// Identifier, e.g. `T1`.
    pub id: String,
    /// Name or label.
    pub name: String,
    /// Commune where each working day starts and ends.
    pub base: CommuneId,
    /// Slots at which they work.
    pub slots: BTreeSet<SlotId>,
    /// Tracks they teach.
    pub tracks: BTreeSet<TrackId>,
    /// Cost, euros an hour.
    pub hourly_cost: Euros,
    /// Mileage, euros a kilometre.
    pub km_cost: Euros,
    /// Most sessions on one day.
    pub max_sessions_per_day: usize,
    /// Most sessions in one ISO week.
    pub max_sessions_per_week: usize,
    /// Most sessions over the horizon, where they are limited.
    pub max_sessions: Option<usize>,
    /// When they work.
    pub availability: Availability,
}

/// A case with tablets, kept at a depot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kit {
    /// Identifier, e.g. `K1`.
    pub id: String,
    /// Tablets in the case.
    pub tablets: usize,
    /// Commune where it is fetched and brought back.
    pub depot: CommuneId,
}

/// One interested person.
#[derive(Debug, Clone, PartialEq)]
pub struct Resident {
    /// Pseudonymous identifier, e.g. `R00017`.
    pub id: String,
    /// Home.
    pub commune: CommuneId,
    /// Slots at which they can come.
    pub slots: BTreeSet<SlotId>,
    /// What they want to learn.
    pub track: TrackId,
    /// Whether they borrow a tablet.
    pub needs_tablet: bool,
    /// Longest journey, minutes one way (the scenario's where they state none).
    pub max_travel: Minutes,
    /// Whether they need a step-free venue.
    pub step_free: bool,
    /// The party they enrolled with. Those who have withdrawn are no longer among its members; those who came alone are a party
    /// of one.
    pub party: super::ids::PartyId,
    /// First day on which they can start, where they state one.
    pub available_from: Option<Date>,
    /// Weight of leaving them out; 1 is usual.
    pub priority: Ratio,
    /// Whether they have withdrawn: they attend nothing, and their party no longer depends on them.
    pub withdrawn: bool,
}

/// Residents who attend together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Identifier from the table; `None` for a resident who came alone.
    pub id: Option<String>,
    /// Members who have not withdrawn, in the order of the table.
    pub members: Vec<ResidentId>,
}

/// What a closure closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything: a public holiday.
    All,
    /// Every venue of a commune.
    Commune(CommuneId),
    /// One venue.
    Venue(super::ids::VenueId),
    /// One trainer, who does not work on these days.
    Trainer(super::ids::TrainerId),
}

/// Whole days without sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// First day.
    pub from: Date,
    /// Last day, included.
    pub until: Date,
    /// What is closed.
    pub scope: Scope,
    /// Why, where stated.
    pub reason: Option<String>,
}
