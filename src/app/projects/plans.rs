//! The plans of a project: each a file `plan.json`, in the project's folder, in a subfolder, or in one below `amended`.
//! Announced plans are left out: they cannot be continued.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Project;
use crate::app::amend;
use crate::app::announce::label;
use crate::input::file::names_in;
use crate::output::PLAN;
use crate::output::write::complete;

/// A plan of a project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanFile {
    /// When it was written.
    pub written: Option<Timestamp>,
    /// Its folder, relative to the project's: `plan`, `amended/2026-01-10-1`; `.` for the project's own.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
}

/// All plans of a project, the last written first.
pub fn plans(project: &Project) -> Vec<PlanFile> {
    let mut plans = plans_in(&project.folder);
    plans.reverse();
    plans
}

/// The plan with a name.
pub fn plan_named(project: &Project, name: &str) -> Option<PlanFile> {
    plans(project).into_iter().find(|plan| plan.name == name)
}

/// The plans in a project's folder, the last written last.
pub(super) fn plans_in(folder: &Path) -> Vec<PlanFile> {
    let within = |below: &str| {
        let home = folder.join(below);
        let names =
            names_in(&home).into_iter().filter(|name| !name.starts_with('.') && name != label::FOLDER);
        names.map(|name| if below.is_empty() { name } else { format!("{below}/{name}") }).collect::<Vec<_>>()
    };
    let names = std::iter::once(".".to_owned()).chain(within("")).chain(within(amend::FOLDER));
    let plans = names.filter_map(|name| {
        let folder = if name == "." { folder.to_owned() } else { folder.join(&name) };
        // Files that a killed writer had completed are moved into place first.
        let _ = complete(&folder).ok().filter(|()| folder.is_dir());
        let (written, path) = dated(folder.join(PLAN))?;
        Some(PlanFile { written, name, path })
    });
    let mut plans: Vec<_> = plans.collect();
    plans.sort();
    plans
}

/// A file, and when it was written, if the system tells; `None` if there is no such file.
pub(super) fn dated(path: PathBuf) -> Option<(Option<Timestamp>, PathBuf)> {
    let written = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?.modified().ok();
    Some((written.and_then(|time| Timestamp::try_from(time).ok()), path))
}
