//! No regression unseen: a short set with limits of work, so that only a change of the program changes its figures.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::measure::{Limits, in_a_process};

/// The stored figures.
const STORED: &str = "benches/guard.csv";
/// An objective or bound may be worse than the stored one by this share of it: what a reordering of equal choices
/// may cost, far less than what a fault does.
const TOLERANCE: f64 = 0.005;
/// More seconds than any run takes: work alone ends it.
const NO_TIME_LIMIT_S: f64 = 1e9;

/// Instance, scenario, units of work.
const GUARDED: [(&str, &str, u64); 5] = [
    ("tiny", "data/bench/instances/tiny/scenario.toml", 120_000),
    ("pilot", "data/bench/instances/pilot/scenario.toml", 400_000),
    ("phase1", "data/bench/instances/phase1/scenario.toml", 1_000_000),
    ("pmedcap1_07", "data/bench/pmedcap/pmedcap1_07/scenario.toml", 60_000),
    ("rollout", "data/pma/rollout/scenario.toml", 200_000),
];

/// What a run gave.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Figures {
    instance: String,
    work: u64,
    /// Euros.
    objective: f64,
    /// Euros.
    bound: f64,
}

/// Runs the set; ends with a failure where a figure is worse than the stored one, unless it is stored anew.
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

/// What is worse than stored, if anything is.
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
