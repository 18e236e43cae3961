//! Watches a search from outside: its limits, Ctrl-C, and the progress line of a terminal.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::Terminal;
use super::limits::Limits;
use super::memory::Memory;
use crate::messages::{Messages, Value};
use crate::plan::proof::gap;
use crate::solve::{Progress, Stage, Stop, Watch};

/// Exit code of a program that a second Ctrl-C ends, as shells expect: 128 + SIGINT.
const INTERRUPTED: i32 = 130;

/// The world outside one search.
#[derive(Debug)]
pub(super) struct Watcher<'a> {
    limits: Limits,
    is_writing: Arc<AtomicBool>,
    line: Option<ProgressBar>,
    messages: &'a Messages,
}

impl<'a> Watcher<'a> {
    /// Starts to watch: Ctrl-C asks for a stop from now on, and a second one gives up.
    pub(super) fn new(started: Instant, limit_s: f64, memory: Memory, messages: &'a Messages) -> Self {
        let is_interrupted = Arc::new(AtomicBool::new(false));
        let is_writing = Arc::new(AtomicBool::new(false));
        listen(&is_interrupted, &is_writing);
        let line = Terminal::is_watched().then(progress_line);
        let limits = Limits { started, limit_s, is_interrupted, memory: Arc::new(memory) };
        Self { limits, is_writing, line, messages }
    }

    /// The search is over: the line goes, and Ctrl-C no longer ends the program while its files are written.
    pub(super) fn finish(&self) {
        self.is_writing.store(true, Ordering::Relaxed);
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }

    /// Seconds since the start.
    pub(super) fn elapsed_s(&self) -> f64 {
        self.limits.elapsed_s()
    }

    /// The limit of memory in GiB.
    pub(super) fn memory_limit_gib(&self) -> f64 {
        self.limits.memory.limit_gib()
    }
}

impl Watch for Watcher<'_> {
    fn stop(&self) -> Option<Stop> {
        self.limits.stop()
    }

    fn remaining_s(&self) -> f64 {
        self.limits.remaining_s()
    }

    fn progress(&self, progress: &Progress) {
        if let Some(line) = &self.line {
            line.set_message(words(progress, self.messages));
        }
    }
}

/// Ctrl-C asks for a stop from now on, and a second one gives up.
pub(super) fn on_interrupt(is_interrupted: &Arc<AtomicBool>) {
    listen(is_interrupted, &Arc::default());
}

fn listen(is_interrupted: &Arc<AtomicBool>, is_writing: &Arc<AtomicBool>) {
    let (asked, writing) = (Arc::clone(is_interrupted), Arc::clone(is_writing));
    // Without a handler, Ctrl-C ends the program at once: nothing half-written is left either.
    let _ = ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) && !writing.load(Ordering::Relaxed) {
            give_up();
        }
    });
}

/// Where a search stands, in words.
pub(super) fn words(progress: &Progress, messages: &Messages) -> String {
    let amount = |amount: f64| {
        Value::from(if amount.is_finite() { messages.money(amount, 0) } else { "–".to_owned() })
    };
    let gap = gap(progress.objective, progress.bound);
    let gap = if gap.is_finite() { messages.percent(gap, 2) } else { "–".to_owned() };
    let stage = match progress.stage {
        Stage::Construct => "stage-construct",
        Stage::Bound => "stage-bound",
    };
    let variables = [
        ("stage", messages.text(stage, &[]).into()),
        ("objective", amount(progress.objective)),
        ("bound", amount(progress.bound)),
        ("gap", gap.into()),
    ];
    messages.text("progress", &variables)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn every_stage_is_worded_even_before_there_is_a_plan() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for stage in [Stage::Construct, Stage::Bound] {
                let progress = Progress { stage, objective: f64::INFINITY, bound: f64::NEG_INFINITY };
                let words = words(&progress, &messages);
                assert!(words.contains('–') && !words.contains("inf"), "{words}");
            }
            let progress = Progress { stage: Stage::Bound, objective: 110.0, bound: 100.0 };
            let words = words(&progress, &messages);
            assert!(words.contains("110") && words.contains('9'), "{words}");
        }
    }
}
