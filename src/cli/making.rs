//! Watches documents being made: Ctrl-C, and the progress line of a terminal.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::Terminal;

/// The world outside one export.
#[derive(Debug)]
pub(super) struct Making {
    is_interrupted: Arc<AtomicBool>,
    bar: Option<ProgressBar>,
}

impl Making {
    /// Starts to watch: Ctrl-C stops before the next document, and nothing is written.
    pub(super) fn new(terminal: &Terminal) -> Self {
        let is_interrupted = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&is_interrupted);
        // Without a handler, Ctrl-C ends the program at once: still, nothing is half-written, since files are moved into
        // place when all are complete.
        let _ = ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed));
        let bar = terminal.shows_progress().then(|| {
            let style = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}");
            let bar = ProgressBar::new(0);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(terminal.text("export-making", &[]));
            bar
        });
        Self { is_interrupted, bar }
    }

    /// Shows how many documents are made; returns whether to make the next one.
    pub(super) fn go_on(&self, made: usize, of: usize) -> bool {
        if let Some(bar) = &self.bar {
            bar.set_length(of as u64);
            bar.set_position(made as u64);
        }
        !self.is_interrupted.load(Ordering::Relaxed)
    }

    /// Removes the line after the last document. From now on Ctrl-C is too late: all files are written.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
