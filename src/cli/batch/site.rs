//! Watches a batch from outside: its limits, Ctrl-C, and the progress of all variants at work.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::super::limits::Limits;
use super::super::memory::Memory;
use super::super::summary::summary;
use super::super::watcher;
use super::estimate::duration;
use crate::batch::run::{BatchWatch, End, SearchWatch};
use crate::batch::settings::VariantSettings;
use crate::batch::variant::Variant;
use crate::cli::Terminal;
use crate::instance::Instance;
use crate::messages::Messages;
use crate::plan::proof::gap;
use crate::plan::solved::Solved;
use crate::solve::{Progress, Stop, Watch};

/// The world outside a batch.
pub(super) struct Site<'a> {
    started: Instant,
    messages: &'a Messages,
    documents: Messages,
    is_interrupted: Arc<AtomicBool>,
    memory: Arc<Memory>,
    bar: Option<ProgressBar>,
    // Variants at work, with their gap where it is known.
    at_work: Mutex<BTreeMap<String, Option<f64>>>,
    n_jobs: usize,
    n_finished_before: usize,
    n_to_run: usize,
    n_done: AtomicUsize,
    n_failed: AtomicUsize,
    // When no further search begins; none where there is no such time.
    deadline: Mutex<Option<Instant>>,
    is_waiting: AtomicBool,
    // What is to be told when the bar is gone.
    failures: Mutex<Vec<String>>,
    seconds: Mutex<Seconds>,
}

/// Between two looks whether another process has planned the baseline.
const WAIT: Duration = Duration::from_millis(200);

/// Where the time went, seconds over all variants.
#[derive(Debug, Clone, Copy, Default)]
struct Seconds {
    in_solver: f64,
    first_start: Option<f64>,
    last_end: f64,
}

impl<'a> Site<'a> {
    pub(super) fn new(
        started: Instant,
        n_variants: usize,
        n_to_run: usize,
        n_jobs: usize,
        memory: Arc<Memory>,
        terminal: &'a Terminal,
    ) -> Self {
        let is_interrupted = Arc::new(AtomicBool::new(false));
        watcher::on_interrupt(&is_interrupted);
        let bar = terminal.shows_progress().then(|| bar(n_variants, n_variants - n_to_run));
        Self {
            started,
            messages: &terminal.messages,
            documents: Messages::new(terminal.documents),
            is_interrupted,
            memory,
            bar,
            at_work: Mutex::default(),
            n_jobs,
            n_finished_before: n_variants - n_to_run,
            n_to_run,
            n_done: AtomicUsize::new(0),
            n_failed: AtomicUsize::new(0),
            deadline: Mutex::default(),
            is_waiting: AtomicBool::new(false),
            failures: Mutex::default(),
            seconds: Mutex::default(),
        }
    }

    /// The bar goes.
    pub(super) fn close(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// From then on no search begins.
    pub(super) fn end_at(&self, deadline: Option<Instant>) {
        *locked(&self.deadline) = deadline;
    }

    /// Whether the time is up.
    pub(super) fn is_late(&self) -> bool {
        locked(&self.deadline).is_some_and(|deadline| deadline <= Instant::now())
    }

    /// Whether no other search should start.
    pub(super) fn is_over(&self) -> bool {
        self.is_interrupted.load(Ordering::Relaxed) || self.memory.is_short() || self.is_late()
    }

    /// Whether every variant has its plan.
    pub(super) fn is_all_well(&self) -> bool {
        self.n_done.load(Ordering::Relaxed) == self.n_to_run
    }

    /// Tells how it went: failures, and where the time went.
    pub(super) fn tell(&self, jobs: usize, terminal: &Terminal) {
        for failure in locked(&self.failures).iter() {
            terminal.tell_error(failure);
        }
        if self.is_interrupted.load(Ordering::Relaxed) && !self.is_all_well() {
            terminal.tell(&terminal.text("batch-interrupted", &[]));
        } else if self.memory.is_short() && !self.is_all_well() {
            let limit = terminal.messages.number(self.memory.limit_gib(), 2);
            terminal.tell(&terminal.text("batch-memory-short", &[("limit", limit.into())]));
        }
        let seconds = *locked(&self.seconds);
        let n_run = self.n_done.load(Ordering::Relaxed) + self.n_failed.load(Ordering::Relaxed);
        let elapsed = seconds.last_end - seconds.first_start.unwrap_or_default();
        let workers = jobs.min(self.n_to_run).max(1) as f64;
        let outside =
            if elapsed > 0.0 { (1.0 - seconds.in_solver / (elapsed * workers)).max(0.0) } else { 0.0 };
        let minutes = (self.elapsed_s() / 60.0).max(1e-9);
        let variables = [
            ("run", n_run.into()),
            ("before", self.n_finished_before.into()),
            ("time", duration(self.elapsed_s(), self.messages).into()),
            ("pace", self.messages.number(n_run as f64 / minutes, 1).into()),
            ("outside", self.messages.percent(outside, 1).into()),
        ];
        terminal.tell(&terminal.text("batch-ran", &variables));
    }

    fn elapsed_s(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }

    /// Shows where the batch stands.
    fn show(&self) {
        let Some(bar) = self.bar.as_ref().filter(|bar| !bar.is_finished()) else { return };
        let (done, failed) = (self.n_done.load(Ordering::Relaxed), self.n_failed.load(Ordering::Relaxed));
        let at_work = locked(&self.at_work);
        let running: Vec<String> = at_work
            .iter()
            .map(|(name, gap)| {
                let gap = gap.map_or("–".to_owned(), |gap| self.messages.percent(gap, 2));
                format!("{name} {gap}")
            })
            .collect();
        let left = self.n_to_run.saturating_sub(done + failed);
        let pace = self.elapsed_s() / (done + failed).max(1) as f64;
        let left_s = if done + failed == 0 { None } else { Some(pace * left as f64) };
        let variables = [
            ("failed", failed.into()),
            ("running", running.join(", ").into()),
            ("left", left_s.map_or("–".to_owned(), |seconds| duration(seconds, self.messages)).into()),
            ("jobs", self.n_jobs.into()),
        ];
        bar.set_position((self.n_finished_before + done + failed) as u64);
        bar.set_message(self.messages.text("batch-progress", &variables));
    }
}

impl BatchWatch for Site<'_> {
    fn start(&self, variant: &Variant, settings: &VariantSettings) -> Box<dyn SearchWatch + '_> {
        let now = self.elapsed_s();
        locked(&self.seconds).first_start.get_or_insert(now);
        locked(&self.at_work).insert(variant.name().to_owned(), None);
        self.show();
        let limits = Limits {
            started: Instant::now(),
            limit_s: settings.time_limit_s,
            is_interrupted: Arc::clone(&self.is_interrupted),
            memory: Arc::clone(&self.memory),
        };
        Box::new(Search { site: self, name: variant.name().to_owned(), limits, lines: Mutex::default() })
    }

    fn end(&self, variant: &Variant, end: &End) {
        locked(&self.at_work).remove(variant.name());
        let named = |fault: &str| [("variant", variant.name().into()), ("fault", fault.into())];
        match end {
            End::Done(record) => {
                let now = self.elapsed_s();
                let mut seconds = locked(&self.seconds);
                seconds.in_solver += record.solver_s;
                seconds.last_end = now;
                self.n_done.fetch_add(1, Ordering::Relaxed);
            }
            End::Failed(cause) => {
                self.n_failed.fetch_add(1, Ordering::Relaxed);
                locked(&self.failures).push(self.messages.text("batch-failed", &named(cause)));
            }
            End::Unwritable(cause) => {
                self.n_failed.fetch_add(1, Ordering::Relaxed);
                locked(&self.failures).push(self.messages.text("batch-unwritable", &named(cause)));
            }
            End::Elsewhere => _ = self.n_done.fetch_add(1, Ordering::Relaxed),
            End::Stopped => {}
        }
        self.show();
    }

    fn is_stopped(&self) -> bool {
        self.is_over()
    }

    fn wait(&self) {
        if !self.is_waiting.swap(true, Ordering::Relaxed) {
            let words = self.messages.text("batch-waits", &[]);
            if let Some(bar) = &self.bar {
                bar.set_message(words);
            }
        }
        std::thread::sleep(WAIT);
    }
}

/// The world outside one variant of a batch.
struct Search<'a> {
    site: &'a Site<'a>,
    name: String,
    limits: Limits,
    // What changed and when, for the log: seconds, objective, bound.
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
        if self.site.bar.is_some() && gap.is_finite() {
            locked(&self.site.at_work).insert(self.name.clone(), Some(gap));
            self.site.show();
        }
    }
}

impl SearchWatch for Search<'_> {
    fn elapsed_s(&self) -> f64 {
        self.limits.elapsed_s()
    }

    fn log(&self, instance: &Instance, solved: &Solved) -> String {
        let messages = &self.site.documents;
        let mut text = String::new();
        for (seconds, progress) in locked(&self.lines).iter() {
            let words = watcher::words(progress, messages);
            let _ = writeln!(text, "{:>9}  {words}", messages.number(*seconds, 2));
        }
        text + "\n" + &summary(instance, solved, self.elapsed_s(), messages)
    }
}

/// A lock whose holder panicked holds what it held.
fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn bar(n_variants: usize, n_finished: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {elapsed_precise} {bar:24} {pos}/{len}  {msg}");
    let bar = ProgressBar::new(n_variants as u64);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_position(n_finished as u64);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
