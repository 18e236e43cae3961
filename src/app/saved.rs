//! The log of saved changes of a project, with author and time: a file in its folder, one line per change.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::drafts::signed::Signed;
use super::lock::{Task, lock};
use super::projects::Project;
use crate::input::{FILE_BYTES, read_bytes};
use crate::output::write::lines::Lines;

/// Its name in the folder.
const FILE: &str = ".ateliers-saved";
/// Number of lines kept when the log is shortened, which happens at twice this number.
const LINES: usize = 500;

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Tables or settings, by the names of their files.
    Files(String),
    /// A plan changed by hand, by its folder.
    Plan(String),
    /// An event, with the amended plan.
    Happened,
    /// A plan was announced.
    Announced,
    /// The change of a trial.
    Trial,
}

impl What {
    /// The message that describes it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Files(_) => "saved-files",
            Self::Plan(_) => "saved-plan",
            Self::Happened => "saved-happened",
            Self::Announced => "saved-announced",
            Self::Trial => "saved-trial",
        }
    }

    /// The name in the message.
    pub fn name(&self) -> &str {
        match self {
            Self::Files(name) | Self::Plan(name) => name,
            Self::Happened | Self::Announced | Self::Trial => "",
        }
    }
}

/// A saved change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The change.
    pub what: What,
    /// Its author and time.
    pub by: Signed,
}

/// Logs a saved change. An error is ignored: the change itself is saved.
pub fn note(project: &Project, what: What, by: &Signed) {
    let Ok(_lock) = lock(&project.folder, Task::Serve) else { return };
    let Ok(line) = serde_json::to_string(&Saved { what, by: by.clone() }) else { return };
    let path = project.folder.join(FILE);
    let bytes = read_bytes(&path, FILE_BYTES).unwrap_or_default();
    let Ok((mut file, lines)) = Lines::again(&path, &bytes) else {
        let _ = Lines::begin(&path, &[line]);
        return;
    };
    if lines.len() < 2 * LINES {
        let _ = file.add(&line);
    } else {
        let last: Vec<String> = lines.into_iter().skip(LINES + 1).chain([line]).collect();
        let _ = Lines::begin(&path, &last);
    }
}

/// The last changes, at most `most`, the latest first.
pub fn last(folder: &Path, most: usize) -> Vec<Saved> {
    let bytes = read_bytes(&folder.join(FILE), FILE_BYTES).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.lines().rev().filter_map(|line| serde_json::from_str(line).ok()).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_things_that_were_saved_are_told_and_the_first_are_forgotten() {
        let home = tempfile::tempdir().expect("a folder");
        let (name, folder) = ("a".parse().expect("a name"), home.path().to_owned());
        let project = Project { name, scenario: folder.join("scenario.toml"), folder };
        assert_eq!(last(home.path(), 3), []);
        let by = Signed { who: Some("Émile".into()), ..Signed::default() };
        for number in 0..2 * LINES + 3 {
            note(&project, What::Plan(number.to_string()), &by);
        }
        note(&project, What::Announced, &Signed::default());
        let told: Vec<What> = last(home.path(), 3).into_iter().map(|saved| saved.what).collect();
        let plan = |number: usize| What::Plan((2 * LINES + 2 - number).to_string());
        assert_eq!(told, [What::Announced, plan(0), plan(1)]);
        assert!(last(home.path(), usize::MAX).len() < LINES + 10);
    }
}
