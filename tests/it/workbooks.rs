//! Workbooks from town halls: read as a scenario or as tables, with any content.

use std::fs;
use std::path::Path;

use ateliers::diagnostics::{Code, render};
use ateliers::input::{Sources, read_scenario, read_scenario_from};
use ateliers::messages::{Lang, Messages};
use serde_json::Value;

use crate::books::{archive, ods, ods_document, rewritten, sheet, sheets_of, xlsx};
use crate::cli::Place;

const SMALL: &str = "data/fixtures/small";

/// A plan without its time and the digest of its input.
fn plan_of(place: &Place, scenario: &str) -> Value {
    place.told(&format!("plan {scenario} --work-limit 2000 --out out-{scenario}"), 0);
    let text = fs::read_to_string(place.path(&format!("out-{scenario}/plan.json"))).expect("a plan");
    let mut plan: Value = serde_json::from_str(&text).expect("JSON");
    plan["input_digest"] = Value::Null;
    plan["solver"]["wall_s"] = Value::Null;
    plan
}

#[test]
fn a_workbook_gives_the_plan_of_its_toml_and_csv() {
    let place = Place::new();
    let expected = plan_of(&place, "scenario.toml");
    let small = Path::new(SMALL);
    for (name, bytes) in [
        ("fr.xlsx", xlsx(&sheets_of(small, true))),
        ("en.xlsx", xlsx(&sheets_of(small, false))),
        ("fr.ods", ods(&sheets_of(small, true))),
    ] {
        fs::write(place.path(name), bytes).expect("written");
        assert_eq!(plan_of(&place, name), expected, "{name}");
    }
    // The other commands accept it too.
    place.told("validate fr.ods", 0);
    place.told("check fr.ods out-fr.ods/plan.json", 0);
    place.told("export fr.xlsx out-fr.xlsx/plan.json --out docs --only report", 0);
}

#[test]
fn a_batch_varies_a_workbook() {
    let place = Place::with_batch(
        "scenario = \"plan.xlsx\"\nsearch = { work_limit = 200 }\n[[axis]]\nname = \"fee\"\nkey = \"costs.fee\"\n\
         values = [0, 35]\n[[axis]]\nname = \"trainers\"\nfirst = \"trainers\"\nvalues = [0, 1]\n",
    );
    fs::write(place.path("plan.xlsx"), xlsx(&sheets_of(Path::new(SMALL), true))).expect("written");
    place.told("batch batch.toml --out batch", 0);
    let variant = place.path("batch/variants/fee-35_trainers-1/scenario.toml");
    let read = read_scenario(&variant).expect("a variant is a scenario").instance;
    assert_eq!((read.trainers.len(), read.residents.len()), (1, 12));
}

/// The findings of the small scenario with a table in a file of this name.
fn with_table(table: &str, name: &str, bytes: Vec<u8>) -> Result<Vec<String>, Vec<String>> {
    let folder = Path::new(SMALL);
    let scenario = fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    let scenario = scenario.replace(&format!("\"{table}.csv\""), &format!("\"{name}\""));
    let file = name.split('#').next().expect("a name");
    let sources = Sources::disk()
        .with(folder.join("edited.toml"), scenario.into_bytes())
        .with(folder.join(file), bytes);
    let messages = Messages::new(Lang::En);
    let told = |found: Vec<_>| found.iter().map(|one| render(std::slice::from_ref(one), &messages)).collect();
    read_scenario_from(&sources, &folder.join("edited.toml")).map(|read| told(read.warnings)).map_err(told)
}

#[test]
fn faults_point_at_cells() {
    let table = sheet(
        "Inscriptions",
        &[
            &["Inscriptions de janvier"],
            &["Inscription", "Commune", "Créneaux", "Trajet max (min)", "Tablette à prêter"],
            &["R1", "Hérimoncourt", "lundi 9h30", "15", "true"],
            &["R2", "Nulle-Part", "lundi 9h30", "", "oui"],
            &["R3", "25539", "mardi 15h", "quinze", "non"],
            &["R1", "25539", "*", "", "#N/A"],
        ],
    );
    let faults = with_table("residents", "mairies.xlsx", xlsx(&[table])).expect_err("five faults");
    let places: Vec<&str> = faults.iter().filter_map(|fault| fault.lines().nth(1)).collect();
    let at = |cell: &str| format!("  at {SMALL}/mairies.xlsx, Inscriptions!{cell}");
    let expected = [
        at("A2"),
        at("B4, column `Commune`"),
        at("C5, column `Créneaux`"),
        at("D5, column `Trajet max (min)`"),
        at("A6, column `Inscription`"),
        at("E6, column `Tablette à prêter`"),
    ];
    assert_eq!(places, expected, "{}", faults.join("\n"));
    assert!(faults[4].contains("already appears on line 3"), "{}", faults[4]);
}

#[test]
fn cells_are_read_by_value() {
    let slots = sheet(
        "Feuil1",
        &[&["Créneau", "Jour", "Début"], &["mon-0930", "lundi", "09:30"], &["tue-1400", "mardi", "14:00"]],
    );
    assert_eq!(with_table("slots", "s.xlsx", xlsx(std::slice::from_ref(&slots))), Ok(Vec::new()));
    assert_eq!(with_table("slots", "s.ods#feuil1", ods(&[slots])), Ok(Vec::new()));
    let residents = sheet(
        "residents",
        &[
            &["id", "commune", "slots", "available_from", "priority", "max_travel_min", "step_free"],
            &["R1", "25304", "*", "2026-01-31", "50 %", "=10+5|15", "true"],
        ],
    );
    assert_eq!(with_table("residents", "r.xlsx", xlsx(&[residents])), Ok(Vec::new()));
    // A program that is no spreadsheet writes formulas without a result; a spreadsheet writes errors.
    let spoilt = sheet(
        "kits",
        &[&["id", "tablets", "depot"], &["K1", "=40+7|47", "25539"], &["K2", "=1/0|#DIV/0!", "25539"]],
    );
    let spoilt = rewritten(&xlsx(&[spoilt]), "<v>47</v>", "");
    let faults = with_table("kits", "k.xlsx", spoilt).expect_err("two faults");
    assert!(faults[0].contains("E319") && faults[0].contains("kits!B2"), "{}", faults[0]);
    assert!(faults[1].contains("E314") && faults[1].contains("kits!B3"), "{}", faults[1]);
}

#[test]
fn errors_of_open_document_are_no_empty_cells() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let error = "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" \
                 calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let rows = format!(
        "<table:table table:name=\"kits\"><table:table-row>{}{}{}</table:table-row>\
         <table:table-row table:visibility=\"filter\">{}{error}{}</table:table-row></table:table>",
        cell("id"),
        cell("tablets"),
        cell("depot"),
        cell("K<text:s/>1"),
        cell("25539"),
    );
    let faults = with_table("kits", "k.ods", archive(&[("content.xml", &ods_document(&rows))]));
    let faults = faults.expect_err("an error").join("\n");
    assert!(faults.contains("E314") && faults.contains("kits!B2") && faults.contains("N207"), "{faults}");
}

#[test]
fn one_table_may_be_in_several_files_and_what_is_twice_is_told() {
    let folder = Path::new(SMALL);
    let scenario = fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    let scenario = scenario.replace("\"residents.csv\"", "[\"residents.csv\", \"b.xlsx\"]");
    let read = |id: &str| {
        let more = sheet("Inscriptions", &[&["Commune", "Créneaux", "Inscription"], &["25539", "*", id]]);
        let sources = Sources::disk()
            .with(folder.join("edited.toml"), scenario.clone().into_bytes())
            .with(folder.join("b.xlsx"), xlsx(&[more]));
        read_scenario_from(&sources, &folder.join("edited.toml"))
    };
    assert_eq!(read("Z1").expect("sound").instance.residents.len(), 13);
    let faults = read("R02").expect_err("twice");
    assert_eq!(faults[0].code, Code::DuplicateId);
    let text = render(&faults, &Messages::new(Lang::En));
    assert!(text.contains(&format!("already appears in {SMALL}/residents.csv:3")), "{text}");
    assert!(text.contains("b.xlsx, Inscriptions!C2"), "{text}");
}

#[test]
fn a_sheet_that_is_missing_is_one_fault() {
    let sheets: Vec<_> =
        sheets_of(Path::new(SMALL), true).into_iter().filter(|(name, _)| name != "Communes").collect();
    let sources = Sources::memory().with("w.xlsx", xlsx(&sheets));
    let faults = read_scenario_from(&sources, Path::new("w.xlsx")).expect_err("no communes");
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::MissingSheet]);
}

#[test]
fn a_table_that_names_no_file_is_a_fault() {
    let folder = Path::new(SMALL);
    let scenario = fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    let scenario = scenario.replace("\"residents.csv\"", "[]");
    let sources = Sources::disk().with(folder.join("edited.toml"), scenario.into_bytes());
    let faults = read_scenario_from(&sources, &folder.join("edited.toml")).expect_err("no residents");
    assert_eq!(faults[0].code, Code::MissingValue);
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    // A thousandth of what it unpacks to.
    let zeros = "0".repeat(1 << 24);
    let names: Vec<String> = (0..70).map(|number| format!("xl/media/{number}.bin")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), zeros.as_str())).collect();
    let bomb = archive(&files);
    assert!(bomb.len() < 2 << 20);
    let faults = with_table("kits", "k.xlsx", bomb).expect_err("a bomb").join("\n");
    assert!(faults.contains("E009"), "{faults}");
    // One cell that claims to be a thousand million, and spaces that do.
    for cell in [
        "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\" \
         table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\">\
         <text:p>x<text:s text:c=\"4000000000\"/>x</text:p></table:table-cell></table:table-row>",
    ] {
        let table = format!("<table:table table:name=\"kits\">{cell}</table:table>");
        let document = ods_document(&table);
        let faults = with_table("kits", "k.ods", archive(&[("content.xml", &document)])).expect_err("a bomb");
        assert!(faults.concat().contains("E009"), "{faults:?}");
    }
}

#[test]
fn no_entity_is_resolved() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    let table = "<table:table table:name=\"kits\"><table:table-row><table:table-cell office:value-type=\"string\">\
                 <text:p>&b;</text:p></table:table-cell></table:table-row></table:table>";
    let document = ods_document(table);
    let with = document.replacen("?>", &format!("?>{bomb}"), 1);
    for text in [with, document] {
        let faults = with_table("kits", "k.ods", archive(&[("content.xml", &text)])).expect_err("damaged");
        assert!(faults.concat().contains("E007") && !faults.concat().contains("root:"), "{faults:?}");
    }
}

#[test]
fn a_list_in_a_cell_may_be_written_as_in_a_scenario_file() {
    let hosts = |list: &str| {
        let mut sheets = sheets_of(Path::new(SMALL), true);
        let settings = sheets.iter_mut().find(|(name, _)| name == "Paramètres").expect("the keys");
        settings.1.push(vec!["hosts.communes".to_owned(), list.to_owned()]);
        let sources = Sources::memory().with("w.xlsx", xlsx(&sheets));
        let read = read_scenario_from(&sources, Path::new("w.xlsx")).expect("a sound workbook");
        read.instance.rules.hosts.communes.len()
    };
    let lists = ["[\"25304\", \"25539\"]", "25304 25539", "Hérimoncourt, Seloncourt", "25304; 25539"];
    assert_eq!(lists.map(hosts), [2; 4]);
    assert_eq!(hosts("[\"25304\"]"), 1);
}

#[test]
fn the_slots_of_a_day_are_told_as_they_were_written() {
    for (written, hint) in [
        ("lundi 10h", "the slots of that day are: lundi 9h30"),
        ("Mon. 10:15", "the slots of that day are: Mon. 09:30"),
        ("mon-1000", "the slots of that day are: mon-0930"),
    ] {
        let table = sheet("residents", &[&["id", "commune", "slots"], &["R1", "25304", written]]);
        let faults = with_table("residents", "r.xlsx", xlsx(&[table])).expect_err("no such slot").concat();
        assert!(faults.contains("E402") && faults.contains(hint), "{faults}");
    }
}
