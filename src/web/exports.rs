//! Documents that are being made: one project after the other, each in a thread of its own, whether a browser looks on or not.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use super::held::held;
use crate::app::documents::Extent;
use crate::app::documents::produce::{Order, produce};
use crate::app::documents::words::words;
use crate::app::projects::Project;
use crate::messages::{Lang, Messages};

/// Stack of its thread, bytes: documents are laid out by recursion.
const STACK: usize = 8 << 20;

/// What is made, and was made last, by the scenario of its project.
#[derive(Debug, Default)]
pub(super) struct Exports {
    jobs: Mutex<BTreeMap<PathBuf, Arc<Job>>>,
    /// One at a time: a document takes all cores and much memory.
    turn: Mutex<()>,
}

/// Documents that are being made, or were.
#[derive(Debug, Default)]
pub(super) struct Job {
    made: AtomicUsize,
    of: AtomicUsize,
    is_stopped: AtomicBool,
    end: Mutex<Option<Result<usize, String>>>,
}

/// What to make.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// The plan.
    pub(super) plan: PathBuf,
    /// Whose documents.
    pub(super) extent: Extent,
    /// The file of names.
    pub(super) contacts: Option<String>,
    /// The language of the documents.
    pub(super) documents: Lang,
    /// The language in which faults are told.
    pub(super) lang: Lang,
}

impl Job {
    /// How many of how many are made; none of none while it waits for its turn.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.made.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// How it ended, where it has: how many documents there are, or why there are none.
    pub(super) fn end(&self) -> Option<Result<usize, String>> {
        held(&self.end).clone()
    }

    /// Asks it to stop; nothing is written then.
    pub(super) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    fn ends(&self, how: Result<usize, String>) {
        *held(&self.end) = Some(how);
    }
}

impl Exports {
    /// What is made of a project, or was made last.
    pub(super) fn of(&self, project: &Project) -> Option<Arc<Job>> {
        let jobs = held(&self.jobs);
        jobs.get(&project.scenario).cloned()
    }

    /// Begins to make documents; leaves what is being made already.
    pub(super) fn begin(self: &Arc<Self>, project: &Project, choice: Choice) {
        let job = Arc::new(Job::default());
        {
            let mut jobs = held(&self.jobs);
            if jobs.get(&project.scenario).is_some_and(|job| job.end().is_none()) {
                return;
            }
            // What ended elsewhere has been told, or never will be.
            jobs.retain(|_, job| job.end().is_none());
            jobs.insert(project.scenario.clone(), Arc::clone(&job));
        }
        let ours = Messages::new(choice.lang).text("web-fault-ours", &[]);
        let (exports, project, own, words) =
            (Arc::clone(self), project.clone(), Arc::clone(&job), ours.clone());
        let task = move || {
            let made = catch_unwind(AssertUnwindSafe(|| exports.run(&project, &choice, &own)));
            own.ends(made.unwrap_or(Err(words)));
        };
        if thread::Builder::new().stack_size(STACK).spawn(task).is_err() {
            job.ends(Err(ours));
        }
    }

    fn run(&self, project: &Project, choice: &Choice, job: &Job) -> Result<usize, String> {
        let _turn = held(&self.turn);
        let (documents, messages) = (Messages::new(choice.documents), Messages::new(choice.lang));
        let go_on = |made: usize, of: usize| {
            job.made.fetch_max(made, Ordering::Relaxed);
            job.of.store(of, Ordering::Relaxed);
            !job.is_stopped.load(Ordering::Relaxed)
        };
        let contacts = choice.contacts.as_deref();
        let (plan, extent) = (choice.plan.as_path(), choice.extent);
        let order = Order { project, plan, extent, contacts, documents: &documents };
        let made = produce(&order, &messages, &go_on);
        made.map(|(count, _)| count).map_err(|failure| words(&failure, &messages))
    }
}
