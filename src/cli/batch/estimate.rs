//! What a batch would run, and how long that may take.

use std::sync::Arc;

use super::sample::{Price, sampled};
use crate::batch::Batch;
use crate::batch::results::label;
use crate::batch::settings::Role;
use crate::batch::store::{Before, Store};
use crate::cli::Terminal;
use crate::cli::memory::Memory;
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};

/// So many times faster is a search on two threads or more than on one: walk and proof go on side by side.
const SIDE_BY_SIDE: f64 = 1.7;

/// Lists the variants and estimates the time; plans nothing but a sample.
pub(super) fn list(
    batch: &Batch,
    positions: &[usize],
    jobs: usize,
    store: Option<&Store>,
    memory: &Arc<Memory>,
    terminal: &Terminal,
) {
    let known = store.map(|store| Known::of(batch, positions, store)).unwrap_or_default();
    let left: Vec<usize> =
        positions.iter().copied().filter(|position| !known.finished.contains(position)).collect();
    tell_variants(batch, positions, &known, terminal);
    let price = known.price.or_else(|| sampled(batch, &left, jobs, memory));
    let (seconds, basis) = match price {
        _ if left.is_empty() => (0.0, String::new()),
        Some(price) => {
            let sampled_s = price.sampled_s.map(|seconds| duration(seconds, &terminal.messages).into());
            let basis = match sampled_s {
                Some(sampled) => terminal.text("batch-estimate-sample", &[("time", sampled)]),
                None => terminal.text("batch-estimate-finished", &[]),
            };
            (work_s(batch, &left, jobs, &price), basis)
        }
        None => (limits_s(batch, &left, jobs), terminal.text("batch-estimate-limit", &[])),
    };
    let variables = [
        ("variants", positions.len().into()),
        ("left", left.len().into()),
        ("jobs", jobs.into()),
        ("time", duration(seconds, &terminal.messages).into()),
        ("basis", basis.into()),
    ];
    terminal.print(&format!("\n{}", terminal.text("batch-dry-run", &variables)));
}

fn tell_variants(batch: &Batch, positions: &[usize], known: &Known, terminal: &Terminal) {
    let mut lines = Vec::with_capacity(positions.len());
    for &position in positions {
        let variant = &batch.variants[position];
        let at = batch.axes.iter().zip(&variant.point.at);
        let at: Vec<String> =
            at.map(|(axis, &value)| format!("{}={}", axis.name, label(axis, value))).collect();
        let is_finished = known.finished.contains(&position);
        let mark = if is_finished { terminal.text("batch-finished", &[]) } else { String::new() };
        let groups = variant.point.groups.join(" ");
        lines.push([variant.name().to_owned(), groups, at.join(" "), mark]);
    }
    terminal.print(&aligned(&lines, [Align::Left; 4]));
}

/// What the variants that are finished tell.
#[derive(Default)]
struct Known {
    finished: Vec<usize>,
    price: Option<Price>,
}

impl Known {
    fn of(batch: &Batch, positions: &[usize], store: &Store) -> Self {
        let (mut finished, mut work, mut seconds) = (Vec::new(), 0.0, 0.0);
        for &position in positions {
            let variant = &batch.variants[position];
            let Before::Finished(record) = batch.before(store, variant) else { continue };
            finished.push(position);
            // The baseline has the threads of all jobs.
            let is_like_others = batch.settings_of(variant).role != Role::Ground;
            if let Some(limit) = record.work_limit.filter(|_| is_like_others) {
                work += limit as f64 * record.searches.len() as f64;
                seconds += record.wall_s;
            }
        }
        let price = (work > 0.0).then(|| Price { unit_s: seconds / work, sampled_s: None });
        Self { finished, price }
    }
}

/// Seconds of the variants that are left, at what a unit of work costs.
fn work_s(batch: &Batch, left: &[usize], jobs: usize, price: &Price) -> f64 {
    let each = |&position: &usize| {
        let settings = batch.settings_of(&batch.variants[position]);
        let work = settings.solve.work_limit.unwrap_or_default() as f64;
        (work * price.unit_s).min(settings.time_limit_s) * settings.seeds as f64
    };
    total(batch, left, jobs, &each, if jobs > 1 { SIDE_BY_SIDE } else { 1.0 })
}

/// Seconds of the variants that are left, at their limits of time.
fn limits_s(batch: &Batch, left: &[usize], jobs: usize) -> f64 {
    let each = |&position: &usize| {
        let settings = batch.settings_of(&batch.variants[position]);
        settings.time_limit_s * settings.seeds as f64
    };
    total(batch, left, jobs, &each, 1.0)
}

/// The baseline first, on all threads, then the others, `jobs` at a time.
fn total(
    batch: &Batch,
    left: &[usize],
    jobs: usize,
    each: &dyn Fn(&usize) -> f64,
    baseline_pace: f64,
) -> f64 {
    let is_first = |position: &&usize| batch.is_grounded() && **position == batch.baseline;
    let first: f64 = left.iter().filter(is_first).map(each).sum();
    let others: Vec<f64> = left.iter().filter(|position| !is_first(position)).map(each).collect();
    let mean = others.iter().sum::<f64>() / others.len().max(1) as f64;
    first / baseline_pace + mean * others.len().div_ceil(jobs) as f64
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
