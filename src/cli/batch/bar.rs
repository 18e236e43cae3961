//! The progress bar of a batch: the state of all running variants.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::duration::duration;
use crate::app::batch::{Agenda, Sink, Standing};
use crate::cli::Terminal;
use crate::messages::Messages;

/// The bar of a batch, if a person watches.
pub(super) struct Bar<'a> {
    line: Option<ProgressBar>,
    jobs: usize,
    messages: &'a Messages,
}

impl<'a> Bar<'a> {
    /// Shows the bar for the work to do, with `jobs` variants at a time.
    pub(super) fn new(agenda: &Agenda, jobs: usize, terminal: &'a Terminal) -> Self {
        let line = terminal.shows_progress().then(|| bar(agenda.n_variants(), agenda.n_before()));
        Self { line, jobs, messages: &terminal.messages }
    }

    /// Removes the bar.
    pub(super) fn close(&self) {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }

    fn words(&self, standing: &Standing) -> String {
        let at_work = standing.at_work.iter().map(|(name, gap)| {
            let gap = gap.map_or("–".to_owned(), |gap| self.messages.percent(gap, 2));
            format!("{name} {gap}")
        });
        let left = standing.left_s.map_or("–".to_owned(), |seconds| duration(seconds, self.messages));
        let variables = [
            ("failed", standing.n_failed.into()),
            ("running", at_work.collect::<Vec<_>>().join(", ").into()),
            ("left", left.into()),
            ("jobs", self.jobs.into()),
        ];
        self.messages.text("batch-progress", &variables)
    }
}

impl Sink for Bar<'_> {
    fn progress(&self, standing: &Standing) {
        let Some(bar) = self.line.as_ref().filter(|bar| !bar.is_finished()) else { return };
        bar.set_position(standing.n_over as u64);
        bar.set_message(self.words(standing));
    }

    fn waits(&self) {
        if let Some(line) = &self.line {
            line.set_message(self.messages.text("batch-waits", &[]));
        }
    }
}

fn bar(n_variants: usize, n_finished: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {elapsed_precise} {bar:24} {pos}/{len}  {msg}");
    let bar = ProgressBar::new(n_variants as u64);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_position(n_finished as u64);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
