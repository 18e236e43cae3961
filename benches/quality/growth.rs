//! Growth of time and memory: one axis at a time from a base point, with fitted exponents.
//!
//! # Protocol
//! - **Points**: the base has 3,000 residents, 150 communes, 6 trainers and 26 weeks; each axis varies one of them ([`AXES`]) and
//!   keeps the others. `ateliers territory invent` generates every point again from `data/bench/region` (the communes nearest to
//!   its largest one), with invented pauses.
//! - **Limits**: seed 1, a work limit of 400,000 (`--work-limit N`), and a time limit of 300 seconds (`--time-limit S`) per
//!   point. Each point is a separate process, with all cores and nothing else running.
//! - **Measured**, wall seconds: `read` (the scenario, all faults, all distances), `build` (the choices of a plan), `round` (one
//!   round of pricing, the step of every proof: the mean of the first three), `first_plan` (from the start of the search,
//!   including `build`), `first_bound` (from then to the end of the ascent's first slice), `plan` (the whole search, including
//!   check and reasons), `check` (the verdict on the plan, again), `write` (its files, without the disk); peak resident memory of
//!   the process, mebibytes. `patterns` (venue, slot, first date) is the size that determines `build` and `round`.
//! - **Exponents**: least squares of the logarithms over an axis, including the base point. Seconds below [`NOISE_S`], and
//!   `first_bound` and `plan` of points ended by the time limit, are excluded. The steepest step between two neighbouring points
//!   is shown too, because it shows where growth bends.
//! - **Stored** in `benches/growth.csv`, with the commit.

use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use ateliers::check::check;
use ateliers::input::read_scenario;
use ateliers::messages::{Lang, Messages};
use ateliers::output::{Delivery, files};
use ateliers::solve::master::Master;
use ateliers::solve::space::Space;
use ateliers::solve::subgradient::Climb;
use ateliers::solve::{Progress, Settings, Stage, Stop, Watch};
use serde::{Deserialize, Serialize};

use super::fit::Fit;
use super::invention::{Invention, Region, made};
use super::measure::{Limits, peak_memory_mib, planned, rounded, started_again};

/// The stored points.
pub(crate) const STORED: &str = "benches/growth.csv";
/// Units of work of a point.
const WORK: u64 = 400_000;
/// Time limit of a point, in seconds.
const TIME_LIMIT_S: f64 = 300.0;
/// Status of a point ended by the clock.
const TIME_LIMIT: &str = "time_limit";
/// Number of rounds of pricing that are timed together.
const ROUNDS: u64 = 3;
/// Times below this, in seconds, are noise.
const NOISE_S: f64 = 0.01;

/// Residents, communes, trainers, weeks.
type Point = [usize; 4];
const BASE: Point = [3_000, 150, 6, 26];

/// Each axis and its values, including those of the base.
const AXES: [(&str, &[usize]); 4] = [
    ("residents", &[500, 1_000, 3_000, 10_000, 20_000, 50_000]),
    ("communes", &[23, 72, 150, 300, 600, 1_200]),
    ("trainers", &[2, 6, 15, 30, 60]),
    ("weeks", &[13, 26, 52, 104]),
];

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Row {
    residents: usize,
    communes: usize,
    trainers: usize,
    weeks: usize,
    patterns: usize,
    read_s: f64,
    build_s: f64,
    round_s: f64,
    first_plan_s: f64,
    /// `None` if the search ended before.
    first_bound_s: Option<f64>,
    plan_s: f64,
    check_s: f64,
    write_s: f64,
    memory_mib: Option<f64>,
    gap: f64,
    work: u64,
    cores: usize,
    status: String,
    commit: String,
}

/// A fitted figure: its name, and its value for a row, if it counts.
type Figure = (&'static str, fn(&Row) -> Option<f64>);
const FIGURES: [Figure; 10] = [
    ("patterns", |row| Some(row.patterns as f64)),
    ("read", |row| seconds(row.read_s)),
    ("build", |row| seconds(row.build_s)),
    ("round", |row| seconds(row.round_s)),
    ("first_plan", |row| seconds(row.first_plan_s)),
    ("first_bound", |row| row.first_bound_s.filter(|_| row.is_whole()).and_then(seconds)),
    ("plan", |row| seconds(row.plan_s).filter(|_| row.is_whole())),
    ("check", |row| seconds(row.check_s)),
    ("write", |row| seconds(row.write_s)),
    ("memory", |row| row.memory_mib),
];

fn seconds(seconds: f64) -> Option<f64> {
    (seconds >= NOISE_S).then_some(seconds)
}

impl Row {
    fn point(&self) -> Point {
        [self.residents, self.communes, self.trainers, self.weeks]
    }

    /// Whether it was ended by the work limit or a proof rather than the clock.
    fn is_whole(&self) -> bool {
        self.status != TIME_LIMIT
    }
}

/// Measures the points of the axes named in `only` (all if empty), prints them and the fits over all known points, and stores
/// them if asked. Points of a trial run, with other limits, are fitted without the stored ones.
pub(crate) fn grow(only: &[String], tried: (Option<f64>, Option<u64>), update: bool, commit: &str) {
    let names = AXES.map(|(name, _)| name);
    for name in only {
        assert!(names.contains(&name.as_str()), "no axis is named {name}; there are {}", names.join(", "));
    }
    let is_try = tried.0.is_some() || tried.1.is_some();
    let limits = Limits {
        seed: 1,
        time_limit_s: tried.0.unwrap_or(TIME_LIMIT_S),
        work_limit: Some(tried.1.unwrap_or(WORK)),
    };
    let mut rows = if is_try { Vec::new() } else { read() };
    println!("{}", header());
    for point in points(only) {
        let row = Row { commit: commit.to_owned(), ..measured(point, &limits) };
        println!("{}", line(&row));
        rows.retain(|known| known.point() != point);
        rows.push(row);
        if update {
            // After each point, so that an interrupted bench keeps what it has measured.
            write(&rows);
        }
    }
    for (axis, (name, values)) in AXES.iter().enumerate() {
        let along = along(axis, values, &rows);
        if along.len() > 1 {
            println!("\n{name}, {} points", along.len());
            for figure in &FIGURES {
                fitted(figure, axis, &along);
            }
        }
    }
}

/// Measures a small point and reads the stored table, to check that the bench still runs.
pub(crate) fn test() {
    let limits = Limits { seed: 1, time_limit_s: TIME_LIMIT_S, work_limit: Some(1) };
    measured([60, 23, 1, 13], &limits);
    read();
}

/// The points of the axes named in `only`, each once, the base first.
fn points(only: &[String]) -> Vec<Point> {
    let mut points = vec![BASE];
    for (axis, (name, values)) in AXES.iter().enumerate() {
        if only.is_empty() || only.iter().any(|wanted| wanted == name) {
            let varied = values.iter().map(|&value| at(axis, value)).filter(|point| *point != BASE);
            points.extend(varied);
        }
    }
    points
}

/// The base with another value on one axis.
fn at(axis: usize, value: usize) -> Point {
    let mut point = BASE;
    point[axis] = value;
    point
}

/// The known rows of an axis, in its order.
fn along<'r>(axis: usize, values: &[usize], rows: &'r [Row]) -> Vec<&'r Row> {
    let known = |&value: &usize| rows.iter().find(|row| row.point() == at(axis, value));
    values.iter().filter_map(known).collect()
}

fn fitted((name, figure): &Figure, axis: usize, along: &[&Row]) {
    let known = along.iter().filter_map(|row| Some((row.point()[axis] as f64, figure(row)?)));
    if let Some(fit) = Fit::new(&known.collect::<Vec<_>>()) {
        println!("  {name:<12} {fit}");
    }
}

fn measured(point: Point, limits: &Limits) -> Row {
    let [residents, communes, trainers, weeks] = point;
    let name = format!("growth-{residents}-{communes}-{trainers}-{weeks}");
    let days = 7 * weeks as i32;
    let scenario =
        made(&name, &Invention { region: Region::Departments, residents, communes, trainers, days });
    let row: Row = started_again("--stages", &name, &scenario, limits);
    // The generated instance has the requested size.
    assert_eq!(row.point()[..3], point[..3], "{name}");
    Row { weeks, ..row }
}

/// Times every stage of one point in this process; returns its row as JSON.
pub(crate) fn measure(scenario: &Path, limits: &Limits) -> String {
    let (instance, read_s) = timed(|| read_scenario(scenario).expect("a valid scenario").instance);
    let settings = Settings { gap: 0.0, work_limit: limits.work_limit, seed: limits.seed };
    let laps = Laps { started: Instant::now(), limit_s: limits.time_limit_s, first: Mutex::default() };
    let (solved, plan_s) = timed(|| planned(&instance, &settings, &laps));
    let (verdict, check_s) = timed(|| check(&instance, &solved.plan));
    assert!(verdict.is_legal(), "{:?}", verdict.violations);
    let messages = Messages::new(Lang::Fr);
    let delivery = Delivery {
        instance: &instance,
        solved: &solved,
        messages: &messages,
        seed: limits.seed,
        wall_s: plan_s,
        only: &[],
    };
    let (_, write_s) = timed(|| files(&delivery));
    // Peak of the run itself, taken before the measurements below.
    let memory_mib = peak_memory_mib().map(f64::round);
    let (space, build_s) = timed(|| Space::new(&instance));
    let rows = Master::new(&space).rows;
    let mut climb = Climb::new(&space, &rows, false, &|| f64::INFINITY);
    let ((), rounds_s) = timed(|| climb.climb_all(ROUNDS));
    let [first_plan_s, first_bound_s] = *laps.first.lock().expect("the search is over");
    let row = Row {
        residents: instance.residents.len(),
        communes: instance.communes.len(),
        trainers: instance.trainers.len(),
        weeks: 0,
        patterns: space.patterns.len(),
        read_s: rounded(read_s, 3),
        build_s: rounded(build_s, 3),
        round_s: rounded(rounds_s / ROUNDS as f64, 3),
        first_plan_s: rounded(first_plan_s.unwrap_or(plan_s), 3),
        first_bound_s: first_bound_s.zip(first_plan_s).map(|(bound, plan)| rounded(bound - plan, 3)),
        plan_s: rounded(plan_s, 3),
        check_s: rounded(check_s, 3),
        write_s: rounded(write_s, 3),
        memory_mib,
        gap: rounded(solved.proof.gap, 4),
        work: limits.work_limit.unwrap_or_default(),
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        // The status does not show whether the clock ended the ascent, so the elapsed time decides.
        status: if plan_s < limits.time_limit_s { solved.status } else { TIME_LIMIT }.to_owned(),
        commit: String::new(),
    };
    serde_json::to_string(&row).expect("plain numbers and texts")
}

fn timed<T>(stage: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let result = stage();
    (result, started.elapsed().as_secs_f64())
}

/// When the search first reported a plan, and a bound.
struct Laps {
    started: Instant,
    limit_s: f64,
    first: Mutex<[Option<f64>; 2]>,
}

impl Watch for Laps {
    fn stop(&self) -> Option<Stop> {
        (self.remaining_s() <= 0.0).then_some(Stop::TimeLimit)
    }

    fn remaining_s(&self) -> f64 {
        self.limit_s - self.started.elapsed().as_secs_f64()
    }

    fn progress(&self, progress: &Progress) {
        let lap = usize::from(progress.stage != Stage::Construct);
        let mut first = self.first.lock().expect("no other holder fails");
        first[lap].get_or_insert(self.started.elapsed().as_secs_f64());
    }
}

fn header() -> String {
    let names = ["read", "build", "round", "plan 1", "bound 1", "plan", "check", "write"];
    let names: Vec<String> = names.iter().map(|name| format!("{name:>8}")).collect();
    format!("residents communes trainers weeks patterns {}    MiB status", names.join(" "))
}

fn line(row: &Row) -> String {
    let bound = row.first_bound_s.unwrap_or(f64::NAN);
    let stages =
        [row.read_s, row.build_s, row.round_s, row.first_plan_s, bound, row.plan_s, row.check_s, row.write_s];
    let stages: Vec<String> = stages.iter().map(|seconds| format!("{seconds:>8.3}")).collect();
    let [residents, communes, trainers, weeks] = row.point();
    let memory = row.memory_mib.unwrap_or(f64::NAN);
    format!(
        "{residents:>9} {communes:>8} {trainers:>8} {weeks:>5} {:>8} {} {memory:>6.0} {}",
        row.patterns,
        stages.join(" "),
        row.status
    )
}

/// The stored rows; empty if there is no table yet.
fn read() -> Vec<Row> {
    let Ok(mut reader) = csv::Reader::from_path(STORED) else { return Vec::new() };
    let rows: Result<Vec<Row>, csv::Error> = reader.deserialize().collect();
    rows.expect("the stored points have the columns that this bench writes")
}

/// Stores rows in the order of the points.
fn write(rows: &[Row]) {
    let mut writer = csv::Writer::from_path(STORED).expect("the stored points can be written");
    for row in points(&[]).iter().filter_map(|point| rows.iter().find(|row| row.point() == *point)) {
        writer.serialize(row).expect("a row can be written");
    }
    writer.flush().expect("the stored points can be written");
}
