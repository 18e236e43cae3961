//! What varied in a batch: the file from which `compare` learns which plans belong together and how.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Name of the file in the folder of a batch.
pub const MANIFEST: &str = "batch.json";

/// A batch, as described in its folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this format.
    pub format: u32,
    /// Name of the base scenario.
    pub scenario: String,
    /// The variant with which others are compared.
    pub baseline: String,
    /// The amount of search for each variant.
    #[serde(default)]
    pub search: SearchEntry,
    /// What varied.
    pub axes: Vec<AxisEntry>,
    /// The variants, in order.
    pub variants: Vec<VariantEntry>,
}

/// The amount of search for each variant of a batch.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchEntry {
    /// Named amount of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<String>,
    /// Work limit, in units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_limit: Option<u64>,
    /// Version of the unit of work.
    #[serde(default)]
    pub work_version: u32,
    /// Time limit, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit_s: Option<f64>,
    /// Gap at which a search stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// Number of searches of each variant.
    #[serde(default)]
    pub seeds: usize,
    /// Whether the other variants started from the baseline's plan.
    #[serde(default)]
    pub from_baseline: bool,
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisEntry {
    /// Its name.
    pub name: String,
    /// Whether its values are seeds of invented enrolments: repetitions of one question, not alternatives to compare.
    pub is_seed: bool,
    /// Labels of its values, in order; the base scenario's comes first if it is not among them.
    pub labels: Vec<String>,
}

/// A variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantEntry {
    /// Its name: its folder below `variants`.
    pub name: String,
    /// The groups it belongs to.
    pub groups: Vec<String>,
    /// Label of its value on each axis.
    pub at: BTreeMap<String, String>,
}
