//! The batch file as types: a base scenario and what varies, every key with its meaning and default.
//!
//! The reading of `batch.toml` and the JSON Schema that editors complete and check with are made from these types.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::scenario_file::{Day, Decimal};

/// A value of any type, as it is written in TOML: `15`, `"venues.csv"`, `["25304", "25523"]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Literal(pub String);

impl Literal {
    /// What a person calls the value: a text without its quotes, a list with `+` between its members.
    pub fn label(&self) -> String {
        let is_kept = |character: &char| !"\"'[] ".contains(*character);
        self.0
            .chars()
            .filter(is_kept)
            .map(|character| if character == ',' { '+' } else { character })
            .collect()
    }

    /// The texts that the value is: those of a list, or one.
    pub fn texts(&self) -> Vec<String> {
        match self.0.parse::<toml_edit::Value>() {
            Ok(toml_edit::Value::Array(list)) => {
                list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
            }
            Ok(toml_edit::Value::String(text)) => vec![text.into_value()],
            _ => vec![self.label()],
        }
    }

    /// The value as a finite number, where it is one.
    pub fn number(&self) -> Option<f64> {
        self.0.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The value as a whole number, where it is one that is not negative.
    pub fn whole(&self) -> Option<u64> {
        self.0.replace('_', "").parse().ok()
    }
}

impl JsonSchema for Literal {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Literal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({})
    }
}

/// A batch: one base scenario and what varies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchFile {
    /// The base scenario: a path, relative to this file.
    #[schemars(length(min = 1))]
    pub scenario: String,
    /// The variant with which others are compared; the first one where it is not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// How long each variant is searched; what is not set follows the scenario's `[solver]`.
    #[serde(default)]
    pub search: SearchSection,
    /// What invented enrolments look like, for an axis with `demand = "seed"`.
    #[serde(default)]
    pub demand: DemandSection,
    /// What varies. Without `group`, every combination of all axes is a variant.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub axis: Vec<AxisSection>,
    /// Named parts of the grid.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub group: Vec<GroupSection>,
    /// Variants beside the grid, one by one.
    #[serde(default)]
    #[schemars(length(max = 10_000))]
    pub variant: Vec<VariantSection>,
    /// Combinations that make no sense and are left out.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub drop: Vec<DropSection>,
}

/// How much each variant is searched.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SearchSection {
    /// The amount of work as a word: as much as a variant of its size asks for. `quick` to look around, `usual` to work
    /// with (about a minute for 460 residents on two cores), `thorough` to decide with (five times that). In the place of
    /// `work_limit`.
    #[schemars(extend("enum" = ["quick", "usual", "thorough"]))]
    pub effort: Option<String>,
    /// Stop after this much work, which no machine or load changes. Without `time_limit_s`, no time limit applies.
    #[schemars(range(min = 0, max = i64::MAX))]
    pub work_limit: Option<u64>,
    /// Stop after this many seconds.
    #[schemars(range(min = 0, max = 100_000_000))]
    pub time_limit_s: Option<Decimal>,
    /// Stop when the proven relative gap is at most this.
    #[schemars(range(min = 0, max = 1_000_000))]
    pub gap: Option<Decimal>,
    /// Threads of one variant; 1 where it is not set. Variants run side by side.
    #[schemars(range(min = 1, max = 1024))]
    pub threads: Option<u32>,
    /// Searches of each variant, with the scenario's seed, the next one and so on; 1 where it is not set. The best plan
    /// counts. With 3 or more, `compare` tells differences beyond chance from those that are too close to tell.
    #[schemars(range(min = 1, max = 100))]
    pub seeds: Option<u32>,
    /// Searches of a variant at most, with `--until-decided`; four times `seeds` where it is not set.
    #[schemars(range(min = 1, max = 1000))]
    pub most_seeds: Option<u32>,
    /// Where searches start: from the plan of the `baseline`, which is planned first and three times as long, or from
    /// nothing (`none`). From the baseline's plan where it is not set.
    #[schemars(extend("enum" = ["baseline", "none"]))]
    pub start: Option<String>,
    /// Version of the unit of work that `work_limit` is written in. Where the program counts by another version, it says so.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub work_version: Option<u32>,
}

/// What invented enrolments look like, as for `ateliers demand`; what is not set keeps that command's default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DemandSection {
    /// Residents who enrol, for each inhabitant.
    #[schemars(range(min = 0, max = 1))]
    pub rate: Option<Decimal>,
    /// How far a commune's rate may lie from the rate, as a share of it.
    #[schemars(range(min = 0, max = 1))]
    pub spread: Option<Decimal>,
    /// Share of residents who come as a couple.
    #[schemars(range(min = 0, max = 1))]
    pub couples: Option<Decimal>,
    /// Weekly availability patterns and the share of each.
    pub availability: BTreeMap<String, Decimal>,
    /// Tracks and the share of each.
    pub tracks: BTreeMap<String, Decimal>,
    /// Share of residents who borrow a tablet.
    #[schemars(range(min = 0, max = 1))]
    pub tablet: Option<Decimal>,
    /// Longest journeys that some accept, minutes, and the share of each.
    pub own_travel: BTreeMap<String, Decimal>,
    /// Share of residents who need a step-free venue.
    #[schemars(range(min = 0, max = 1))]
    pub step_free: Option<Decimal>,
    /// Priorities and the share of each.
    pub priority: BTreeMap<String, Decimal>,
    /// Share of enrolments that come late.
    #[schemars(range(min = 0, max = 1))]
    pub late: Option<Decimal>,
    /// First day on which late enrolments may start to be available.
    pub late_from: Option<Day>,
    /// Last such day.
    pub late_until: Option<Day>,
}

/// What varies, and the values it takes. One of `key`, `first` and `demand` says what it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AxisSection {
    /// Name of the axis: a column of the results.
    #[schemars(length(min = 1))]
    pub name: String,
    /// A key of the scenario, such as `travel.max_travel_min`, `hosts.communes` or `data.venues`. Paths of tables are
    /// relative to this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Keep the first rows of this table only; the values are numbers of rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["trainers", "kits"]))]
    pub first: Option<String>,
    /// Other enrolments: `multiplied` by the values, or invented with other `seed`s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["multiplied", "seed"]))]
    pub demand: Option<String>,
    /// The values.
    #[schemars(length(max = 10_000))]
    pub values: Vec<Literal>,
    /// What to call each value, where the value itself says it badly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub labels: Vec<String>,
}

/// A named part of the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupSection {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Axes that vary and which of their values; `["*"]` is all. Other axes stay as the base scenario has them.
    pub grid: BTreeMap<String, Vec<Literal>>,
}

/// One variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantSection {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// The group it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Axes and the value of each. Other axes stay as the base scenario has them.
    #[serde(default)]
    pub at: BTreeMap<String, Literal>,
    /// Any keys of the scenario and their values.
    #[serde(default)]
    pub set: BTreeMap<String, Literal>,
}

/// Combinations that are left out: those in which every axis named here has one of the values named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropSection {
    /// Axes and values.
    pub when: BTreeMap<String, Vec<Literal>>,
}

/// The JSON Schema of batch files, with every key's meaning, range and default.
pub fn schema() -> Schema {
    let inline = |settings: &mut SchemaSettings| settings.inline_subschemas = true;
    SchemaSettings::draft2020_12().with(inline).into_generator().into_root_schema_for::<BatchFile>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_called_what_a_person_would_call_it() {
        let label = |text: &str| Literal(text.to_owned()).label();
        assert_eq!(label("15"), "15");
        assert_eq!(label("\"venues.csv\""), "venues.csv");
        assert_eq!(label("[\"25304\", \"25523\"]"), "25304+25523");
    }
}
