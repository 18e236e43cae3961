//! Every file of a plan, read back by independent readers.

use std::collections::BTreeMap;
use std::path::Path;

use ateliers::check::{check, figures};
use ateliers::input::{read_plan, read_scenario};
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::output::{Delivery, NAMES, files};
use ateliers::plan::proof::Proof;
use ateliers::plan::reasons::explain;
use ateliers::plan::solved::Solved;
use serde_json::Value;

/// The hand-made plan of `data/fixtures/small`, as the pipeline would deliver it with a bound of 2,000.
fn small() -> (Instance, Solved) {
    let instance = read_scenario(Path::new("data/fixtures/small/scenario.toml")).expect("valid").instance;
    let (plan, _) = read_plan(Path::new("data/fixtures/small/plan.json"), &instance).expect("readable");
    let verdict = check(&instance, &plan);
    assert!(verdict.is_legal(), "{:?}", verdict.violations);
    let proof = Proof::new(&instance, verdict.breakdown.objective(), 2000.0).expect("a valid bound");
    let reasons = explain(&instance, &plan);
    let (status, lp_solver) = ("work_limit", "HiGHS 1.2.3".to_owned());
    let solved = Solved { plan, breakdown: verdict.breakdown, proof, status, lp_solver, reasons };
    (instance, solved)
}

fn written(lang: Lang, wall_s: f64) -> BTreeMap<String, Vec<u8>> {
    let (instance, solved) = small();
    let messages = Messages::new(lang);
    let delivery =
        Delivery { instance: &instance, solved: &solved, messages: &messages, seed: 7, wall_s, only: &[] };
    files(&delivery).into_iter().map(|file| (file.name, file.bytes)).collect()
}

type Row = BTreeMap<String, String>;

/// A table as a spreadsheet would read it.
fn rows(bytes: &[u8], delimiter: u8) -> Vec<Row> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
    reader.deserialize().map(|row| row.expect("a row with a cell for each column")).collect()
}

fn english(name: &str) -> Vec<Row> {
    rows(&written(Lang::En, 1.0)[name], b',')
}

fn json() -> Value {
    serde_json::from_slice(&written(Lang::En, 1.0)["plan.json"]).expect("JSON")
}

/// An amount in billionths, exactly.
fn nano(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<9}").parse().expect("an amount")
}

#[test]
fn every_file_is_there() {
    assert_eq!(written(Lang::Fr, 1.0).into_keys().collect::<Vec<_>>(), {
        let mut names = NAMES.to_vec();
        names.sort_unstable();
        names
    });
}

#[test]
fn plan_json_is_the_plan_and_its_figures_agree() {
    let (instance, solved) = small();
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("plan.json");
    std::fs::write(&path, &written(Lang::Fr, 1.5)["plan.json"]).expect("written");
    let (plan, file) = read_plan(&path, &instance).expect("readable");
    assert_eq!(plan, solved.plan);
    assert_eq!(figures(&instance, &plan, &file), []);
    assert_eq!(file.bound, Some(2000.0));
    assert_eq!(file.input_digest.as_ref(), Some(&instance.digest));
}

#[test]
fn only_the_seconds_differ_from_run_to_run() {
    let (one, other) = (written(Lang::Fr, 1.0), written(Lang::Fr, 2.0));
    for name in NAMES {
        let lines = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
            let text = String::from_utf8(files[name].clone()).expect("UTF-8");
            text.lines().filter(|line| !line.contains("\"wall_s\"")).map(str::to_owned).collect()
        };
        assert_eq!(lines(&one), lines(&other), "{name}");
    }
}

#[test]
fn cycles_add_up_to_communes_and_to_the_total_of_plan_json() {
    let rows = english("costs.csv");
    let sum = |level: &str, column: &str| -> i64 {
        rows.iter().filter(|row| row["level"] == level).map(|row| nano(&row[column])).sum()
    };
    let costs = &json()["costs"];
    let posts =
        ["trainer_time", "trainer_travel", "venues", "tablets", "support", "setup", "gross", "income", "net"];
    for post in posts {
        let total = sum("total", post);
        assert_eq!(sum("cycle", post), total, "{post}");
        assert_eq!(sum("commune", post), total, "{post}");
        let stated = costs[post].as_f64().expect("a number");
        assert!((stated - total as f64 / 1e9).abs() < 1e-6, "{post}: {stated} and {total}");
    }
    let total = rows.iter().find(|row| row["level"] == "total").expect("a total");
    // 584.41 euros gross for eight participants.
    assert_eq!((total["participants"].as_str(), total["gross_per_participant"].as_str()), ("8", "73.05"));
}

#[test]
fn each_resident_is_a_participant_or_unserved_once() {
    let mut residents: Vec<String> =
        english("participants.csv").into_iter().map(|row| row["resident"].clone()).collect();
    residents.extend(english("unserved.csv").into_iter().map(|row| row["resident"].clone()));
    residents.sort();
    let everyone: Vec<String> = (1..=12).map(|number| format!("R{number:02}")).collect();
    assert_eq!(residents, everyone);
}

#[test]
fn unserved_residents_have_the_same_reason_in_both_files() {
    let of_json: Vec<(String, String)> = json()["unserved"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| {
            (
                entry["resident"].as_str().unwrap_or_default().into(),
                entry["reason"].as_str().unwrap_or_default().into(),
            )
        })
        .collect();
    let of_table: Vec<(String, String)> = english("unserved.csv")
        .into_iter()
        .map(|row| (row["resident"].clone(), row["reason"].clone()))
        .collect();
    assert_eq!(of_json, of_table);
    let expected = ["no_venue_in_reach", "no_step_free_venue", "too_late", "no_venue_in_reach"];
    assert_eq!(of_table.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>(), expected);
}

#[test]
fn sessions_are_those_of_plan_json_in_the_order_of_the_calendar() {
    let sessions: Vec<(String, String)> =
        english("sessions.csv").into_iter().map(|row| (row["date"].clone(), row["cycle"].clone())).collect();
    let mut of_json: Vec<(String, String)> = Vec::new();
    for cycle in json()["cycles"].as_array().expect("a list") {
        for date in cycle["sessions"].as_array().expect("a list") {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            of_json.push((text(date), text(&cycle["id"])));
        }
    }
    of_json.sort();
    assert_eq!(sessions, of_json);
    let first = &english("sessions.csv")[0];
    let shown =
        ["weekday", "start", "end", "participants", "tablets_needed", "kit"].map(|key| first[key].as_str());
    assert_eq!(shown, ["Monday", "09:30", "11:30", "4", "1", "K1"]);
}

#[test]
fn the_kit_roster_says_where_to_fetch_what() {
    let rows = english("kit_roster.csv");
    assert_eq!(rows.len(), 4);
    let shown = ["date", "kit", "tablets", "tablets_needed", "depot_name", "trainer", "cycles"];
    // The room in Seloncourt keeps one of the three tablets that C002 needs.
    assert_eq!(
        shown.map(|key| rows[2][key].as_str()),
        ["2026-01-20", "K1", "4", "2", "Seloncourt", "T1", "C002"]
    );
}

#[test]
fn both_languages_have_the_same_columns_and_rows() {
    let (french, english) = (written(Lang::Fr, 1.0), written(Lang::En, 1.0));
    for name in NAMES.into_iter().filter(|name| *name != "plan.json") {
        let (french, english) = (rows(&french[name], b';'), rows(&english[name], b','));
        assert_eq!(french.len(), english.len(), "{name}");
        for (french, english) in french.iter().zip(&english) {
            assert!(french.keys().eq(english.keys()), "{name}");
        }
    }
    assert_eq!(
        rows(&french["costs.csv"], b';')[0]["gross"].replace(',', "."),
        rows(&english["costs.csv"], b',')[0]["gross"]
    );
    assert_eq!(rows(&french["sessions.csv"], b';')[0]["weekday"], "lundi");
}

#[test]
fn what_is_invented_says_so_in_every_row() {
    for name in NAMES.into_iter().filter(|name| *name != "plan.json") {
        assert!(english(name).iter().all(|row| row["note"] == "invented data"), "{name}");
    }
}

#[test]
fn a_name_from_the_input_cannot_run_as_a_formula() {
    let rows = english("cycles.csv");
    assert_eq!(rows[1]["venue_name"], "'=Médiathèque, étage");
}
