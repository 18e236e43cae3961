//! The batch file as types: a base scenario and what varies, every key with its meaning and default.
//!
//! The reader of `batch.toml` and the JSON Schema that editors complete and check with are made from these types.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::scenario_file::{Day, Decimal};

/// A value of any type, as TOML writes it: `15`, `"venues.csv"`, `["25304", "25523"]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Literal(pub String);

impl Literal {
    /// The label of the value: a text without its quotes, a list with `+` between its entries.
    pub fn label(&self) -> String {
        let is_kept = |character: &char| !"\"'[] ".contains(*character);
        self.0
            .chars()
            .filter(is_kept)
            .map(|character| if character == ',' { '+' } else { character })
            .collect()
    }

    /// The texts of the value: those of a list, or the one text.
    pub fn texts(&self) -> Vec<String> {
        match self.0.parse::<toml_edit::Value>() {
            Ok(toml_edit::Value::Array(list)) => {
                list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
            }
            Ok(toml_edit::Value::String(text)) => vec![text.into_value()],
            _ => vec![self.label()],
        }
    }

    /// The value as a finite number, if it is one.
    pub fn number(&self) -> Option<f64> {
        self.0.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The value as a whole number, if it is one and not negative.
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
    /// The variant with which others are compared; the first one if it is not set.
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
    /// Single variants outside the grid.
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
    /// The amount of work as a word, scaled to the size of the variant. `quick` for a first look, `usual` for daily work
    /// (about a minute for 460 residents on two cores), `thorough` for decisions (five times that). Instead of
    /// `work_limit`.
    #[schemars(extend("enum" = ["quick", "usual", "thorough"]))]
    pub effort: Option<String>,
    /// Stop after this much work, which does not depend on machine or load. Without `time_limit_s`, no time limit applies.
    #[schemars(range(min = 0, max = i64::MAX))]
    pub work_limit: Option<u64>,
    /// Stop after this many seconds.
    #[schemars(range(min = 0, max = 100_000_000))]
    pub time_limit_s: Option<Decimal>,
    /// Stop when the proven relative gap is at most this.
    #[schemars(range(min = 0, max = 1_000_000))]
    pub gap: Option<Decimal>,
    /// Threads of one variant; 1 if it is not set. Variants run concurrently.
    #[schemars(range(min = 1, max = 1024))]
    pub threads: Option<u32>,
    /// Searches of each variant, with the scenario's seed, the next one and so on; 1 if it is not set. The best plan
    /// counts. With 3 or more, `compare` distinguishes differences beyond chance from those that are too close to tell.
    #[schemars(range(min = 1, max = 100))]
    pub seeds: Option<u32>,
    /// Upper limit of searches of a variant, with `--until-decided`; four times `seeds` if it is not set.
    #[schemars(range(min = 1, max = 1000))]
    pub most_seeds: Option<u32>,
    /// Where searches start: from the plan of the `baseline`, which is planned first and three times as long, or from
    /// nothing (`none`). The default is `baseline`.
    #[schemars(extend("enum" = ["baseline", "none"]))]
    pub start: Option<String>,
    /// Version of the unit of work that `work_limit` is written in. The program warns if it counts by another version.
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
    /// Largest deviation of a commune's rate from the rate, as a share of it.
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

/// What varies, and its values. Exactly one of `key`, `first` and `demand` says what varies.
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
    /// Keep only the first rows of this table; the values are numbers of rows.
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
    /// Labels of the values, where the values themselves are not clear enough.
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
    /// Axes that vary and which of their values; `["*"]` is all. Other axes keep the base scenario's value.
    pub grid: BTreeMap<String, Vec<Literal>>,
}

/// A single variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantSection {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// The group it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Axes and the value of each. Other axes keep the base scenario's value.
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
