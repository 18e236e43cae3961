//! Several searches of each variant, from one plan: the best counts, noise is reported, and interruptions, jobs and
//! shards have no effect on results.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::batch::{assert_same_results, interrupt, read, started};
use crate::cli::Place;
use crate::compare::{number, rows};

/// Variants of a pilot of some sixty residents, each searched three times; too little work for a proof.
const BATCH: &str = r#"scenario = "scenario.toml"
baseline = "radius-15_group-6"
search = { work_limit = 900, seeds = 3 }

[[axis]]
name = "radius"
key = "travel.max_travel_min"
values = [8, 15]

[[axis]]
name = "group"
key = "cycle.min_group"
values = [4, 5, 6]
"#;
const BASELINE: &str = "radius-15_group-6";

/// A folder with a scenario that takes a while to solve.
fn place(batch: &str) -> Place {
    let place = Place::empty();
    for entry in fs::read_dir("data/bench/instances/tiny").expect("the instance") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), place.path(&entry.file_name().to_string_lossy())).expect("copied");
    }
    fs::write(place.path("batch.toml"), batch).expect("written");
    place
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&read(path)).expect("JSON")
}

fn record(place: &Place, out: &str, name: &str) -> Value {
    json(&place.path(out).join("variants").join(name).join("run.json"))
}

/// Every plan of a batch, without its seconds.
fn plans(place: &Place, out: &str) -> BTreeMap<String, Value> {
    let entries = fs::read_dir(place.path(out).join("variants")).expect("variants");
    let plan = |entry: fs::DirEntry| {
        let mut plan = json(&entry.path().join("plan.json"));
        plan["solver"]["wall_s"] = Value::Null;
        (entry.file_name().to_string_lossy().into_owned(), plan)
    };
    entries.map(|entry| plan(entry.expect("a folder"))).collect()
}

#[track_caller]
fn assert_same(place: &Place, one: &str, other: &str) {
    assert_same_results(place, one, other);
    assert!(plans(place, one) == plans(place, other), "plans of {one} and {other} differ");
}

#[test]
fn the_best_of_all_searches_is_delivered_under_the_highest_of_their_bounds() {
    let place = place(BATCH);
    place.told("batch batch.toml --out out", 0);
    let mut n_apart = 0;
    for name in plans(&place, "out").keys() {
        let (record, folder) = (record(&place, "out", name), place.path("out/variants").join(name));
        let plan = json(&folder.join("plan.json"));
        let searches = record["searches"].as_array().expect("searches");
        let seeds: Vec<u64> = searches.iter().filter_map(|search| search["seed"].as_u64()).collect();
        assert_eq!(seeds, [1, 2, 3], "{name}");
        let of = |figure: &str| -> Vec<f64> {
            searches.iter().map(|search| search["figures"][figure].as_f64().expect("a figure")).collect()
        };
        let (objectives, bounds) = (of("objective"), of("bound"));
        let least = objectives.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = bounds.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let stated = |key: &str| plan[key].as_f64().expect("a figure");
        assert!((stated("objective") - least).abs() < 0.006, "{name}: {objectives:?}");
        assert!((stated("bound") - highest).abs() < 1e-6, "{name}: {bounds:?}");
        let best =
            objectives.iter().position(|objective| (objective - least).abs() < 1e-9).expect("the best");
        assert_eq!(plan["solver"]["seed"], seeds[best], "{name}");
        n_apart += usize::from(objectives.iter().any(|objective| *objective > least + 0.01));
    }
    assert!(n_apart > 0, "searches of other seeds end apart, else this tests nothing");
}

#[test]
fn jobs_and_shards_change_nothing_though_all_start_from_the_baselines_plan() {
    let place = place(BATCH);
    place.told("batch batch.toml --out whole --jobs 1", 0);
    place.told("batch batch.toml --out three --jobs 3", 0);
    assert_same(&place, "whole", "three");
    for shard in 1..=2 {
        place.told(&format!("batch batch.toml --out shared --shard {shard}/2"), 0);
        place.told(&format!("batch batch.toml --out part{shard} --shard {shard}/2"), 0);
        // A part that lacks it among its own variants plans it, too.
        assert!(place.path(&format!("part{shard}/variants/{BASELINE}/run.json")).exists());
    }
    place.told("batch batch.toml --out shared --merge", 0);
    place.told("batch batch.toml --out merged --merge --from part2 part1", 0);
    assert_same(&place, "whole", "shared");
    assert_same(&place, "whole", "merged");
}

#[test]
fn parts_at_work_at_the_same_time_plan_the_baseline_once_or_the_same() {
    let place = place(BATCH);
    place.told("batch batch.toml --out whole", 0);
    let start = |shard: usize| {
        std::process::Command::new(env!("CARGO_BIN_EXE_ateliers"))
            .args(["batch", "batch.toml", "--jobs", "1", "--out", "out", "--shard", &format!("{shard}/3")])
            .current_dir(place.path(""))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program runs")
    };
    for mut child in [1, 2, 3].map(start) {
        assert_eq!(child.wait().expect("a child").code(), Some(0));
    }
    place.told("batch batch.toml --out out --merge", 0);
    assert_same(&place, "whole", "out");
}

#[test]
fn searches_that_share_a_proof_are_not_added_to_those_of_another_batch() {
    let place = place(BATCH);
    let two = BATCH.replace("seeds = 3", "seeds = 2, start = \"none\"");
    let three = BATCH.replace("seeds = 3", "seeds = 3, start = \"none\"");
    fs::write(place.path("two.toml"), two).expect("written");
    fs::write(place.path("three.toml"), three).expect("written");
    place.told("batch two.toml --out grown --lang en", 0);
    let said = place.told("batch three.toml --out grown --lang en", 0);
    assert!(said.contains("6 variants run, 0 already finished"), "{said}");
    place.told("batch three.toml --out anew --lang en", 0);
    assert_same(&place, "anew", "grown");
}

/// Interrupted at any time, a batch with searches and starts ends with the same results.
#[cfg(unix)]
#[test]
fn a_batch_that_is_interrupted_among_searches_ends_the_same() {
    let place = place(BATCH);
    place.told("batch batch.toml --out whole", 0);
    for round in 0..6 {
        let out = format!("out{round}");
        let mut child = started(&place, &out);
        let begun = std::time::Instant::now();
        while begun.elapsed().as_millis() < 60 + 130 * round && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        interrupt(child);
        place.told(&format!("batch batch.toml --out {out}"), 0);
        assert_same(&place, "whole", &out);
    }
}

#[test]
fn the_comparison_tells_noise_and_says_nothing_of_plans_that_were_changed() {
    let place = place(BATCH);
    place.told("batch batch.toml --out out", 0);
    place.told("compare out --out cmp --lang en", 0);
    let plans = rows(&place, "cmp/comparison.csv");
    let baseline = plans.iter().find(|row| row["is_baseline"] == "1").expect("a baseline");
    let range = |row: &BTreeMap<String, String>| number(row, "objective_high") - number(row, "objective_low");
    let mut n_repeated = 0;
    for row in plans.iter().filter(|row| row["is_baseline"] == "0") {
        assert_eq!(row["searches"], "3");
        let apart = (number(row, "objective_median") - number(baseline, "objective_median")).abs();
        if row["certainty"] == "beyond_noise" {
            assert!(apart > range(row) + range(baseline), "{row:?}");
            n_repeated += 1;
        }
        assert_eq!(row["against_baseline"].is_empty(), row["certainty"] == "within_noise", "{row:?}");
        assert!(number(row, "objective_low") - number(row, "objective") < 0.006, "{row:?}");
    }
    let markdown = fs::read_to_string(place.path("cmp/comparison.md")).expect("a note");
    assert_eq!(markdown.contains("beyond chance |"), n_repeated > 0, "{markdown}");
    assert!(markdown.contains("Beyond chance: every scenario was searched several times"), "{markdown}");
    let html = fs::read_to_string(place.path("cmp/comparison.html")).expect("a page");
    assert!(html.contains("class=\"reach\""), "the searches' range is drawn");
    // One more space: still the same plan, but no longer the file that the searches wrote.
    let path = place.path("out/variants").join(BASELINE).join("plan.json");
    fs::write(&path, format!("{} ", fs::read_to_string(&path).expect("a plan"))).expect("written");
    place.told("compare out --out changed --lang en", 0);
    let plans = rows(&place, "changed/comparison.csv");
    assert!(plans.iter().all(|row| row["certainty"] != "beyond_noise"), "of the baseline no noise is known");
}

/// The same with only the radius varying, whose effect noise may hide, and the work of a search.
const WORK: u64 = 100;
const CLOSE: &str = r#"scenario = "scenario.toml"
search = { work_limit = 100, seeds = 3, most_seeds = 6 }

[[axis]]
name = "radius"
key = "travel.max_travel_min"
values = [15, 14, 16]
"#;

fn n_searches(place: &Place, out: &str) -> Vec<usize> {
    let names = plans(place, out);
    names
        .keys()
        .map(|name| record(place, out, name)["searches"].as_array().expect("searches").len())
        .collect()
}

#[test]
fn further_searches_go_where_they_may_decide_and_end_the_same_whenever_they_stopped() {
    let place = place(CLOSE);
    let said = place.told("batch batch.toml --out out --until-decided --lang en", 0);
    assert!(said.contains("Round 1:") && (said.contains("Settled") || said.contains("most_seeds")), "{said}");
    let counts = n_searches(&place, "out");
    assert!(counts.iter().all(|count| (3..=6).contains(count)), "{counts:?}");
    assert!(counts.iter().any(|count| *count > 3), "{counts:?}");
    assert_eq!(n_searches(&place, "out")[1], 3, "all others start from the baseline's first searches");
    // In steps of the work of one round of one variant (three searches of twice the work), repeatedly.
    place.told("batch batch.toml --out steps --lang en", 0);
    for rounds in [0, 1] {
        let work = rounds * 3 * 2 * WORK + WORK;
        let line = format!("batch batch.toml --out steps --until-decided --further-work {work} --lang en");
        let said = place.told(&line, 0);
        let spent: usize = n_searches(&place, "steps").iter().map(|count| count - 3).sum();
        assert_eq!(spent as u64, 3 * rounds, "{said}");
    }
    place.told("batch batch.toml --out steps --until-decided --lang en", 0);
    assert_same(&place, "out", "steps");
    let said = place.told("batch batch.toml --out out --until-decided --further-time 0 --lang en", 0);
    assert!(!said.contains("Round"), "what is settled stays so: {said}");
    place.told("batch batch.toml --out out --until-decided --shard 1/2", 2);
}
