//! Plans that are being changed: open in the server, so that a page that is loaded again loses nothing, and two tabs see one plan; their
//! steps are on the disk as well, and taken up after the program was killed.

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

/// Plans that are open at once. One without unsaved changes is closed for another.
const MOST: usize = 8;

/// Those that are open, the one that was looked at last last.
pub(super) struct Edits {
    all: Mutex<Vec<Arc<Open>>>,
    /// How many were opened so far.
    n_opened: AtomicU64,
    /// Where what is not saved is kept.
    shelf: Arc<Shelf>,
}

/// A plan that is open.
pub(super) struct Open {
    project: ProjectName,
    home: PathBuf,
    /// The folder of its plan, as its project names it.
    name: Mutex<String>,
    edit: Mutex<Edit>,
    /// Its steps on the disk.
    kept: Mutex<Kept>,
    shelf: Arc<Shelf>,
    /// What is told of it where it was taken up after the program had been killed.
    taken_up: Option<TakenUp>,
    /// The search around a part of it, at work or over, until its result is taken or left.
    attempt: Mutex<Option<Arc<Attempt>>>,
    /// How many were opened before it.
    number: u64,
}

/// Changes of a plan that are told from those of one that was opened before.
const MOST_CHANGES: u64 = 1 << 32;

/// Why a plan is not opened.
pub(super) enum NotOpen {
    /// It cannot be read.
    Failed(Failure),
    /// Too many are open, each with changes that are not saved.
    Full,
}

/// A plan for one request; what the request changed is kept when it ends.
pub(super) struct Held<'a> {
    open: &'a Open,
    edit: MutexGuard<'a, Edit>,
    /// The version that it had.
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
    /// The folder of its plan.
    pub(super) fn name(&self) -> String {
        held(&self.name).clone()
    }

    /// It goes on as the plan of another folder.
    pub(super) fn rename(&self, name: &str) {
        name.clone_into(&mut held(&self.name));
    }

    /// The plan, for one request at a time.
    pub(super) fn edit(&self) -> Held<'_> {
        let edit = held(&self.edit);
        Held { open: self, version: edit.version(), edit }
    }

    /// The search around a part of it, at work or over.
    pub(super) fn attempt(&self) -> Option<Arc<Attempt>> {
        held(&self.attempt).clone()
    }

    /// Another search in place of the one there is, which ends; or none.
    pub(super) fn attempts(&self, attempt: Option<Arc<Attempt>>) {
        let before = std::mem::replace(&mut *held(&self.attempt), attempt);
        if let Some(before) = before {
            before.stop();
        }
    }

    /// Whether something would be lost where it is closed: changes that are not saved, or a search.
    pub(super) fn is_in_use(&self) -> bool {
        self.attempt().is_some_and(|attempt| attempt.is_of_use()) || self.edit().has_unsaved()
    }

    /// Which version of which opening of a plan this is: what was opened anew has no version in common with what was given up.
    pub(super) fn version(&self, edit: &Edit) -> u64 {
        self.number * MOST_CHANGES + edit.version()
    }

    /// Whether its steps are on the disk.
    pub(super) fn is_kept(&self) -> bool {
        held(&self.kept).is_kept()
    }

    /// What is told of it where it was taken up after the program had been killed.
    pub(super) fn taken_up(&self) -> Option<&TakenUp> {
        self.taken_up.as_ref()
    }

    fn is(&self, project: &ProjectName, name: Option<&str>) -> bool {
        self.project == *project && name.is_none_or(|name| *held(&self.name) == name)
    }
}

impl Edits {
    /// None yet.
    pub(super) fn new(shelf: &Arc<Shelf>) -> Self {
        Self { all: Mutex::default(), n_opened: AtomicU64::new(0), shelf: Arc::clone(shelf) }
    }

    /// The plan of this name that is open; of any name, that which was looked at last.
    pub(super) fn find(&self, project: &ProjectName, name: Option<&str>) -> Option<Arc<Open>> {
        let mut all = held(&self.all);
        let place = all.iter().rposition(|open| open.is(project, name))?;
        let found = all.remove(place);
        all.push(Arc::clone(&found));
        Some(found)
    }

    /// The plans of a project that were being changed when the program was killed.
    pub(super) fn kept(&self, folder: &Path) -> Vec<String> {
        self.shelf.drafts(folder).map(|(place, names)| of_plans(&place, &names)).unwrap_or_default()
    }

    /// Opens a plan with what was not saved of it, unless somebody did meanwhile.
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
        let opened = Arc::new(Open {
            project: project.name.clone(),
            home: project.folder.clone(),
            name: Mutex::new(plan.name.clone()),
            edit: Mutex::new(edit),
            kept: Mutex::new(kept),
            shelf: Arc::clone(&self.shelf),
            taken_up,
            attempt: Mutex::default(),
            number: self.n_opened.fetch_add(1, Ordering::Relaxed),
        });
        all.push(Arc::clone(&opened));
        Ok(opened)
    }

    /// Opens a plan anew with the data as they are now, and makes what was not saved of it again.
    pub(super) fn again(&self, open: &Arc<Open>) -> Result<Arc<Open>, Failure> {
        let (edit, taken_up) = open.edit().again()?;
        let mut kept = std::mem::take(&mut *held(&open.kept));
        kept.note(&edit, &open.name(), || self.shelf.place(&open.home));
        let again = Arc::new(Open {
            project: open.project.clone(),
            home: open.home.clone(),
            name: Mutex::new(open.name()),
            edit: Mutex::new(edit),
            kept: Mutex::new(kept),
            shelf: Arc::clone(&self.shelf),
            taken_up,
            attempt: Mutex::default(),
            number: self.n_opened.fetch_add(1, Ordering::Relaxed),
        });
        // What was searched on the data before is of no use on these.
        open.attempts(None);
        let mut all = held(&self.all);
        all.retain(|other| !Arc::ptr_eq(other, open));
        all.push(Arc::clone(&again));
        Ok(again)
    }

    /// Closes a plan; what was not saved is given up.
    pub(super) fn close(&self, open: &Arc<Open>) {
        held(&open.kept).forget();
        held(&self.all).retain(|other| !Arc::ptr_eq(other, open));
        open.attempts(None);
    }

    /// Ends the searches that are at work on plans that are open.
    pub(super) fn end(&self) {
        held(&self.all).iter().for_each(|open| open.attempts(None));
    }
}

impl fmt::Debug for Edits {
    /// How many they are: a plan names people.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Edits({})", held(&self.all).len())
    }
}
