//! `--until-decided`: round after round of further searches, told as they go.

use std::time::{Duration, Instant};

use super::Shop;
use super::site::Site;
use crate::batch::decide::{Next, next};
use crate::batch::store::Before;
use crate::cli::Outcome;
use crate::compare::searches::Found;

/// Searches where it may decide, until nothing is open or the limits of work and seconds are reached.
///
/// # Errors
/// If threads cannot be had.
pub(super) fn decide(
    shop: &Shop,
    site: &Site,
    (most_work, most_s): (Option<u64>, Option<f64>),
) -> Result<(), Outcome> {
    let terminal = shop.terminal;
    let seconds = most_s.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let deadline = seconds.and_then(|seconds| Instant::now().checked_add(seconds));
    site.end_at(deadline);
    let mut last = 0;
    loop {
        let found: Vec<Vec<Found>> = shop.batch.variants.iter().map(|variant| found(shop, variant)).collect();
        let told = |open: usize, why: &str| {
            let variables = [("open", open.into()), ("why", terminal.text(why, &[]).into())];
            terminal.tell(&terminal.text("batch-not-settled", &variables));
        };
        match next(shop.batch, &found, most_work) {
            Next::Settled => terminal.tell(&terminal.text("batch-settled", &[])),
            Next::OutOfSearches(open) => told(open, "batch-out-of-searches"),
            Next::OutOfWork(open) => told(open, "batch-out-of-work"),
            // A round that is asked for again was cut short, or a variant of it failed.
            Next::Search(tasks, round) if site.is_over() || round == last => {
                told(tasks.len(), if site.is_late() { "batch-out-of-time" } else { "batch-cut-short" });
            }
            Next::Search(tasks, round) => {
                last = round;
                let variables = [("round", round.to_string().into()), ("variants", tasks.len().into())];
                terminal.tell(&terminal.text("batch-further", &variables));
                shop.run(&tasks, site)?;
                continue;
            }
        }
        return Ok(());
    }
}

/// What the searches of a variant found so far; nothing where it has no plan.
fn found(shop: &Shop, variant: &crate::batch::variant::Variant) -> Vec<Found> {
    match shop.batch.before(shop.store, variant) {
        Before::Finished(record) | Before::Partly(record) => record.searches,
        _ => Vec::new(),
    }
}
