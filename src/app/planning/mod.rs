//! Searches in the background: started, watched and stopped from pages.
//!
//! - this file: the searches of a site, [`Planning`]: by project, with their state;
//! - [`order`]: the request for a search; [`mod@told`]: its stage and its result, in words; `drawing`: its curves;
//! - `queue`: when each job runs; `room`: how many cores and how much memory one of them may use;
//! - `job`: one search from its data to its files, in their `place`; `board`, `curve`: its progress;
//! - [`trace`]: the files that a running search keeps in its project, from which it can continue if it is interrupted.
//!
//! # Design
//! A search writes to the same folder as `ateliers plan SCENARIO --out plan`, with the project's lock. A search that was stopped
//! early does not replace a better plan for the same data.
//!
//! What outlives a call is a value that its caller owns; there is no global state.

pub mod board;
mod curve;
mod drawing;
mod job;
pub mod order;
mod place;
pub mod queue;
pub mod room;
pub mod told;
pub mod trace;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::projects::Project;
use board::Heard;
pub use drawing::drawings;
use job::Search;
pub use job::{End, Stage};
use order::Order;
pub use queue::Full;
use queue::Queue;
use room::Room;

/// Maximum number of ended searches kept for display, over all projects.
const MOST_TOLD: usize = 64;

/// The searches of a site.
#[derive(Debug)]
pub struct Planning {
    queue: Queue,
    room: Room,
    searches: Mutex<Vec<Arc<Search>>>,
}

/// The current state of a search.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its number, which identifies it when it is stopped.
    pub number: u64,
    /// The request.
    pub order: Order,
    /// Its stage.
    pub stage: Stage,
    /// Its progress.
    pub heard: Heard,
}

impl Look {
    /// Its result; `None` while it is queued or running.
    pub fn end(&self) -> Option<&End> {
        if let Stage::Over(end) = &self.stage { Some(end) } else { None }
    }
}

impl Default for Planning {
    fn default() -> Self {
        Self::within(Room::of_machine())
    }
}

impl Planning {
    /// Searches that each use at most this part of the machine.
    pub fn within(room: Room) -> Self {
        let queue = Queue::new(room.at_once());
        Self { queue, room, searches: Mutex::default() }
    }

    /// The queue of its searches, for other jobs of the same projects.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// The part of the machine that each may use.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Starts a search, or queues it behind those of its project and of others.
    ///
    /// # Errors
    /// If the queue is full.
    pub fn start(&self, project: &Project, order: Order) -> Result<u64, Full> {
        let number = self.queue.number();
        let search = Arc::new(Search::new(number, project.clone(), order));
        let (own, room) = (Arc::clone(&search), self.room);
        let mut searches = self.searches();
        self.queue.enter(number, &project.folder, move || own.run(&room))?;
        forget(&mut searches, &project.folder);
        searches.push(search);
        Ok(number)
    }

    /// The searches of a project, in order: the last ended one, the running one, the queued ones.
    pub fn looks(&self, folder: &Path) -> Vec<Look> {
        let searches = self.searches();
        let own = searches.iter().filter(|search| search.is_in(folder));
        own.map(|search| Look {
            number: search.number,
            order: search.order,
            stage: search.stage(|| self.queue.before(search.number).unwrap_or(0)),
            heard: search.board.heard(),
        })
        .collect()
    }

    /// Whether a search of the project is running or queued.
    pub fn is_busy(&self, folder: &Path) -> bool {
        self.searches().iter().any(|search| search.is_in(folder) && !search.is_over())
    }

    /// Stops a search of a project: a running one ends with its best plan, a queued one does not start. False if there is none.
    pub fn stop(&self, folder: &Path, number: u64) -> bool {
        let mut searches = self.searches();
        let is_it = |search: &Arc<Search>| search.number == number && search.is_in(folder);
        let Some(position) = searches.iter().position(is_it) else { return false };
        if self.queue.leave(number) {
            searches.remove(position);
        } else {
            searches[position].stop();
        }
        true
    }

    /// Accepts no more jobs into its queue, and stops all searches: running ones write their best plan.
    pub fn end(&self) {
        self.queue.close();
        self.searches().iter().for_each(|search| search.stop());
    }

    /// Waits until no job of its queue is running, at most `within`. A search not written by then can be continued ([`trace`]).
    pub fn wait(&self, within: Duration) {
        self.queue.wait(within);
    }

    fn searches(&self) -> MutexGuard<'_, Vec<Arc<Search>>> {
        self.searches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets searches that are no longer shown: ended ones of the project, and the oldest of other projects.
fn forget(searches: &mut Vec<Arc<Search>>, folder: &Path) {
    searches.retain(|search| !(search.is_in(folder) && search.is_over()));
    while let Some(oldest) = searches.iter().position(|search| search.is_over()) {
        if searches.len() < MOST_TOLD {
            break;
        }
        searches.remove(oldest);
    }
}
