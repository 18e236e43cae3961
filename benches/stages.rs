//! Speed of each stage, on three sizes.
//!
//! `cargo bench --bench stages` measures; `cargo test --release --bench stages` runs each once. Sizes:
//! - `small`: `data/fixtures/small`, twelve residents, three communes: overheads;
//! - `real`: `data/pma/rollout`, the 72 communes;
//! - `double`: the same with every resident and every venue twice: what grows faster than its input shows here.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use ateliers::check::check;
use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::instance::ids::CommuneId;
use ateliers::messages::{Lang, Messages};
use ateliers::output::{Delivery, files};
use ateliers::pipeline;
use ateliers::plan::reasons::explain;
use ateliers::plan::solved::Solved;
use ateliers::solve::{Progress, Settings, Stop, Watch};
use ateliers::territory::{Road, Travel};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use tempfile::TempDir;

/// Enough work for a plan with cycles in it; quality is another bench's matter.
const WORK: u64 = 1;

struct Size {
    name: &'static str,
    scenario: PathBuf,
    instance: Instance,
    solved: Solved,
}

/// Nobody watches a bench.
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
    let solved = pipeline::plan(&instance, &settings, &Unwatched).expect("a legal plan");
    Size { name, scenario, instance, solved }
}

/// The rollout with every resident and venue twice, in a folder of its own.
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

/// A table with every row a second time; identifiers, which come first, get a letter.
fn twice(table: &str) -> String {
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let again = rows.iter().map(|row| format!("B{row}"));
    let header = table.lines().next().unwrap_or_default().to_owned();
    let all: Vec<String> =
        std::iter::once(header).chain(rows.iter().map(|&row| row.to_owned())).chain(again).collect();
    all.join("\n") + "\n"
}

fn stages(criterion: &mut Criterion) {
    let home = doubled();
    let sizes = [
        size("small", "data/fixtures/small/scenario.toml".into()),
        size("real", "data/pma/rollout/scenario.toml".into()),
        size("double", home.path().join("rollout/scenario.toml")),
    ];
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
    stage("export", &|size| {
        black_box(export(size));
    });
}

/// All pairs over a chain of roads with as many communes as the instance has, each joined to the next four.
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

fn export(size: &Size) -> usize {
    let messages = Messages::new(Lang::Fr);
    let delivery = Delivery {
        instance: &size.instance,
        solved: &size.solved,
        messages: &messages,
        seed: 1,
        wall_s: 0.0,
    };
    files(&delivery).iter().map(|file| file.bytes.len()).sum()
}

criterion_group!(benches, stages);
criterion_main!(benches);
