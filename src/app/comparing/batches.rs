//! The batches of a site: estimated, started, stopped, one at a time in the queue of searches.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::attempt::Attempt;
pub use super::attempt::{End, Heard, Stage};
use super::kept::{Kept, batch, batches};
use super::order::Order;
use crate::app::common::Failure;
use crate::app::planning::queue::{Full, Queue};
use crate::app::planning::room::Room;
use crate::app::projects::Project;
use crate::messages::{Lang, Messages};

/// Maximum number of batches whose stage is kept, over all projects; their folders stay.
const MOST_TOLD: usize = 64;

/// The batches of a site.
#[derive(Debug)]
pub struct Batches {
    queue: Queue,
    room: Room,
    attempts: Mutex<Vec<(u64, Arc<Attempt>)>>,
}

/// Why a batch was not started.
#[derive(Debug)]
pub enum NotBegun {
    /// The queue is full.
    Full,
    /// Its folder cannot be written.
    Failed(Failure),
    /// The batch no longer exists.
    Gone,
}

impl From<Full> for NotBegun {
    fn from(_: Full) -> Self {
        Self::Full
    }
}

/// The current state of a batch.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its folder.
    pub kept: Kept,
    /// Its stage; `None` if it has not run since the site was started.
    pub stage: Option<Stage>,
}

impl Look {
    /// Whether it is queued or running.
    pub fn is_busy(&self) -> bool {
        self.stage.as_ref().is_some_and(|stage| !matches!(stage, Stage::Ready(_) | Stage::Over(_)))
    }
}

impl Batches {
    /// Batches that share the queue of searches: one job at a time in each project, of any kind.
    pub fn beside(queue: &Queue, room: Room) -> Self {
        Self { queue: queue.clone(), room, attempts: Mutex::default() }
    }

    /// Creates a batch, and estimates its duration.
    ///
    /// # Errors
    /// If its folder cannot be written, or the queue is full.
    pub fn make(&self, project: &Project, order: &Order, documents: Lang) -> Result<u32, NotBegun> {
        let name = project.scenario.file_name().unwrap_or_default().to_string_lossy();
        let text = order.text(&format!("../../{name}"), &Messages::new(documents));
        let kept = Kept::new(project, &text).map_err(NotBegun::Failed)?;
        let number = kept.number;
        let entered = self.enter(project, &kept, documents, Attempt::estimate);
        if entered.is_err() {
            let _ = kept.remove();
        }
        entered.map(|()| number)
    }

    /// Plans a batch, or the rest of it.
    ///
    /// # Errors
    /// If it does not exist, or the queue is full.
    pub fn begin(&self, project: &Project, number: u32, documents: Lang) -> Result<(), NotBegun> {
        let kept = batch(project, number).ok_or(NotBegun::Gone)?;
        self.enter(project, &kept, documents, Attempt::run)
    }

    /// Queues a job for a batch, unless it is already queued or running.
    fn enter(
        &self,
        project: &Project,
        kept: &Kept,
        documents: Lang,
        work: fn(&Attempt, &Room),
    ) -> Result<(), NotBegun> {
        let mut attempts = self.attempts();
        let is_it = |attempt: &Attempt| attempt.is_in(&project.folder) && attempt.kept == *kept;
        if attempts.iter().any(|(_, attempt)| is_it(attempt) && !attempt.is_idle()) {
            return Ok(());
        }
        let attempt = Arc::new(Attempt::new(kept.clone(), project, documents));
        let (number, own, room) = (self.queue.number(), Arc::clone(&attempt), self.room);
        self.queue.enter(number, &project.folder, move || work(&own, &room))?;
        attempts.retain(|(_, attempt)| !is_it(attempt));
        while attempts.len() >= MOST_TOLD {
            let Some(oldest) = attempts.iter().position(|(_, attempt)| attempt.is_idle()) else { break };
            attempts.remove(oldest);
        }
        attempts.push((number, attempt));
        Ok(())
    }

    /// The batches of a project, the latest first.
    pub fn looks(&self, project: &Project) -> Vec<Look> {
        let kept = batches(project);
        let attempts = self.attempts();
        let stage = |kept: &Kept| {
            let found = attempts.iter().find(|(_, one)| one.is_in(&project.folder) && one.kept == *kept);
            found.map(|(number, one)| one.stage(|| self.queue.before(*number).unwrap_or(0)))
        };
        kept.into_iter().map(|kept| Look { stage: stage(&kept), kept }).collect()
    }

    /// Stops a batch: a running one ends with its results so far, a queued one does not start.
    pub fn stop(&self, project: &Project, number: u32) {
        let mut attempts = self.attempts();
        let is_it = |(_, one): &(u64, Arc<Attempt>)| one.is_in(&project.folder) && one.kept.number == number;
        let Some(position) = attempts.iter().position(is_it) else { return };
        if self.queue.leave(attempts[position].0) {
            attempts.remove(position);
        } else {
            attempts[position].1.stop();
        }
    }

    /// Removes a batch of which no variant has a plan, unless it is queued or running.
    ///
    /// # Errors
    /// If its folder cannot be removed.
    pub fn discard(&self, project: &Project, number: u32) -> Result<(), Failure> {
        let mut attempts = self.attempts();
        let is_it = |one: &Attempt| one.is_in(&project.folder) && one.kept.number == number;
        let Some(kept) = batch(project, number).filter(|kept| kept.planned().is_empty()) else {
            return Ok(());
        };
        if attempts.iter().any(|(_, one)| is_it(one) && !one.is_idle()) {
            return Ok(());
        }
        kept.remove().map_err(|fault| Failure::folder(&project.folder, fault))?;
        attempts.retain(|(_, one)| !is_it(one));
        Ok(())
    }

    /// Stops all running batches; their results stay, and they can be continued.
    pub fn end(&self) {
        self.attempts().iter().for_each(|(_, attempt)| attempt.stop());
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<(u64, Arc<Attempt>)>> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
