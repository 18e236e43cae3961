//! What others changed on the disk since a plan was opened, or saved.

use super::Edit;
use crate::app::reading::{digest_of, scenario};

/// What is no longer as it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct News {
    /// The scenario or a table: the plan cannot be saved any more, and must be opened anew.
    pub data: bool,
    /// The file of the plan.
    pub plan: bool,
}

impl Edit {
    /// What is no longer on the disk as it was when the plan was opened, or saved.
    pub fn news(&self) -> News {
        let data = scenario(&self.sources, &self.scenario).map(|read| read.instance.digest.clone());
        News {
            data: data.ok().as_ref() != Some(&self.digest),
            plan: digest_of(&self.sources, &self.plan) != self.plan_digest,
        }
    }
}
