//! Measured values, limits and subjects of rules, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Limit, Measure, Subject};
use crate::instance::Instance;
use crate::instance::ids::ResidentId;

/// A measured value, under its unit.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// People, sessions, tablets, kits or cycles.
    Count(usize),
    /// Minutes.
    Minutes(f64),
    /// Days.
    Days(i32),
    /// Euros.
    Euros(f64),
    /// A day (ISO).
    Date(String),
    /// Days (ISO).
    Dates(Vec<String>),
    /// A time of day, minutes after midnight.
    Time(f64),
    /// A slot.
    Slot(String),
    /// A track.
    Track(String),
    /// A commune, by INSEE code.
    Commune(String),
    /// Whether a venue is step-free.
    StepFree(bool),
    /// There is no connection between two communes.
    NoWay,
}

/// The limit of a measured value.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitEntry {
    /// Minimum.
    AtLeast(Amount),
    /// Maximum.
    AtMost(Amount),
    /// Equal.
    Exactly(Amount),
    /// One of these.
    OneOf(Vec<Amount>),
    /// Not on these days, both included (ISO).
    Outside(String, String),
    /// There must be a connection.
    Reachable,
}

/// The subject of a violation, by the identifiers of the tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubjectEntry {
    /// A cycle.
    Cycle(String),
    /// A resident.
    Resident(String),
    /// A party, by its members.
    Party(Vec<String>),
    /// A venue.
    Venue(String),
    /// A trainer.
    Trainer(String),
    /// A kit.
    Kit(String),
    /// A commune, by INSEE code.
    Commune(String),
    /// A day (ISO).
    Date(String),
    /// An ISO week, by its Monday.
    Week(String),
    /// This number of further cycles.
    MoreCycles(usize),
    /// A day that is closed (ISO).
    Closed(String),
}

impl Amount {
    pub(super) fn of(measure: &Measure, instance: &Instance) -> Self {
        match measure {
            Measure::Count(count) => Self::Count(*count),
            Measure::Minutes(minutes) => Self::Minutes(minutes.to_f64()),
            Measure::Days(days) => Self::Days(*days),
            Measure::Euros(amount) => Self::Euros(amount.to_f64()),
            Measure::Date(date) => Self::Date(date.to_string()),
            Measure::Dates(dates) => Self::Dates(dates.iter().map(ToString::to_string).collect()),
            Measure::Time(minutes) => Self::Time(minutes.to_f64()),
            Measure::Slot(slot) => Self::Slot(instance.slots[*slot].id.clone()),
            Measure::Track(track) => Self::Track(instance.tracks[*track].clone()),
            Measure::Commune(commune) => Self::Commune(instance.communes[*commune].insee.clone()),
            Measure::StepFree(is_step_free) => Self::StepFree(*is_step_free),
            Measure::NoWay => Self::NoWay,
        }
    }
}

impl LimitEntry {
    pub(super) fn of(limit: &Limit, instance: &Instance) -> Self {
        let amount = |measure| Amount::of(measure, instance);
        match limit {
            Limit::AtLeast(measure) => Self::AtLeast(amount(measure)),
            Limit::AtMost(measure) => Self::AtMost(amount(measure)),
            Limit::Exactly(measure) => Self::Exactly(amount(measure)),
            Limit::OneOf(measures) => Self::OneOf(measures.iter().map(amount).collect()),
            Limit::Outside(from, until) => Self::Outside(from.to_string(), until.to_string()),
            Limit::Reachable => Self::Reachable,
        }
    }
}

impl SubjectEntry {
    pub(super) fn of(subject: &Subject, instance: &Instance) -> Self {
        let resident = |id: ResidentId| instance.residents[id].id.clone();
        match *subject {
            Subject::Cycle(ref id) => Self::Cycle(id.clone()),
            Subject::Resident(id) => Self::Resident(resident(id)),
            Subject::Party(id) => {
                Self::Party(instance.parties[id].members.iter().map(|&member| resident(member)).collect())
            }
            Subject::Venue(id) => Self::Venue(instance.venues[id].id.clone()),
            Subject::Trainer(id) => Self::Trainer(instance.trainers[id].id.clone()),
            Subject::Kit(id) => Self::Kit(instance.kits[id].id.clone()),
            Subject::Commune(id) => Self::Commune(instance.communes[id].insee.clone()),
            Subject::Date(date) => Self::Date(date.to_string()),
            Subject::Week(monday) => Self::Week(monday.to_string()),
            Subject::More(count) => Self::MoreCycles(count),
            Subject::Closed(date, _) => Self::Closed(date.to_string()),
        }
    }
}
