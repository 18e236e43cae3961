//! Rounds of further searches where they may decide.

use super::opened::{Failure, Opened};
use super::run::work;
use super::site::{Lost, Outside, Site};
use crate::batch::decide::{Next, next};
use crate::batch::store::Before;
use crate::batch::variant::Variant;
use crate::compare::searches::Found;

/// The budget of further searches.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Budget {
    /// Limit of work; `None` for no limit.
    pub work: Option<u64>,
    /// Seconds after which no search begins; `None` for no limit.
    pub seconds: Option<f64>,
}

/// A round that begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Its number, from 1.
    pub rank: usize,
    /// Variants that are searched further.
    pub n_variants: usize,
}

/// How further searches ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Why the searches ended.
    pub ending: Ending,
    /// Number of variants that are still open.
    pub n_open: usize,
    /// Variants without a result.
    pub lost: Vec<Lost>,
}

/// Why the searches ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// No variant is open.
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

/// Searches further until no variant is open or the budget is spent; `told` receives each round.
///
/// # Errors
/// If threads cannot be created.
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
            // A round that comes up again was cut short, or one of its variants failed.
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

/// What the searches of a variant have found so far; empty if it has no plan.
fn found(opened: &Opened, variant: &Variant) -> Vec<Found> {
    match opened.prepared.batch.before(&opened.store, variant) {
        Before::Finished(record) | Before::Partly(record) => record.searches,
        _ => Vec::new(),
    }
}
