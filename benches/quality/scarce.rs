//! Territories in which one resource at a time is scarce: the remaining gap, and what a greedy improvement by hand still gains.
//!
//! # Protocol
//! - **Instances**: three for each resource of the tests' generator (`tests/it/generator/scarce.rs`), 100 to 500 residents,
//!   always the same; written to `target/tmp/scarce` before each measurement.
//! - **Limits**: seed 1, 60 seconds of wall clock (`--time-limit S`), gap 0. Each run is a separate process, with all cores.
//! - **Measured**: objective, bound and gap of the delivered plan; `by_hand`, the objective after the tests' greedy hand
//!   (`tests/it/greedy_hand`) has tried to improve the plan, which should not be possible.
//! - **Stored** in `benches/scarce.csv`, with the commit. Printed for each resource: the median gap next to the stored one.

use std::path::{Path, PathBuf};
use std::time::Instant;

use ateliers::check::check;
use ateliers::input::read_scenario;
use ateliers::solve::{Progress, Settings, Stop, Watch};
use serde::{Deserialize, Serialize};

use super::generator::files;
use super::generator::scarce::{Resource, data};
use super::greedy_hand::improved;
use super::measure::{Limits, planned, rounded, started_again};
use super::table::middle;

/// The stored rows.
pub(crate) const STORED: &str = "benches/scarce.csv";
/// Where the scenarios are written.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/scarce");
/// Seeds of the instances of a resource.
const SEEDS: [u64; 3] = [1, 2, 3];
const TIME_LIMIT_S: f64 = 60.0;
/// Targets for the gaps: the median of all, and the largest.
const TARGET: (f64, f64) = (0.04, 0.12);

/// The result of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Row {
    resource: String,
    seed: u64,
    residents: usize,
    served: usize,
    time_limit_s: f64,
    cores: usize,
    /// Objective, euros.
    objective: f64,
    /// Bound, euros.
    bound: f64,
    /// Relative gap.
    gap: f64,
    /// Objective after the greedy hand, euros.
    by_hand: f64,
    wall_s: f64,
    status: String,
    commit: String,
}

impl Row {
    fn key(&self) -> (String, u64) {
        (self.resource.clone(), self.seed)
    }
}

/// Measures the resources named in `only` (all if empty), prints them next to the stored ones, and stores them if asked.
pub(crate) fn measure_all(only: &[String], time_limit_s: Option<f64>, update: bool, commit: &str) {
    let names = Resource::ALL.map(Resource::name);
    for name in only {
        assert!(names.contains(name), "no resource is named {name}; there are {}", names.join(", "));
    }
    let limits = Limits { seed: 1, time_limit_s: time_limit_s.unwrap_or(TIME_LIMIT_S), work_limit: None };
    let mut stored = read();
    let mut gaps = Vec::new();
    println!(
        "{:<18} {:>4} {:>9} {:>12} {:>12} {:>8} {:>12}",
        "resource", "seed", "served", "objective", "bound", "gap", "by hand"
    );
    let is_wanted = |resource: &Resource| only.is_empty() || only.contains(&resource.name());
    for resource in Resource::ALL.into_iter().filter(is_wanted) {
        let rows = SEEDS.map(|seed| run(resource, seed, &limits, commit));
        let now = middle(rows.iter().map(|row| row.gap).collect());
        let then: Vec<f64> =
            stored.iter().filter(|row| row.resource == resource.name()).map(|row| row.gap).collect();
        let was =
            if then.is_empty() { String::new() } else { format!(", was {:.2} %", 100.0 * middle(then)) };
        println!("  median gap {:.2} %{was}", 100.0 * now);
        gaps.extend(rows.iter().map(|row| row.gap));
        if update {
            stored.retain(|row| row.resource != resource.name());
            stored.extend(rows);
            // After each resource, so that an interrupted bench keeps what it has measured.
            write(&mut stored);
        }
    }
    let largest = gaps.iter().copied().fold(0.0, f64::max);
    let median = middle(gaps);
    let verdict = if median <= TARGET.0 && largest <= TARGET.1 { "met" } else { "MISSED" };
    println!(
        "all: median gap {:.2} %, largest {:.2} %; target {verdict}: {} and {} % in {TIME_LIMIT_S} s",
        100.0 * median,
        100.0 * largest,
        100.0 * TARGET.0,
        100.0 * TARGET.1
    );
}

/// Reads the stored table and runs an instance with little time, to check that the bench still runs.
pub(crate) fn test(limits: &Limits) {
    read();
    run(Resource::Horizon, SEEDS[0], limits, "");
}

fn run(resource: Resource, seed: u64, limits: &Limits, commit: &str) -> Row {
    let data = data(resource, seed);
    let folder = Path::new(FOLDER).join(&data.name);
    std::fs::create_dir_all(&folder).expect("a folder for the scenario");
    let scenario: PathBuf = files::write(&data, &folder);
    let row: Row = started_again("--by-hand", &resource.name(), &scenario, limits);
    let row = Row { seed, commit: commit.to_owned(), ..row };
    let served = format!("{}/{}", row.served, row.residents);
    let gap = format!("{:.2} %", 100.0 * row.gap);
    println!(
        "{:<18} {seed:>4} {served:>9} {:>12.2} {:>12.2} {gap:>8} {:>12.2} {}",
        row.resource, row.objective, row.bound, row.by_hand, row.status
    );
    row
}

/// Stops the search by the clock.
struct Clock {
    started: Instant,
    limit_s: f64,
}

impl Watch for Clock {
    fn stop(&self) -> Option<Stop> {
        (self.remaining_s() <= 0.0).then_some(Stop::TimeLimit)
    }

    fn remaining_s(&self) -> f64 {
        self.limit_s - self.started.elapsed().as_secs_f64()
    }

    fn progress(&self, _progress: &Progress) {}
}

/// Plans in this process, applies the greedy hand to the plan, and returns the row as JSON.
pub(crate) fn measure(resource: &str, scenario: &Path, limits: &Limits) -> String {
    let clock = Clock { started: Instant::now(), limit_s: limits.time_limit_s };
    let instance = read_scenario(scenario).expect("a valid scenario").instance;
    let settings = Settings { gap: 0.0, work_limit: limits.work_limit, seed: limits.seed };
    let solved = planned(&instance, &settings, &clock);
    let wall_s = clock.started.elapsed().as_secs_f64();
    let verdict = check(&instance, &solved.plan);
    assert!(verdict.is_legal(), "{:?}", verdict.violations);
    let row = Row {
        resource: resource.to_owned(),
        seed: limits.seed,
        residents: instance.residents.len(),
        served: solved.plan.cycles.iter().map(|cycle| cycle.participants.len()).sum(),
        time_limit_s: limits.time_limit_s,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        objective: rounded(verdict.breakdown.objective().to_f64(), 2),
        bound: rounded(solved.proof.bound, 2),
        gap: rounded(solved.proof.gap, 6),
        by_hand: rounded(improved(&instance, &solved.plan).objective.to_f64(), 2),
        wall_s: rounded(wall_s, 2),
        status: solved.status.to_owned(),
        commit: String::new(),
    };
    serde_json::to_string(&row).expect("plain numbers and texts")
}

/// The stored rows; empty if there is no table yet.
fn read() -> Vec<Row> {
    let Ok(mut reader) = csv::Reader::from_path(STORED) else { return Vec::new() };
    let rows: Result<Vec<Row>, csv::Error> = reader.deserialize().collect();
    rows.expect("the stored rows have the columns that this bench writes")
}

fn write(rows: &mut [Row]) {
    rows.sort_by_key(Row::key);
    let mut writer = csv::Writer::from_path(STORED).expect("the stored rows can be written");
    for row in rows {
        writer.serialize(row).expect("a row can be written");
    }
    writer.flush().expect("the stored rows can be written");
}
