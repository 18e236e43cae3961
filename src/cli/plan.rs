//! `ateliers plan`: finds a plan, proves how good it is and writes it.

use std::path::PathBuf;

use clap::Args;

use super::args::not_negative;
use super::{Outcome, Terminal};

/// What was typed.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    scenario: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Seconds on the wall clock.
    #[arg(long, value_name = "S", value_parser = not_negative)]
    time_limit: Option<f64>,
    /// Stop when this relative gap is proven.
    #[arg(long, value_name = "G", value_parser = not_negative)]
    gap: Option<f64>,
    /// Exit with 1 unless this relative gap is proven.
    #[arg(long, value_name = "G", value_parser = not_negative)]
    require_gap: Option<f64>,
    /// Stop after this much work.
    #[arg(long, value_name = "N")]
    work_limit: Option<u64>,
    /// Seed of every random choice.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Threads; 0 is all.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

/// Does it.
pub(super) fn run(_args: &PlanArgs, _terminal: &Terminal) -> Outcome {
    Outcome::OurFault
}
