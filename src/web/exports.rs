//! Documents that are being made: one project after the other, each in a thread of its own, whether a browser looks on or not.

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

/// What is made, and was made last, by the scenario of its project.
#[derive(Debug)]
pub(super) struct Exports {
    jobs: Mutex<BTreeMap<PathBuf, Arc<Job>>>,
    queue: Queue,
    /// The program, which makes those with templates of the planner's own apart.
    program: PathBuf,
}

/// Documents that are being made, or were.
#[derive(Debug, Default)]
pub(super) struct Job {
    standing: Standing<Stage>,
}

/// How far documents are.
#[derive(Debug, Clone)]
enum Stage {
    /// How many of how many are made.
    Makes(usize, usize),
    /// How many there are, or why there are none.
    Over(Result<usize, String>),
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
    /// The folder of templates.
    pub(super) templates: Option<String>,
    /// The folder of calendars that were sent before.
    pub(super) previous: Option<String>,
    /// The language of the documents.
    pub(super) documents: Lang,
    /// The language in which faults are told.
    pub(super) lang: Lang,
}

impl Job {
    /// How many of how many are made; none of none while it waits for its turn.
    pub(super) fn progress(&self) -> (usize, usize) {
        match self.standing.stage() {
            Some(Stage::Makes(made, of)) => (made, of),
            _ => (0, 0),
        }
    }

    /// How it ended, where it has: how many documents there are, or why there are none.
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

    /// Asks it to stop; nothing is written then.
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
        // Files are named as seen from the project.
        let home = format!("{}{MAIN_SEPARATOR}", project.folder.display());
        made.map(|(count, _)| count).map_err(|failure| words(&failure, &messages).replace(&home, ""))
    }
}

impl Exports {
    /// None yet. They are made one after the other: a document takes all cores and much memory.
    pub(super) fn new(program: &Path) -> Self {
        Self { jobs: Mutex::default(), queue: Queue::new(1), program: program.to_owned() }
    }

    /// What is made of a project, or was made last.
    pub(super) fn of(&self, project: &Project) -> Option<Arc<Job>> {
        let jobs = held(&self.jobs);
        jobs.get(&project.scenario).cloned()
    }

    /// Begins to make documents, or queues them; leaves what is being made already.
    ///
    /// # Errors
    /// If too many wait already.
    pub(super) fn begin(&self, project: &Project, choice: Choice) -> Result<(), Full> {
        let mut jobs = held(&self.jobs);
        if jobs.get(&project.scenario).is_some_and(|job| job.end().is_none()) {
            return Ok(());
        }
        let job = Arc::new(Job::default());
        let (own, of, program) = (Arc::clone(&job), project.clone(), self.program.clone());
        let work = move || own.run(&of, &choice, &program);
        self.queue.enter(self.queue.number(), &project.folder, work)?;
        // What ended elsewhere has been told, or never will be.
        jobs.retain(|_, job| job.end().is_none());
        jobs.insert(project.scenario.clone(), job);
        Ok(())
    }

    /// Takes no more, and stops all: of what is not complete nothing is written.
    pub(super) fn stop(&self) {
        self.queue.close();
        held(&self.jobs).values().for_each(|job| job.stop());
    }

    /// Waits until nothing is made any more, not longer than this.
    pub(super) fn wait(&self, within: Duration) {
        self.queue.wait(within);
    }
}
