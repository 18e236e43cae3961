//! A batch to plan, completely read and checked.

use std::path::Path;

use crate::app::common::Failure;
use crate::batch::{self, Batch};
use crate::diagnostics::Diagnostic;

/// What to plan.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The batch file.
    pub file: &'a Path,
    /// Variants at a time; 0 is one per core.
    pub jobs: usize,
    /// Restricts the run to one of several parts.
    pub shard: Option<Shard>,
}

/// One of several parts of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Its number, from 1.
    pub rank: usize,
    /// The number of parts.
    pub of: usize,
}

impl Shard {
    fn has(self, position: usize) -> bool {
        position % self.of == self.rank - 1
    }
}

/// A batch that is ready to be planned.
#[derive(Debug)]
pub struct Prepared {
    /// The batch.
    pub batch: Batch,
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    /// Variants at a time.
    pub jobs: usize,
    /// The part that is asked for; `None` for the whole.
    pub shard: Option<Shard>,
}

impl Prepared {
    /// Positions of the variants that are asked for.
    pub(super) fn positions(&self) -> Vec<usize> {
        let is_mine = |position: &usize| self.shard.is_none_or(|shard| shard.has(*position));
        (0..self.batch.variants.len()).filter(is_mine).collect()
    }
}

/// Reads the batch and everything that it names.
///
/// # Errors
/// Every fault and warning of all files and all variants.
pub fn prepare(request: &Request) -> Result<Prepared, Failure> {
    let (batch, warnings) = batch::read(request.file).map_err(Failure::input)?;
    let jobs = match request.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    Ok(Prepared { batch, warnings, jobs, shard: request.shard })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_together_are_the_whole_and_share_nothing() {
        for position in 0..10 {
            let holders = (1..=3).filter(|&rank| Shard { rank, of: 3 }.has(position)).count();
            assert_eq!(holders, 1);
        }
    }
}
