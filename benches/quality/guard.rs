//! A regression guard: a short set of runs with work limits, so that only a change of the program changes its figures.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::measure::{Limits, in_a_process};

/// The stored figures.
const STORED: &str = "benches/guard.csv";
/// Share of the stored objective by which an objective or bound may be worse: the possible effect of reordering equal choices,
/// far less than that of a fault.
const TOLERANCE: f64 = 0.005;
/// More seconds than any run takes, so that only work ends it.
const NO_TIME_LIMIT_S: f64 = 1e9;

/// Instance, scenario, units of work.
const GUARDED: [(&str, &str, u64); 5] = [
    ("tiny", "data/bench/instances/tiny/scenario.toml", 120_000),
    ("pilot", "data/bench/instances/pilot/scenario.toml", 400_000),
    ("phase1", "data/bench/instances/phase1/scenario.toml", 1_000_000),
    ("pmedcap1_07", "data/bench/pmedcap/pmedcap1_07/scenario.toml", 60_000),
    ("rollout", "data/pma/rollout/scenario.toml", 200_000),
];

/// The result of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Figures {
    instance: String,
    work: u64,
    /// Objective, euros.
    objective: f64,
    /// Bound, euros.
    bound: f64,
}

/// Runs the set; fails if a figure is worse than the stored one, unless `update` stores the new ones.
pub(crate) fn guard(update: bool) {
    let found: Vec<Figures> =
        GUARDED.iter().map(|&(name, scenario, work)| run(name, scenario, work)).collect();
    if update {
        return write(&found);
    }
    let stored = read();
    let worse: Vec<String> = found.iter().filter_map(|now| complaint(now, &stored)).collect();
    assert!(
        worse.is_empty(),
        "worse than {STORED} (`--guard --update` stores on purpose):\n{}",
        worse.join("\n")
    );
    println!("nothing is worse than {STORED} by more than {} %", TOLERANCE * 100.0);
}

fn run(name: &str, scenario: &str, work: u64) -> Figures {
    let limits = Limits { seed: 1, time_limit_s: NO_TIME_LIMIT_S, work_limit: Some(work) };
    let row = in_a_process(name, Path::new(scenario), &limits);
    println!("{row}");
    Figures { instance: name.to_owned(), work, objective: row.objective, bound: row.bound }
}

/// A complaint if a figure is worse than the stored one.
fn complaint(now: &Figures, stored: &[Figures]) -> Option<String> {
    let Some(then) = stored.iter().find(|then| then.instance == now.instance && then.work == now.work) else {
        return Some(format!("{} with {} units of work is not stored", now.instance, now.work));
    };
    let slack = TOLERANCE * then.objective.abs();
    let is_worse = now.objective > then.objective + slack || now.bound < then.bound - slack;
    is_worse.then(|| {
        let (name, after, before) = (&now.instance, (now.objective, now.bound), (then.objective, then.bound));
        format!("{name}: {} over {}, was {} over {}", after.0, after.1, before.0, before.1)
    })
}

fn read() -> Vec<Figures> {
    let mut reader = csv::Reader::from_path(STORED).expect("the stored figures are there");
    let rows: Result<Vec<Figures>, csv::Error> = reader.deserialize().collect();
    rows.expect("the stored figures have the columns that this bench writes")
}

fn write(found: &[Figures]) {
    let mut writer = csv::Writer::from_path(STORED).expect("the stored figures can be written");
    for row in found {
        writer.serialize(row).expect("a row can be written");
    }
    writer.flush().expect("the stored figures can be written");
}
