//! What happened, until it is accepted or dropped: one thing at a time in each project, in memory.
//!
//! # Design
//! What it comes to is found out anew whenever it is looked at, and once more when it is accepted, with the project's lock held: what
//! is kept is what was seen, or nothing is.

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

/// Projects in which something waits to be accepted.
const MOST: usize = 100;

/// What happened in the projects of a site.
#[derive(Debug, Default)]
pub struct Proposals(Mutex<BTreeMap<PathBuf, Happened>>);

/// Why nothing was kept.
#[derive(Debug)]
pub enum NotKept {
    /// It cannot be done.
    Failed(Failure),
    /// There is nothing to be kept (any more).
    Nothing,
    /// It comes to something else now than what was seen.
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
    /// Puts down what happened in a project, in the place of what was put down before.
    pub fn put(&self, project: &Project, happened: Happened) {
        let mut all = self.all();
        if all.len() >= MOST && !all.contains_key(&project.folder) {
            all.pop_first();
        }
        all.insert(project.folder.clone(), happened);
    }

    /// Drops what was put down.
    pub fn drop(&self, folder: &Path) {
        self.all().remove(folder);
    }

    /// What was put down comes to, and a mark by which it is recognised; none where nothing was.
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

    /// How the file of late enrolments stands here, and what it was called, where one was put down.
    pub fn sent(&self, folder: &Path) -> Option<(PathBuf, String)> {
        let all = self.all();
        let (path, name) = all.get(folder)?.file()?;
        Some((path.to_owned(), name.to_owned()))
    }

    /// Writes what was put down, if it still comes to what was seen by this mark.
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
    // The last plan is what is seen everywhere; what is announced is amended where there is no other.
    let last = last_plan(&project.folder, None, None);
    let plan = last.as_ref().map(|last| last.path.as_path());
    let request = Request { scenario: &project.scenario, plan, out: None, amendment: &happened.amendment };
    propose_from(sources, &request)
}

/// What tells a proposal from others: the files that it writes, and the plan before and after.
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
