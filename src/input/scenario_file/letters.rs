//! The section `[letters]`: what letters to participants say besides the plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What letters to participants say besides the plan, in the language of the documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LettersSection {
    /// Where and how the fee is paid, after "to be paid"; `at the first session` if it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub payment: Option<String>,
    /// Who signs, capacity and name; the sender if it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub signatory: Option<String>,
    /// A sentence that completes the notice on personal data: legal basis, how long data is kept, data protection officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub privacy: Option<String>,
}
