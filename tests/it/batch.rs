//! `ateliers batch` as a user runs it: the same results with any jobs, shards or interruptions.

use std::fs;
use std::path::Path;

use ateliers::batch::store::{Store, Work};
use serde_json::Value;

use crate::cli::Place;

/// Twelve variants of the small fixture, of which two are dropped, and one more.
const BATCH: &str = r#"scenario = "scenario.toml"
baseline = "radius-15_group-3_times-1"
search = { work_limit = 300 }

[[axis]]
name = "radius"
key = "travel.max_travel_min"
values = [4, 15]

[[axis]]
name = "group"
key = "cycle.min_group"
values = [3, 4, 6]

[[axis]]
name = "times"
demand = "multiplied"
values = [1, 1.5]

[[drop]]
when = { radius = [4], group = [6] }

[[variant]]
name = "nobody"
group = "extremes"
set = { hosts.communes = [], "costs.fee" = 20.5 }
"#;

pub(crate) fn place() -> Place {
    Place::with_batch(BATCH)
}

pub(crate) fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

#[track_caller]
pub(crate) fn assert_same_results(place: &Place, one: &str, other: &str) {
    for name in ["results.csv", "results.parquet", "results-dictionary.csv", "batch.json"] {
        let path = |folder: &str| place.path(folder).join(name);
        assert!(read(&path(one)) == read(&path(other)), "{name} differs between {one} and {other}");
    }
}

#[test]
fn a_memory_limit_stops_a_batch_that_then_goes_on_as_if_nothing_had_been() {
    let place = place();
    let said = place.told("batch batch.toml --out short --memory-limit 0.001 --lang en", 1);
    assert!(said.contains("memory limit") && said.contains("--jobs"), "{said}");
    assert!(said.contains("0 of 11 variants have a plan"), "{said}");
    place.told("batch batch.toml --out short --lang en", 0);
    place.told("batch batch.toml --out whole --lang en", 0);
    assert_same_results(&place, "short", "whole");
}

#[test]
fn the_number_of_jobs_changes_no_byte_of_the_results() {
    let place = place();
    let said = place.told("batch batch.toml --out one --jobs 1 --lang en", 0);
    assert!(said.contains("11 of 11 variants have a plan; 1 plan serves nobody"), "{said}");
    place.told("batch batch.toml --out three --jobs 3 --lang en", 0);
    assert_same_results(&place, "one", "three");
    let table = String::from_utf8(read(&place.path("one/results.csv"))).expect("UTF-8");
    let rows: Vec<Vec<&str>> =
        table.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 12);
    assert_eq!(rows[0][..6], ["variant", "groups", "radius", "group", "times", "status"]);
    assert_eq!(rows[11][..5], ["nobody", "extremes", "15", "3", "1"]);
    let served = rows[0].iter().position(|name| *name == "served").expect("a column");
    assert_eq!(rows[11][served], "0");
    // All other variants are solved to the optimum or near it, and serve somebody.
    assert!(rows[1..11].iter().all(|row| row[served] != "0"), "{table}");
}

#[test]
fn every_variant_that_starts_from_nothing_can_be_planned_alone_and_gives_the_same_plan() {
    let place = place();
    place.edit("batch.toml", "work_limit = 300", "work_limit = 300, start = \"none\"");
    place.told("batch batch.toml --out out", 0);
    for entry in fs::read_dir(place.path("out/variants")).expect("variants") {
        let folder = entry.expect("a folder").path();
        let scenario = folder.join("scenario.toml");
        let line = format!("plan {} --out alone --work-limit 300", scenario.display());
        place.told(&line, 0);
        let plan = |path: &Path| -> Value {
            let mut plan: Value = serde_json::from_slice(&read(path)).expect("JSON");
            plan["solver"]["wall_s"] = Value::Null;
            plan
        };
        assert_eq!(plan(&folder.join("plan.json")), plan(&place.path("alone/plan.json")), "{folder:?}");
    }
}

#[test]
fn what_is_finished_is_kept_and_what_is_damaged_is_planned_again() {
    let place = place();
    place.told("batch batch.toml --out whole --lang en", 0);
    place.told("batch batch.toml --out out", 0);
    let variant = |name: &str| place.path("out/variants").join(name);
    let kept = variant("radius-15_group-3_times-1").join("run.json");
    let before = read(&kept);
    // Killed before the record; a plan damaged since; a damaged record; settings of another day.
    fs::remove_file(variant("radius-4_group-3_times-1/run.json")).expect("removed");
    fs::write(variant("radius-4_group-4_times-1/plan.json"), "{\"format\": 1").expect("written");
    fs::write(variant("radius-15_group-4_times-1/run.json"), "{").expect("written");
    let older = fs::read_to_string(variant("nobody/run.json")).expect("a record");
    let key: Value = serde_json::from_str(&older).expect("JSON");
    let key = key["key"].as_str().expect("a key");
    fs::write(variant("nobody/run.json"), older.replace(key, "0")).expect("written");
    fs::remove_file(place.path("out/results.csv")).expect("removed");
    let said = place.told("batch batch.toml --out out --lang en", 0);
    for words in [
        "4 variants run, 7 already finished",
        "radius-4_group-4_times-1: plan.json is missing or damaged",
        "radius-15_group-4_times-1: run.json is missing or damaged",
        "nobody was planned from different input",
    ] {
        assert!(said.contains(words), "{said}");
    }
    assert_same_results(&place, "whole", "out");
    assert_eq!(read(&kept), before, "what was finished is as it was");
    let said = place.told("batch batch.toml --out out --lang en", 0);
    assert!(said.contains("0 variants run, 11 already finished"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_record_is_not_waited_for() {
    let place = place();
    place.told("batch batch.toml --out out", 0);
    for file in ["run.json", "plan.json"] {
        let path = place.path("out/variants/nobody").join(file);
        fs::remove_file(&path).expect("removed");
        let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
        assert!(made.success());
        let mut command = place.command("batch batch.toml --out out --lang en");
        let output = command.timeout(std::time::Duration::from_mins(1)).output().expect("the program runs");
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains(&format!("nobody: {file} is missing or damaged")), "{said}");
        assert!(path.is_file());
    }
}

#[test]
fn shards_of_one_folder_or_of_several_merge_to_the_same_results() {
    let place = place();
    place.told("batch batch.toml --out whole", 0);
    for shard in 1..=3 {
        place.told(&format!("batch batch.toml --out shared --shard {shard}/3"), 0);
        place.told(&format!("batch batch.toml --out part{shard} --shard {shard}/3"), 0);
    }
    assert!(!place.path("shared/results.csv").exists(), "no shard knows all results");
    place.told("batch batch.toml --out shared --merge", 0);
    assert_same_results(&place, "whole", "shared");
    let said = place.told("batch batch.toml --out merged --merge --from part1 part2 --lang en", 1);
    assert!(said.contains("3 not run"), "{said}");
    place.told("batch batch.toml --out merged --merge --from part3 part1", 0);
    assert_same_results(&place, "whole", "merged");
    let plan = "variants/nobody/plan.json";
    assert!(place.path("merged").join(plan).exists() && place.path("merged/tables").exists());
}

#[test]
fn a_dry_run_lists_the_variants_and_writes_nothing() {
    let place = place();
    let said = place.told("batch batch.toml --dry-run --out out --lang en", 0);
    assert_eq!(said.lines().filter(|line| line.starts_with("  ")).count(), 11, "{said}");
    assert!(said.contains("11 variants, 11 to run"), "{said}");
    assert!(said.contains("radius=15 group=3 times=1"), "{said}");
    assert!(!place.path("out").exists());
    place.told("batch batch.toml --out out", 0);
    let said = place.told("batch batch.toml --dry-run --out out --lang en", 0);
    assert!(said.contains("0 to run") && said.contains("finished"), "{said}");
}

/// If the last of many variants is wrong, nothing runs.
#[test]
fn a_fault_of_the_last_variant_is_told_before_anything_runs() {
    let place = place();
    place.edit("batch.toml", "values = [3, 4, 6]", "values = [3, 4, 6, 60]");
    let said = place.told("batch batch.toml --out out --lang en", 2);
    // The scenario's largest group is 6; the fault is reported once, where the batch asks for it.
    assert!(
        said.contains("error[E502]") && said.contains("batch.toml:13, key `axis[1].values[3]`"),
        "{said}"
    );
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert!(!place.path("out").exists());
}

#[test]
fn a_variant_whose_folder_cannot_be_written_is_told_and_the_others_go_on() {
    let place = place();
    fs::create_dir_all(place.path("out/variants")).expect("folders");
    fs::write(place.path("out/variants/nobody"), "a file in its place").expect("written");
    let said = place.told("batch batch.toml --out out --lang en", 1);
    assert!(said.contains("cannot write nobody"), "{said}");
    assert!(said.contains("10 of 11 variants have a plan, 1 not run"), "{said}");
    fs::remove_file(place.path("out/variants/nobody")).expect("removed");
    let said = place.told("batch batch.toml --out out --lang en", 0);
    assert!(said.contains("1 variant run, 10 already finished"), "{said}");
}

/// A batch that runs concurrently with the test, one variant at a time.
pub(crate) fn started(place: &Place, out: &str) -> std::process::Child {
    std::process::Command::new(env!("CARGO_BIN_EXE_ateliers"))
        .args(["batch", "batch.toml", "--jobs", "1", "--out", out])
        .current_dir(place.path(""))
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program runs")
}

/// Sends Ctrl-C and waits for the end of the program.
#[cfg(unix)]
pub(crate) fn interrupt(mut child: std::process::Child) {
    let id = child.id().to_string();
    std::process::Command::new("kill").args(["-INT", &id]).output().expect("kill runs");
    child.wait().expect("a child");
}

/// A batch that is killed and restarted until it is finished gives the same results.
#[cfg(unix)]
#[test]
fn a_batch_that_is_killed_again_and_again_ends_the_same() {
    let place = place();
    place.told("batch batch.toml --out whole", 0);
    let record = |name: &str| place.path("out/variants").join(name).join("run.json");
    for name in ["radius-4_group-3_times-1", "radius-4_group-4_times-1.5", "radius-15_group-4_times-1"] {
        let mut child = started(&place, "out");
        while !record(name).exists() && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("a child");
    }
    place.told("batch batch.toml --out out", 0);
    assert_same_results(&place, "whole", "out");
}

#[test]
fn other_enrolments_and_other_tables_are_axes_too() {
    let place = place();
    fs::create_dir(place.path("more")).expect("a folder");
    let trainers = fs::read_to_string(place.path("trainers.csv")).expect("a table");
    let second = trainers.lines().nth(1).expect("a trainer").replace("T1", "T2");
    fs::write(place.path("more/trainers.csv"), format!("{trainers}{second}\n")).expect("written");
    fs::write(
        place.path("more/batch.toml"),
        r#"scenario = "../scenario.toml"
search = { work_limit = 50 }
demand = { rate = 0.002, tracks = { base = 1 } }
axis = [
  { name = "people", key = "data.trainers", values = ["trainers.csv", "../trainers.csv"], labels = ["two", "one"] },
  { name = "seed", demand = "seed", values = [1, 2] },
  { name = "kits", first = "kits", values = [0, 1] },
]
[[group]]
name = "robust"
grid = { seed = ["*"], people = ["two"] }
[[group]]
name = "kits"
grid = { kits = [0], people = ["one", "two"] }
"#,
    )
    .expect("written");
    let said = place.told("batch more/batch.toml --out out --lang en", 0);
    assert!(said.contains("4 of 4"), "{said}");
    let table = String::from_utf8(read(&place.path("out/results.csv"))).expect("UTF-8");
    let names: Vec<&str> = table.lines().skip(1).map(|line| line.split(',').next().unwrap_or("")).collect();
    assert_eq!(
        names,
        ["people-two_seed-1", "people-two_seed-2", "people-one_kits-0", "people-two_kits-0"],
        "{table}"
    );
    let tables = fs::read_dir(place.path("out/tables")).expect("tables").count();
    // Communes, roads, slots, venues, closures; two tables of trainers, three of residents, two of kits.
    assert_eq!(tables, 5 + 2 + 3 + 2);
}

/// A batch that is interrupted in the middle of a variant and restarted gives the same results.
#[cfg(unix)]
#[test]
fn a_batch_that_is_interrupted_ends_the_same() {
    let place = place();
    place.told("batch batch.toml --out whole", 0);
    let whole = fs::read_dir(place.path("whole/variants")).expect("variants");
    let names: Vec<_> = whole.map(|entry| entry.expect("a folder").file_name()).collect();
    for (round, name) in names.iter().enumerate().take(8) {
        let out = format!("out{round}");
        let mut child = started(&place, &out);
        let record = place.path(&out).join("variants").join(name).join("run.json");
        while !record.exists() && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        interrupt(child);
        place.told(&format!("batch batch.toml --out {out}"), 0);
        assert_same_results(&place, "whole", &out);
    }
}

#[test]
fn two_batches_on_one_folder_lose_no_variant() {
    let place = place();
    place.told("batch batch.toml --out whole", 0);
    for round in 0..5 {
        let out = format!("out{round}");
        let start = || {
            std::process::Command::new(env!("CARGO_BIN_EXE_ateliers"))
                .args(["batch", "batch.toml", "--jobs", "2", "--out", &out])
                .current_dir(place.path(""))
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .expect("the program runs")
        };
        let codes = [start(), start()].map(|mut child| child.wait().expect("a child").code());
        // One of them runs; the other finds it running, or everything finished.
        assert!(
            codes.contains(&Some(0)) && codes.iter().all(|code| [Some(0), Some(2)].contains(code)),
            "{codes:?}"
        );
        assert_same_results(&place, "whole", &out);
    }
}

#[test]
fn whoever_is_at_work_in_a_folder_has_it_for_itself_and_parts_share_it() {
    let place = place();
    let hold = |work| Store::open(&place.path("out")).expect("a folder").hold(work).expect("a lock");
    let held = hold(Work::Whole).expect("nobody is at work");
    for arguments in ["", " --shard 1/3", " --merge"] {
        let said = place.told(&format!("batch batch.toml --out out --lang en{arguments}"), 2);
        assert!(said.contains("another batch is running in `out`"), "{said}");
    }
    assert!(!place.path("out/batch.json").exists(), "nothing was written");
    drop(held);
    let held = hold(Work::Part(1, 3)).expect("nobody is at work");
    place.told("batch batch.toml --out out", 2);
    place.told("batch batch.toml --out out --shard 1/3", 2);
    place.told("batch batch.toml --out out --shard 2/3", 0);
    let said = place.told("batch batch.toml --out out --merge --lang en", 1);
    assert!(said.contains("7 not run"), "{said}");
    drop(held);
    place.told("batch batch.toml --out out", 0);
}

#[test]
fn a_dry_run_finds_what_a_run_would() {
    let place = place();
    fs::write(place.path("taken"), "a file").expect("written");
    fs::create_dir_all(place.path("blocked/results.csv")).expect("a folder");
    for out in ["taken", "taken/within", "blocked"] {
        let said = place.told(&format!("batch batch.toml --out {out} --dry-run --lang en"), 2);
        assert!(said.contains("cannot write to"), "{said}");
    }
    fs::create_dir_all(place.path("out/variants")).expect("folders");
    fs::write(place.path("out/variants/nobody"), "a file in its place").expect("written");
    let said = place.told("batch batch.toml --out out --dry-run --lang en", 1);
    assert!(said.contains("cannot write nobody") && said.contains("11 variants, 11 to run"), "{said}");
    assert_eq!(fs::read_dir(place.path("out")).expect("a folder").count(), 1, "nothing was written");
    let long = "x".repeat(300);
    place.edit("batch.toml", "name = \"nobody\"", &format!("name = \"{long}\""));
    for arguments in ["--dry-run", "--out long"] {
        let said = place.told(&format!("batch batch.toml {arguments} --lang en"), 2);
        assert!(said.contains("error[E714]") && said.contains("has 300 characters"), "{said}");
    }
    assert!(!place.path("long").exists());
}
