//! The section `[announced]`: the announced plan, and the day from which it may change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;

/// The announced plan, and the day from which it may change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AnnouncedSection {
    /// The announced plan: a path, relative to this file. If it is not set, nothing was announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub plan: Option<String>,
    /// Sessions before this day have been held as announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
    /// Days of notice: nothing new begins sooner, and only repairs move anything sooner.
    #[schemars(range(min = 0, max = 3660), extend("x-unit" = "d"))]
    pub notice_days: u32,
    /// Cycles that have not begun and may change although notice is short; residents who may leave a committed cycle.
    pub release: Vec<String>,
    /// Cycles open to change that are to be treated as committed.
    pub keep: Vec<String>,
    /// Sessions to come that cannot be held for a reason that is in no table: `C015 2027-03-02 trainer`, `C016 2027-03-04 venue`.
    pub hit: Vec<String>,
}

impl Default for AnnouncedSection {
    fn default() -> Self {
        Self {
            plan: None,
            today: None,
            notice_days: 14,
            release: Vec::new(),
            keep: Vec::new(),
            hit: Vec::new(),
        }
    }
}
