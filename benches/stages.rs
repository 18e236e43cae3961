//! Speed of each stage, for growing sizes.
//!
//! `cargo bench --bench stages` measures; `cargo test --release --bench stages` runs each once. Sizes:
//! - `small`: `data/bench/instances/tiny`, 60 residents, one trainer: overheads;
//! - `real`: `data/bench/instances/phase1`, 460 residents, two trainers, half a year;
//! - `large`: `data/pma/rollout`, 2,032 residents, four trainers;
//! - `double`: `large` with every resident and venue doubled: shows what grows faster than its input. Not used for the stages of
//!   the search.
//!
//! The stages around the search (`parse`, `distances`, `check`, `reasons`, `tables`) use the plan of a short search; so does
//! `export` (calendars, workbooks, papers and report for every commune and trainer), on the first two sizes. The stages of the
//! search are `space` (the choices of a plan), `pricing` (one round: the best cycles at given duals), `bound` (the bound at these
//! duals; with `pricing`, one round of the subgradient ascent), and `master` (the linear program over the cycles of a short
//! ascent, solved from scratch).

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use ateliers::check::check;
use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::instance::ids::CommuneId;
use ateliers::messages::{Lang, Messages};
use ateliers::output::calendar::Earlier;
use ateliers::output::export::{Audience, Export, Outlines, documents};
use ateliers::output::paper::{Own, Press};
use ateliers::output::{Delivery, files};
use ateliers::pipeline;
use ateliers::plan::reasons::explain;
use ateliers::plan::solved::Solved;
use ateliers::solve::bound::lagrangian;
use ateliers::solve::master::{Master, Prices, Rows};
use ateliers::solve::milp::lp::Simplex;
use ateliers::solve::pricing::price;
use ateliers::solve::space::Space;
use ateliers::solve::subgradient::{Ascent, Climb};
use ateliers::solve::{Progress, Settings, Stop, Watch};
use ateliers::territory::{Road, Travel};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use tempfile::TempDir;

/// Enough work for a plan with cycles; quality is measured by another bench.
const WORK: u64 = 1;
/// Rounds of the ascent whose cycles fill the master.
const ASCENT_ROUNDS: u64 = 10;

struct Size {
    name: &'static str,
    scenario: PathBuf,
    instance: Instance,
    solved: Solved,
}

/// A watch that does nothing.
struct Unwatched;

impl Watch for Unwatched {
    fn stop(&self) -> Option<Stop> {
        None
    }
    fn remaining_s(&self) -> f64 {
        f64::INFINITY
    }
    fn progress(&self, _: &Progress) {}
}

fn size(name: &'static str, scenario: PathBuf) -> Size {
    let instance = read_scenario(&scenario).expect("a valid scenario").instance;
    let settings = Settings { gap: 1.0, work_limit: Some(WORK), seed: 1 };
    let solved = pipeline::plan(&instance, &settings, None, &Unwatched).expect("a legal plan");
    assert!(!solved.plan.cycles.is_empty(), "{name}: nothing to check or to export");
    Size { name, scenario, instance, solved }
}

/// The rollout with every resident and venue doubled, in a temporary folder.
fn doubled() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let copy = |folder: &str| {
        fs::create_dir_all(home.path().join(folder)).expect("a folder");
        for entry in fs::read_dir(Path::new("data/pma").join(folder)).expect("the data") {
            let entry = entry.expect("a file");
            let text = fs::read_to_string(entry.path()).expect("text");
            let name = entry.file_name();
            let is_doubled = ["residents.csv", "venues.csv"].iter().any(|doubled| name == **doubled);
            let text = if is_doubled { twice(&text) } else { text };
            fs::write(home.path().join(folder).join(name), text).expect("written");
        }
    };
    copy("territory");
    copy("rollout");
    home
}

/// A table with every row duplicated; identifiers of the copies, in the first column, get a prefix.
fn twice(table: &str) -> String {
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let again = rows.iter().map(|row| format!("B{row}"));
    let header = table.lines().next().unwrap_or_default().to_owned();
    let all: Vec<String> =
        std::iter::once(header).chain(rows.iter().map(|&row| row.to_owned())).chain(again).collect();
    all.join("\n") + "\n"
}

fn sizes() -> [Size; 3] {
    [
        size("small", "data/bench/instances/tiny/scenario.toml".into()),
        size("real", "data/bench/instances/phase1/scenario.toml".into()),
        size("large", "data/pma/rollout/scenario.toml".into()),
    ]
}

fn stages(criterion: &mut Criterion) {
    let home = doubled();
    let doubled = size("double", home.path().join("rollout/scenario.toml"));
    let sizes: Vec<Size> = sizes().into_iter().chain([doubled]).collect();
    let mut stage = |name: &str, run: &dyn Fn(&Size)| {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        for size in &sizes {
            group.bench_with_input(BenchmarkId::from_parameter(size.name), size, |bencher, size| {
                bencher.iter(|| run(size));
            });
        }
        group.finish();
    };
    stage("parse", &|size| {
        black_box(read_scenario(&size.scenario).is_ok());
    });
    stage("distances", &|size| {
        black_box(distances(&size.instance));
    });
    stage("check", &|size| {
        black_box(check(&size.instance, &size.solved.plan));
    });
    stage("reasons", &|size| {
        black_box(explain(&size.instance, &size.solved.plan));
    });
    stage("tables", &|size| {
        black_box(tables(size));
    });
    bench_export(criterion, &sizes[..2]);
}

/// What `ateliers export` produces without contacts and outlines, all documents in parallel.
fn bench_export(criterion: &mut Criterion, sizes: &[Size]) {
    let (messages, press) = (Messages::new(Lang::Fr), Press::new(Own::default()));
    let (outlines, earlier) = (Outlines::new(), Earlier::nothing(&sizes[0].instance));
    let mut group = criterion.benchmark_group("export");
    group.sample_size(10);
    for size in sizes {
        let export = Export {
            instance: &size.instance,
            plan: &size.solved.plan,
            breakdown: size.solved.breakdown,
            proof: size.solved.proof,
            is_bound_claimed: true,
            reasons: size.solved.reasons.clone(),
            outlines: &outlines,
            contacts: None,
            earlier: &earlier,
            told: &[],
            bill: None,
            is_changed_only: false,
            only: &[],
            press: &press,
            made: date(2027, 1, 4).at(12, 0, 0, 0),
            messages: &messages,
        };
        group.bench_function(BenchmarkId::from_parameter(size.name), |bencher| {
            bencher.iter(|| {
                let made = documents(&export, &Audience::ALL, &|_, _| true);
                black_box(made.expect("every document"))
            });
        });
    }
    group.finish();
}

/// A search in the middle of its proof.
struct Midst<'s> {
    name: &'static str,
    space: &'s Space<'s>,
    ascent: Ascent,
}

fn search(criterion: &mut Criterion) {
    let sizes = sizes();
    let mut group = criterion.benchmark_group("space");
    group.sample_size(10);
    for size in &sizes {
        let id = BenchmarkId::from_parameter(size.name);
        group.bench_function(id, |bencher| bencher.iter(|| black_box(Space::new(&size.instance))));
    }
    group.finish();
    let spaces: Vec<Space> = sizes.iter().map(|size| Space::new(&size.instance)).collect();
    let midsts: Vec<Midst> = sizes.iter().zip(&spaces).map(|(size, space)| midst(size, space)).collect();
    bench_prices(criterion, &midsts);
    bench_master(criterion, &midsts);
}

fn midst<'s>(size: &Size, space: &'s Space<'s>) -> Midst<'s> {
    let rows = Master::new(space).rows;
    let mut climb = Climb::new(space, &rows, false, &|| f64::INFINITY);
    climb.climb_all(ASCENT_ROUNDS);
    let ascent = climb.end();
    assert!(!ascent.columns.is_empty(), "{}: no cycle has been priced", size.name);
    Midst { name: size.name, space, ascent }
}

fn bench_prices(criterion: &mut Criterion, midsts: &[Midst]) {
    let priced: Vec<(Rows, Prices)> = midsts
        .iter()
        .map(|midst| {
            let rows = Master::new(midst.space).rows;
            let prices = rows.prices(&midst.ascent.duals);
            (rows, prices)
        })
        .collect();
    let mut group = criterion.benchmark_group("pricing");
    group.sample_size(10);
    for (midst, (rows, prices)) in midsts.iter().zip(&priced) {
        group.bench_function(BenchmarkId::from_parameter(midst.name), |bencher| {
            bencher.iter(|| black_box(price(midst.space, rows, prices, &|| f64::INFINITY)));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("bound");
    group.sample_size(10);
    for (midst, (rows, prices)) in midsts.iter().zip(&priced) {
        let round = price(midst.space, rows, prices, &|| f64::INFINITY).expect("there is time");
        group.bench_function(BenchmarkId::from_parameter(midst.name), |bencher| {
            bencher.iter(|| black_box(lagrangian(midst.space, prices, &round)));
        });
    }
    group.finish();
}

/// Building is not measured: each sample gets a new master, because a solved one keeps its basis.
fn bench_master(criterion: &mut Criterion, midsts: &[Midst]) {
    let mut group = criterion.benchmark_group("master");
    group.sample_size(10);
    for midst in midsts {
        let filled = || {
            let mut master = Master::new(midst.space);
            midst.ascent.columns.iter().for_each(|column| master.add(column.clone()));
            master
        };
        let solve = |master: &mut Master| {
            let solution = master.solve(Simplex::Primal, &|| f64::INFINITY);
            assert!(solution.is_ok(), "{}: the master was not solved", midst.name);
        };
        group.bench_function(BenchmarkId::from_parameter(midst.name), |bencher| {
            bencher.iter_batched_ref(filled, solve, BatchSize::PerIteration);
        });
    }
    group.finish();
}

/// Distances between all pairs in a chain of as many communes as the instance has, each joined to the next four.
fn distances(instance: &Instance) -> Travel {
    let n_communes = instance.communes.len();
    let pairs =
        (0..n_communes).flat_map(|from| (from + 1..(from + 5).min(n_communes)).map(move |to| (from, to)));
    let roads: Vec<Road> = pairs
        .map(|(from, to)| (CommuneId::from(from), CommuneId::from(to)))
        .map(|(from, to)| Road { from, to, leg: instance.travel.leg(from, to).unwrap_or_default() })
        .collect();
    Travel::new(n_communes, &roads, &[])
}

/// The plan's own tables, as `ateliers plan` writes them.
fn tables(size: &Size) -> usize {
    let messages = Messages::new(Lang::Fr);
    let delivery = Delivery {
        instance: &size.instance,
        solved: &size.solved,
        messages: &messages,
        seed: 1,
        wall_s: 0.0,
        only: &[],
    };
    files(&delivery).iter().map(|file| file.bytes.len()).sum()
}

criterion_group!(benches, stages, search);
criterion_main!(benches);
