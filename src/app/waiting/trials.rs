//! The trials of a site: planned one at a time, compared with today's plan, adopted into the data or dropped.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::attempt::Attempt;
pub use super::attempt::{End, Stage};
use super::trial::Trial;
use super::wrong::Wrong;
use crate::app::common::Failure;
use crate::app::lock::{Task, lock};
use crate::app::planning::queue::{Full, Queue};
use crate::app::planning::room::Room;
use crate::app::projects::Project;
use crate::app::replaced::{Kept, replace};
use crate::messages::{Lang, Messages};

/// Maximum number of trials kept for a project.
const MOST: usize = 12;
/// Maximum number of trials kept over all projects.
const MOST_OVER_ALL: usize = 200;

/// The trials of a site.
#[derive(Debug)]
pub struct Trials {
    queue: Queue,
    room: Room,
    attempts: Mutex<Vec<Arc<Attempt>>>,
}

/// The current state of a trial.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its number.
    pub number: u64,
    /// The change that is tried.
    pub trial: Trial,
    /// Its stage.
    pub stage: Stage,
}

impl Trials {
    /// Trials that share the queue of searches: one job at a time in each project, of any kind.
    pub fn beside(queue: &Queue, room: Room) -> Self {
        Self { queue: queue.clone(), room, attempts: Mutex::default() }
    }

    /// Plans a trial, or queues it.
    ///
    /// # Errors
    /// If the queue is full.
    pub fn start(&self, project: &Project, trial: Trial, documents: Lang) -> Result<u64, Full> {
        let number = self.queue.number();
        let attempt = Arc::new(Attempt::new(number, project.clone(), trial, documents));
        let (own, room) = (Arc::clone(&attempt), self.room);
        let mut attempts = self.attempts();
        self.queue.enter(number, &project.folder, move || own.run(&room))?;
        attempts.push(attempt);
        let is_own = |attempt: &Arc<Attempt>| attempt.is_in(&project.folder);
        while attempts.iter().filter(|attempt| is_own(attempt)).count() > MOST {
            if !drop_first(&mut attempts, is_own) {
                break;
            }
        }
        while attempts.len() > MOST_OVER_ALL && drop_first(&mut attempts, |_| true) {}
        Ok(number)
    }

    /// The trials of a project, in the order of their requests.
    pub fn looks(&self, folder: &Path) -> Vec<Look> {
        let attempts = self.attempts();
        let own = attempts.iter().filter(|attempt| attempt.is_in(folder));
        own.map(|attempt| Look {
            number: attempt.number,
            trial: attempt.trial.clone(),
            stage: attempt.stage(|| self.queue.before(attempt.number).unwrap_or(0)),
        })
        .collect()
    }

    /// Drops a trial of a project; a running one ends.
    pub fn forget(&self, folder: &Path, number: u64) {
        let mut attempts = self.attempts();
        let is_it = |attempt: &Arc<Attempt>| attempt.number == number && attempt.is_in(folder);
        if let Some(position) = attempts.iter().position(is_it) {
            self.queue.leave(number);
            attempts.remove(position).stop();
        }
    }

    /// Writes the change of a trial into the current data, with a copy of the previous version, and drops all trials of the
    /// project: they were made with other data.
    ///
    /// # Errors
    /// If there is no such trial, it is no longer possible, or a file cannot be written; all files are then unchanged.
    pub fn take_over(&self, project: &Project, number: u64, documents: &Messages) -> Result<Kept, Wrong> {
        let trial = self.looks(&project.folder).into_iter().find(|look| look.number == number);
        let trial = trial.ok_or(Wrong::Gone)?.trial;
        let _lock = lock(&project.folder, Task::Serve).map_err(Failure::from)?;
        let kept = replace(trial.files(&project.scenario, documents)?)?;
        for look in self.looks(&project.folder) {
            self.forget(&project.folder, look.number);
        }
        Ok(kept)
    }

    /// Stops all running trials.
    pub fn end(&self) {
        self.attempts().iter().for_each(|attempt| attempt.stop());
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Arc<Attempt>>> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops the oldest ended one; false if there is none.
fn drop_first(attempts: &mut Vec<Arc<Attempt>>, is_meant: impl Fn(&Arc<Attempt>) -> bool) -> bool {
    let oldest = attempts.iter().position(|attempt| is_meant(attempt) && attempt.is_over());
    oldest.map(|position| attempts.remove(position)).is_some()
}
