//! What a batch would run, and how long that may take.

use std::sync::Arc;
use std::time::Instant;

use super::Seconds;
use crate::batch::Batch;
use crate::batch::record::key;
use crate::batch::results::label;
use crate::batch::store::{Before, Store};
use crate::cli::Terminal;
use crate::cli::limits::Limits;
use crate::cli::memory::Memory;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::pipeline;
use crate::solve::{Progress, Settings, Stop, Watch};

/// Lists the variants and estimates the time; plans nothing but a sample.
pub(super) fn list(
    batch: &Batch,
    positions: &[usize],
    jobs: usize,
    store: Option<&Store>,
    memory: Arc<Memory>,
    terminal: &Terminal,
) {
    let known = store.map(|store| finished(batch, positions, store)).unwrap_or_default();
    let mut lines = Vec::with_capacity(positions.len());
    for &position in positions {
        let variant = &batch.variants[position];
        let at = batch.axes.iter().zip(&variant.point.at);
        let at: Vec<String> =
            at.map(|(axis, &value)| format!("{}={}", axis.name, label(axis, value))).collect();
        let mark = if known.contains_key(variant.name()) {
            terminal.text("batch-finished", &[])
        } else {
            String::new()
        };
        let groups = variant.point.groups.join(" ");
        lines.push([variant.name().to_owned(), groups, at.join(" "), mark]);
    }
    terminal.print(&aligned(&lines, [Align::Left; 4]));
    let n_left = positions.len() - known.len();
    let seconds = each(batch, &known, memory) * n_left.div_ceil(jobs) as f64;
    let variables = [
        ("variants", positions.len().into()),
        ("left", n_left.into()),
        ("jobs", jobs.into()),
        ("time", duration(seconds, &terminal.messages).into()),
    ];
    terminal.print(&format!("\n{}", terminal.text("batch-dry-run", &variables)));
}

/// Seconds of the variants that are finished.
fn finished(batch: &Batch, positions: &[usize], store: &Store) -> Seconds {
    let seconds = |&position: &usize| {
        let variant = &batch.variants[position];
        match store.before(variant.name(), &key(variant, &batch.settings_of(variant))) {
            Before::Finished(record) => Some((variant.name().to_owned(), record.wall_s)),
            _ => None,
        }
    };
    positions.iter().filter_map(seconds).collect()
}

/// Seconds that one variant may take: the mean of those that are finished; else what a part of the work takes on the
/// base scenario; and never more than the time limit.
fn each(batch: &Batch, known: &Seconds, memory: Arc<Memory>) -> f64 {
    let limits = batch.variants.iter().map(|variant| batch.settings_of(variant).time_limit_s);
    let limit = limits.fold(0.0, f64::max);
    if !known.is_empty() {
        return (known.values().sum::<f64>() / known.len() as f64).min(limit);
    }
    match batch.search.work_limit {
        Some(work) => sample(batch, work, memory).min(limit),
        None => limit,
    }
}

/// Work of the whole search for one of the sample.
const PART: u64 = 20;
/// Seconds after which the sample ends.
const SAMPLE_S: f64 = 20.0;

fn sample(batch: &Batch, work: u64, memory: Arc<Memory>) -> f64 {
    let limit = (work / PART).max(1).min(work);
    let solver = &batch.base.instance.rules.solver;
    let settings = Settings { gap: solver.gap, work_limit: Some(limit), seed: solver.seed };
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(batch.search.threads.max(1)).build() else {
        return 0.0;
    };
    let limits =
        Limits { started: Instant::now(), limit_s: SAMPLE_S, is_interrupted: Arc::default(), memory };
    let watch = Sampling { limits };
    let solved = pool.install(|| pipeline::plan(&batch.base.instance, &settings, None, &watch));
    let seconds = watch.limits.elapsed_s();
    // An optimum that is proven before the sample's end takes no longer with more work.
    let is_short = solved.is_ok_and(|solved| solved.status == "work_limit");
    if is_short { seconds * work as f64 / limit.max(1) as f64 } else { seconds }
}

/// Ends the sample in time.
struct Sampling {
    limits: Limits,
}

impl Watch for Sampling {
    fn stop(&self) -> Option<Stop> {
        self.limits.stop()
    }

    fn remaining_s(&self) -> f64 {
        self.limits.remaining_s()
    }

    fn progress(&self, _: &Progress) {}
}

/// Seconds, minutes or hours, whichever reads best.
pub(super) fn duration(seconds: f64, messages: &Messages) -> String {
    let (key, amount, decimals) = match seconds {
        seconds if seconds < 100.0 => ("duration-s", seconds, 0),
        seconds if seconds < 6000.0 => ("duration-min", seconds / 60.0, 0),
        seconds => ("duration-h", seconds / 3600.0, 1),
    };
    messages.text(key, &[("amount", messages.number(amount, decimals).into())])
}
