//! `ateliers diff` as a user runs it: the changes, in both languages.

use std::fs;

use insta::assert_snapshot;

use crate::cli::Place;

/// The second plan: Hérimoncourt's cycle moves to Seloncourt at another time without one resident, and Seloncourt's
/// own cycle is gone.
const CHANGES: [(&str, &str); 3] = [
    (r#""venue": "V-25304-1", "slot": "mon-0930""#, r#""venue": "V-25539-1", "slot": "tue-1400""#),
    (r#""R01", "R02", "R03", "R04""#, r#""R01", "R02", "R03""#),
    (r#"["2026-01-05", "2026-01-12"]"#, r#"["2026-02-03", "2026-02-10"]"#),
];

fn edited() -> Place {
    let place = Place::new();
    std::fs::create_dir(place.path("other")).expect("a folder");
    std::fs::copy(place.path("plan.json"), place.path("other/plan.json")).expect("copied");
    for (from, to) in CHANGES {
        place.edit("other/plan.json", from, to);
    }
    let text = std::fs::read_to_string(place.path("other/plan.json")).expect("a file");
    let (start, rest) = text.split_once(",\n    {\n      \"id\": \"C002\"").expect("a second cycle");
    let end = rest.split_once("\n  ],").expect("the end of the cycles").1;
    std::fs::write(place.path("other/plan.json"), format!("{start}\n  ],{end}")).expect("written");
    place
}

#[test]
fn what_changed_is_told_in_both_languages() {
    let place = edited();
    for lang in ["fr", "en"] {
        // The scenario is found next to the first plan, and in the folder above the second.
        let run = place.run(&format!("diff plan.json other --lang {lang}"));
        // The dates of the moved cycle and the kits are unchanged, which breaks rules.
        assert_eq!(run.code, 1, "{}", run.shown());
        assert_snapshot!(format!("diff_{lang}"), run.shown());
    }
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let run = edited().run("diff other other/plan.json --lang en");
    assert!(run.stdout.contains("The plans are the same."), "{}", run.shown());
}

#[test]
fn two_scenarios_are_said_to_be_two_and_what_is_proven_is_said() {
    let place = Place::new();
    assert_eq!(place.run("plan scenario.toml --out one").code, 0);
    let text = std::fs::read_to_string(place.path("scenario.toml")).expect("a file");
    let dearer = text.replace("name = \"small\"", "name = \"dearer\"") + "\n[costs]\ncycle_setup = 90\n";
    std::fs::write(place.path("dearer.toml"), dearer).expect("written");
    assert_eq!(place.run("plan dearer.toml --out two").code, 0);
    let run = place.run("diff one two --scenario scenario.toml dearer.toml --lang en");
    assert_eq!(run.code, 0, "{}", run.shown());
    // Both are solved to the optimum, and set-up costs 30 more for each of the cycles.
    assert!(run.stdout.contains("The scenarios differ: small, then dearer."), "{}", run.shown());
    assert!(run.stdout.contains("is proven"), "{}", run.shown());
    // A plan of the other scenario keeps its cycles but not its bound.
    let run = place.run("diff one two --scenario scenario.toml --lang en");
    assert!(run.stderr.contains("was not made from"), "{}", run.shown());
    assert!(!run.stdout.contains("proven") && !run.stdout.contains("No plan"), "{}", run.shown());
}

#[test]
fn a_plan_without_a_scenario_asks_for_it() {
    let place = Place::empty();
    std::fs::write(place.path("plan.json"), r#"{"format": 1, "cycles": [], "kit_roster": []}"#)
        .expect("written");
    let run = place.run("diff plan.json plan.json --lang en");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("--scenario"), "{}", run.shown());
}

#[test]
fn copies_of_a_scenario_are_the_same_wherever_they_lie() {
    let place = Place::new();
    fs::create_dir_all(place.path("copy/tables")).expect("folders");
    for entry in fs::read_dir(place.path("")).expect("the fixture") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if path.extension().is_some_and(|extension| extension == "csv") {
            fs::copy(&path, place.path("copy/tables").join(name)).expect("copied");
        }
    }
    fs::copy(place.path("plan.json"), place.path("copy/plan.json")).expect("copied");
    let scenario = fs::read_to_string(place.path("scenario.toml")).expect("a file");
    let in_tables = |line: &str| {
        if line.contains(".csv") { line.replace("= \"", "= \"tables/") } else { line.to_owned() }
    };
    let copy: Vec<String> = scenario.lines().map(in_tables).collect();
    fs::write(place.path("copy/scenario.toml"), copy.join("\r\n").replace("time_limit_s = 10", "seed = 7"))
        .expect("written");
    let said = place.told("diff plan.json copy/plan.json --lang en", 0);
    assert!(
        said.contains("from the same scenario (small)") && said.contains("The plans are the same."),
        "{said}"
    );
    // An additional resident: the inputs differ, and the output says in what.
    let residents = fs::read_to_string(place.path("copy/tables/residents.csv")).expect("a table");
    let fewer: Vec<&str> = residents.lines().filter(|line| !line.starts_with("R12")).collect();
    fs::write(place.path("copy/tables/residents.csv"), fewer.join("\n")).expect("written");
    let said = place.told("diff plan.json copy/plan.json --lang fr", 0);
    assert!(said.contains("diffèrent par") && said.contains("inscriptions."), "{said}");
    assert!(!said.contains("réglages") && !said.contains("puis small"), "{said}");
}

#[test]
fn a_plan_that_breaks_rules_is_told_and_proves_nothing() {
    let place = Place::new();
    place.told("plan scenario.toml --out out", 0);
    fs::create_dir(place.path("edited")).expect("a folder");
    fs::copy(place.path("out/plan.json"), place.path("edited/plan.json")).expect("copied");
    let text = fs::read_to_string(place.path("edited/plan.json")).expect("a plan");
    let mut plan: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let last = plan["cycles"][0]["participants"].as_array_mut().expect("a list").pop().expect("somebody");
    plan["cycles"][1]["participants"].as_array_mut().expect("a list").push(last);
    plan["kit_roster"] = serde_json::json!([]);
    fs::write(place.path("edited/plan.json"), plan.to_string()).expect("written");
    let run = place.run("diff out edited --lang en");
    assert_eq!(run.code, 1, "{}", run.shown());
    assert!(
        run.stdout.contains("edited breaks rules (") && run.stderr.contains("edited/plan.json breaks rules"),
        "{}",
        run.shown()
    );
    assert!(!run.stdout.contains("No plan of this scenario"), "{}", run.shown());
}
