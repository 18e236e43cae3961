//! Results for programs: the output of commands with `--json`, as separate types, from which their schemas are made.
//!
//! Keys are English and stable; amounts are euros, days ISO dates, identifiers those of the tables. Findings come with
//! words for people, in the requested language. No answer names a person.

mod amendment;
mod amount;
mod difference;
mod edited;
mod finding;
mod summary;
mod understood;
mod verdict;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::diagnostics::Diagnostic;
use crate::messages::Messages;

pub use amendment::Amendment;
pub use difference::Difference;
pub use edited::{DecisionEntry, Edited, SeatEntry, TargetEntry, TermEntry};
pub use finding::Finding;
pub use summary::Summary;
pub use understood::Understood;
pub use verdict::Judgement;

/// The answer of a command.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Answer<T> {
    /// Version of this format: 1.
    pub format: u32,
    /// Faults, warnings and notes of everything that was read.
    pub findings: Vec<Finding>,
    /// The result; null where something that was read has a fault.
    pub result: Option<T>,
}

impl<T: Serialize + JsonSchema> Answer<T> {
    /// A result, with the findings on the way.
    pub fn new(findings: &[Diagnostic], result: Option<T>, messages: &Messages) -> Self {
        let findings = findings.iter().map(|found| Finding::of(found, messages)).collect();
        Self { format: 1, findings, result }
    }

    /// The text of the answer.
    ///
    /// # Panics
    /// Never: an answer has plain keys.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("an answer has plain keys")
    }
}

/// The schema of `validate --json`.
pub fn validation_schema() -> Schema {
    schema_for!(Answer<Understood>)
}

/// The schema of `check --json`.
pub fn judgement_schema() -> Schema {
    schema_for!(Answer<Judgement>)
}

/// The schema of `diff --json`.
pub fn difference_schema() -> Schema {
    schema_for!(Answer<Difference>)
}

/// The schema of `plan --json`.
pub fn summary_schema() -> Schema {
    schema_for!(Answer<Summary>)
}

/// The schema of `amend --json`.
pub fn amendment_schema() -> Schema {
    schema_for!(Answer<Amendment>)
}
