//! What is kept of a variant that ran, and how it is recognised when the batch is started again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::settings::{Role, VariantSettings};
use super::variant::{SCENARIO, Variant};
use crate::compare::searches::Found;
use crate::engine;
use crate::input::digest::sha256;
use crate::output::NAMES;
use crate::solve::effort::WORK_VERSION;
use crate::solve::milp;

/// Version of the format; part of every key.
const FORMAT: u32 = 3;

/// Name of the record in a variant's folder; it is written last.
pub const RECORD: &str = "run.json";
/// A variant's log in its folder.
pub const LOG: &str = "log.txt";

/// Every file of a finished variant, the record last.
pub fn file_names() -> Vec<&'static str> {
    [SCENARIO, LOG].into_iter().chain(NAMES).chain([RECORD]).collect()
}

/// How a variant ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Version of this format.
    pub format: u32,
    /// The variant's name.
    pub variant: String,
    /// What the result depends on, see [`key`].
    pub key: String,
    /// The engine that ran it: version, commit, and whether its sources were modified.
    #[serde(default)]
    pub engine: String,
    /// Version of the unit of work.
    #[serde(default)]
    pub work_version: u32,
    /// Limit of work of each search, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_limit: Option<u64>,
    /// Why there is no plan, if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// SHA-256 of the files of the plan, by name.
    pub files: BTreeMap<String, String>,
    /// Values of the columns that follow from the plan, as plain text.
    pub figures: BTreeMap<String, String>,
    /// The seed that found the plan.
    #[serde(default)]
    pub seed: u64,
    /// What each search found, in the order of their seeds; the plan is the best one found.
    #[serde(default)]
    pub searches: Vec<Found>,
    /// Seconds in the solver, including checking and explaining.
    pub solver_s: f64,
    /// Seconds for the whole variant, including reading and writing, except of this record.
    pub wall_s: f64,
}

impl Record {
    /// A record of a plan, or of why there is none.
    pub fn new(variant: &Variant, key: String, settings: &VariantSettings) -> Self {
        Self {
            format: FORMAT,
            variant: variant.name().to_owned(),
            key,
            engine: engine::build(),
            work_version: WORK_VERSION,
            work_limit: settings.solve.work_limit,
            failure: None,
            files: BTreeMap::new(),
            figures: BTreeMap::new(),
            seed: settings.solve.seed,
            searches: Vec::new(),
            solver_s: 0.0,
            wall_s: 0.0,
        }
    }

    /// The bytes of its file.
    ///
    /// # Panics
    /// Never: a record has plain keys.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a record has plain keys");
        bytes.push(b'\n');
        bytes
    }

    /// A record from the bytes of its file.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// Whether these are the bytes that were written under this name.
    pub fn has_written(&self, name: &str, bytes: &[u8]) -> bool {
        self.files.get(name).is_some_and(|digest| *digest == sha256(bytes))
    }
}

/// Recognises a result: the digest of all that it depends on, which are the input, the limits, first seed and number of
/// the first searches, which share a proof, the unit of work, what they start from, and the engine: its version, commit
/// and changes. Threads and jobs do not affect a plan and are not part of it.
///
/// `ground` is the key of the variant whose plan is the start.
pub fn key(variant: &Variant, settings: &VariantSettings, ground: Option<&str>) -> String {
    let parts = [
        format!("format {FORMAT}"),
        format!("input {}", variant.digest),
        format!("{} searches from seed {}", settings.seeds, settings.solve.seed),
        format!("gap {:?}", settings.solve.gap),
        format!("work {:?} of version {WORK_VERSION}", settings.solve.work_limit),
        format!("time {:?}", settings.time_limit_s),
        format!("ground {}", ground_part(settings, ground)),
        format!("ateliers {}", engine::build()),
        milp::version(),
    ];
    sha256(parts.join("\n").as_bytes())
}

fn ground_part(settings: &VariantSettings, ground: Option<&str>) -> String {
    match settings.role {
        Role::Alone => "none".to_owned(),
        Role::Ground => "own".to_owned(),
        Role::Grounded => ground.unwrap_or_default().to_owned(),
    }
}
