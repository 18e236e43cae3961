//! The validation table of batch files: for each code a batch of the small fixture that triggers only that code.

use std::fs;

use insta::assert_snapshot;

use crate::cli::Place;

/// The code, its place, and the batch file after its first line.
const CASES: [(&str, &str, &str); 27] = [
    ("E001", "batch.toml:1, key `scenario`", ""),
    ("E102", "batch.toml:2, key `search.worklimit`", "search = { worklimit = 3 }"),
    (
        "E102",
        "batch.toml:3, key `axis[0].key`",
        "[[axis]]\nname = \"a\"\nkey = \"travel.max_min\"\nvalues = [1]",
    ),
    ("E104", "axis[0].values[1]", "[[axis]]\nname = \"a\"\nkey = \"costs.fee\"\nvalues = [1, \"two\"]"),
    ("E107", "axis[0].first", "[[axis]]\nname = \"a\"\nfirst = \"venues\"\nvalues = [1]"),
    ("E305", "axis[0].values[0]", "[[axis]]\nname = \"a\"\nkey = \"costs.fee\"\nvalues = [-1]"),
    ("E701", "axis[0].name", "[[axis]]\nname = \"a\"\nvalues = [1]"),
    (
        "E702",
        "group[0].grid.b",
        "axis = [{ name = \"a\", first = \"kits\", values = [1] }]\n[[group]]\nname = \"g\"\ngrid = { b = [1] }",
    ),
    (
        "E703",
        "drop[0].when.a[0]",
        "axis = [{ name = \"a\", first = \"kits\", values = [1] }]\n[[drop]]\nwhen = { a = [2] }",
    ),
    (
        "E704",
        "axis[1].name",
        "axis = [{ name = \"a\", first = \"kits\", values = [1] }, { name = \"b\", first = \"kits\", values = [0] }]",
    ),
    ("E705", "axis[0].values[0]", "[[axis]]\nname = \"a\"\nfirst = \"trainers\"\nvalues = [2]"),
    ("E706", "batch.toml:1", ""),
    ("E707", "axis[0]", ""),
    ("E708", "axis[0].name", "[[axis]]\nname = \"rayon été\"\nfirst = \"kits\"\nvalues = [1]"),
    ("E708", "variant[0].name", "variant = [{ name = \"Con\" }]"),
    ("E708", "variant[0].name", "variant = [{ name = \"aux.2027\" }]"),
    ("E709", "axis[0].name", "[[axis]]\nname = \"net\"\nfirst = \"kits\"\nvalues = [1]"),
    (
        "E710",
        "axis[0].labels",
        "[[axis]]\nname = \"a\"\nfirst = \"kits\"\nvalues = [0, 1]\nlabels = [\"none\"]",
    ),
    ("E711", "axis[0].values[1]", "[[axis]]\nname = \"a\"\nfirst = \"kits\"\nvalues = [1, 1]"),
    ("E712", "variant[1].name", "variant = [{ name = \"a\" }, { name = \"A\" }]"),
    ("E713", "baseline", "baseline = \"b\"\nvariant = [{ name = \"a\" }]"),
    ("E714", "variant[0]", ""),
    ("E715", "axis[0].values", ""),
    (
        "E107",
        "batch.toml:2, key `search.effort`",
        "search = { effort = \"normal\" }\nvariant = [{ name = \"a\" }]",
    ),
    (
        "E716",
        "batch.toml:2, key `search.effort`",
        "search = { work_limit = 9, effort = \"usual\" }\nvariant = [{ name = \"a\" }]",
    ),
    ("E717", "search.most_seeds", "search = { seeds = 3, most_seeds = 2 }\nvariant = [{ name = \"a\" }]"),
    ("E305", "search.seeds", "search = { seeds = 0 }\nvariant = [{ name = \"a\" }]"),
];

pub(super) fn codes() -> Vec<&'static str> {
    CASES.iter().map(|case| case.0).chain(["W718"]).collect()
}

/// A whole batch file; the cases that need a thousand values or another first line are made here.
fn batch(code: &str, rest: &str) -> String {
    let scenario = if code == "E001" { "scenari.toml" } else { "scenario.toml" };
    let many = || {
        let axis = |name: &str, key: &str| {
            let values: Vec<String> = (0..101).map(|value| value.to_string()).collect();
            format!("[[axis]]\nname = \"{name}\"\nkey = \"{key}\"\nvalues = [{}]\n", values.join(", "))
        };
        axis("a", "costs.fee") + &axis("b", "costs.cycle_setup")
    };
    let rest = match code {
        "E707" => many(),
        "E714" => format!("variant = [{{ name = \"{}\" }}]", "x".repeat(300)),
        "E715" => values(10_001),
        _ => rest.to_owned(),
    };
    format!("scenario = \"{scenario}\"\n{rest}\n")
}

/// An axis with this number of values.
fn values(n_values: usize) -> String {
    let values: Vec<String> = (0..n_values).map(|value| value.to_string()).collect();
    format!("[[axis]]\nname = \"a\"\nkey = \"costs.fee\"\nvalues = [{}]", values.join(","))
}

#[test]
fn another_version_of_the_unit_of_work_is_told_and_the_batch_runs() {
    let home = Place::new();
    let rest = |version: u32| {
        format!("search = {{ work_limit = 9, work_version = {version} }}\nvariant = [{{ name = \"a\" }}]")
    };
    fs::write(home.path("batch.toml"), batch("", &rest(1000))).expect("written");
    let said = home.told("batch batch.toml --dry-run --lang en", 0);
    assert!(
        said.contains("warning[W718]") && said.contains("batch.toml:2, key `search.work_version`"),
        "{said}"
    );
    fs::write(home.path("batch.toml"), batch("", &rest(ateliers::solve::effort::WORK_VERSION)))
        .expect("written");
    assert!(!home.told("batch batch.toml --dry-run --lang en", 0).contains("W718"));
}

/// With quadratic cost, these would take minutes.
#[test]
fn a_million_values_are_a_fault_and_ten_thousand_are_looked_through_in_time() {
    let home = Place::new();
    fs::write(home.path("batch.toml"), batch("", &values(1_000_000))).expect("written");
    let said = home.told("batch batch.toml --dry-run --lang en", 2);
    assert!(said.contains("error[E715]") && said.contains("1000000 entries"), "{said}");
    // The maximum number of values, each named again by a group, a condition and a variant.
    let names: Vec<String> = (0..10_000).map(|value| value.to_string()).collect();
    let names = names.join(",");
    let variants = |value: usize| format!("[[variant]]\nname = \"v{value}\"\nat = {{ a = {value} }}\n");
    let variants: String = (0..9_999).map(variants).collect();
    let rest = format!(
        "{}\n[[group]]\nname = \"g\"\ngrid = {{ a = [{names}] }}\n[[drop]]\nwhen = {{ a = [{names}] }}\n{variants}[[variant]]\nname = \"V1\"\n",
        values(10_000)
    );
    fs::write(home.path("batch.toml"), batch("", &rest)).expect("written");
    let started = std::time::Instant::now();
    let said = home.told("batch batch.toml --dry-run --lang en", 2);
    assert!(said.contains("error[E712]") && said.contains("1 error"), "{said}");
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn each_spoilt_batch_gives_exactly_its_finding() {
    let mut told = String::new();
    for (code, place, rest) in CASES {
        let home = Place::new();
        fs::write(home.path("batch.toml"), batch(code, rest)).expect("written");
        let run = home.run("batch batch.toml --out out --lang en");
        let codes: Vec<&str> =
            run.stderr.lines().filter_map(|line| line.strip_prefix("error[")?.split(']').next()).collect();
        assert_eq!((run.code, codes), (2, vec![code]), "{}", run.shown());
        let key = place.split_once("key `").map_or(place, |(_, key)| key);
        assert!(run.stderr.contains(key), "{place}: {}", run.shown());
        assert!(!home.path("out").exists(), "{code}: nothing is written");
        told += &run.stderr;
        told += &home.run("batch batch.toml --out out --lang fr").stderr;
    }
    assert_snapshot!("batches", told);
}

#[test]
fn faults_of_the_batch_and_of_every_variant_are_told_together() {
    let home = Place::new();
    let text = "scenario = \"scenario.toml\"\n\
        [[axis]]\nname = \"hosts\"\nkey = \"hosts.communes\"\nvalues = [[\"25304\"], [\"25305\"]]\n\
        [[axis]]\nname = \"rooms\"\nkey = \"data.venues\"\nvalues = [\"venues.csv\", \"vneues.csv\"]\n\
        [[axis]]\nname = \"group\"\nkey = \"cycle.min_group\"\nvalues = [3, 7]\n";
    fs::write(home.path("batch.toml"), text).expect("written");
    let run = home.run("batch batch.toml --out out --lang en");
    for (code, key) in
        [("E401", "axis[0].values[1]"), ("E001", "axis[1].values[1]"), ("E502", "axis[2].values[1]")]
    {
        assert!(run.stderr.contains(code) && run.stderr.contains(key), "{}", run.shown());
    }
    // Each is reported once, although several variants have it.
    assert_eq!(run.stderr.matches("error[").count(), 3, "{}", run.shown());
}
