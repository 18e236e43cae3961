//! An announced plan that is typed beside a scenario, instead of standing in it.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use crate::app::common::Failure;
use crate::app::reading::{announcing, as_named};
use crate::input::Sources;
use crate::input::announcing::Announcement;

/// What was typed.
#[derive(Debug, Args)]
pub(super) struct AnnouncedArgs {
    /// The plan that people were told.
    #[arg(long, value_name = "PLAN.json")]
    announced: Option<PathBuf>,
    /// Sessions before this day have been held.
    #[arg(long, value_name = "DATE", requires = "announced")]
    today: Option<Date>,
    /// Nothing new begins at shorter notice.
    #[arg(long, value_name = "N", requires = "announced", allow_negative_numbers = true)]
    notice_days: Option<u32>,
}

impl AnnouncedArgs {
    /// Where the scenario is read from, and its path there: as it stands where nothing was typed.
    pub(super) fn told(&self, scenario: &Path) -> Result<(Sources, PathBuf), Failure> {
        let sources = Sources::disk();
        let Some(plan) = &self.announced else { return Ok((sources, scenario.to_owned())) };
        let announcement = Announcement {
            plan: as_named(scenario, plan),
            today: self.today,
            notice_days: self.notice_days,
            replaces: false,
        };
        let told = announcing(&sources, scenario, &announcement)?;
        Ok((told.sources, told.scenario))
    }
}
