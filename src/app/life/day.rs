//! The first day on which an announced plan can change: earlier sessions have been held.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::common::Failure;
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::reading::scenario;
use crate::app::replaced::{Kept, replace};
use crate::input::Sources;
use crate::input::amending::keys::setting;

/// The scenario's key.
const TODAY: &str = "announced.today";

/// Writes the day into the scenario of a project, with a copy of the previous version.
///
/// # Errors
/// If the scenario would have an error with it, or cannot be written; it is then unchanged.
pub fn set_today(project: &Project, today: Date) -> Result<Kept, Failure> {
    written(project, &BTreeMap::from([(TODAY.to_owned(), today.to_string())]))
}

/// Writes keys into the scenario of a project, if they cause no error.
pub(super) fn written(project: &Project, keys: &BTreeMap<String, String>) -> Result<Kept, Failure> {
    let _lock = lock(&project.folder, Task::Serve)?;
    let sources = Sources::disk();
    let files = setting(&sources, &project.scenario, keys).map_err(Failure::input)?;
    let with = files.iter().fold(sources, |sources, file| sources.with(&file.path, file.bytes.as_slice()));
    scenario(&with, &project.scenario)?;
    replace(files)
}
