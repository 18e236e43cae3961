//! The unit of work keeps its meaning, and words for amounts of it mean the same everywhere.

use std::fs;

use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::solve::effort::{Effort, Size, Spent, WORK_VERSION};
use ateliers::solve::{Status, solve};
use serde::{Deserialize, Serialize};

use crate::cli::Place;
use crate::solving::{Calm, settings};

/// The measure of an amount of work, in a version of the unit: `pilot`, seed 1, with ascent, rows, linear program and tree.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    version: u32,
    work: u64,
    steps: u64,
    rounds: u64,
    pivots: u64,
}

/// Where it is stored. Run with `UPDATE_WORK=1` to store it again, after a change of the unit or of the method.
const STORED: &str = "benches/work.csv";
/// Work of the run.
const WORK: u64 = 20_000;
/// A change of method may shift work from steps to rounds by this share; a larger shift is another unit.
const DRIFT: f64 = 0.35;

fn stored() -> Stored {
    let mut reader = csv::Reader::from_path(STORED).expect("the stored figures");
    reader.deserialize().next().expect("a row").expect("the columns of a stored run")
}

fn store(spent: Spent) {
    let Spent { steps, rounds, pivots, .. } = spent;
    let mut writer = csv::Writer::from_path(STORED).expect("the stored figures");
    let row = Stored { version: WORK_VERSION, work: WORK, steps, rounds, pivots };
    writer.serialize(row).expect("a row");
    writer.flush().expect("written");
}

fn instance(name: &str) -> Instance {
    let path = format!("data/bench/instances/{name}/scenario.toml");
    read_scenario(path.as_ref()).expect("a valid scenario").instance
}

#[test]
fn a_unit_of_work_is_the_steps_rounds_and_pivots_that_it_was() {
    let found = solve(&instance("pilot"), &settings(1, WORK), None, &Calm);
    assert_eq!(found.status, Status::WorkLimit);
    let now = found.spent;
    assert!(WORK <= now.work && now.work < WORK + WORK / 10, "{now:?}: a slice more than asked for at most");
    // The definition of the unit: 50 steps, or a twentieth of a round.
    let said = now.steps as f64 / 50.0 + now.rounds as f64 * 20.0;
    assert!((said / now.work as f64 - 1.0).abs() < 0.01, "{now:?} is {said} units");
    if std::env::var_os("UPDATE_WORK").is_some() {
        return store(now);
    }
    let then = stored();
    for (what, now, before) in [
        ("steps", now.steps, then.steps),
        ("rounds", now.rounds, then.rounds),
        ("pivots", now.pivots, then.pivots),
    ] {
        let drift = now as f64 / before as f64 - 1.0;
        assert!(
            drift.abs() < DRIFT && then.work == WORK && then.version == WORK_VERSION,
            "{WORK} units were {before} {what} in version {} and are {now} now: where the unit has changed, raise \
             `WORK_VERSION`; then, or where the method has, run with UPDATE_WORK=1",
            then.version
        );
    }
}

#[test]
fn a_word_is_an_amount_that_follows_from_the_size() {
    let (tiny, phase1) = (Size::of(&instance("tiny")), Size::of(&instance("phase1")));
    assert_eq!((tiny.residents, phase1.residents), (60, 460));
    for effort in Effort::ALL {
        assert!(2 * effort.work(tiny) < effort.work(phase1), "{effort:?}: {tiny:?}, {phase1:?}");
    }
}

/// `plan.json` without its seconds.
fn plan(place: &Place, folder: &str) -> String {
    let text = fs::read_to_string(place.path(folder).join("plan.json")).expect("a plan");
    text.lines().filter(|line| !line.contains("\"wall_s\"")).collect()
}

#[test]
fn plan_and_batch_have_the_same_words_and_threads_change_nothing() {
    let place = Place::with_batch(
        "scenario = \"scenario.toml\"\nsearch = { effort = \"quick\", start = \"none\" }\nvariant = [{ name = \"a\" }]\n",
    );
    place.told("batch batch.toml --out out", 0);
    for threads in [1, 2] {
        let line = format!(
            "plan out/variants/a/scenario.toml --out alone{threads} --effort quick --threads {threads}"
        );
        place.told(&line, 0);
        assert_eq!(plan(&place, "out/variants/a"), plan(&place, &format!("alone{threads}")));
    }
    let said = place.told("plan scenario.toml --out no --effort much --lang en", 2);
    assert!(said.contains("`quick`, `usual` or `thorough`"), "{said}");
    place.told("plan scenario.toml --out no --effort quick --work-limit 3", 2);
    assert!(!place.path("no").exists());
}
