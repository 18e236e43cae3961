//! The documents of a project: everything that is exported of its last plan, in a folder of its own.
//!
//! - [`produce`]: makes them all, with progress, and writes them or none; [`failure`]: why there are none, [`mod@words`] for it;
//! - [`made`]: those that are there, of which plan they are, one of them, several in an archive;
//! - [`apart`]: those with templates of the planner's own, made by a process apart;
//! - `list`: the file beside them that says what they are.
//!
//! # Design
//! `documents` is the folder that the workbook's guide names, and that the command line writes to: whoever opens the project in a
//! file manager finds the same files. Beside them is a list of what was written and of which plan; what else somebody keeps in the folder
//! is neither shown nor sent. Documents for those alone whom the changes of an announced plan concern have a folder of their own, so that
//! they are told from the others, and the others stay.

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

/// Whose documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Those of everybody.
    All,
    /// Those of whom the changes of the announced plan concern.
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

/// Ends of the names of files that may hold names.
const TABLES: [&str; 4] = ["csv", "xlsx", "xlsm", "ods"];

/// Where documents of a project are.
fn folder_of(project: &Project, extent: Extent) -> PathBuf {
    project.folder.join(extent.folder())
}

/// Files of a project that may hold names, by what they are called: `contacts.csv`.
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

/// Folders of a project with templates of the planner's own, by what they are called: those that hold one of the names of ours.
pub fn templates(project: &Project) -> Vec<String> {
    let has_one = |folder: &Path| TEMPLATES.iter().any(|(name, _)| folder.join(name).is_file());
    folders(project, &has_one)
}

/// Folders of a project with calendars that were made before, by what they are called.
pub fn published(project: &Project) -> Vec<String> {
    let is_calendar = |path: &PathBuf| path.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("ics"));
    let has_one = |folder: &Path| below(folder).is_ok_and(|files| files.iter().any(is_calendar));
    folders(project, &has_one)
}

/// Folders of a project that have something, by name.
fn folders(project: &Project, has_it: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let is_one = |name: &String| {
        let folder = project.folder.join(name);
        !name.starts_with('.') && folder.is_dir() && !folder.is_symlink() && has_it(&folder)
    };
    let mut names: Vec<String> = names_in(&project.folder).into_iter().filter(is_one).collect();
    names.sort();
    names
}
