//! The job queue: one job at a time in each place, a limited number over all, in order of arrival.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Maximum number of waiting jobs.
const MOST_WAITING: usize = 50;
/// Stack size of a worker thread, bytes: documents are laid out by recursion.
const STACK: usize = 8 << 20;

/// A job, which runs in its own thread.
type Work = Box<dyn FnOnce() + Send>;

/// A queue of jobs.
#[derive(Debug, Clone)]
pub struct Queue(Arc<Inner>);

/// The queue is full, or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

#[derive(Debug)]
struct Inner {
    at_once: usize,
    next: AtomicU64,
    lines: Mutex<Lines>,
    ended: Condvar,
}

#[derive(Debug, Default)]
struct Lines {
    waiting: Vec<Entry>,
    at_work: Vec<(u64, PathBuf)>,
    is_closed: bool,
}

struct Entry {
    number: u64,
    place: PathBuf,
    work: Work,
}

impl fmt::Debug for Entry {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Entry").field("number", &self.number).finish_non_exhaustive()
    }
}

impl Queue {
    /// A queue that runs at most `at_once` jobs concurrently.
    pub fn new(at_once: usize) -> Self {
        let (next, lines, ended) = (AtomicU64::new(1), Mutex::default(), Condvar::new());
        Self(Arc::new(Inner { at_once: at_once.max(1), next, lines, ended }))
    }

    /// A number that identifies one job.
    pub fn number(&self) -> u64 {
        self.0.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Adds a job, which starts when its turn comes.
    ///
    /// # Errors
    /// If the queue is full or closed.
    pub fn enter(&self, number: u64, place: &Path, work: impl FnOnce() + Send + 'static) -> Result<(), Full> {
        let mut lines = self.0.lines();
        if lines.is_closed || lines.waiting.len() >= MOST_WAITING {
            return Err(Full);
        }
        lines.waiting.push(Entry { number, place: place.to_owned(), work: Box::new(work) });
        drop(lines);
        admit(&self.0);
        Ok(())
    }

    /// Removes a waiting job; false if it is not waiting.
    pub fn leave(&self, number: u64) -> bool {
        let mut lines = self.0.lines();
        let before = lines.waiting.len();
        lines.waiting.retain(|entry| entry.number != number);
        lines.waiting.len() < before
    }

    /// The number of running and waiting jobs before a waiting one; `None` if it is not waiting.
    pub fn before(&self, number: u64) -> Option<usize> {
        let lines = self.0.lines();
        let rank = lines.waiting.iter().position(|entry| entry.number == number)?;
        Some(lines.at_work.len() + rank)
    }

    /// Starts no more jobs, and drops waiting ones.
    pub fn close(&self) {
        let mut lines = self.0.lines();
        lines.is_closed = true;
        lines.waiting.clear();
    }

    /// Waits until no job is running, at most `within`.
    pub fn wait(&self, within: Duration) {
        let is_at_work = |lines: &mut Lines| !lines.at_work.is_empty();
        let _ = self.0.ended.wait_timeout_while(self.0.lines(), within, is_at_work);
    }
}

impl Inner {
    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job whose place is free, if a worker is free too.
    fn next(&self) -> Option<Entry> {
        let mut lines = self.lines();
        if lines.at_work.len() >= self.at_once {
            return None;
        }
        let is_free = |entry: &Entry| lines.at_work.iter().all(|(_, place)| *place != entry.place);
        let position = lines.waiting.iter().position(is_free)?;
        let entry = lines.waiting.remove(position);
        lines.at_work.push((entry.number, entry.place.clone()));
        Some(entry)
    }

    /// Makes a job that could not be started the first of those that wait.
    fn put_back(&self, entry: Entry) {
        let mut lines = self.lines();
        lines.at_work.retain(|&(number, _)| number != entry.number);
        if !lines.is_closed {
            lines.waiting.insert(0, entry);
        }
    }
}

/// Starts all jobs whose turn has come. If the system gives no thread, the next job waits until another enters or ends.
fn admit(inner: &Arc<Inner>) {
    while let Some(entry) = inner.next() {
        let job = Arc::new(Mutex::new(Some(entry)));
        let (own, queue) = (Arc::clone(&job), Arc::clone(inner));
        let started = thread::Builder::new().stack_size(STACK).spawn(move || {
            let Some(Entry { number, work, .. }) = taken(&own) else { return };
            let _turn = Turn { inner: queue, number };
            work();
        });
        if started.is_err() {
            if let Some(entry) = taken(&job) {
                inner.put_back(entry);
            }
            return;
        }
    }
}

/// The job that is to be started, for the first who asks.
fn taken(job: &Mutex<Option<Entry>>) -> Option<Entry> {
    job.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The turn of a job; it ends on drop, even after a panic.
struct Turn {
    inner: Arc<Inner>,
    number: u64,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.inner.lines().at_work.retain(|&(number, _)| number != self.number);
        self.inner.ended.notify_all();
        admit(&self.inner);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// A job that reports its start, and ends when it is told to.
    fn work(number: u64, began: &Sender<u64>) -> (Sender<()>, impl FnOnce() + Send + 'static) {
        let (end, ends) = channel();
        let began = began.clone();
        let work = move || {
            began.send(number).expect("heard");
            let _ = ends.recv();
        };
        (end, work)
    }

    fn next(began: &Receiver<u64>) -> Option<u64> {
        began.recv_timeout(Duration::from_secs(10)).ok()
    }

    fn nothing(began: &Receiver<u64>) -> bool {
        began.recv_timeout(Duration::from_millis(50)).is_err()
    }

    #[test]
    fn one_works_in_each_place_and_so_many_over_all() {
        let (queue, (told, began)) = (Queue::new(2), channel());
        let places = ["a", "a", "b", "c"];
        let mut ends = Vec::new();
        for (number, place) in (1..).zip(places) {
            let (end, work) = work(number, &told);
            queue.enter(number, Path::new(place), work).expect("room");
            ends.push(end);
        }
        let mut first = [next(&began), next(&began)];
        first.sort();
        assert_eq!(first, [Some(1), Some(3)], "the second waits for its place");
        assert!(nothing(&began));
        assert_eq!([2, 4, 1].map(|number| queue.before(number)), [Some(2), Some(3), None]);
        drop(ends.remove(2));
        assert_eq!(next(&began), Some(4));
        assert!(queue.leave(2) && !queue.leave(2) && !queue.leave(1));
        ends.clear();
        queue.wait(Duration::from_secs(10));
        assert!(nothing(&began), "what left does not begin");
    }

    #[test]
    fn work_that_panics_gives_its_turn_back() {
        let (queue, (told, began)) = (Queue::new(1), channel());
        queue.enter(1, Path::new("a"), || panic!("as it should")).expect("room");
        let (end, work) = work(2, &told);
        queue.enter(2, Path::new("a"), work).expect("room");
        assert_eq!(next(&began), Some(2));
        drop(end);
    }

    #[test]
    fn a_job_that_could_not_be_started_waits_as_the_first() {
        let (queue, (told, began)) = (Queue::new(1), channel());
        let (end, first) = work(1, &told);
        queue.enter(1, Path::new("a"), first).expect("room");
        assert_eq!(next(&began), Some(1));
        let [(end_2, second), (end_3, third)] = [2, 3].map(|number| work(number, &told));
        queue.enter(3, Path::new("a"), third).expect("room");
        queue.0.put_back(Entry { number: 2, place: "a".into(), work: Box::new(second) });
        assert_eq!([2, 3].map(|number| queue.before(number)), [Some(1), Some(2)]);
        drop(end);
        assert_eq!(next(&began), Some(2));
        drop(end_2);
        assert_eq!(next(&began), Some(3));
        drop(end_3);
    }

    #[test]
    fn it_is_full_at_some_point_and_closed_at_the_end() {
        let (queue, (told, began)) = (Queue::new(1), channel());
        let (end, first) = work(0, &told);
        queue.enter(0, Path::new("a"), first).expect("room");
        assert_eq!(next(&began), Some(0));
        let entered = (1..=60).filter(|&number| queue.enter(number, Path::new("a"), || ()).is_ok());
        assert_eq!(entered.count(), MOST_WAITING);
        queue.close();
        assert_eq!(queue.enter(99, Path::new("b"), || ()), Err(Full));
        assert_eq!(queue.before(1), None, "what waited is gone");
        drop(end);
    }
}
