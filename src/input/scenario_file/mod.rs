//! The scenario file as types: every key with its meaning, its range and its default, in this one place.
//!
//! The reader of scenarios, the JSON Schema that editors complete and check with, the scenario that `init` writes and
//! the form that a planner fills in are all made from these types. Meanings and defaults are those of PROBLEM.md section
//! 2. Units are in the schema as `x-unit`, which schema validators ignore.

mod announced;
mod files;
mod letters;
mod scalars;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use super::limits::{COUNT, EUROS, KILOMETRES, MINUTES};
use super::tables::kind::Kind;

pub use announced::AnnouncedSection;
pub use files::Files;
pub use letters::LettersSection;
pub use scalars::{Day, Decimal};

/// A scenario: the data it plans over, and every rule, cost, weight and solver setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// Name of the scenario; plans carry it.
    #[schemars(length(min = 1))]
    pub name: String,
    /// The tables: paths, relative to this file.
    pub data: DataSection,
    /// First and last day of the plan.
    pub horizon: HorizonSection,
    /// The shape of every cycle.
    #[serde(default)]
    pub cycle: CycleSection,
    /// How residents and trainers move.
    #[serde(default)]
    pub travel: TravelSection,
    /// Who may host.
    #[serde(default)]
    pub hosts: HostsSection,
    /// Cash rates, euros.
    #[serde(default)]
    pub costs: CostsSection,
    /// What the plan is worth besides its cash cost, euros.
    #[serde(default)]
    pub weights: WeightsSection,
    /// What letters to participants say besides the plan.
    #[serde(default)]
    pub letters: LettersSection,
    /// The announced plan, and the day from which it may change.
    #[serde(default)]
    pub announced: AnnouncedSection,
    /// How long and how far the solver searches.
    #[serde(default)]
    pub solver: SolverSection,
}

/// The tables: paths, relative to the scenario file. A sheet of a workbook is named after a `#` (`mairies.xlsx#Inscriptions`); a
/// table in several files is a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSection {
    /// Municipalities.
    pub communes: Files,
    /// Undirected edges of the commune graph.
    pub roads: Files,
    /// Measured pairs of communes, which replace the graph's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distances: Option<Files>,
    /// Weekly times.
    pub slots: Files,
    /// Rooms.
    pub venues: Files,
    /// People who run sessions.
    pub trainers: Files,
    /// Cases of tablets.
    pub kits: Files,
    /// Interested people.
    pub residents: Files,
    /// Days without sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closures: Option<Files>,
}

impl DataSection {
    /// The files of a table; `None` if none are named.
    pub fn files(&self, kind: Kind) -> Option<&Files> {
        match kind {
            Kind::Communes => Some(&self.communes),
            Kind::Roads => Some(&self.roads),
            Kind::Distances => self.distances.as_ref(),
            Kind::Slots => Some(&self.slots),
            Kind::Venues => Some(&self.venues),
            Kind::Trainers => Some(&self.trainers),
            Kind::Kits => Some(&self.kits),
            Kind::Residents => Some(&self.residents),
            Kind::Closures => self.closures.as_ref(),
        }
    }
}

/// First and last day of the plan, both included; at most ten years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HorizonSection {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
    /// Time zone of every session, by its name in the tz database (`Indian/Reunion`); that of the communes if it is not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub timezone: Option<String>,
}

/// The shape of every cycle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CycleSection {
    /// Sessions of a cycle, a week apart.
    #[schemars(range(min = 1, max = 520))]
    pub sessions: u32,
    /// Length of a session, minutes.
    #[schemars(range(min = 1, max = 1440), extend("x-unit" = "min"))]
    pub session_minutes: Decimal,
    /// Fewest participants of a cycle.
    #[schemars(range(min = 1, max = *COUNT.end()))]
    pub min_group: u32,
    /// Most participants of a cycle.
    #[schemars(range(min = 1, max = *COUNT.end()))]
    pub max_group: u32,
    /// Longest pause between two consecutive sessions, days.
    #[schemars(range(min = 0, max = 3660), extend("x-unit" = "d"))]
    pub max_gap_days: u32,
}

impl Default for CycleSection {
    fn default() -> Self {
        Self {
            sessions: 5,
            session_minutes: Decimal::whole(120),
            min_group: 6,
            max_group: 12,
            max_gap_days: 21,
        }
    }
}

/// How residents and trainers move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TravelSection {
    /// Longest journey one way, minutes, for residents who state none.
    #[schemars(range(min = 0, max = *MINUTES.end()), extend("x-unit" = "min"))]
    pub max_travel_min: Decimal,
    /// Minutes between two places of the same commune.
    #[schemars(range(min = 0, max = *MINUTES.end()), extend("x-unit" = "min"))]
    pub local_minutes: Decimal,
    /// Kilometres between two places of the same commune.
    #[schemars(range(min = 0, max = *KILOMETRES.end()), extend("x-unit" = "km"))]
    pub local_km: Decimal,
    /// Packing and setting up between two sessions of a trainer, minutes.
    #[schemars(range(min = 0, max = *MINUTES.end()), extend("x-unit" = "min"))]
    pub turnaround_min: Decimal,
}

impl Default for TravelSection {
    fn default() -> Self {
        Self {
            max_travel_min: Decimal::whole(15),
            local_minutes: Decimal::whole(4),
            local_km: Decimal::thousandths(1_500),
            turnaround_min: Decimal::whole(20),
        }
    }
}

/// Who may host. Residents of any commune may attend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct HostsSection {
    /// INSEE codes of the communes that may host; `"*"` is all.
    pub communes: Vec<String>,
    /// Most cycles in one commune; no limit if it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = *COUNT.end()))]
    pub max_cycles_per_commune: Option<u32>,
}

impl Default for HostsSection {
    fn default() -> Self {
        Self { communes: vec!["*".to_owned()], max_cycles_per_commune: None }
    }
}

/// Cash rates, euros.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CostsSection {
    /// Paid trainer time around each session, minutes.
    #[schemars(range(min = 0, max = *MINUTES.end()), extend("x-unit" = "min"))]
    pub prep_minutes: Decimal,
    /// One borrowed tablet, one session.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub tablet_session: Decimal,
    /// Telephone help for two months after the cycle, for each participant.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub support_per_participant: Decimal,
    /// Posters, enrolment, letters of one cycle.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub cycle_setup: Decimal,
    /// Paid by each participant.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub fee: Decimal,
    /// The budget: a ceiling on the gross cost; none if it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub max_gross: Option<Decimal>,
}

impl Default for CostsSection {
    fn default() -> Self {
        Self {
            prep_minutes: Decimal::whole(30),
            tablet_session: Decimal::thousandths(500),
            support_per_participant: Decimal::whole(12),
            cycle_setup: Decimal::whole(60),
            fee: Decimal::whole(35),
            max_gross: None,
        }
    }
}

/// What the plan is worth besides its cash cost, euros.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WeightsSection {
    /// One resident of priority 1 left out.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub unserved: Decimal,
    /// One minute one way, for one participant, for the whole cycle.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub travel_minute: Decimal,
    /// One participant waiting one week for the first session.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub wait_week: Decimal,
    /// Share of its residents that each commune should see served, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub equity_target: Decimal,
    /// One resident below that share.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub equity_shortfall: Decimal,
    /// One participant who attends outside their own commune.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub away: Decimal,
    /// One cycle that a commune hosts less than its `min_cycles`.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub absence: Decimal,
    /// One resident who must be told of a new appointment, or of having lost it; counts if a plan was announced.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub call: Decimal,
    /// One announced cycle that no longer stands; counts if a plan was announced.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub notice: Decimal,
    /// One session led by another trainer than announced; counts if a plan was announced.
    #[schemars(range(min = 0, max = *EUROS.end()), extend("x-unit" = "EUR"))]
    pub stand_in: Decimal,
}

impl Default for WeightsSection {
    fn default() -> Self {
        Self {
            unserved: Decimal::whole(400),
            travel_minute: Decimal::thousandths(800),
            wait_week: Decimal::whole(4),
            equity_target: Decimal::thousandths(500),
            equity_shortfall: Decimal::whole(150),
            away: Decimal::whole(0),
            absence: Decimal::whole(1000),
            call: Decimal::whole(8),
            notice: Decimal::whole(20),
            stand_in: Decimal::whole(15),
        }
    }
}

/// How long and how far the solver searches; the command line may override each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SolverSection {
    /// Seconds on the wall clock.
    #[schemars(range(min = 0, max = 100_000_000), extend("x-unit" = "s"))]
    pub time_limit_s: Decimal,
    /// Stop when the proven relative gap is at most this.
    #[schemars(range(min = 0, max = 1_000_000))]
    pub gap: Decimal,
    /// Seed of every random choice.
    #[schemars(range(min = 0, max = i64::MAX))]
    pub seed: u64,
    /// Threads; 0 is all.
    #[schemars(range(min = 0, max = 1024))]
    pub threads: u32,
}

impl Default for SolverSection {
    fn default() -> Self {
        Self { time_limit_s: Decimal::whole(60), gap: Decimal::whole(0), seed: 1, threads: 0 }
    }
}

/// The key of the catalogue's message that explains a key or a section.
pub fn meaning_of(key: &str) -> String {
    format!("scenario-{}", key.replace(['.', '_'], "-"))
}

/// The JSON Schema of scenario files, with every key's meaning, range and default.
pub fn schema() -> Schema {
    let inline = |settings: &mut SchemaSettings| settings.inline_subschemas = true;
    SchemaSettings::draft2020_12().with(inline).into_generator().into_root_schema_for::<ScenarioFile>()
}
