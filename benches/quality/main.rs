//! Quality of the plans, and how fast it is reached.
//!
//! # Protocol
//! - **Instances**: `tiny`, `pilot`, `phase1` of `data/bench/instances` and `rollout` of `data/pma`; they do not change.
//! - **Seeds**: 1, 2, 3 (`--seeds N`: 1 to N). A figure of an instance is the median over its seeds.
//! - **Limits**: wall clock, from before the scenario is read: 30, 60, 60 and 180 seconds. Asked gap: 0, so that a run
//!   ends by proof or by the clock. Every other setting is the scenario's.
//! - **Machine**: all cores that the program may use, nothing else at work; their number stands in every row. Each run is
//!   a process of its own, one at a time, so that its peak memory is its own.
//! - **Measured**: objective, bound and gap of the delivered plan; seconds until the search first told of a gap of
//!   5 %, 2 % and 1 %; wall seconds, the check included; peak resident memory (`VmHWM`, Linux only); why it ended.
//! - **What counts**: a plan that `check` finds legal, with a bound that its recomputed objective and a known optimum
//!   confirm. Anything else ends the bench with a failure.
//! - **Compared** with `benches/quality.csv`, which says of each row the commit it was measured at (`+`: with changes
//!   that are in no commit). Wall-clock limits make runs vary a little: read differences of the medians, not of rows.
//!
//! # Use
//! ```sh
//! cargo bench --bench quality                        # measures all, prints the difference to the stored table
//! cargo bench --bench quality -- pilot --seeds 5     # those whose name contains `pilot`
//! cargo bench --bench quality -- --update            # measures all and rewrites their rows of the stored table
//! cargo bench --bench quality -- --known DIR         # published problems: folders and a table `optima.csv`
//! cargo bench --bench quality -- --guard             # a short set with limits of work: is anything worse than stored?
//! cargo bench --bench quality -- --guard --update    # stores its figures on purpose
//! cargo test --release --bench quality               # `tiny` with a small work limit: does the bench still run?
//! ```
#![expect(clippy::print_stdout, reason = "a bench speaks to who runs it")]

mod guard;
mod known;
mod measure;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;

use guard::guard;
use known::prove_known;
use measure::{Limits, in_a_process, measure};
use table::{Row, Table, median};

/// The stored table.
const STORED: &str = "benches/quality.csv";
/// Some rounds of pricing and some steps of improvement.
const WORK_OF_TEST: u64 = 3_000;

/// What is measured, and what it must reach.
struct Trial {
    name: &'static str,
    scenario: &'static str,
    time_limit_s: f64,
    /// Largest median gap that is good enough.
    gap: f64,
    /// Most memory, mebibytes.
    memory_mib: f64,
    /// Where it is known, euros.
    optimum: Option<f64>,
}

const TRIALS: [Trial; 4] = [
    Trial {
        name: "tiny",
        scenario: "data/bench/instances/tiny/scenario.toml",
        time_limit_s: 30.0,
        gap: 0.03,
        memory_mib: 2048.0,
        optimum: Some(13_193.72),
    },
    Trial {
        name: "pilot",
        scenario: "data/bench/instances/pilot/scenario.toml",
        time_limit_s: 60.0,
        gap: 0.06,
        memory_mib: 2048.0,
        optimum: None,
    },
    Trial {
        name: "phase1",
        scenario: "data/bench/instances/phase1/scenario.toml",
        time_limit_s: 60.0,
        gap: 0.06,
        memory_mib: 2048.0,
        optimum: None,
    },
    Trial {
        name: "rollout",
        scenario: "data/pma/rollout/scenario.toml",
        time_limit_s: 180.0,
        gap: 0.06,
        memory_mib: 2048.0,
        optimum: None,
    },
];

/// What was typed.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct Args {
    /// Measures only instances whose name contains this.
    filter: Option<String>,
    /// Seeds 1 to N.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..))]
    seeds: u64,
    /// Rewrites the rows of what is measured in the stored table.
    #[arg(long)]
    update: bool,
    /// Solves the scenarios of a folder whose optima its table `optima.csv` names.
    #[arg(long, value_name = "DIR")]
    known: Option<PathBuf>,
    /// Runs a short set with limits of work, and fails where a figure is worse than the stored one.
    #[arg(long)]
    guard: bool,
    /// Runs once with little work, to see whether the bench still runs.
    #[arg(long)]
    test: bool,
    /// Cargo says so in `cargo bench`; without it this is a test.
    #[arg(long, hide = true)]
    bench: bool,
    /// One run in this process; its row goes to standard output.
    #[arg(long, hide = true, value_name = "NAME", requires_all = ["limits", "scenario"])]
    measure: Option<String>,
    /// Scenario of that run.
    #[arg(long, hide = true, value_name = "FILE")]
    scenario: Option<PathBuf>,
    /// Seed and limits of that run.
    #[arg(long, hide = true, value_name = "JSON")]
    limits: Option<Limits>,
}

fn main() {
    let args = Args::parse();
    if let (Some(name), Some(scenario), Some(limits)) = (&args.measure, &args.scenario, &args.limits) {
        println!("{}", measure(name, scenario, limits));
    } else if let Some(folder) = &args.known {
        prove_known(folder);
    } else if args.guard {
        guard(args.update);
    } else if args.test || !args.bench {
        let limits = Limits { seed: 1, time_limit_s: TRIALS[0].time_limit_s, work_limit: Some(WORK_OF_TEST) };
        run(&TRIALS[0], &limits, &commit());
        Table::read(Path::new(STORED));
    } else {
        compare(&args);
    }
}

/// Measures, prints the difference to the stored table, and stores what was measured if asked.
fn compare(args: &Args) {
    let is_wanted = |trial: &&Trial| args.filter.as_ref().is_none_or(|filter| trial.name.contains(filter));
    let wanted: Vec<&Trial> = TRIALS.iter().filter(is_wanted).collect();
    assert!(!wanted.is_empty(), "no instance has this in its name");
    let commit = commit();
    let mut stored = Table::read(Path::new(STORED));
    println!("{}", Row::header());
    for trial in wanted {
        let limits = (1..=args.seeds).map(|seed| trial.limits(seed));
        let rows: Vec<Row> = limits.map(|limits| run(trial, &limits, &commit)).collect();
        report(trial, &rows, stored.of(trial.name));
        if args.update {
            stored.replace(trial.name, rows);
            // After each instance: a bench that is interrupted keeps what it measured.
            stored.write(Path::new(STORED));
        }
    }
}

/// One run that counts.
fn run(trial: &Trial, limits: &Limits, commit: &str) -> Row {
    let row =
        Row { commit: commit.to_owned(), ..in_a_process(trial.name, Path::new(trial.scenario), limits) };
    if let Some(optimum) = trial.optimum {
        assert!(row.bound < optimum + 0.01, "{}: the bound {} is above the optimum", trial.name, row.bound);
        assert!(row.objective > optimum - 0.01, "{}: {} is below the optimum", trial.name, row.objective);
    }
    println!("{row}");
    row
}

/// Medians beside those stored and beside the target.
fn report(trial: &Trial, rows: &[Row], stored: &[Row]) {
    let now = median(rows);
    println!("{now}");
    if let Some(first) = stored.first() {
        let then = median(stored);
        println!("{}", then.labelled(&format!("  {}, {} cores", first.commit, first.cores)));
        println!("{}", now.difference(&then));
    }
    let is_met = now.gap <= trial.gap && now.memory_mib.is_none_or(|memory| memory <= trial.memory_mib);
    let verdict = if is_met { "met" } else { "MISSED" };
    println!("  target {verdict}: {:.1} % and {} MiB\n", trial.gap * 100.0, trial.memory_mib);
}

impl Trial {
    fn limits(&self, seed: u64) -> Limits {
        Limits { seed, time_limit_s: self.time_limit_s, work_limit: None }
    }
}

/// The commit of the working copy, with a `+` if it was changed since; `unknown` outside a repository.
fn commit() -> String {
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    };
    let Some(head) = git(&["rev-parse", "--short=10", "HEAD"]) else { return "unknown".to_owned() };
    let changed = git(&["status", "--porcelain"]).unwrap_or_default();
    let is_changed = changed.lines().any(|line| !line.ends_with(STORED));
    format!("{}{}", head.trim(), if is_changed { "+" } else { "" })
}
