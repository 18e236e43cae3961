//! The documents of a project: everything that is exported of its last plan, in a folder of its own.
//!
//! - [`produce`]: makes them all, with progress, and writes them or none; [`words`]: why there are none;
//! - [`made`]: those that are there, of which plan they are, one of them, several in an archive;
//! - `list`: the file beside them that says what they are.
//!
//! # Design
//! `documents` is the folder that the workbook's guide names, and that the command line writes to: whoever opens the project in a
//! file manager finds the same files. Beside them is a list of what was written and of which plan; what else somebody keeps in the folder
//! is neither shown nor sent. Documents for those alone whom the changes of an announced plan concern have a folder of their own, so that
//! they are told from the others, and the others stay.

mod list;
pub mod made;
pub mod produce;
pub mod words;

use std::path::{Path, PathBuf};

use super::projects::Project;
use crate::input::file::names_in;

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
