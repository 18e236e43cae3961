//! Round after round of further searches where they may decide.

use super::opened::{Failure, Opened};
use super::run::work;
use super::site::{Lost, Outside, Site};
use crate::batch::decide::{Next, next};
use crate::batch::store::Before;
use crate::batch::variant::Variant;
use crate::compare::searches::Found;

/// The most that further searches may take.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Budget {
    /// Work; none where there is no limit.
    pub work: Option<u64>,
    /// Seconds, after which no search begins; none where there is no limit.
    pub seconds: Option<f64>,
}

/// A round that begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Which, from 1.
    pub rank: usize,
    /// Variants that are searched further.
    pub n_variants: usize,
}

/// How further searches ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Why no further search followed.
    pub ending: Ending,
    /// How many variants are not decided.
    pub n_open: usize,
    /// Variants that gave nothing.
    pub lost: Vec<Lost>,
}

/// Why no further search followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing is open.
    Settled,
    /// All have as many searches as is allowed.
    OutOfSearches,
    /// The work is spent.
    OutOfWork,
    /// The time is up.
    OutOfTime,
    /// It was cancelled, memory was short, or a variant failed.
    CutShort,
}

/// Searches where it may decide, until nothing is open or the budget is spent; `told` hears of each round.
///
/// # Errors
/// If threads cannot be had.
pub fn decide(
    opened: &Opened,
    budget: Budget,
    outside: &Outside,
    told: &mut dyn FnMut(Round),
) -> Result<Decided, Failure> {
    let limits = outside.limits.from_now(budget.seconds.unwrap_or(f64::INFINITY));
    let site = Site::new(outside, limits.clone(), (0, 0));
    let batch = &opened.prepared.batch;
    let mut last = 0;
    let (ending, n_open) = loop {
        let found: Vec<Vec<Found>> = batch.variants.iter().map(|variant| found(opened, variant)).collect();
        match next(batch, &found, budget.work) {
            Next::Settled => break (Ending::Settled, 0),
            Next::OutOfSearches(open) => break (Ending::OutOfSearches, open),
            Next::OutOfWork(open) => break (Ending::OutOfWork, open),
            Next::Search(tasks, _) if limits.remaining_s() <= 0.0 => break (Ending::OutOfTime, tasks.len()),
            // A round that is asked for again was cut short, or a variant of it failed.
            Next::Search(tasks, rank) if limits.stop().is_some() || rank == last => {
                break (Ending::CutShort, tasks.len());
            }
            Next::Search(tasks, rank) => {
                last = rank;
                told(Round { rank, n_variants: tasks.len() });
                work(opened, &tasks, &site)?;
            }
        }
    };
    Ok(Decided { ending, n_open, lost: site.lost() })
}

/// What the searches of a variant found so far; nothing where it has no plan.
fn found(opened: &Opened, variant: &Variant) -> Vec<Found> {
    match opened.prepared.batch.before(&opened.store, variant) {
        Before::Finished(record) | Before::Partly(record) => record.searches,
        _ => Vec::new(),
    }
}
