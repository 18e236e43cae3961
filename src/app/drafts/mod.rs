//! Unsaved changes, kept on disk: none of them is lost if the program is killed.
//!
//! ```text
//!  PROJECT/.ateliers-drafts/lock              held by the program that edits, as long as there is a draft
//!                           residents-0.lines what was done to a table, step by step (grid::log)
//!                           plan-1f0c….json   the steps of a plan that is changed by hand (edit::kept)
//!                           settings.json     settings that are filled in (settings::kept)
//! ```
//!
//! - this file: the folder of a project, for one program at a time ([`Shelf`]); [`signed`]: author and time of a change;
//! - [`taken_up`]: notices about a draft that was restored after the program had been killed.
//!
//! A draft records the version of the files on which it is based, and the changes, not the files themselves. It is removed when
//! saved or discarded. A draft that is found is restored: exactly, if the files are unchanged; otherwise its changes are applied
//! to the current files as far as possible, and the others are reported.
//!
//! # Design
//! If a second program serves the same folder, it does not restore the first one's drafts, and keeps its own in memory only: two
//! of one name would overwrite each other. Drafts contain the names of the planners who edit, on a site with logins. Only the
//! owner of the files may read them.

pub mod signed;
pub mod taken_up;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::lock::{Task, signed as of_process};
use crate::input::file::names_in;
use crate::input::{FILE_BYTES, read_bytes};
use crate::output::write::lock::{self, Held};
use crate::output::write::{sweep, write_private};

/// The folder in a project.
const FOLDER: &str = ".ateliers-drafts";
const LOCK: &str = "lock";

/// The draft folders of a site's projects.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<BTreeMap<PathBuf, Weak<Place>>>);

/// The draft folder of a project, locked as long as somebody holds this value.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    held: Option<Held>,
}

impl Shelf {
    /// The draft folder of a project; `None` if another program has locked it, or it is not writable.
    pub fn place(&self, project: &Path) -> Option<Arc<Place>> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = places.get(project).and_then(Weak::upgrade) {
            return Some(place);
        }
        let folder = project.join(FOLDER);
        fs::create_dir_all(&folder).ok()?;
        let held = lock::take(&folder.join(LOCK), &of_process(Task::Serve)).ok()?.ok()?;
        sweep(&folder);
        let place = Arc::new(Place { folder, held: Some(held) });
        places.retain(|_, place| place.strong_count() > 0);
        places.insert(project.to_owned(), Arc::downgrade(&place));
        Some(place)
    }

    /// The same if there already are drafts, with their names.
    pub fn drafts(&self, project: &Path) -> Option<(Arc<Place>, Vec<String>)> {
        let is_draft = |name: &String| name != LOCK && !name.starts_with('.');
        let names: Vec<String> = names_in(&project.join(FOLDER)).into_iter().filter(is_draft).collect();
        if names.is_empty() { None } else { Some((self.place(project)?, names)) }
    }
}

impl Place {
    /// The path of a draft.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The content of a draft, if it exists.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        read_bytes(&self.path(name), FILE_BYTES).ok()
    }

    /// Writes a draft, atomically; returns whether it succeeded.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> bool {
        write_private(&self.path(name), bytes).is_ok()
    }

    /// Removes a draft.
    pub(super) fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.path(name));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(self.held.take());
        // Fails if there is another draft, or another program has just started one.
        let _ = fs::remove_dir(&self.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_at_a_time_has_the_drafts_of_a_project() {
        let home = tempfile::tempdir().expect("a folder");
        let (one, other) = (Shelf::default(), Shelf::default());
        assert!(one.drafts(home.path()).is_none());
        let place = one.place(home.path()).expect("free");
        assert!(other.place(home.path()).is_none() && one.place(home.path()).is_some());
        assert!(place.write("a.json", b"{}"));
        drop(place);
        let (place, names) = other.drafts(home.path()).expect("it is free again, and there is one");
        assert_eq!((names, place.read("a.json")), (vec!["a.json".to_owned()], Some(b"{}".to_vec())));
        place.remove("a.json");
        drop(place);
        assert!(!home.path().join(FOLDER).exists(), "nothing is left of them");
    }

    #[test]
    fn where_nothing_can_be_written_there_is_no_place() {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join(FOLDER), "a file").expect("written");
        assert!(Shelf::default().place(home.path()).is_none());
    }
}
