//! The output folder of a search.

use std::path::{Path, PathBuf};

/// The folder in a project: the one that the README recommends.
const FOLDER: &str = "plan";

/// The folder of a project's plan.
pub(super) fn place(project: &Path) -> PathBuf {
    project.join(FOLDER)
}
