//! Published problems: any folder of scenarios with a table of known optima.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::measure::{Limits, in_a_process};
use super::table::Row;

/// The table next to the folders of the scenarios.
const OPTIMA: &str = "optima.csv";
/// Time limit per problem, in seconds.
const TIME_LIMIT_S: f64 = 60.0;
/// Objectives are equal when they differ by at most this, euros.
const SAME: f64 = 0.01;
/// Largest gap that counts as a proof: the rounding of a row.
const PROVEN: f64 = 1e-6;

/// A row of the table: a folder with a `scenario.toml`, and the objective of its best plans, euros.
#[derive(Debug, Clone, Deserialize)]
struct Known {
    scenario: String,
    optimum: f64,
}

/// Solves every problem of a folder, and prints how many were proven at their optimum.
pub(crate) fn prove_known(folder: &Path) {
    let problems = read(folder);
    println!("{}", Row::header());
    let n_proven = problems.iter().filter(|problem| prove(folder, problem)).count();
    println!("{n_proven} of {} proven at their optimum within {TIME_LIMIT_S:.0} s each", problems.len());
}

fn read(folder: &Path) -> Vec<Known> {
    let mut reader = csv::Reader::from_path(folder.join(OPTIMA)).expect("the folder has a table of optima");
    let rows: Result<Vec<Known>, csv::Error> = reader.deserialize().collect();
    rows.expect("the table of optima has the columns `scenario` and `optimum`")
}

/// Whether the optimum is found and proven; a bound above it, or a plan below it, makes the bench fail.
fn prove(folder: &Path, problem: &Known) -> bool {
    let scenario: PathBuf = folder.join(&problem.scenario).join("scenario.toml");
    let limits = Limits { seed: 1, time_limit_s: TIME_LIMIT_S, work_limit: None };
    let row = in_a_process(&problem.scenario, &scenario, &limits);
    println!("{row}");
    let (name, optimum) = (&problem.scenario, problem.optimum);
    assert!(row.bound < optimum + SAME, "{name}: the bound {} is above the optimum {optimum}", row.bound);
    assert!(row.objective > optimum - SAME, "{name}: {} is below the optimum {optimum}", row.objective);
    row.objective < optimum + SAME && row.gap <= PROVEN
}
