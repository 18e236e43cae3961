//! The batches of a site: estimated, begun, stopped, one after the other in the queue of searches.

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

/// Batches that are told of, over all projects; what is in their folders stays.
const MOST_TOLD: usize = 64;

/// The batches of a site.
#[derive(Debug)]
pub struct Batches {
    queue: Queue,
    room: Room,
    attempts: Mutex<Vec<(u64, Arc<Attempt>)>>,
}

/// Why a batch was not begun.
#[derive(Debug)]
pub enum NotBegun {
    /// Too many wait already.
    Full,
    /// Its folder cannot be written.
    Failed(Failure),
    /// There is no such batch any more.
    Gone,
}

impl From<Full> for NotBegun {
    fn from(_: Full) -> Self {
        Self::Full
    }
}

/// A batch as it is seen now.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its folder.
    pub kept: Kept,
    /// How it stands; none where nothing was done with it since the site was opened.
    pub stage: Option<Stage>,
}

impl Look {
    /// Whether it waits or works.
    pub fn is_busy(&self) -> bool {
        self.stage.as_ref().is_some_and(|stage| !matches!(stage, Stage::Ready(_) | Stage::Over(_)))
    }
}

impl Batches {
    /// Batches that wait in the queue of searches: one at a time in each project, whatever it is.
    pub fn beside(queue: &Queue, room: Room) -> Self {
        Self { queue: queue.clone(), room, attempts: Mutex::default() }
    }

    /// Makes a batch, and finds out how long it may take.
    ///
    /// # Errors
    /// If its folder cannot be written, or too many wait already.
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

    /// Plans a batch, or what is left of it.
    ///
    /// # Errors
    /// If there is none, or too many wait already.
    pub fn begin(&self, project: &Project, number: u32, documents: Lang) -> Result<(), NotBegun> {
        let kept = batch(project, number).ok_or(NotBegun::Gone)?;
        self.enter(project, &kept, documents, Attempt::run)
    }

    /// Queues some work with a batch; nothing where it waits or works already.
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

    /// The batches of a project, the last one first.
    pub fn looks(&self, project: &Project) -> Vec<Look> {
        let kept = batches(project);
        let attempts = self.attempts();
        let stage = |kept: &Kept| {
            let found = attempts.iter().find(|(_, one)| one.is_in(&project.folder) && one.kept == *kept);
            found.map(|(number, one)| one.stage(|| self.queue.before(*number).unwrap_or(0)))
        };
        kept.into_iter().map(|kept| Look { stage: stage(&kept), kept }).collect()
    }

    /// Stops a batch: one at work ends with what it has, one that waits does not begin.
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

    /// Removes a batch of which no variant has a plan; leaves one that waits or works.
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

    /// Ends all that are at work; what they have stays, and they can be gone on with.
    pub fn end(&self) {
        self.attempts().iter().for_each(|(_, attempt)| attempt.stop());
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<(u64, Arc<Attempt>)>> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
