//! Plans being edited: open in the server, so that reloading a page loses nothing and two tabs see the same plan. Their
//! steps are also on disk, and restored if the program was killed.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use super::held::held;
use crate::app::common::Failure;
use crate::app::drafts::Shelf;
use crate::app::drafts::taken_up::TakenUp;
use crate::app::edit::around::attempt::Attempt;
use crate::app::edit::kept::{Kept, of_plans};
use crate::app::edit::{Edit, open_in};
use crate::app::projects::plans::PlanFile;
use crate::app::projects::{Project, ProjectName};

/// Most plans open at once. To open another, one without unsaved changes is closed.
const MOST: usize = 8;

/// The open plans, the most recently used last.
pub(super) struct Edits {
    all: Mutex<Vec<Arc<Open>>>,
    /// Number of plans opened so far.
    n_opened: AtomicU64,
    /// Storage of unsaved changes.
    shelf: Arc<Shelf>,
}

/// An open plan.
pub(super) struct Open {
    project: ProjectName,
    home: PathBuf,
    /// The name of its folder in the project.
    name: Mutex<String>,
    edit: Mutex<Edit>,
    /// Its steps on disk.
    kept: Mutex<Kept>,
    shelf: Arc<Shelf>,
    /// Notice about steps restored after the program was killed.
    taken_up: Option<TakenUp>,
    /// The search around a part of it, running or finished, until its result is adopted or discarded.
    attempt: Mutex<Option<Arc<Attempt>>>,
    /// Number of plans opened before it.
    number: u64,
}

/// Version numbers reserved for each opening of a plan, so that they differ between openings.
const MOST_CHANGES: u64 = 1 << 32;

/// Why a plan was not opened.
pub(super) enum NotOpen {
    /// It cannot be read.
    Failed(Failure),
    /// Too many are open, all with unsaved changes.
    Full,
}

/// A plan locked for one request; a change is stored when the request ends.
pub(super) struct Held<'a> {
    open: &'a Open,
    edit: MutexGuard<'a, Edit>,
    /// The version at the start of the request.
    version: u64,
}

impl Deref for Held<'_> {
    type Target = Edit;

    fn deref(&self) -> &Edit {
        &self.edit
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut Edit {
        &mut self.edit
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if self.edit.version() != self.version {
            let place = || self.open.shelf.place(&self.open.home);
            held(&self.open.kept).note(&self.edit, &self.open.name(), place);
        }
    }
}

impl Open {
    /// The name of its folder.
    pub(super) fn name(&self) -> String {
        held(&self.name).clone()
    }

    /// Sets the name of its folder.
    pub(super) fn rename(&self, name: &str) {
        name.clone_into(&mut held(&self.name));
    }

    /// The plan, for one request at a time.
    pub(super) fn edit(&self) -> Held<'_> {
        let edit = held(&self.edit);
        Held { open: self, version: edit.version(), edit }
    }

    /// The search around a part of it, running or finished.
    pub(super) fn attempt(&self) -> Option<Arc<Attempt>> {
        held(&self.attempt).clone()
    }

    /// Replaces the search by another or none; the previous one is stopped.
    pub(super) fn attempts(&self, attempt: Option<Arc<Attempt>>) {
        let before = std::mem::replace(&mut *held(&self.attempt), attempt);
        if let Some(before) = before {
            before.stop();
        }
    }

    /// Whether closing it would lose something: unsaved changes, or a search.
    pub(super) fn is_in_use(&self) -> bool {
        self.attempt().is_some_and(|attempt| attempt.is_of_use()) || self.edit().has_unsaved()
    }

    /// The version of the plan, unique across openings: a reopened plan shares no version with a discarded one.
    pub(super) fn version(&self, edit: &Edit) -> u64 {
        self.number * MOST_CHANGES + edit.version()
    }

    /// Whether its steps are on disk.
    pub(super) fn is_kept(&self) -> bool {
        held(&self.kept).is_kept()
    }

    /// Notice about steps restored after the program was killed.
    pub(super) fn taken_up(&self) -> Option<&TakenUp> {
        self.taken_up.as_ref()
    }

    fn is(&self, project: &ProjectName, name: Option<&str>) -> bool {
        self.project == *project && name.is_none_or(|name| *held(&self.name) == name)
    }
}

impl Edits {
    /// No open plans.
    pub(super) fn new(shelf: &Arc<Shelf>) -> Self {
        Self { all: Mutex::default(), n_opened: AtomicU64::new(0), shelf: Arc::clone(shelf) }
    }

    /// The open plan of this name; without a name, the most recently used one of the project.
    pub(super) fn find(&self, project: &ProjectName, name: Option<&str>) -> Option<Arc<Open>> {
        let mut all = held(&self.all);
        let place = all.iter().rposition(|open| open.is(project, name))?;
        let found = all.remove(place);
        all.push(Arc::clone(&found));
        Some(found)
    }

    /// The plans of a project that were being edited when the program was killed.
    pub(super) fn kept(&self, folder: &Path) -> Vec<String> {
        self.shelf.drafts(folder).map(|(place, names)| of_plans(&place, &names)).unwrap_or_default()
    }

    /// Opens a plan and restores its unsaved changes, unless it has been opened in the meantime.
    pub(super) fn open(&self, project: &Project, plan: &PlanFile) -> Result<Arc<Open>, NotOpen> {
        let mut edit = open_in(project, plan).map_err(NotOpen::Failed)?;
        let mut all = held(&self.all);
        if let Some(there) = all.iter().find(|open| open.is(&project.name, Some(&plan.name))) {
            return Ok(Arc::clone(there));
        }
        if all.len() >= MOST {
            let spare = all.iter().position(|open| !open.is_in_use()).ok_or(NotOpen::Full)?;
            all.remove(spare);
        }
        let place = self.shelf.drafts(&project.folder).map(|(place, _)| place);
        let taken_up = place.and_then(|place| Kept::taken_up(&mut edit, &plan.name, &place));
        let (kept, taken_up) = taken_up.map(|(kept, told)| (kept, Some(told))).unwrap_or_default();
        let home = (project.name.clone(), project.folder.clone());
        let opened = self.opened(home, plan.name.clone(), edit, (kept, taken_up));
        all.push(Arc::clone(&opened));
        Ok(opened)
    }

    /// Reopens a plan with the current data and repeats its unsaved steps.
    pub(super) fn again(&self, open: &Arc<Open>) -> Result<Arc<Open>, Failure> {
        let (edit, taken_up) = open.edit().again()?;
        let mut kept = std::mem::take(&mut *held(&open.kept));
        kept.note(&edit, &open.name(), || self.shelf.place(&open.home));
        let home = (open.project.clone(), open.home.clone());
        let again = self.opened(home, open.name(), edit, (kept, taken_up));
        // A search on the previous data is of no use.
        open.attempts(None);
        let mut all = held(&self.all);
        all.retain(|other| !Arc::ptr_eq(other, open));
        all.push(Arc::clone(&again));
        Ok(again)
    }

    /// An open plan with a number of its own, and without a search.
    fn opened(
        &self,
        (project, home): (ProjectName, PathBuf),
        name: String,
        edit: Edit,
        (kept, taken_up): (Kept, Option<TakenUp>),
    ) -> Arc<Open> {
        Arc::new(Open {
            project,
            home,
            name: Mutex::new(name),
            edit: Mutex::new(edit),
            kept: Mutex::new(kept),
            shelf: Arc::clone(&self.shelf),
            taken_up,
            attempt: Mutex::default(),
            number: self.n_opened.fetch_add(1, Ordering::Relaxed),
        })
    }

    /// Closes a plan and discards its unsaved changes.
    pub(super) fn close(&self, open: &Arc<Open>) {
        held(&open.kept).forget();
        held(&self.all).retain(|other| !Arc::ptr_eq(other, open));
        open.attempts(None);
    }

    /// Stops the searches on all open plans.
    pub(super) fn end(&self) {
        held(&self.all).iter().for_each(|open| open.attempts(None));
    }
}

impl fmt::Debug for Edits {
    /// Only their number: a plan names people.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Edits({})", held(&self.all).len())
    }
}
