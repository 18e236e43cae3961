//! A batch that varies what was announced: the plan, the day, the price of a call.

use std::fs;

use crate::batch::{assert_same_results, read};
use crate::cli::Place;

const BATCH: &str = r#"scenario = "scenario.toml"
search = { work_limit = 100 }

[[axis]]
name = "told"
key = "announced.plan"
values = ["told/both.json", "told/one.json"]
labels = ["both", "one"]

[[axis]]
name = "today"
key = "announced.today"
values = [2026-01-06, 2026-01-14]

[[axis]]
name = "call"
key = "weights.call"
values = [8, 1000]
"#;

/// The small fixture with two announced plans: both of its cycles, and the first of them.
fn place() -> Place {
    let place = Place::with_batch(BATCH);
    fs::create_dir(place.path("told")).expect("a folder");
    let plan = fs::read_to_string(place.path("plan.json")).expect("a plan");
    fs::write(place.path("told/both.json"), &plan).expect("written");
    let mut one: serde_json::Value = serde_json::from_str(&plan).expect("a plan");
    one["cycles"].as_array_mut().expect("cycles").truncate(1);
    one["kit_roster"]
        .as_array_mut()
        .expect("kits")
        .retain(|taken| taken["date"].as_str() < Some("2026-01-20"));
    fs::write(place.path("told/one.json"), one.to_string()).expect("written");
    place
}

/// The cells of some columns, for each row of a table.
fn cells(place: &Place, file: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let text = String::from_utf8(read(&place.path(file))).expect("UTF-8");
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(|line| line.split(',').collect());
    let header: Vec<&str> = lines.next().expect("a header");
    let at = |name: &&str| header.iter().position(|known| known == name).expect("a column");
    let places: Vec<usize> = columns.iter().map(at).collect();
    lines.map(|row: Vec<&str>| places.iter().map(|&place| row[place].to_owned()).collect()).collect()
}

#[test]
fn the_announced_plan_the_day_and_the_price_of_a_call_are_axes() {
    let place = place();
    let said = place.told("batch batch.toml --out out --lang en", 0);
    assert!(said.contains("8 of 8 variants have a plan"), "{said}");
    let rows =
        cells(&place, "out/results.csv", &["variant", "told", "today", "call", "calls", "service_changes"]);
    assert_eq!(rows[0][..4], ["told-both_today-2026-01-06_call-8", "both", "2026-01-06", "8"]);
    assert!(rows.iter().all(|row| !row[4].is_empty() && !row[5].is_empty()), "{rows:?}");
    // A variant is self-contained: its announced plan is with its tables.
    let variant = "out/variants/told-one_today-2026-01-14_call-8";
    place.told(&format!("check {variant}/scenario.toml {variant}/plan.json"), 0);
    let scenario = String::from_utf8(read(&place.path(&format!("{variant}/scenario.toml")))).expect("UTF-8");
    assert!(scenario.contains("plan = \"../../tables/announced-"), "{scenario}");
    let tables = fs::read_dir(place.path("out/tables")).expect("tables");
    let names = tables.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    assert_eq!(names.filter(|name| name.starts_with("announced-")).count(), 2);
}

#[test]
fn a_batch_on_announced_plans_goes_on_where_it_stopped_and_plans_again_where_one_changed() {
    let place = place();
    place.told("batch batch.toml --out whole", 0);
    place.told("batch batch.toml --out out", 0);
    let record = |told: &str| {
        let name = format!("out/variants/told-{told}_today-2026-01-14_call-8/run.json");
        read(&place.path(&name))
    };
    let (both, one) = (record("both"), record("one"));
    fs::remove_dir_all(place.path("out/variants/told-both_today-2026-01-06_call-8")).expect("removed");
    place.told("batch batch.toml --out out", 0);
    assert_same_results(&place, "whole", "out");
    assert!(record("both") == both && record("one") == one, "what was finished is not planned again");
    // The same plan in other bytes: its variants are planned again, the others are not.
    let plan = fs::read_to_string(place.path("told/one.json")).expect("a plan");
    fs::write(place.path("told/one.json"), plan + "\n").expect("written");
    place.told("batch batch.toml --out out", 0);
    assert!(record("both") == both && record("one") != one, "the digest covers the announced plan");
}

#[test]
fn a_comparison_shows_calls_and_the_price_of_changes_where_a_plan_was_announced() {
    let place = place();
    place.told("batch batch.toml --out out", 0);
    place.told("compare out --out comparison --lang en", 0);
    let report = String::from_utf8(read(&place.path("comparison/comparison.md"))).expect("UTF-8");
    assert!(report.contains("Residents to call") && report.contains("Price of changes"), "{report}");
    let rows = cells(&place, "comparison/comparison.csv", &["calls", "service_changes"]);
    assert!(rows.len() == 8 && rows.iter().flatten().all(|cell| !cell.is_empty()), "{rows:?}");
}

#[test]
fn an_announced_plan_that_is_not_there_is_a_fault_of_the_axis() {
    let place = place();
    place.edit("batch.toml", "told/one.json", "told/none.json");
    let said = place.told("batch batch.toml --out out --lang en", 2);
    assert!(said.contains("batch.toml:7") && said.contains("told/none.json"), "{said}");
    assert!(!place.path("out/results.csv").exists());
}
