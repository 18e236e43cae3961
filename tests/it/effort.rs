//! The unit of work means what it meant, and words for amounts of it mean the same everywhere.

use std::fs;

use ateliers::input::read_scenario;
use ateliers::instance::Instance;
use ateliers::solve::effort::{Effort, Size, Spent, WORK_VERSION};
use ateliers::solve::{Status, solve};

use crate::cli::Place;
use crate::solving::{Calm, settings};

/// A run as it was stored: what so much work was, in this version of the unit.
struct Stored {
    version: u32,
    spent: Spent,
}

/// `pilot`, seed 1: ascent, rows, linear program and tree, all in a second.
const STORED: Stored = Stored { version: 1, spent: Spent { work: 20_000, steps: 0, rounds: 0, pivots: 0 } };
/// A change of method may shift work from steps to rounds by so much; more is another unit.
const DRIFT: f64 = 0.35;

fn instance(name: &str) -> Instance {
    let path = format!("data/bench/instances/{name}/scenario.toml");
    read_scenario(path.as_ref()).expect("a valid scenario").instance
}

#[test]
fn a_unit_of_work_is_the_steps_rounds_and_pivots_that_it_was() {
    let limit = STORED.spent.work;
    let found = solve(&instance("pilot"), &settings(1, limit), &Calm);
    assert_eq!(found.status, Status::WorkLimit);
    let (now, then) = (found.spent, STORED.spent);
    assert!(limit <= now.work && now.work < limit + limit / 10, "{now:?}: a slice more than asked for at most");
    // What the unit says of itself: 50 steps, or a twentieth of a round.
    let said = now.steps as f64 / 50.0 + now.rounds as f64 * 20.0;
    assert!((said / now.work as f64 - 1.0).abs() < 0.01, "{now:?} is {said} units");
    for (what, now, then) in [
        ("steps", now.steps, then.steps),
        ("rounds", now.rounds, then.rounds),
        ("pivots", now.pivots, then.pivots),
    ] {
        let drift = now as f64 / then as f64 - 1.0;
        assert!(
            drift.abs() < DRIFT && STORED.version == WORK_VERSION,
            "{limit} units were {then} {what} in version {} and are {now} now: where the unit has changed, raise \
             `WORK_VERSION`; where the method has, store the new figures",
            STORED.version
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

/// `plan.json` but for its seconds.
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
        let line = format!("plan out/variants/a/scenario.toml --out alone{threads} --effort quick --threads {threads}");
        place.told(&line, 0);
        assert_eq!(plan(&place, "out/variants/a"), plan(&place, &format!("alone{threads}")));
    }
    let said = place.told("plan scenario.toml --out no --effort much --lang en", 2);
    assert!(said.contains("`quick`, `usual` or `thorough`"), "{said}");
    place.told("plan scenario.toml --out no --effort quick --work-limit 3", 2);
    assert!(!place.path("no").exists());
}
