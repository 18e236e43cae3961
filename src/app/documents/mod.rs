//! The documents of a project: all exports of its last plan, in their own folder.
//!
//! - [`produce`]: makes them all, with progress, and writes all or none; [`failure`]: why there are none, [`mod@words`] for it;
//! - [`made`]: the existing ones, their plan, one of them, several in an archive;
//! - [`apart`]: those with the planner's own templates, made in a separate process;
//! - `list`: the file next to them that lists them.
//!
//! # Design
//! `documents` is the folder that the workbook's guide names, and to which the command line writes: in a file manager, the
//! planner finds the same files. Next to them is a list of what was written and from which plan; other files in the folder are
//! neither shown nor sent. Documents for only the people affected by the changes of an announced plan have their own folder, so
//! that they are kept apart from the others, and the others stay.

pub mod apart;
pub mod failure;
mod list;
pub mod made;
pub mod produce;
pub mod words;

use std::path::{Path, PathBuf};

use super::beside::below;
use super::projects::Project;
use crate::input::file::names_in;
use crate::output::paper::TEMPLATES;

/// The recipients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everybody.
    All,
    /// Those affected by the changes of the announced plan.
    Changed,
}

impl Extent {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::All, Self::Changed];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Changed => "changed",
        }
    }

    /// The folder within a project.
    const fn folder(self) -> &'static str {
        match self {
            Self::All => "documents",
            Self::Changed => "documents-changed",
        }
    }
}

/// Extensions of files that may contain names.
const TABLES: [&str; 4] = ["csv", "xlsx", "xlsm", "ods"];

/// The folder of a project's documents.
fn folder_of(project: &Project, extent: Extent) -> PathBuf {
    project.folder.join(extent.folder())
}

/// Files of a project that may contain names, by file name: `contacts.csv`.
pub fn contacts(project: &Project) -> Vec<String> {
    let is_table = |name: &str| {
        let extension = Path::new(name).extension().unwrap_or_default().to_ascii_lowercase();
        TABLES.iter().any(|known| extension == *known)
    };
    let is_one = |name: &String| {
        let called = name.to_lowercase();
        is_table(name)
            && called.contains("contact")
            && !called.contains(".before-")
            && !called.starts_with(['.', '~'])
    };
    let mut names: Vec<String> = names_in(&project.folder).into_iter().filter(is_one).collect();
    names.sort();
    names
}

/// Folders of a project with the planner's own templates, by name: those with a file named like a built-in template.
pub fn templates(project: &Project) -> Vec<String> {
    let has_one = |folder: &Path| TEMPLATES.iter().any(|(name, _)| folder.join(name).is_file());
    folders(project, &has_one)
}

/// Folders of a project with earlier calendars, by name.
pub fn published(project: &Project) -> Vec<String> {
    let is_calendar = |path: &PathBuf| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("ics"));
    let has_one = |folder: &Path| below(folder).is_ok_and(|files| files.iter().any(is_calendar));
    folders(project, &has_one)
}

/// Folders of a project that satisfy `has_it`, by name.
fn folders(project: &Project, has_it: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let is_one = |name: &String| {
        let folder = project.folder.join(name);
        !name.starts_with('.') && folder.is_dir() && !folder.is_symlink() && has_it(&folder)
    };
    let mut names: Vec<String> = names_in(&project.folder).into_iter().filter(is_one).collect();
    names.sort();
    names
}
