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
    /// As `ateliers announce`.
    Failed(Failure),
    /// There is no plan.
    NoPlan,
}

/// What was announced, and whether the scenario says so: a workbook that cannot be written into is left to its planner.
#[derive(Debug)]
pub struct Told {
    /// What was announced.
    pub done: Done,
    /// Whether the scenario says so.
    pub is_set: bool,
}

/// Announces the last plan of a project. A workbook is set to it as well, with a copy of what it was.
///
/// # Errors
/// As `ateliers announce`; everything is then as it was.
pub fn tell(project: &Project, date: Date) -> Result<Told, Untold> {
    let last = last_plan(&project.folder, None, None).ok_or(Untold::NoPlan)?;
    let request = Request { scenario: &project.scenario, plan: &last.path, date };
    let done = announce(&request).map_err(Untold::Failed)?;
    let is_set = done.before.is_some() || written(project, &keys(&done)).is_ok();
    Ok(Told { done, is_set })
}

/// What a scenario says of the plan; what it said of the one before goes.
fn keys(done: &Done) -> BTreeMap<String, String> {
    let today = done.announcement.today.map(|today| today.to_string()).unwrap_or_default();
    let mut keys = BTreeMap::from([
        ("announced.plan".to_owned(), done.announcement.plan.clone()),
        ("announced.today".to_owned(), today),
    ]);
    keys.extend(["release", "keep", "hit"].map(|list| (format!("announced.{list}"), String::new())));
    keys
}
