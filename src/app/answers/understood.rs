//! A summary of a scenario as understood, for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::app::validate::{Counts, Validated};
use crate::instance::ids::CommuneId;

/// A summary of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Understood {
    /// The scenario's name.
    pub scenario: String,
    /// SHA-256 over the scenario and its data, in hexadecimal.
    pub input_digest: String,
    /// Whether a table is labelled as invented.
    pub invented: bool,
    /// First and last day.
    pub horizon: [String; 2],
    /// Rows of each table.
    pub tables: Tables,
    /// Resources within the horizon, and what serving everyone would take.
    pub offer: OfferEntry,
    /// Communes with residents or rooms.
    pub communes: Vec<CommuneEntry>,
    /// Residents who can attend no cycle of any plan.
    pub without_prospects: Vec<StuckEntry>,
}

/// Rows of each table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tables {
    /// Communes.
    pub communes: usize,
    /// Communes that may host.
    pub hosts: usize,
    /// Weekly slots.
    pub slots: usize,
    /// Rooms.
    pub venues: usize,
    /// Trainers.
    pub trainers: usize,
    /// Kits.
    pub kits: usize,
    /// Residents.
    pub residents: usize,
    /// Residents who have since withdrawn.
    pub withdrawn: usize,
    /// Parties of more than one resident.
    pub parties: usize,
    /// Tracks.
    pub tracks: usize,
    /// Closures.
    pub closures: usize,
}

/// Resources, and what serving everyone would take.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OfferEntry {
    /// Sessions that can be held in the rooms.
    pub sessions: usize,
    /// Seats in these sessions.
    pub seats: usize,
    /// Sessions that the trainers can lead.
    pub trainer_sessions: usize,
    /// Hours of these sessions.
    pub trainer_hours: f64,
    /// Seats that serving everyone takes.
    pub seats_needed: usize,
    /// Hours that serving everyone in full groups takes.
    pub hours_needed: f64,
}

/// Residents and rooms of a commune.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommuneEntry {
    /// INSEE code.
    pub insee: String,
    /// Residents who enrolled.
    pub residents: usize,
    /// Rooms.
    pub venues: usize,
    /// Whether cycles may be held there.
    pub may_host: bool,
}

/// A resident who can attend no cycle of any plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StuckEntry {
    /// The resident's identifier.
    pub resident: String,
    /// Code of the reason, as in `plan.json`.
    pub reason: String,
}

impl Understood {
    /// A validated scenario for programs.
    pub fn of(validated: &Validated) -> Self {
        let Validated { instance, offer, communes, stuck, .. } = validated;
        let horizon = instance.rules.horizon;
        let commune = |(&id, counts): (&CommuneId, &Counts)| CommuneEntry {
            insee: instance.communes[id].insee.clone(),
            residents: counts.residents,
            venues: counts.venues,
            may_host: instance.is_host(id),
        };
        let stuck = stuck.iter().map(|(resident, reason)| StuckEntry {
            resident: instance.residents[*resident].id.clone(),
            reason: reason.code().to_owned(),
        });
        Self {
            scenario: instance.name.clone(),
            input_digest: instance.digest.clone(),
            invented: instance.is_invented,
            horizon: [horizon.start, horizon.end].map(|day| day.to_string()),
            tables: Tables {
                communes: instance.communes.len(),
                hosts: instance.rules.hosts.communes.len(),
                slots: instance.slots.len(),
                venues: instance.venues.len(),
                trainers: instance.trainers.len(),
                kits: instance.kits.len(),
                residents: validated.n_interested(),
                withdrawn: validated.n_withdrawn(),
                parties: validated.n_parties(),
                tracks: instance.tracks.len(),
                closures: instance.closures.len(),
            },
            offer: OfferEntry {
                sessions: offer.sessions,
                seats: offer.seats,
                trainer_sessions: offer.trainer_sessions,
                trainer_hours: offer.hours(offer.trainer_sessions),
                seats_needed: offer.seats_needed,
                hours_needed: offer.hours(offer.sessions_needed),
            },
            communes: communes.iter().map(commune).collect(),
            without_prospects: stuck.collect(),
        }
    }
}
