//! Files that a running search keeps in its project: a lock, its request, and its best plan so far.
//!
//! ```text
//!  PROJECT/.ateliers-search/lock      held as long as the search runs
//!                           order     how much was asked of it
//!                           plan.json … the best plan so far, with its tables, once there is one that was judged
//! ```
//!
//! The folder is removed when the search has written its plan. If the program is killed, it stays, with a lock that nobody holds:
//! the search was interrupted, and can be continued from its best plan.

use std::fs;
use std::path::{Path, PathBuf};

use super::order::{Amount, Order, Start};
use crate::app::common::Failure;
use crate::app::lock::{Task, signed};
use crate::app::plan::{Planned, deliver, open};
use crate::app::projects::state::{LastPlan, plan_at};
use crate::input::{FILE_BYTES, read_bytes};
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::write::lock::{self, Held};
use crate::output::write::{complete, write_file};
use crate::output::{CHANGES, NAMES, PLAN};

/// The folder in a project.
const FOLDER: &str = ".ateliers-search";
const LOCK: &str = "lock";
const ORDER: &str = "order";

/// The files of a running search.
#[derive(Debug)]
pub(super) struct Trace {
    folder: PathBuf,
    held: Held,
}

/// An interrupted search.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// The requested amount, if it can be read.
    pub amount: Option<Amount>,
    /// Its best plan, if one was saved.
    pub plan: Option<LastPlan>,
}

impl Trace {
    /// Marks a search as running; `None` if another program is searching in the project. The plan of an interrupted search that
    /// is continued stays until there is a better one; otherwise it is removed.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub(super) fn begin(project: &Path, order: &Order) -> Result<Option<Self>, Failure> {
        let folder = project.join(FOLDER);
        let unwritable = |fault| Failure::folder(&folder, fault);
        fs::create_dir_all(&folder).map_err(unwritable)?;
        let taken = lock::take(&folder.join(LOCK), &signed(Task::Serve));
        let Ok(held) = taken.map_err(unwritable)? else { return Ok(None) };
        if order.start != Start::Cut {
            remove_plan(&folder);
        }
        write_file(&folder.join(ORDER), order.amount.to_string().as_bytes()).map_err(unwritable)?;
        Ok(Some(Self { folder, held }))
    }

    /// Saves a plan, in place of the previous one.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub(super) fn keep(
        &self,
        planned: &Planned,
        instance: &Instance,
        documents: &Messages,
    ) -> Result<(), Failure> {
        deliver(planned, instance, (open(&self.folder)?, &self.folder), documents)
    }

    /// The search has ended properly: there is nothing to continue.
    pub(super) fn end(self) {
        let Self { folder, held } = self;
        remove_plan(&folder);
        let _ = fs::remove_file(folder.join(ORDER));
        drop(held);
        // Fails if another search has just started.
        let _ = fs::remove_dir(folder);
    }
}

/// The path of an interrupted search's best plan.
pub(super) fn plan_of(project: &Path) -> PathBuf {
    project.join(FOLDER).join(PLAN)
}

/// The interrupted search of a project, if there is one.
pub fn cut(project: &Path) -> Option<Cut> {
    let folder = project.join(FOLDER);
    let order = read_bytes(&folder.join(ORDER), FILE_BYTES).ok()?;
    if lock::holder(&folder.join(LOCK)).is_some() {
        return None;
    }
    // Output completed before the program was killed is moved into place; what cannot be moved now is found the next time.
    let _ = complete(&folder);
    Some(Cut { amount: String::from_utf8_lossy(&order).parse().ok(), plan: plan_at(&folder.join(PLAN)) })
}

/// Removes the interrupted search of a project, with its plan.
pub fn forget(project: &Path) {
    let folder = project.join(FOLDER);
    if let Ok(Ok(held)) = lock::take(&folder.join(LOCK), &signed(Task::Serve)) {
        Trace { folder, held }.end();
    }
}

fn remove_plan(folder: &Path) {
    for name in NAMES.into_iter().chain([CHANGES]) {
        let _ = fs::remove_file(folder.join(name));
    }
}
