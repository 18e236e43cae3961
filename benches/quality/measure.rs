//! One run, in a separate process.

use std::path::Path;
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::sync::Mutex;
use std::time::Instant;

use ateliers::check::check;
use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::pipeline;
use ateliers::plan::solved::Solved;
use ateliers::solve::{Progress, Settings, Stop, Watch};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::table::Row;

/// Gaps for which the time is recorded.
const MARKS: [f64; 3] = [0.02, 0.01, 0.005];

/// The limits of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Limits {
    /// Seed of the search.
    pub seed: u64,
    /// Seconds on the wall clock.
    pub time_limit_s: f64,
    /// Work, for a test.
    pub work_limit: Option<u64>,
}

impl FromStr for Limits {
    type Err = serde_json::Error;

    fn from_str(json: &str) -> Result<Self, Self::Err> {
        serde_json::from_str(json)
    }
}

/// Records the time when the search reports progress.
struct Stopwatch {
    started: Instant,
    limit_s: f64,
    /// When each of [`MARKS`] was first reached, seconds.
    reached: Mutex<[Option<f64>; MARKS.len()]>,
}

impl Stopwatch {
    fn elapsed_s(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }

    fn tell(&self, gap: f64) {
        let now = rounded(self.elapsed_s(), 2);
        let mut reached = self.reached.lock().expect("no other holder fails");
        for (_, reached) in MARKS.iter().zip(reached.iter_mut()).filter(|(mark, _)| gap <= **mark) {
            reached.get_or_insert(now);
        }
    }
}

impl Watch for Stopwatch {
    fn stop(&self) -> Option<Stop> {
        (self.remaining_s() <= 0.0).then_some(Stop::TimeLimit)
    }

    fn remaining_s(&self) -> f64 {
        self.limit_s - self.elapsed_s()
    }

    fn progress(&self, progress: &Progress) {
        self.tell((progress.objective - progress.bound) / progress.objective.abs());
    }
}

/// Starts this program again, for one run.
pub(crate) fn in_a_process(name: &str, scenario: &Path, limits: &Limits) -> Row {
    started_again("--measure", name, scenario, limits)
}

/// Starts this program again with a flag, and reads the JSON that it prints.
pub(crate) fn started_again<T: DeserializeOwned>(
    flag: &str,
    name: &str,
    scenario: &Path,
    limits: &Limits,
) -> T {
    let program = std::env::current_exe().expect("this program has a path");
    let limits = serde_json::to_string(limits).expect("plain numbers");
    let mut command = Command::new(program);
    command.args([flag, name, "--limits", &limits, "--scenario"]).arg(scenario).stderr(Stdio::inherit());
    let output = command.output().expect("this program can be started");
    assert!(output.status.success(), "{name}: the run failed");
    serde_json::from_slice(&output.stdout).expect("a run prints its figures")
}

/// Plans, checks, and returns the row as JSON.
pub(crate) fn measure(name: &str, scenario: &Path, limits: &Limits) -> String {
    let started = Instant::now();
    let watch = Stopwatch { started, limit_s: limits.time_limit_s, reached: Mutex::default() };
    let instance = read_scenario(scenario).expect("a valid scenario").instance;
    let settings = Settings { gap: 0.0, work_limit: limits.work_limit, seed: limits.seed };
    let solved = planned(&instance, &settings, &watch);
    let wall_s = watch.elapsed_s();
    // The pipeline has already checked the plan; this second check does not depend on it.
    let verdict = check(&instance, &solved.plan);
    assert!(verdict.is_legal(), "{:?}", verdict.violations);
    let objective = verdict.breakdown.objective().to_f64();
    // Progress is reported between slices; the delivered plan counts too.
    watch.tell((objective - solved.proof.bound) / objective.abs());
    let [to_2, to_1, to_half] = *watch.reached.lock().expect("the search is over");
    let row = Row {
        instance: name.to_owned(),
        seed: limits.seed,
        time_limit_s: limits.time_limit_s,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        objective: rounded(objective, 2),
        bound: rounded(solved.proof.bound, 2),
        gap: rounded(solved.proof.gap, 6),
        s_to_2_percent: to_2,
        s_to_1_percent: to_1,
        s_to_half_percent: to_half,
        wall_s: rounded(wall_s, 2),
        memory_mib: peak_memory_mib().map(f64::round),
        status: solved.status.to_owned(),
        commit: String::new(),
    };
    serde_json::to_string(&row).expect("plain numbers and texts")
}

/// Plans as the program does: in a pool of all threads.
pub(crate) fn planned(instance: &Instance, settings: &Settings, watch: &dyn Watch) -> Solved {
    let pool = rayon::ThreadPoolBuilder::new().build().expect("threads can be started");
    let solved = pool.install(|| pipeline::plan(instance, settings, None, watch));
    solved.expect("a legal plan with a valid bound")
}

/// Peak memory of this process, mebibytes; `None` if unknown.
pub(crate) fn peak_memory_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = peak.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib / 1024.0)
}

pub(crate) fn rounded(figure: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (figure * scale).round() / scale
}
