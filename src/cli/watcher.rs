//! The terminal during a search: Ctrl-C, the progress line, and with `-v` every step forward.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::Terminal;
use super::terminal::{Voice, tell_line};
use crate::app::limits::Limits;
use crate::app::memory::Memory;
use crate::app::progress::{phase_words, words};
use crate::app::search::{Hold, Sink, Watched};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::solve::Progress;
use crate::solve::improve::Tally;
use crate::solve::schedule::Phase;

/// Exit code after a second Ctrl-C, as shells expect: 128 + SIGINT.
const INTERRUPTED: i32 = 130;

/// The terminal during one search.
#[derive(Debug)]
pub(super) struct Watcher<'a> {
    hold: Hold,
    is_writing: Arc<AtomicBool>,
    line: Option<ProgressBar>,
    /// The start of the search and the last reported progress, if every step is reported.
    news: Option<(Instant, Mutex<Option<Progress>>)>,
    messages: &'a Messages,
}

impl<'a> Watcher<'a> {
    /// Starts to watch: Ctrl-C asks for a stop from now on, and a second one aborts.
    pub(super) fn new(terminal: &'a Terminal) -> Self {
        let hold = Hold::default();
        let is_writing = Arc::new(AtomicBool::new(false));
        listen(hold.flag(), &is_writing);
        let line = terminal.shows_progress().then(progress_line);
        let is_verbose = terminal.voice() == Voice::Verbose;
        let news = is_verbose.then(|| (Instant::now(), Mutex::default()));
        Self { hold, is_writing, line, news, messages: &terminal.messages }
    }

    /// The limits of a search that began at `started`.
    pub(super) fn limits(&self, started: Instant, limit_s: f64, memory: Memory) -> Limits {
        let is_interrupted = Arc::clone(self.hold.flag());
        Limits { started, limit_s, is_interrupted, memory: Arc::new(memory) }
    }

    /// The watch of a search.
    pub(super) fn watched(&self, limits: Limits) -> Watched<'_> {
        Watched::new(limits, &self.hold, self)
    }

    /// The search is over: removes the line, and Ctrl-C no longer ends the program while its files are written.
    pub(super) fn finish(&self) {
        self.is_writing.store(true, Ordering::Relaxed);
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }
}

impl Sink for Watcher<'_> {
    fn begins(&self, phase: &Phase) {
        if self.news.is_some() {
            tell_line(&phase_words(phase, self.messages));
        }
    }

    fn progress(&self, progress: &Progress) {
        if let Some(line) = &self.line {
            line.set_message(words(progress, self.messages));
        }
        let Some((started, last)) = &self.news else { return };
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.replace(*progress) != Some(*progress) {
            let seconds = self.messages.number(started.elapsed().as_secs_f64(), 2);
            tell_line(&format!("{seconds:>9}  {}", words(progress, self.messages)));
        }
    }

    fn walked(&self, moves: &[Tally]) {
        if self.news.is_some() {
            tell_line(&table(moves, self.messages));
        }
    }
}

/// The results of each move of a walk, one line each below a header.
fn table(moves: &[Tally], messages: &Messages) -> String {
    let header =
        ["moves", "moves-proposed", "moves-accepted", "moves-gain"].map(|key| messages.text(key, &[]));
    let row = |tally: &Tally| {
        let share = tally.accepted as f64 / tally.proposed.max(1) as f64;
        let words = messages.text(&format!("move-{}", tally.name), &[]);
        let (proposed, gain) = (messages.number(tally.proposed as f64, 0), messages.money(tally.gain, 0));
        [words, proposed, messages.percent(share, 2), gain]
    };
    let rows: Vec<[String; 4]> = [header].into_iter().chain(moves.iter().map(row)).collect();
    aligned(&rows, [Align::Left, Align::Right, Align::Right, Align::Right])
}

/// Ctrl-C asks for a stop from now on, and a second one aborts.
pub(super) fn on_interrupt(is_interrupted: &Arc<AtomicBool>) {
    listen(is_interrupted, &Arc::default());
}

fn listen(is_interrupted: &Arc<AtomicBool>, is_writing: &Arc<AtomicBool>) {
    let (asked, writing) = (Arc::clone(is_interrupted), Arc::clone(is_writing));
    // Without a handler, Ctrl-C ends the program at once: nothing half-written is left then, either.
    let _ = ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) && !writing.load(Ordering::Relaxed) {
            give_up();
        }
    });
}

fn progress_line() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {elapsed_precise}  {msg}");
    let line = ProgressBar::new_spinner();
    line.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    line.enable_steady_tick(Duration::from_millis(200));
    line
}

#[expect(clippy::exit, reason = "a second Ctrl-C must end a search that does not listen")]
fn give_up() {
    std::process::exit(INTERRUPTED);
}
