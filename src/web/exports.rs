//! Documents made in the background: one project at a time, each in its own thread, whether or not a browser is watching.

use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::held::held;
use crate::app::background::Standing;
use crate::app::documents::Extent;
use crate::app::documents::produce::{Order, produce};
use crate::app::documents::words::words;
use crate::app::planning::queue::{Full, Queue};
use crate::app::projects::Project;
use crate::messages::{Lang, Messages};

/// The current or last job of each project, by scenario.
#[derive(Debug)]
pub(super) struct Exports {
    jobs: Mutex<BTreeMap<PathBuf, Arc<Job>>>,
    queue: Queue,
    /// The program's path: documents with the planner's own templates are made in a separate process.
    program: PathBuf,
}

/// A job that makes documents, running or ended.
#[derive(Debug, Default)]
pub(super) struct Job {
    standing: Standing<Stage>,
}

/// The stage of a job.
#[derive(Debug, Clone)]
enum Stage {
    /// Number of documents made, and their total.
    Makes(usize, usize),
    /// The number of documents, or why there are none.
    Over(Result<usize, String>),
}

/// What to make.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// The plan.
    pub(super) plan: PathBuf,
    /// The recipients.
    pub(super) extent: Extent,
    /// The file of names.
    pub(super) contacts: Option<String>,
    /// The folder of templates.
    pub(super) templates: Option<String>,
    /// The folder of calendars that were sent earlier.
    pub(super) previous: Option<String>,
    /// The language of the documents.
    pub(super) documents: Lang,
    /// The language of error messages.
    pub(super) lang: Lang,
}

impl Job {
    /// Number of documents made, and their total; both 0 while the job is queued.
    pub(super) fn progress(&self) -> (usize, usize) {
        match self.standing.stage() {
            Some(Stage::Makes(made, of)) => (made, of),
            _ => (0, 0),
        }
    }

    /// The result, if the job has ended: the number of documents, or why there are none.
    pub(super) fn end(&self) -> Option<Result<usize, String>> {
        match self.standing.stage()? {
            Stage::Over(how) => Some(how),
            Stage::Makes(..) => None,
        }
    }

    /// Whether it was asked to stop.
    pub(super) fn is_stopping(&self) -> bool {
        self.standing.is_stopped()
    }

    /// Asks it to stop; nothing is then written.
    pub(super) fn stop(&self) {
        self.standing.stop();
    }

    fn run(&self, project: &Project, choice: &Choice, program: &Path) {
        let ours = || Stage::Over(Err(Messages::new(choice.lang).text("web-fault-ours", &[])));
        self.standing.work(Stage::Makes(0, 0), || Stage::Over(self.made(project, choice, program)), ours);
    }

    fn made(&self, project: &Project, choice: &Choice, program: &Path) -> Result<usize, String> {
        let (documents, messages) = (Messages::new(choice.documents), Messages::for_pages(choice.lang));
        let go_on = |made: usize, of: usize| {
            self.standing.change(|stage| {
                if let Stage::Makes(before, all) = stage {
                    (*before, *all) = (made.max(*before), of);
                }
            });
            !self.standing.is_stopped()
        };
        let order = Order {
            project,
            plan: &choice.plan,
            extent: choice.extent,
            contacts: choice.contacts.as_deref(),
            templates: choice.templates.as_deref(),
            previous: choice.previous.as_deref(),
            program,
            documents: &documents,
        };
        let made = produce(&order, &messages, &go_on);
        // File names are relative to the project.
        let home = format!("{}{MAIN_SEPARATOR}", project.folder.display());
        made.map(|(count, _)| count).map_err(|failure| words(&failure, &messages).replace(&home, ""))
    }
}

impl Exports {
    /// No jobs. They run one at a time: a document uses all cores and much memory.
    pub(super) fn new(program: &Path) -> Self {
        Self { jobs: Mutex::default(), queue: Queue::new(1), program: program.to_owned() }
    }

    /// The current or last job of a project.
    pub(super) fn of(&self, project: &Project) -> Option<Arc<Job>> {
        let jobs = held(&self.jobs);
        jobs.get(&project.scenario).cloned()
    }

    /// Starts or queues a job; a job that is already running continues.
    ///
    /// # Errors
    /// If the queue is full.
    pub(super) fn begin(&self, project: &Project, choice: Choice) -> Result<(), Full> {
        let mut jobs = held(&self.jobs);
        if jobs.get(&project.scenario).is_some_and(|job| job.end().is_none()) {
            return Ok(());
        }
        let job = Arc::new(Job::default());
        let (own, of, program) = (Arc::clone(&job), project.clone(), self.program.clone());
        let work = move || own.run(&of, &choice, &program);
        self.queue.enter(self.queue.number(), &project.folder, work)?;
        // Ended jobs of other projects have been shown, or never will be.
        jobs.retain(|_, job| job.end().is_none());
        jobs.insert(project.scenario.clone(), job);
        Ok(())
    }

    /// Accepts no more jobs, and stops all: an incomplete set of documents is not written.
    pub(super) fn stop(&self) {
        self.queue.close();
        held(&self.jobs).values().for_each(|job| job.stop());
    }

    /// Waits until no job is running, at most `within`.
    pub(super) fn wait(&self, within: Duration) {
        self.queue.wait(within);
    }
}
