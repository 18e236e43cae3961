//! Announcing the last plan of a project.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::day::written;
use crate::app::announce::{Done, Failure, Request, announce};
use crate::app::projects::Project;
use crate::app::projects::state::last_plan;

/// Why nothing was announced.
#[derive(Debug)]
pub enum Untold {
    /// A failure of the use case `announce`.
    Failed(Failure),
    /// There is no plan.
    NoPlan,
}

/// The announcement, and whether the scenario refers to it: in a workbook that cannot be changed, the planner must enter it.
#[derive(Debug)]
pub struct Told {
    /// The announcement.
    pub done: Done,
    /// Whether the scenario refers to it.
    pub is_set: bool,
}

/// Announces the last plan of a project. A workbook is updated too, with a copy of the previous version.
///
/// # Errors
/// Those of `announce`; everything is then unchanged.
pub fn tell(project: &Project, date: Date) -> Result<Told, Untold> {
    let last = last_plan(&project.folder, None, None).ok_or(Untold::NoPlan)?;
    let request = Request { scenario: &project.scenario, plan: &last.path, date };
    let done = announce(&request).map_err(Untold::Failed)?;
    let is_set = done.before.is_some() || written(project, &keys(&done)).is_ok();
    Ok(Told { done, is_set })
}

/// The keys that a scenario needs for the plan; those of the previous one are removed.
fn keys(done: &Done) -> BTreeMap<String, String> {
    let today = done.announcement.today.map(|today| today.to_string()).unwrap_or_default();
    let mut keys = BTreeMap::from([
        ("announced.plan".to_owned(), done.announcement.plan.clone()),
        ("announced.today".to_owned(), today),
    ]);
    keys.extend(["release", "keep", "hit"].map(|list| (format!("announced.{list}"), String::new())));
    keys
}
