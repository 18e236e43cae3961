//! Plans that are being changed: open in the server, so that a page that is loaded again loses nothing, and two tabs see one plan.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use super::held::held;
use crate::app::common::Failure;
use crate::app::edit::{Edit, open_in};
use crate::app::projects::plans::PlanFile;
use crate::app::projects::{Project, ProjectName};

/// Plans that are open at once. One without unsaved changes is closed for another.
const MOST: usize = 8;

/// Those that are open, the one that was looked at last last.
#[derive(Default)]
pub(super) struct Edits {
    all: Mutex<Vec<Arc<Open>>>,
    /// How many were opened so far.
    n_opened: AtomicU64,
}

/// A plan that is open.
pub(super) struct Open {
    project: ProjectName,
    /// The folder of its plan, as its project names it.
    name: Mutex<String>,
    edit: Mutex<Edit>,
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
    pub(super) fn edit(&self) -> MutexGuard<'_, Edit> {
        held(&self.edit)
    }

    /// Which version of which opening of a plan this is: what was opened anew has no version in common with what was given up.
    pub(super) fn version(&self, edit: &Edit) -> u64 {
        self.number * MOST_CHANGES + edit.version()
    }

    fn is(&self, project: &ProjectName, name: Option<&str>) -> bool {
        self.project == *project && name.is_none_or(|name| *held(&self.name) == name)
    }
}

impl Edits {
    /// The plan of this name that is open; of any name, that which was looked at last.
    pub(super) fn find(&self, project: &ProjectName, name: Option<&str>) -> Option<Arc<Open>> {
        let mut all = held(&self.all);
        let place = all.iter().rposition(|open| open.is(project, name))?;
        let found = all.remove(place);
        all.push(Arc::clone(&found));
        Some(found)
    }

    /// Opens a plan, unless somebody did meanwhile.
    pub(super) fn open(&self, project: &Project, plan: &PlanFile) -> Result<Arc<Open>, NotOpen> {
        let edit = open_in(project, plan).map_err(NotOpen::Failed)?;
        let mut all = held(&self.all);
        if let Some(there) = all.iter().find(|open| open.is(&project.name, Some(&plan.name))) {
            return Ok(Arc::clone(there));
        }
        if all.len() >= MOST {
            let is_spare = |open: &Arc<Open>| !open.edit().has_unsaved();
            let spare = all.iter().position(is_spare).ok_or(NotOpen::Full)?;
            all.remove(spare);
        }
        let (name, edit) = (Mutex::new(plan.name.clone()), Mutex::new(edit));
        let number = self.n_opened.fetch_add(1, Ordering::Relaxed);
        let opened = Arc::new(Open { project: project.name.clone(), name, edit, number });
        all.push(Arc::clone(&opened));
        Ok(opened)
    }

    /// Closes a plan; what was not saved is given up.
    pub(super) fn close(&self, open: &Arc<Open>) {
        held(&self.all).retain(|other| !Arc::ptr_eq(other, open));
    }
}

impl fmt::Debug for Edits {
    /// How many they are: a plan names people.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Edits({})", held(&self.all).len())
    }
}
