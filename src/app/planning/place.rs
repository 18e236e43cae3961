//! Where a search writes its plan.

use std::path::{Path, PathBuf};

/// The folder in a project: that which the README tells to name.
const FOLDER: &str = "plan";

/// The folder of a project in which its plan is written.
pub(super) fn place(project: &Path) -> PathBuf {
    project.join(FOLDER)
}
