//! Searches of a page's planners: begun, watched, ended, while their pages come and go.
//!
//! - this file: what a site holds, [`Planning`]: searches by project, and what is seen of each;
//! - [`order`]: what is asked of a search; [`mod@told`]: how it stands and how it ended, in words; `drawing`: its curves;
//! - `queue`: who works when; `room`: how much of the machine one of them may take;
//! - `job`: one search from its data to its files, in their `place`; `board`, `curve`: what is heard of it meanwhile;
//! - [`trace`]: what it leaves in its project while it runs, to go on from if it is cut.
//!
//! # Design
//! A search writes where `ateliers plan SCENARIO --out plan` would, with the project's lock. What a planner has there is not lost to a
//! search that was stopped early: a better plan of the same data stays.
//!
//! What lasts beyond a call is a value that its owner keeps; nothing here is global.

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

/// Searches that are over and still told of, over all projects.
const MOST_TOLD: usize = 64;

/// The searches of a site.
#[derive(Debug)]
pub struct Planning {
    queue: Queue,
    room: Room,
    searches: Mutex<Vec<Arc<Search>>>,
}

/// A search as it is seen now.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its number, by which it is stopped.
    pub number: u64,
    /// What was asked of it.
    pub order: Order,
    /// What it does.
    pub stage: Stage,
    /// What was heard of it.
    pub heard: Heard,
}

impl Look {
    /// How it ended; none while it waits or works.
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
    /// Searches that take no more than this of the machine.
    pub fn within(room: Room) -> Self {
        let queue = Queue::new(room.at_once());
        Self { queue, room, searches: Mutex::default() }
    }

    /// The queue of its searches, for other work on the same projects.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// What each may take of the machine.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Begins a search, or queues it behind those of its project and of others.
    ///
    /// # Errors
    /// If too many wait already.
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

    /// The searches of a project: the last one that is over, the one at work, those that wait.
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

    /// Whether a search of the project is at work or waits.
    pub fn is_busy(&self, folder: &Path) -> bool {
        self.searches().iter().any(|search| search.is_in(folder) && !search.is_over())
    }

    /// Stops a search of a project: one at work ends with its best plan, one that waits does not begin. False where there is none.
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

    /// Takes no more work into its queue, and stops all searches: those at work write their best plan.
    pub fn end(&self) {
        self.queue.close();
        self.searches().iter().for_each(|search| search.stop());
    }

    /// Waits until nothing of its queue is at work, not longer than this. What was not written then can be gone on from ([`trace`]).
    pub fn wait(&self, within: Duration) {
        self.queue.wait(within);
    }

    fn searches(&self) -> MutexGuard<'_, Vec<Arc<Search>>> {
        self.searches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what need not be told any more: searches of the project that are over, and the oldest of others.
fn forget(searches: &mut Vec<Arc<Search>>, folder: &Path) {
    searches.retain(|search| !(search.is_in(folder) && search.is_over()));
    while let Some(oldest) = searches.iter().position(|search| search.is_over()) {
        if searches.len() < MOST_TOLD {
            break;
        }
        searches.remove(oldest);
    }
}
