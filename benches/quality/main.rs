//! Quality of the plans, and the time to reach it.
//!
//! # Protocol
//! - **Instances**: `tiny`, `pilot`, `phase1` of `data/bench/instances` and `rollout` of `data/pma`, which do not change;
//!   `year-5000` (5,000 residents, the 72 communes of `data/pma/territory`, 8 trainers) and `region-20000` (20,000 residents, 600
//!   communes of `data/bench/region`, 30 trainers), both over 2026, which `ateliers territory invent` generates under
//!   `target/tmp/instances` before each measurement, always the same (`trials.rs`, `invention.rs`).
//! - **Seeds**: 1 to 5 (`--seeds N`: 1 to N). The figure of an instance is the median over its seeds.
//! - **Limits**: wall clock, from before the scenario is read: 10, 60, 60, 120, 300 and 600 seconds. Requested gap: 0, so that a
//!   run ends by proof or by the clock. Every other setting is the scenario's.
//! - **Machine**: all cores available to the program, nothing else running; their number is in every row. Each run is a separate
//!   process, one at a time, so that its peak memory is its own.
//! - **Measured**: objective, bound and gap of the delivered plan; seconds until the search first reported a gap of 2 %, 1 % and
//!   0.5 %; wall seconds, including the check; peak resident memory (`VmHWM`, Linux only); why it ended.
//! - **Valid results**: a plan that `check` finds legal, with a bound confirmed by its recomputed objective and, if known, the
//!   optimum. Anything else makes the bench fail. A time limit is kept if the run takes at most 2 s or 2 % more.
//! - **Compared** with `benches/quality.csv`, whose rows state the commit at which they were measured (`+`: with uncommitted
//!   changes). Wall-clock limits make runs vary a little: compare the medians, not the rows.
//!
//! # Growth
//! `--growth` measures time and memory of each stage against residents, communes, trainers and weeks, one axis at a time; its
//! protocol is at the top of `growth.rs`.
//!
//! # Scarcity
//! `--scarce` measures territories in which one resource at a time is scarce; its protocol is at the top of `scarce.rs`.
//!
//! # Use
//! ```sh
//! cargo bench --bench quality                        # measures all, prints the difference to the stored table
//! cargo bench --bench quality -- --only phase1,rollout --seeds 3
//! cargo bench --bench quality -- --only tiny --update    # stores what was measured: these rows of the table, no others
//! cargo bench --bench quality -- --only region-20000 --seeds 1 --time-limit 30    # a try: other limits, never stored
//! cargo bench --bench quality -- --effort usual --seeds 3    # seconds and gap of that word, on every instance
//! cargo bench --bench quality -- --growth            # how time and memory grow, and with which exponents
//! cargo bench --bench quality -- --growth --only residents --update    # stores the points of that axis
//! cargo bench --bench quality -- --scarce            # one scarce resource after the other
//! cargo bench --bench quality -- --scarce --only kits-few --time-limit 10    # a try: never stored
//! cargo bench --bench quality -- --known DIR         # published problems: folders and a table `optima.csv`
//! cargo bench --bench quality -- --guard             # a short set with limits of work: is anything worse than stored?
//! cargo bench --bench quality -- --guard --update    # stores its figures on purpose
//! cargo test --release --bench quality               # `tiny` with a small work limit: does the bench still run?
//! ```
#![expect(clippy::print_stdout, reason = "a bench speaks to who runs it")]

mod fit;
#[path = "../../tests/it/generator/mod.rs"]
#[allow(dead_code, reason = "the tests' generators; this bench needs one of them")]
mod generator;
#[path = "../../tests/it/greedy_hand/mod.rs"]
#[allow(dead_code, reason = "the tests' oracle; this bench needs its objective")]
mod greedy_hand;
mod growth;
mod guard;
mod invention;
mod known;
mod measure;
mod scarce;
mod table;
mod trials;

use std::path::{Path, PathBuf};
use std::process::Command;

use ateliers::input::read_scenario;
use ateliers::solve::effort::{Effort, Size};
use clap::Parser;

use growth::grow;
use guard::guard;
use invention::made;
use known::prove_known;
use measure::{Limits, in_a_process, measure};
use table::{Row, Table, median};
use trials::{Scenario, TRIALS, Trial};

/// The stored table.
const STORED: &str = "benches/quality.csv";
/// Enough for some rounds of pricing and some steps of improvement.
const WORK_OF_TEST: u64 = 3_000;

/// More seconds than any run takes, so that only work ends it.
const NO_TIME_LIMIT_S: f64 = 1e9;

/// Overrun up to which a time limit counts as kept: seconds, or a share of the limit.
const OVERRUN: (f64, f64) = (2.0, 0.02);

/// Command-line arguments.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct Args {
    /// Measures only the instances with these names (with `--growth`: only these axes; with `--scarce`: these resources).
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
    /// Seeds 1 to N.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    seeds: u64,
    /// Updates the measured rows in the stored table.
    #[arg(long)]
    update: bool,
    /// Another time limit, for a trial; its rows are not stored.
    #[arg(long, value_name = "S", conflicts_with = "update")]
    time_limit: Option<f64>,
    /// A work limit, for a trial; its rows are not stored.
    #[arg(long, value_name = "N", conflicts_with = "update")]
    work_limit: Option<u64>,
    /// A named amount of work (`quick`, `usual`, `thorough`) without a time limit: shows what it takes and which gap it reaches;
    /// its rows are not stored.
    #[arg(long, value_name = "WORD", conflicts_with_all = ["update", "work_limit", "time_limit"])]
    effort: Option<String>,
    /// Measures the growth of time and memory.
    #[arg(long, conflicts_with_all = ["known", "guard"])]
    growth: bool,
    /// Measures territories in which one resource is scarce.
    #[arg(long, conflicts_with_all = ["known", "guard", "growth", "work_limit"])]
    scarce: bool,
    /// Solves the scenarios of a folder whose optima are in its table `optima.csv`.
    #[arg(long, value_name = "DIR")]
    known: Option<PathBuf>,
    /// Runs a short set with work limits, and fails if a figure is worse than the stored one.
    #[arg(long)]
    guard: bool,
    /// Runs once with little work, to check that the bench still runs.
    #[arg(long)]
    test: bool,
    /// Passed by `cargo bench`; without it, this is a test.
    #[arg(long, hide = true)]
    bench: bool,
    /// One run in this process; its row goes to standard output.
    #[arg(long, hide = true, value_name = "NAME", requires_all = ["limits", "scenario"])]
    measure: Option<String>,
    /// The same for the stages of a point of growth.
    #[arg(long, hide = true, value_name = "NAME", requires_all = ["limits", "scenario"])]
    stages: Option<String>,
    /// The same for a scarce resource.
    #[arg(long, hide = true, value_name = "NAME", requires_all = ["limits", "scenario"])]
    by_hand: Option<String>,
    /// Scenario of that run.
    #[arg(long, hide = true, value_name = "FILE")]
    scenario: Option<PathBuf>,
    /// Seed and limits of that run.
    #[arg(long, hide = true, value_name = "JSON")]
    limits: Option<Limits>,
}

fn main() {
    let args = Args::parse();
    if let (Some(scenario), Some(limits)) = (&args.scenario, &args.limits) {
        let measured = args.measure.as_ref().map(|name| measure(name, scenario, limits));
        let measured = measured.or(args.by_hand.as_ref().map(|name| scarce::measure(name, scenario, limits)));
        println!("{}", measured.unwrap_or_else(|| growth::measure(scenario, limits)));
    } else if let Some(folder) = &args.known {
        prove_known(folder);
    } else if args.guard {
        guard(args.update);
    } else if args.test || !args.bench {
        let limits = Limits { seed: 1, time_limit_s: TRIALS[0].time_limit_s, work_limit: Some(WORK_OF_TEST) };
        run(&TRIALS[0], &TRIALS[0].scenario(), &limits, &commit());
        Table::read(Path::new(STORED));
        growth::test();
        scarce::test(&limits);
    } else if args.growth {
        grow(&args.only, (args.time_limit, args.work_limit), args.update, &commit());
    } else if args.scarce {
        scarce::measure_all(&args.only, args.time_limit, args.update, &commit());
    } else {
        compare(&args);
    }
}

/// Measures, prints the difference from the stored table, and stores the new rows if asked.
fn compare(args: &Args) {
    let names = TRIALS.map(|trial| trial.name);
    for name in &args.only {
        assert!(
            names.contains(&name.as_str()),
            "no instance is named {name}; there are {}",
            names.join(", ")
        );
    }
    let commit = commit();
    let mut stored = Table::read(Path::new(STORED));
    println!("{}", Row::header());
    for trial in &TRIALS {
        if !args.only.is_empty() && !args.only.iter().any(|name| name == trial.name) {
            continue;
        }
        let scenario = trial.scenario();
        let rows: Vec<Row> = (1..=args.seeds)
            .map(|seed| run(trial, &scenario, &limits(trial, seed, args, &scenario), &commit))
            .collect();
        report(trial, &rows, stored.of(trial.name));
        if args.update {
            for row in rows {
                stored.replace(row);
            }
            // After each instance, so that an interrupted bench keeps what it has measured.
            stored.write(Path::new(STORED));
        }
    }
}

/// The protocol's limits, or those of a trial.
fn limits(trial: &Trial, seed: u64, args: &Args, scenario: &Path) -> Limits {
    let limits = trial.limits(seed);
    if let Some(word) = &args.effort {
        let effort = Effort::from_name(word).expect("quick, usual or thorough");
        let size = Size::of(&read_scenario(scenario).expect("a valid scenario").instance);
        return Limits { time_limit_s: NO_TIME_LIMIT_S, work_limit: Some(effort.work(size)), ..limits };
    }
    Limits {
        time_limit_s: args.time_limit.unwrap_or(limits.time_limit_s),
        work_limit: args.work_limit,
        ..limits
    }
}

/// Runs once and checks the result against the known optimum.
fn run(trial: &Trial, scenario: &Path, limits: &Limits, commit: &str) -> Row {
    let row = Row { commit: commit.to_owned(), ..in_a_process(trial.name, scenario, limits) };
    if let Some(optimum) = trial.optimum {
        assert!(row.bound < optimum + 0.01, "{}: the bound {} is above the optimum", trial.name, row.bound);
        assert!(row.objective > optimum - 0.01, "{}: {} is below the optimum", trial.name, row.objective);
    }
    println!("{row}");
    row
}

/// Prints the medians next to the stored ones and the target.
fn report(trial: &Trial, rows: &[Row], stored: &[Row]) {
    let now = median(rows);
    println!("{now}");
    if let Some(first) = stored.first() {
        let then = median(stored);
        println!("{}", then.labelled(&format!("  {}, {} cores", first.commit, first.cores)));
        println!("{}", now.difference(&then));
    }
    let limit_s = rows[0].time_limit_s;
    let is_within = now.gap <= trial.gap && now.memory_mib.is_none_or(|memory| memory <= trial.memory_mib);
    let verdict = match is_within {
        _ if rows.iter().any(|row| row.status == "work_limit") || limit_s < trial.time_limit_s => "not tried",
        true => "met",
        false => "MISSED",
    };
    println!(
        "  target {verdict}: {} % in {} s and {} MiB",
        trial.gap * 100.0,
        trial.time_limit_s,
        trial.memory_mib
    );
    let allowed_s = limit_s + (limit_s * OVERRUN.1).max(OVERRUN.0);
    let longest_s = rows.iter().map(|row| row.wall_s).fold(0.0, f64::max);
    let kept = if longest_s <= allowed_s { "kept" } else { "PASSED" };
    println!("  time limit {kept}: {longest_s} s at most, of {limit_s} s\n");
}

impl Trial {
    /// Its scenario file, generated first if it is invented.
    fn scenario(&self) -> PathBuf {
        match &self.scenario {
            Scenario::Shipped(path) => path.into(),
            Scenario::Invented(invention) => made(self.name, invention),
        }
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
    let tables = [STORED, growth::STORED, scarce::STORED];
    let is_changed = changed.lines().any(|line| !tables.iter().any(|table| line.ends_with(table)));
    format!("{}{}", head.trim(), if is_changed { "+" } else { "" })
}
