//! `ateliers compare` as a user runs it; its figures are recomputed from the rows of the plans.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::cli::Place;

/// Variants of radius and group over three seeds of invented enrolments.
const BATCH: &str = r#"scenario = "scenario.toml"
baseline = "radius-15_group-3_seed-1"
search = { work_limit = 300 }
demand = { rate = 0.003 }

[[axis]]
name = "radius"
key = "travel.max_travel_min"
values = [4, 15]

[[axis]]
name = "group"
key = "cycle.min_group"
values = [3, 5]

[[axis]]
name = "seed"
demand = "seed"
values = [1, 2, 3]
"#;

fn planned() -> Place {
    let place = Place::with_batch(BATCH);
    place.told("batch batch.toml --out out --lang en", 0);
    place
}

#[track_caller]
fn compare(place: &Place, arguments: &str, code: i32) -> String {
    place.told(&format!("compare {arguments} --lang en"), code)
}

/// Rows of a table by column.
pub(crate) fn rows(place: &Place, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(place.path(name)).expect("a table");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().expect("a header").clone();
    let row = |record: csv::StringRecord| {
        header.iter().zip(record.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

pub(crate) fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {}", row[column]))
}

#[test]
fn every_plan_is_set_against_the_baseline_and_the_front_is_what_nothing_beats() {
    let place = planned();
    let said = compare(&place, "out --out cmp", 0);
    assert!(said.contains("12 plans compared"), "{said}");
    let plans = rows(&place, "cmp/comparison.csv");
    assert_eq!(plans.len(), 12);
    let baseline = plans.iter().find(|row| row["is_baseline"] == "1").expect("a baseline");
    assert_eq!(baseline["plan"], "radius-15_group-3_seed-1");
    for row in &plans {
        let difference = number(row, "net") - number(baseline, "net");
        assert!((number(row, "net_difference") - difference).abs() < 0.011, "{row:?}");
        let is_beaten = plans.iter().any(|other| {
            let (less, more) =
                (number(other, "net") - number(row, "net"), number(other, "served") - number(row, "served"));
            less <= 0.0 && more >= 0.0 && (less < 0.0 || more > 0.0)
        });
        assert_eq!(row["on_front"] == "0", is_beaten, "{row:?}");
        let verdict = if row["is_baseline"] == "1" {
            ["", ""]
        } else if number(row, "objective") < number(baseline, "bound") {
            ["lower", "proven"]
        } else if number(baseline, "objective") < number(row, "bound") {
            ["higher", "proven"]
        } else {
            // A single search does not show how large noise is.
            ["", "within_noise"]
        };
        assert_eq!(["against_baseline", "certainty"].map(|name| row[name].as_str()), verdict, "{row:?}");
    }
    for step in rows(&place, "cmp/steps.csv") {
        let of = |end: &str| plans.iter().find(|row| row["plan"] == step[end]).expect("a plan");
        let (from, to) = (of("from"), of("to"));
        assert!((number(&step, "net_more") - (number(to, "net") - number(from, "net"))).abs() < 0.011);
        assert!(number(&step, "residents_more") > 0.0 && from["on_front"] == "1" && to["on_front"] == "1");
    }
}

#[test]
fn robustness_and_effects_are_what_the_rows_say() {
    let place = planned();
    compare(&place, "out --out cmp", 0);
    let plans = rows(&place, "cmp/comparison.csv");
    let objective = |radius: &str, group: &str, seed: &str| {
        let is_meant = |row: &&BTreeMap<String, String>| {
            row["radius"] == radius && row["group"] == group && row["seed"] == seed
        };
        number(plans.iter().find(is_meant).expect("a plan"), "objective")
    };
    let robust = rows(&place, "cmp/robustness.csv");
    assert_eq!(robust.len(), 4);
    for choice in &robust {
        let mut own: Vec<f64> =
            ["1", "2", "3"].map(|seed| objective(&choice["radius"], &choice["group"], seed)).into();
        let best = |seed: &str| {
            let all = ["4", "15"]
                .into_iter()
                .flat_map(|radius| ["3", "5"].map(|group| objective(radius, group, seed)));
            all.fold(f64::INFINITY, f64::min)
        };
        let regret = (0..3).map(|rank| own[rank] - best(["1", "2", "3"][rank])).fold(0.0, f64::max);
        own.sort_by(f64::total_cmp);
        assert!((number(choice, "median_objective") - own[1]).abs() < 0.011, "{choice:?}");
        assert!((number(choice, "worst_objective") - own[2]).abs() < 0.011, "{choice:?}");
        assert!((number(choice, "worst_regret") - regret).abs() < 0.011, "{choice:?}");
        // With one search each, a difference beyond noise is proven.
        let is_best = |seed: &str| {
            let row = |is: &dyn Fn(&BTreeMap<String, String>) -> bool| -> Vec<&BTreeMap<String, String>> {
                plans.iter().filter(|row| row["seed"] == seed && is(row)).collect()
            };
            let is_own = |row: &BTreeMap<String, String>| {
                row["radius"] == choice["radius"] && row["group"] == choice["group"]
            };
            let objective = number(row(&is_own)[0], "objective");
            row(&|row| !is_own(row)).iter().all(|rival| objective < number(rival, "bound"))
        };
        let n_best = ["1", "2", "3"].into_iter().filter(|seed| is_best(seed)).count();
        assert_eq!(choice["best_beyond_noise"], n_best.to_string(), "{choice:?}");
    }
    for effect in rows(&place, "cmp/effects.csv").iter().filter(|row| row["other_axis"].is_empty()) {
        let column = effect["indicator"].as_str();
        let values: Vec<f64> = plans
            .iter()
            .filter(|row| row[&effect["axis"]] == effect["value"])
            .map(|row| number(row, column))
            .collect();
        assert_eq!(values.len().to_string(), effect["plans"]);
        assert!((number(effect, "mean") - values.iter().sum::<f64>() / values.len() as f64).abs() < 0.011);
    }
    let hosts = rows(&place, "cmp/hosts.csv");
    assert!(hosts.iter().all(|host| (0.0..=1.0).contains(&number(host, "share_of_plans"))));
}

#[test]
fn a_spoilt_plan_is_told_and_the_others_are_compared() {
    let place = planned();
    fs::write(place.path("out/variants/radius-4_group-3_seed-2/plan.json"), "{\"format\": 1,")
        .expect("written");
    fs::remove_file(place.path("out/variants/radius-4_group-5_seed-2/scenario.toml")).expect("removed");
    let said = compare(&place, "out --out cmp", 1);
    assert!(
        said.contains("error[E105]") && said.contains("radius-4_group-3_seed-2 cannot be read"),
        "{said}"
    );
    assert!(said.contains("10 plans compared"), "{said}");
    assert!(!said.contains("nothing was written"), "{said}");
    assert_eq!(rows(&place, "cmp/comparison.csv").len(), 10);
    // The manifest itself is damaged: nothing is known about what varied.
    fs::write(place.path("out/batch.json"), "[").expect("written");
    let said = compare(&place, "out --out other", 2);
    assert!(said.contains("batch.json") && !place.path("other").exists(), "{said}");
}

/// A plan edited by hand: everybody is squeezed into the first cycle, and the file claims that almost nothing is proven.
fn squeeze(place: &Place, variant: &str) {
    let path = place.path("out/variants").join(variant).join("plan.json");
    let mut plan: Value = serde_json::from_slice(&fs::read(&path).expect("a plan")).expect("JSON");
    let unserved = plan["unserved"].as_array().expect("a list").clone();
    assert!(!unserved.is_empty(), "somebody is left out");
    let joining = unserved.into_iter().map(|entry| entry["resident"].clone());
    plan["cycles"][0]["participants"].as_array_mut().expect("a list").extend(joining);
    for key in ["unserved", "costs", "service", "objective", "gap"] {
        plan.as_object_mut().expect("an object").remove(key);
    }
    plan["bound"] = (-1e6).into();
    fs::write(&path, plan.to_string()).expect("written");
}

#[test]
fn a_plan_that_breaks_rules_stands_on_no_front_and_proves_nothing() {
    const SQUEEZED: &str = "radius-4_group-3_seed-1";
    let place = planned();
    squeeze(&place, SQUEEZED);
    let said = compare(&place, "out --out cmp", 1);
    assert!(said.contains(&format!("{SQUEEZED}/plan.json breaks rules")), "{said}");
    assert!(said.contains("H1") && said.contains("12 plans compared"), "{said}");
    let plans = rows(&place, "cmp/comparison.csv");
    let squeezed = plans.iter().find(|row| row["plan"] == SQUEEZED).expect("it is shown");
    assert_eq!(squeezed["interested"], squeezed["served"], "it would beat all the others");
    assert_eq!(
        ["is_legal", "on_front", "certainty", "bound"].map(|column| squeezed[column].as_str()),
        ["0", "0", "within_noise", ""]
    );
    assert!(plans.iter().any(|row| row["on_front"] == "1" && row["is_legal"] == "1"));
    assert!(
        rows(&place, "cmp/steps.csv").iter().all(|step| step["from"] != SQUEEZED && step["to"] != SQUEEZED)
    );
    // Its figures do not count for any variant: two seeds remain.
    let robust = rows(&place, "cmp/robustness.csv");
    assert!(robust.iter().any(|row| row["radius"] == "4" && row["group"] == "3" && row["seeds"] == "2"));
    for file in ["cmp/comparison.md", "cmp/comparison.html"] {
        let text = fs::read_to_string(place.path(file)).expect("a report").replace('\\', "");
        assert!(text.contains("1 plan breaks rules") && text.contains(SQUEEZED), "{file}");
    }
}

#[test]
fn a_plan_whose_figures_are_not_its_own_proves_nothing() {
    let place = planned();
    let file = "out/variants/radius-4_group-3_seed-1/plan.json";
    let mut plan: Value = serde_json::from_slice(&fs::read(place.path(file)).expect("a plan")).expect("JSON");
    plan["costs"]["net"] = (plan["costs"]["net"].as_f64().expect("an amount") - 100.0).into();
    fs::write(place.path(file), plan.to_string()).expect("written");
    let said = compare(&place, "out --out cmp", 1);
    assert!(said.contains("do not match its cycles") && said.contains("costs.net"), "{said}");
    let plans = rows(&place, "cmp/comparison.csv");
    let edited = plans.iter().find(|row| row["plan"] == "radius-4_group-3_seed-1").expect("it is shown");
    assert_eq!(["is_legal", "bound"].map(|column| edited[column].as_str()), ["1", ""]);
}

#[test]
fn the_page_says_what_is_invented_and_not_proven_and_names_nothing_outside() {
    let place = planned();
    compare(&place, "out --out cmp --x gross --y communes_served", 0);
    let html = fs::read_to_string(place.path("cmp/comparison.html")).expect("a page");
    assert!(html.contains("Invented data") && html.contains("too close to tell"), "{html}");
    assert!(html.contains("estimates"), "travel times are estimates, and this is said");
    assert!(html.matches("<svg").count() >= 6);
    for word in [">NaN", "NaN\"", " NaN", "inf<", "src=", "href=\"http", "url("] {
        assert!(!html.contains(word), "{word}");
    }
    // Identifiers of a page are unique.
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    let markdown = fs::read_to_string(place.path("cmp/comparison.md")).expect("a note");
    assert!(markdown.contains("> Invented data") && markdown.contains("| ---"), "{markdown}");
}

#[test]
fn plans_without_a_batch_are_compared_too() {
    let place = Place::new();
    place.run("plan scenario.toml --out one");
    place.run("plan scenario.toml --out two --work-limit 0");
    let said = compare(&place, "one two plan.json --out cmp --baseline two", 0);
    assert!(said.contains("3 plans compared") && said.contains("the difference from two"), "{said}");
    let plans = rows(&place, "cmp/comparison.csv");
    assert_eq!(plans[2]["bound"], "", "the edited plan claims none");
    let said = compare(&place, "one two --out other --baseline three", 2);
    assert!(said.contains("no plan `three`") && !place.path("other").exists(), "{said}");
    let said = compare(&place, "one two --out other --x status", 2);
    assert!(said.contains("status"), "{said}");
}
