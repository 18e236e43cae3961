//! An announced plan given as an argument, instead of in the scenario.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use crate::app::common::Failure;
use crate::app::reading::{announcing, as_named};
use crate::input::Sources;
use crate::input::announcing::Announcement;

/// The command's arguments.
#[derive(Debug, Args)]
pub(super) struct AnnouncedArgs {
    /// The announced plan.
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
    /// The sources and path of the scenario: the file itself if no announced plan was given.
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
