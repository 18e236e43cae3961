//! Output of commands for programs (`--json`), and how much else they print (`-q`, `-v`, `--color`).

use std::path::Path;

use serde_json::Value;

use crate::books::{sheets_of, xlsx};
use crate::cli::Place;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|fault| panic!("{fault}: {text}"))
}

/// Whether a value has exactly the keys that its schema requires or allows, at all levels.
fn fits(value: &Value, schema: &Value, whole: &Value) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(value, &whole["$defs"][name.trim_start_matches("#/$defs/")], whole);
    }
    if let Some(ways) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let is_fit = ways.iter().any(|way| fits(value, way, whole).is_ok());
        return if is_fit { Ok(()) } else { Err(format!("{value} fits nothing of {schema}")) };
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let said = schema["type"].to_string().replace("integer", "number");
    if schema.get("type").is_some() && !said.contains(kind) {
        return Err(format!("{value} is no {said}"));
    }
    if let (Some(of), Some(items)) = (schema.get("items"), value.as_array()) {
        items.iter().try_for_each(|item| fits(item, of, whole))?;
    }
    let Some(object) = value.as_object() else { return Ok(()) };
    for key in schema["required"].as_array().into_iter().flatten() {
        let key = key.as_str().unwrap_or_default();
        object.get(key).ok_or_else(|| format!("`{key}` is missing in {value}"))?;
    }
    for (key, value) in object {
        let of = schema["properties"].get(key).or(schema.get("additionalProperties"));
        fits(value, of.ok_or_else(|| format!("`{key}` is not in the schema"))?, whole)?;
    }
    Ok(())
}

#[test]
fn every_answer_for_programs_fits_its_schema() {
    let place = Place::new();
    let plan = "plan scenario.toml --out plan --work-limit 40 --json";
    for (command, schema) in [
        ("validate scenario.toml --json", "validation"),
        (plan, "summary"),
        ("check scenario.toml plan/plan.json --json", "judgement"),
        ("diff plan plan --json", "difference"),
        ("amend scenario.toml close C002 --plan plan.json --out amended --yes --json", "amendment"),
    ] {
        let run = place.run(command);
        assert_eq!(run.code, 0, "{command}: {}", run.stderr);
        let (answer, schema) = (json(&run.stdout), json(&place.run(&format!("schema {schema}")).stdout));
        assert_eq!(answer["format"], 1);
        assert!(answer["result"].is_object(), "{command}: {answer}");
        fits(&answer, &schema, &schema).unwrap_or_else(|fault| panic!("{command}: {fault}"));
    }
}

#[test]
fn a_broken_plan_and_a_broken_input_are_answered_too() {
    let place = Place::new();
    place.told("plan scenario.toml --out plan --work-limit 40", 0);
    place.edit("scenario.toml", "max_group = ", "max_group = 1 # ").edit(
        "scenario.toml",
        "min_group = ",
        "min_group = 1 # ",
    );
    let run = place.run("check scenario.toml plan/plan.json --json");
    assert_eq!(run.code, 1, "{}", run.stderr);
    let (answer, schema) = (json(&run.stdout), json(&place.run("schema judgement").stdout));
    fits(&answer, &schema, &schema).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(answer["result"]["legal"], false);
    assert_eq!(answer["result"]["violations"][0]["rule"], "group_size", "{answer}");

    place.edit("scenario.toml", "[cycle]", "[cycles]");
    let run = place.run("validate scenario.toml --json --lang en");
    assert_eq!(run.code, 2);
    let (answer, schema) = (json(&run.stdout), json(&place.run("schema validation").stdout));
    fits(&answer, &schema, &schema).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(answer["result"].is_null() && answer["findings"][0]["severity"] == "error", "{answer}");
    assert!(run.stderr.contains("error["), "people read the words all the same: {}", run.stderr);
}

#[test]
fn a_finding_in_a_workbook_has_its_sheet_and_cell() {
    let place = Place::new();
    let mut sheets = sheets_of(Path::new("data/fixtures/small"), true);
    let residents = sheets.iter_mut().find(|(name, _)| name == "Inscriptions").expect("the enrolments");
    residents.1[1][1] = "Nulle Part".to_owned();
    std::fs::write(place.path("plan.xlsx"), xlsx(&sheets)).expect("written");
    let run = place.run("validate plan.xlsx --json --lang fr");
    assert_eq!(run.code, 2);
    let (answer, schema) = (json(&run.stdout), json(&place.run("schema validation").stdout));
    fits(&answer, &schema, &schema).unwrap_or_else(|fault| panic!("{fault}"));
    let is_fault = |finding: &&Value| finding["severity"] == "error";
    let found = answer["findings"].as_array().expect("findings").iter().find(is_fault).expect("a fault");
    assert_eq!((&found["sheet"], &found["cell"]), (&json("\"Inscriptions\""), &json("\"B2\"")), "{found}");
    assert_eq!(found["line"], 2);
}

#[test]
fn quiet_says_errors_only_and_verbose_every_step() {
    let place = Place::new();
    let plan = "plan scenario.toml --out plan --work-limit 40 --lang en";
    let usual = place.run(plan);
    assert!(usual.stderr.contains("plan"), "{}", usual.stderr);
    let quiet = place.run(&format!("{plan} -q"));
    assert_eq!((quiet.code, quiet.stderr.as_str()), (0, ""));
    assert!(!quiet.stdout.is_empty());
    let verbose = place.run(&format!("{plan} -v"));
    assert!(usual.stderr.lines().count() < verbose.stderr.lines().count(), "{}", verbose.stderr);
    let wrong = place.run("validate nothing.toml -q --lang en");
    assert!(wrong.code == 2 && wrong.stderr.contains("error["), "{}", wrong.stderr);
}

#[test]
fn colour_is_for_those_who_watch_or_ask() {
    let place = Place::new();
    let wrong = "validate nothing.toml --lang en";
    let is_coloured = |text: &str| text.contains("\u{1b}[1;31merror");
    assert!(!is_coloured(&place.told(wrong, 2)), "nobody watches");
    assert!(is_coloured(&place.told(&format!("{wrong} --color always"), 2)));
    let told = |colour: &str, arguments: &str| {
        let mut command = place.command(arguments);
        let output = command.env("ATELIERS_COLOR", colour).output().expect("it runs");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(is_coloured(&told("always", wrong)));
    assert!(!is_coloured(&told("always", &format!("{wrong} --color never"))), "what is typed comes first");
    assert!(told("pink", wrong).contains("--color"), "a wrong value is told");
}

#[test]
fn what_is_typed_goes_before_the_environment_and_that_before_the_scenario() {
    let place = Place::new();
    let seed = |environment: Option<&str>, typed: &str| {
        let mut command =
            place.command(&format!("plan scenario.toml --out plan --work-limit 20 {typed} --json"));
        if let Some(seed) = environment {
            command.env("ATELIERS_SEED", seed);
        }
        json(&String::from_utf8_lossy(&command.output().expect("it runs").stdout))["result"]["seed"].clone()
    };
    let scenario = seed(None, "");
    assert_ne!(scenario, 41);
    assert_eq!(seed(Some("41"), ""), 41);
    assert_eq!(seed(Some("41"), "--seed 42"), 42);
    let mut command = place.command("plan scenario.toml --out plan --effort quick --json");
    let output = command.env("ATELIERS_WORK_LIMIT", "20").output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut command = place.command("validate nothing.toml");
    let output = command.env("ATELIERS_LANG", "fr").output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stderr).contains("erreur"));
}
