//! What mairies, trainers, planners and other systems receive: documents made from a plan, each by a pure function.
//!
//! [`documents`] knows the documents of each audience and their paths in the folder. Each document is made
//! independently, on all threads, and its bytes are the same every time.

pub mod facts;
mod geo_layers;
pub mod maps;
pub mod paths;
mod subject;
mod systems;
mod tasks;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::File;
pub use subject::{Audience, Bill, Export, Outlines, Told};
use tasks::Task;

/// Stack of each thread, bytes: that of a main thread, since Typst lays out nested content by recursion.
const STACK: usize = 8 << 20;

/// Why no documents were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// It was stopped.
    Stopped,
    /// A document could not be made: its path, and the cause.
    Faulty {
        /// The document.
        path: String,
        /// What is wrong, in the words of the library that found it.
        fault: String,
    },
}

/// Makes every document for `audiences`, in the order of their tasks. `go_on` receives the number of documents made and
/// their total; it decides whether to make the next one.
///
/// # Errors
/// If it was stopped, or a document could not be made (because of a fault in one of the planner's templates).
pub fn documents(
    export: &Export,
    audiences: &[Audience],
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<Vec<File>, Unfinished> {
    let tasks = tasks::tasks(export, audiences);
    let (n_tasks, n_made) = (tasks.len(), AtomicUsize::new(0));
    let make = |task: &Task<'_>| {
        if !go_on(n_made.load(Ordering::Relaxed), n_tasks) {
            return Err(Unfinished::Stopped);
        }
        let bytes = (task.make)().map_err(|fault| Unfinished::Faulty { path: task.path.clone(), fault })?;
        n_made.fetch_add(1, Ordering::Relaxed);
        Ok(File { name: task.path.clone(), bytes, names_people: task.names_people })
    };
    // Of several faults the first in order is reported, independent of the threads.
    side_by_side(&tasks, make).into_iter().collect()
}

/// What `make` returns for each task, in their order; runs one task per hardware thread at a time.
///
/// # Design
/// Why not rayon's iterators? Typst uses rayon within a document. A worker that waits there would start another document
/// meanwhile, and within that another: memory grew to gigabytes, and the stack overflowed.
fn side_by_side<Made: Send + Sync>(tasks: &[Task<'_>], make: impl Fn(&Task<'_>) -> Made + Sync) -> Vec<Made> {
    let slots: Vec<OnceLock<Made>> = tasks.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let take = || {
        let position = next.fetch_add(1, Ordering::Relaxed);
        tasks.get(position).zip(slots.get(position))
    };
    let work = || {
        while let Some((task, slot)) = take() {
            slot.get_or_init(|| make(task));
        }
    };
    thread::scope(|scope| {
        for _ in 1..thread::available_parallelism().map_or(1, usize::from) {
            // If no further thread can be started, the running ones do all the work.
            let _ = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        }
        work();
    });
    slots.into_iter().filter_map(OnceLock::into_inner).collect()
}
