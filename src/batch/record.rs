//! What is kept of a variant that ran, and how it is recognised when the batch is started again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::run::VariantSettings;
use super::variant::Variant;
use crate::engine;
use crate::input::digest::sha256;
use crate::solve::milp;

/// Version of the format; part of every key.
const FORMAT: u32 = 1;

/// Name of the record in a variant's folder; it is written last.
pub const RECORD: &str = "run.json";

/// How a variant ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Version of this format.
    pub format: u32,
    /// The variant's name.
    pub variant: String,
    /// What the result depends on, see [`key`].
    pub key: String,
    /// The engine that ran it: version, commit, and whether its sources were changed.
    #[serde(default)]
    pub engine: String,
    /// Why there is no plan, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// SHA-256 of the files of the plan, by name.
    pub files: BTreeMap<String, String>,
    /// Values of the columns that follow from the plan, as plain text.
    pub figures: BTreeMap<String, String>,
    /// Seconds in the solver, checking and explaining included.
    pub solver_s: f64,
    /// Seconds of the whole variant, reading and writing included but for this record.
    pub wall_s: f64,
}

impl Record {
    /// A record of a plan, or of why there is none.
    pub fn new(variant: &Variant, key: String) -> Self {
        Self {
            format: FORMAT,
            variant: variant.name().to_owned(),
            key,
            engine: engine::build(),
            failure: None,
            files: BTreeMap::new(),
            figures: BTreeMap::new(),
            solver_s: 0.0,
            wall_s: 0.0,
        }
    }

    /// As the bytes of its file.
    ///
    /// # Panics
    /// Never: a record has plain keys.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a record has plain keys");
        bytes.push(b'\n');
        bytes
    }
}

/// Recognises a result: the digest of all that it depends on, which are the input, the limits and seed of the search,
/// and the engine: its version, commit and changes. Threads and jobs change nothing in a plan and are no part of it.
pub fn key(variant: &Variant, settings: &VariantSettings) -> String {
    let parts = [
        format!("format {FORMAT}"),
        format!("input {}", variant.digest),
        format!("seed {}", settings.solve.seed),
        format!("gap {:?}", settings.solve.gap),
        format!("work {:?}", settings.solve.work_limit),
        format!("time {:?}", settings.time_limit_s),
        format!("ateliers {}", engine::build()),
        milp::version(),
    ];
    sha256(parts.join("\n").as_bytes())
}
