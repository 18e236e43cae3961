//! Changes on disk since a plan was opened or saved.

use super::Edit;
use crate::app::reading::{digest_of, scenario};

/// The files that have changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct News {
    /// The scenario or a table: the plan can no longer be saved, and must be reopened.
    pub data: bool,
    /// The file of the plan.
    pub plan: bool,
}

impl Edit {
    /// Compares the files with those read when the plan was opened or saved.
    pub fn news(&self) -> News {
        let data = scenario(&self.sources, &self.scenario).map(|read| read.instance.digest.clone());
        News {
            data: data.ok().as_ref() != Some(&self.digest),
            plan: digest_of(&self.sources, &self.plan) != self.plan_digest,
        }
    }
}
