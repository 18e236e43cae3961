//! Watches a batch: its limits, and the progress of all running variants.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::app::limits::Limits;
use crate::app::progress::words;
use crate::batch::run::{BatchWatch, End, SearchWatch};
use crate::batch::settings::VariantSettings;
use crate::batch::variant::Variant;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::output::summary::summary;
use crate::plan::proof::gap;
use crate::plan::solved::Solved;
use crate::solve::{Progress, Stop, Watch};

/// Receives the progress of a running batch, from its threads.
pub trait Sink: Sync {
    /// The state of the batch.
    fn progress(&self, standing: &Standing);
    /// Another process plans the baseline, and this one waits for it.
    fn waits(&self) {}
}

/// The state of a batch.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// Running variants, with their gap if it is known.
    pub at_work: &'a BTreeMap<String, Option<f64>>,
    /// Number of ended variants, including those finished before.
    pub n_over: usize,
    /// Number of variants without a result.
    pub n_failed: usize,
    /// Estimated seconds left, if known.
    pub left_s: Option<f64>,
}

/// The world outside a batch.
#[derive(Clone)]
pub struct Outside<'a> {
    /// The start of the batch, and what ends it: cancellation and memory.
    pub limits: Limits,
    /// The catalogue in the language of the written documents.
    pub documents: &'a Messages,
    /// Receives the progress.
    pub sink: &'a dyn Sink,
}

/// A variant without a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is no plan.
    Failed {
        /// The variant's name.
        variant: String,
        /// The cause.
        cause: String,
    },
    /// Its folder could not be written.
    Unwritable {
        /// The variant's name.
        variant: String,
        /// The cause.
        cause: String,
    },
}

/// Numbers of ended variants.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    pub(super) n_done: usize,
    pub(super) n_failed: usize,
}

/// A running batch.
pub(super) struct Site<'a> {
    outside: &'a Outside<'a>,
    // The limits of the outside, with a time limit after which no search begins.
    limits: Limits,
    at_work: Mutex<BTreeMap<String, Option<f64>>>,
    n_before: usize,
    n_to_run: usize,
    n_done: AtomicUsize,
    n_failed: AtomicUsize,
    is_waiting: AtomicBool,
    lost: Mutex<Vec<Lost>>,
    seconds: Mutex<Seconds>,
}

/// Interval between two checks whether another process has planned the baseline.
const WAIT: Duration = Duration::from_millis(200);

/// How the time was spent, seconds over all variants.
#[derive(Debug, Clone, Copy, Default)]
struct Seconds {
    in_solver: f64,
    first_start: Option<f64>,
    last_end: f64,
}

impl<'a> Site<'a> {
    /// Watches a batch of which `n_before` variants are finished, and `n_to_run` are to be planned.
    pub(super) fn new(
        outside: &'a Outside<'a>,
        limits: Limits,
        (n_before, n_to_run): (usize, usize),
    ) -> Self {
        Self {
            outside,
            limits,
            at_work: Mutex::default(),
            n_before,
            n_to_run,
            n_done: AtomicUsize::new(0),
            n_failed: AtomicUsize::new(0),
            is_waiting: AtomicBool::new(false),
            lost: Mutex::default(),
            seconds: Mutex::default(),
        }
    }

    pub(super) fn documents(&self) -> &'a Messages {
        self.outside.documents
    }

    /// Numbers of variants that have ended.
    pub(super) fn counts(&self) -> Counts {
        let now = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        Counts { n_done: now(&self.n_done), n_failed: now(&self.n_failed) }
    }

    /// The variants without a result.
    pub(super) fn lost(self) -> Vec<Lost> {
        self.lost.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Share of the time of `jobs` jobs that was spent outside searches.
    pub(super) fn share_outside(&self, jobs: usize) -> f64 {
        let seconds = *locked(&self.seconds);
        let elapsed = seconds.last_end - seconds.first_start.unwrap_or_default();
        if elapsed > 0.0 { (1.0 - seconds.in_solver / (elapsed * jobs as f64)).max(0.0) } else { 0.0 }
    }

    fn elapsed_s(&self) -> f64 {
        self.outside.limits.elapsed_s()
    }

    /// Reports the state of the batch.
    fn tell(&self) {
        let Counts { n_done, n_failed } = self.counts();
        let n_over = n_done + n_failed;
        let n_left = self.n_to_run.saturating_sub(n_over);
        let left_s = (0 < n_over).then(|| self.elapsed_s() / n_over as f64 * n_left as f64);
        let at_work = locked(&self.at_work);
        let n_over = self.n_before + n_over;
        self.outside.sink.progress(&Standing { at_work: &at_work, n_over, n_failed, left_s });
    }

    fn lose(&self, lost: Lost) {
        self.n_failed.fetch_add(1, Ordering::Relaxed);
        locked(&self.lost).push(lost);
    }
}

impl BatchWatch for Site<'_> {
    fn start(&self, variant: &Variant, settings: &VariantSettings) -> Box<dyn SearchWatch + '_> {
        let now = self.elapsed_s();
        locked(&self.seconds).first_start.get_or_insert(now);
        locked(&self.at_work).insert(variant.name().to_owned(), None);
        self.tell();
        let limits = self.outside.limits.from_now(settings.time_limit_s);
        Box::new(Search { site: self, name: variant.name().to_owned(), limits, lines: Mutex::default() })
    }

    fn end(&self, variant: &Variant, end: &End) {
        locked(&self.at_work).remove(variant.name());
        let name = variant.name().to_owned();
        match end {
            End::Done(record) => {
                let now = self.elapsed_s();
                let mut seconds = locked(&self.seconds);
                seconds.in_solver += record.solver_s;
                seconds.last_end = now;
                self.n_done.fetch_add(1, Ordering::Relaxed);
            }
            End::Failed(cause) => self.lose(Lost::Failed { variant: name, cause: cause.clone() }),
            End::Unwritable(cause) => self.lose(Lost::Unwritable { variant: name, cause: cause.clone() }),
            End::Elsewhere => _ = self.n_done.fetch_add(1, Ordering::Relaxed),
            End::Stopped => {}
        }
        self.tell();
    }

    fn is_stopped(&self) -> bool {
        self.limits.stop().is_some()
    }

    fn wait(&self) {
        if !self.is_waiting.swap(true, Ordering::Relaxed) {
            self.outside.sink.waits();
        }
        std::thread::sleep(WAIT);
    }
}

/// The world outside one variant of a batch.
struct Search<'a> {
    site: &'a Site<'a>,
    name: String,
    limits: Limits,
    // Progress for the log: seconds, with objective and bound.
    lines: Mutex<Vec<(f64, Progress)>>,
}

impl Watch for Search<'_> {
    fn stop(&self) -> Option<Stop> {
        self.limits.stop()
    }

    fn remaining_s(&self) -> f64 {
        self.limits.remaining_s()
    }

    fn progress(&self, progress: &Progress) {
        let mut lines = locked(&self.lines);
        let is_news = lines.last().is_none_or(|(_, last)| {
            (last.objective, last.bound, last.stage) != (progress.objective, progress.bound, progress.stage)
        });
        if is_news {
            lines.push((self.elapsed_s(), *progress));
        }
        drop(lines);
        let gap = gap(progress.objective, progress.bound);
        if gap.is_finite() {
            locked(&self.site.at_work).insert(self.name.clone(), Some(gap));
            self.site.tell();
        }
    }
}

impl SearchWatch for Search<'_> {
    fn elapsed_s(&self) -> f64 {
        self.limits.elapsed_s()
    }

    fn log(&self, instance: &Instance, solved: &Solved) -> String {
        let messages = self.site.documents();
        let mut text = String::new();
        for (seconds, progress) in locked(&self.lines).iter() {
            let words = words(progress, messages);
            let _ = writeln!(text, "{:>9}  {words}", messages.number(*seconds, 2));
        }
        text + "\n" + &summary(instance, solved, self.elapsed_s(), messages)
    }
}

/// The data of a lock, even if its holder panicked.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
