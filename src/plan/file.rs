//! `plan.json`: the machine-readable plan (PROBLEM.md section 7), as its own types.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::costs::{CostPosts, ServicePosts};
use crate::instance::units::Euros;

/// Version of the format that this engine writes and reads.
pub const FORMAT: u32 = 1;

/// A plan as it is written to and read from `plan.json`. Identifiers are those of the tables; amounts are euros.
///
/// Written plans have every field. A plan made or edited by hand needs only `cycles` and `kit_roster`. Any other field it has is
/// a claim, which `check` compares with its own figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanFile {
    /// Version of this format: 1.
    #[serde(default = "current_format")]
    pub format: u32,
    /// The scenario's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// SHA-256 over the scenario and its data, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_digest: Option<String>,
    /// Cycles with their participants.
    pub cycles: Vec<CycleEntry>,
    /// Which trainer takes which kit on which day.
    pub kit_roster: Vec<KitEntry>,
    /// Identifiers of cycles that were announced and are no longer in the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Vec<String>>,
    /// Residents in no cycle, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unserved: Option<Vec<UnservedEntry>>,
    /// Cash, euros.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub costs: Option<CostEntry>,
    /// What the plan costs residents in service, euros.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceEntry>,
    /// Net + service, euros: the objective, which is minimised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<f64>,
    /// The part that was replanned, if the rest of the announced plan had to stay: bound and gap are those of this problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
    /// No legal plan of this input has a smaller objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<f64>,
    /// `(objective − bound) / |objective|`; 0 where both are 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// How the plan was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solver: Option<SolverEntry>,
}

/// The format version that is written, and assumed for a plan that states none.
const fn current_format() -> u32 {
    FORMAT
}

impl PlanFile {
    /// Whether the file states any cost, objective, bound or gap, correct or not.
    pub fn states_figures(&self) -> bool {
        let figures = [self.objective, self.bound, self.gap];
        self.costs.is_some() || self.service.is_some() || figures.iter().any(Option::is_some)
    }
}

/// One cycle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CycleEntry {
    /// Identifier within the plan.
    pub id: String,
    /// Venue.
    pub venue: String,
    /// Weekly slot.
    pub slot: String,
    /// Track.
    pub track: String,
    /// Trainer.
    pub trainer: String,
    /// Residents.
    pub participants: Vec<String>,
    /// Dates of the sessions (ISO), in order.
    pub sessions: Vec<String>,
    /// Whether it was announced and stands: as announced, except for repairs.
    #[serde(default, skip_serializing_if = "is_false")]
    pub stands: bool,
    /// Whether it was announced and is broken off: it keeps some sessions and serves nobody.
    #[serde(default, skip_serializing_if = "is_false")]
    pub broken_off: bool,
    /// Sessions in a room or with a trainer other than the cycle's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<RepairEntry>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// A session in a room or with a trainer other than the cycle's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RepairEntry {
    /// The day (ISO).
    pub date: String,
    /// The other room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// The other trainer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainer: Option<String>,
}

/// A kit taken out for a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KitEntry {
    /// The day (ISO).
    pub date: String,
    /// Who takes it.
    pub trainer: String,
    /// The kit.
    pub kit: String,
}

/// A resident in no cycle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UnservedEntry {
    /// The resident.
    pub resident: String,
    /// Code of the reason.
    pub reason: String,
    /// The figures behind it.
    pub detail: String,
}

/// Cash, euros.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names are the posts of PROBLEM.md section 5")]
pub struct CostEntry {
    pub trainer_time: f64,
    pub trainer_travel: f64,
    pub venues: f64,
    pub tablets: f64,
    pub support: f64,
    pub setup: f64,
    pub gross: f64,
    pub income: f64,
    pub net: f64,
}

impl CostEntry {
    /// Posts and sums as written to the file.
    pub fn of(costs: &CostPosts) -> Self {
        Self {
            trainer_time: costs.trainer_time.to_f64(),
            trainer_travel: costs.trainer_travel.to_f64(),
            venues: costs.venues.to_f64(),
            tablets: costs.tablets.to_f64(),
            support: costs.support.to_f64(),
            setup: costs.setup.to_f64(),
            gross: costs.gross().to_f64(),
            income: costs.income.to_f64(),
            net: costs.net().to_f64(),
        }
    }
}

/// What the plan costs residents in service, euros.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names are the terms of PROBLEM.md section 5")]
pub struct ServiceEntry {
    pub unserved: f64,
    pub travel: f64,
    pub waiting: f64,
    pub equity: f64,
    /// Missing in files of engines that did not have this term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<f64>,
    /// Only present if a plan was announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<f64>,
}

impl ServiceEntry {
    /// Terms as written to the file.
    pub fn of(service: &ServicePosts) -> Self {
        Self {
            unserved: service.unserved.to_f64(),
            travel: service.travel.to_f64(),
            waiting: service.waiting.to_f64(),
            equity: service.equity.to_f64(),
            place: Some(service.place.to_f64()),
            changes: service.changes.map(Euros::to_f64),
        }
    }
}

/// How the plan was found.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SolverEntry {
    /// Seed of every random choice.
    pub seed: u64,
    /// The scenario's thread setting; 0 means all. It does not affect the plan.
    pub threads: usize,
    /// Wall-clock seconds.
    pub wall_s: f64,
    /// Why the search ended: `optimal`, `gap`, `work_limit`, `time_limit`, `memory_limit` or `interrupted`; `amended` if the plan
    /// was changed by hand.
    pub status: String,
    /// Engine and LP solver with their versions.
    pub version: String,
    /// The engine, if the file states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<EngineEntry>,
}

/// The engine that found a plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EngineEntry {
    /// Version of the package.
    pub version: String,
    /// The commit that it was built from, 40 hexadecimal digits; missing if it was built outside git.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Whether its sources differed from those of the commit.
    pub modified: bool,
    /// A digest of its sources: it distinguishes modified engines of the same commit.
    pub sources: String,
}
