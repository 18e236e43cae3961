//! Events, until they are accepted or dropped: one per project, in memory.
//!
//! # Design
//! The effects are computed each time they are shown, and again when they are accepted, with the project's lock held: either
//! exactly what was shown is written, or nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::happened::Happened;
use crate::app::amend::keep::keep;
use crate::app::amend::{Failure, Proposal, Request, propose_from};
use crate::app::common::Failure as Common;
use crate::app::lock::{Task, lock};
use crate::app::projects::Project;
use crate::app::projects::state::last_plan;
use crate::app::replaced::Kept;
use crate::input::Sources;
use crate::input::digest::hex;
use crate::messages::Messages;

/// Maximum number of projects with a pending event.
const MOST: usize = 100;

/// The pending events of a site's projects.
#[derive(Debug, Default)]
pub struct Proposals(Mutex<BTreeMap<PathBuf, Happened>>);

/// Why nothing was written.
#[derive(Debug)]
pub enum NotKept {
    /// It cannot be done.
    Failed(Failure),
    /// There is no event (any longer).
    Nothing,
    /// The effects have changed since they were shown.
    Changed,
    /// It would break a rule that is kept now.
    Broken,
}

impl From<Failure> for NotKept {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Common> for NotKept {
    fn from(failure: Common) -> Self {
        Self::Failed(failure.into())
    }
}

impl Proposals {
    /// Records an event in a project; it replaces a pending one.
    pub fn put(&self, project: &Project, happened: Happened) {
        let mut all = self.all();
        if all.len() >= MOST && !all.contains_key(&project.folder) {
            all.pop_first();
        }
        all.insert(project.folder.clone(), happened);
    }

    /// Drops the event.
    pub fn drop(&self, folder: &Path) {
        self.all().remove(folder);
    }

    /// The effects of the event, and a token that identifies them; `None` if there is no event.
    ///
    /// # Errors
    /// If it cannot be done.
    pub fn look(&self, project: &Project) -> Option<Result<(Proposal, String), Failure>> {
        let happened = self.all().get(&project.folder).cloned()?;
        Some(proposed(project, &happened).map(|proposal| {
            let mark = mark(&proposal);
            (proposal, mark)
        }))
    }

    /// The path in memory and the original name of the file of late enrolments, if there is one.
    pub fn sent(&self, folder: &Path) -> Option<(PathBuf, String)> {
        let all = self.all();
        let (path, name) = all.get(folder)?.file()?;
        Some((path.to_owned(), name.to_owned()))
    }

    /// Writes the effects, if they are still those with the token `seen`.
    ///
    /// # Errors
    /// Why nothing was written.
    pub fn accept(&self, project: &Project, seen: &str, documents: &Messages) -> Result<Kept, NotKept> {
        let _lock = lock(&project.folder, Task::Serve).map_err(Common::from)?;
        let (proposal, mark) = self.look(project).ok_or(NotKept::Nothing)??;
        if mark != seen {
            return Err(NotKept::Changed);
        }
        if !proposal.may_be_kept() {
            return Err(NotKept::Broken);
        }
        let kept = keep(&proposal, documents)?;
        self.drop(&project.folder);
        Ok(kept)
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Happened>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn proposed(project: &Project, happened: &Happened) -> Result<Proposal, Failure> {
    let mut sources = Sources::disk();
    if let (Some((path, _)), Some((bytes, _))) = (happened.file(), &happened.sent) {
        sources = sources.with(path, bytes.as_slice());
    }
    // The last plan is the one shown everywhere; if there is none, the announced plan is amended.
    let last = last_plan(&project.folder, None, None);
    let plan = last.as_ref().map(|last| last.path.as_path());
    let request = Request { scenario: &project.scenario, plan, out: None, amendment: &happened.amendment };
    propose_from(sources, &request)
}

/// Identifies a proposal: a digest of the files that it writes, and of the plan before and after.
fn mark(proposal: &Proposal) -> String {
    let mut digest = Sha256::new();
    for file in &proposal.files {
        digest.update(file.path.to_string_lossy().as_bytes());
        digest.update(&file.bytes);
    }
    if let Some((before, after)) = &proposal.plans {
        digest.update(format!("{:?}{:?}", before.plan, after.plan));
    }
    hex(&digest.finalize())
}
