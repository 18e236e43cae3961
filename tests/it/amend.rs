//! Amendments: events and manual decisions, in tables, scenario and plan.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};

use crate::books::{ods, sheets_of, xlsx};
use crate::cli::{Place, files};

/// Codes of faults that only occur in an amendment: `what_cannot_be_written_into_is_refused`.
pub(crate) const CODES: [&str; 1] = ["E809"];

const AMENDED: &str = "amended/2026-01-10-1/plan.json";

/// Two cycles that were announced on 10 January: C001 has begun and is held again on the 12th, C002 is held on the 20th
/// and the 27th, within the notice. A second trainer is free.
fn announced() -> Place {
    let place = Place::new();
    let trainers = text(&place, "trainers.csv") + "T2,Animateur 2,25539,*,31,0.4,inventé / invented\n";
    fs::write(place.path("trainers.csv"), trainers).expect("written");
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    place
}

fn text(place: &Place, name: &str) -> String {
    fs::read_to_string(place.path(name)).expect("a file")
}

/// Amends and keeps the result; the amended plan must then be legal, its figures right and its kits sufficient.
#[track_caller]
fn amended(place: &Place, amendment: &str) -> String {
    let told = place.told(&format!("amend scenario.toml {amendment} --yes --lang en"), 0);
    let verdict = place.told(&format!("check scenario.toml {AMENDED} --lang en"), 0);
    assert!(verdict.contains("no rule is broken") && verdict.contains("figures agree"), "{verdict}");
    told
}

/// A cycle of the amended plan.
fn cycle(place: &Place, id: &str) -> serde_json::Value {
    let plan: serde_json::Value = serde_json::from_str(&text(place, AMENDED)).expect("JSON");
    let cycles = plan["cycles"].as_array().expect("cycles");
    cycles.iter().find(|cycle| cycle["id"] == id).cloned().unwrap_or_default()
}

#[track_caller]
fn refused(place: &Place, amendment: &str, code: i32, why: &str) {
    let before = files(&place.path(""));
    let told = place.told(&format!("amend scenario.toml {amendment} --yes --lang en"), code);
    assert!(told.contains(why), "{told}");
    assert_eq!(files(&place.path("")), before, "{told}");
}

#[test]
fn a_withdrawal_changes_its_row_alone_and_the_plan_goes_on_without_it() {
    let place = announced();
    let before = text(&place, "residents.csv");
    let told = amended(&place, "withdraw R06");
    let expected = before.replace("priority,note\n", "priority,note,withdrawn\n").replace(
        "R06,25539,tue-1400,base,0,,0,,,1,inventé / invented",
        "R06,25539,tue-1400,base,0,,0,,,1,inventé / invented,1",
    );
    assert_eq!(text(&place, "residents.csv"), expected);
    assert_eq!(text(&place, "residents.before-amendment-1.csv"), before);
    assert_eq!(cycle(&place, "C002")["participants"], serde_json::json!(["R05", "R07", "R08"]));
    assert!(told.contains("residents.csv") && told.contains("Income"), "{told}");
    // A second withdrawal uses the word of the first.
    place.edit("residents.csv", "inventé / invented,1\n", "inventé / invented,oui\n");
    place.told("amend scenario.toml withdraw R09 R12 --yes", 0);
    assert!(
        text(&place, "residents.csv").contains("R12,25539,tue-1400,base,0,3,1,,,1,inventé / invented,oui\n")
    );
    assert!(place.path("residents.before-amendment-2.csv").exists());
    refused(&place, "withdraw R06 R09", 2, "already withdrawn: R06");
}

#[test]
fn a_table_keeps_its_encoding_and_its_marks() {
    let place = announced();
    let old: Vec<u8> = text(&place, "residents.csv")
        .replace(',', ";")
        .replace('\n', "\r\n")
        .chars()
        .map(|letter| letter as u8)
        .collect();
    fs::write(place.path("residents.csv"), &old).expect("written");
    place.told("amend scenario.toml withdraw R09 --yes", 0);
    let new = fs::read(place.path("residents.csv")).expect("a table");
    let of = |bytes: &[u8]| bytes.iter().map(|&byte| char::from(byte)).collect::<String>();
    let expected = of(&old).replace("note\r\n", "note;withdrawn\r\n").replace(
        "R09;25314;*;base;0;;0;;;1;inventé / invented",
        "R09;25314;*;base;0;;0;;;1;inventé / invented;1",
    );
    assert_eq!(of(&new), expected);
}

#[test]
fn an_absent_trainer_is_told_and_a_stand_in_needs_no_decision_then() {
    let place = announced();
    let before = text(&place, "closures.csv");
    let absent = "amend scenario.toml absent trainer T1 2026-01-20 2026-01-21 --lang en";
    let told = place.told(&format!("{absent} --yes"), 0);
    assert!(told.contains("C002 on 2026-01-20"), "what it breaks is shown, and kept all the same: {told}");
    assert_eq!(text(&place, "closures.csv"), before + "2026-01-20,2026-01-21,trainer:T1\n");
    let scenario = text(&place, "scenario.toml");
    let told = amended(&place, "stand-in C002 2026-01-20 T2");
    assert_eq!(text(&place, "scenario.toml"), scenario, "the table says why");
    assert!(told.contains("Stand-ins"), "{told}");
    assert_eq!(
        cycle(&place, "C002")["repairs"],
        serde_json::json!([{"date": "2026-01-20", "trainer": "T2"}])
    );
    refused(&place, "absent trainer T3 2026-01-20 2026-01-21", 2, "there is no trainer `T3`");
    refused(&place, "absent trainer T1 2026-01-22 2026-01-21", 2, "ends before it begins");
    refused(&place, "absent trainer T1 2026-01-22 soon", 2, "such as `2027-02-15`");
}

#[test]
fn a_closed_room_makes_a_table_of_closures_where_there_is_none() {
    let place = Place::new();
    place.edit("scenario.toml", "closures = \"closures.csv\"\n", "");
    fs::remove_file(place.path("closures.csv")).expect("removed");
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    let told = place.told(
        "amend scenario.toml closed venue V-25304-1 V-25539-1 2026-01-26 2026-01-28 --yes --lang en",
        0,
    );
    assert!(told.contains("C002 on 2026-01-27"), "{told}");
    let table = "from,until,scope,reason\n2026-01-26,2026-01-28,venue:V-25304-1,\n2026-01-26,2026-01-28,venue:V-25539-1,\n";
    assert_eq!(text(&place, "closures.csv"), table);
    assert!(
        text(&place, "scenario.toml")
            .contains("residents = \"residents.csv\"\nclosures = \"closures.csv\"\n")
    );
    refused(&place, "closed venue V-25304-1 2026-01-26 28", 2, "not a pair of dates");
}

#[test]
fn late_enrolments_are_added_in_the_columns_of_the_table() {
    let place = announced();
    let before = text(&place, "residents.csv");
    let late = "Inscription;Commune;mon-0930;mardi 14h;Tablette à prêter;Disponible du\n\
                R20;Hérimoncourt;x;x;oui;\nR21;25539;;x;;01/02/2026\n";
    fs::write(place.path("late.csv"), late).expect("written");
    let told = amended(&place, "add late.csv");
    assert!(told.contains("2 enrolments added"), "{told}");
    let added = "R20,Hérimoncourt,mon-0930 tue-1400,,oui,,,,2026-01-10\nR21,25539,tue-1400,,,,,,01/02/2026\n";
    assert_eq!(text(&place, "residents.csv"), before + added);
    let plan = text(&place, AMENDED);
    assert!(plan.contains("\"resident\": \"R20\"") && plan.contains("\"resident\": \"R21\""), "{plan}");
    refused(&place, "add late.csv", 2, "late.csv:2");
    fs::write(place.path("late.csv"), "id,commune,slots\n").expect("written");
    refused(&place, "add late.csv", 2, "no enrolment");
}

#[test]
fn nothing_is_kept_that_nobody_agreed_to() {
    let place = announced();
    let before = files(&place.path(""));
    let told = place.told("amend scenario.toml close C002 --lang en", 1);
    assert!(told.contains("release C002") && told.contains("Difference"), "it is shown: {told}");
    assert!(told.contains("use --yes to keep"), "{told}");
    assert_eq!(files(&place.path("")), before);
}

#[test]
fn a_committed_cycle_closes_as_a_decision_and_one_that_has_begun_is_broken_off() {
    let place = announced();
    let told = amended(&place, "close C002");
    assert!(text(&place, "scenario.toml").ends_with("today = 2026-01-10\nrelease = [\"C002\"]\n"));
    assert!(text(&place, AMENDED).contains("\"closed\": [\n    \"C002\"\n  ]"));
    // Four people are called.
    assert!(told.lines().any(|line| line.split_whitespace().eq(["Calls", "0", "4", "+4"])), "{told}");
    amended(&place, "close C001");
    let ended = cycle(&place, "C001");
    assert_eq!(
        (&ended["broken_off"], &ended["sessions"]),
        (&true.into(), &serde_json::json!(["2026-01-05"]))
    );
    assert!(text(&place, "scenario.toml").ends_with("hit = [\"C001 2026-01-12 venue\"]\n"));
    assert!(text(&place, AMENDED).contains("\"C002\""), "the second goes on from the first");
    assert!(place.path("amended/2026-01-10-1/plan.before-amendment-2.json").exists());
    refused(&place, "close C001", 2, "broken off");
    refused(&place, "close C003", 2, "no cycle `C003`");
}

#[test]
fn a_moved_cycle_goes_on_as_a_new_one() {
    let place = announced();
    let told = amended(&place, "move C002 mardi-14h --from 2026-01-27");
    assert!(told.contains("continues as C003"), "{told}");
    let moved = cycle(&place, "C003");
    assert_eq!(moved["sessions"], serde_json::json!(["2026-01-27", "2026-02-03"]));
    assert_eq!(moved["participants"].as_array().map(Vec::len), Some(4));
    amended(&place, "move C001 mon-0930 --from 2026-01-26");
    assert_eq!(cycle(&place, "C001")["participants"], serde_json::json!([]), "they begin anew");
    assert_eq!(cycle(&place, "C004")["sessions"], serde_json::json!(["2026-01-26", "2026-02-02"]));
    // A new cycle keeps its id.
    amended(&place, "trainer C004 T2");
    assert_eq!(cycle(&place, "C004")["trainer"], "T2");
    // The library has no Monday.
    refused(&place, "move C003 mon-0930", 1, "would break a rule");
    refused(&place, "move C003 thu-1400", 2, "there is no slot `thu-1400`");
    refused(&place, "postpone C003 2026-01-27", 2, "was not announced");
}

#[test]
fn another_trainer_is_a_repair_that_can_be_taken_back() {
    let place = announced();
    let before = text(&place, "scenario.toml");
    let told = amended(&place, "trainer C002 T2");
    let hits = "hit = [\"C002 2026-01-20 trainer\", \"C002 2026-01-27 trainer\"]\n";
    assert!(text(&place, "scenario.toml").ends_with(hits));
    assert_eq!(
        (&cycle(&place, "C002")["trainer"], &cycle(&place, "C002")["stands"]),
        (&"T1".into(), &true.into())
    );
    // Nobody is called: day, time and room are the same. The kits go with the other trainer.
    assert!(told.lines().any(|line| line.split_whitespace().eq(["Calls", "0", "0", "0"])), "{told}");
    assert!(told.lines().any(|line| line.split_whitespace().eq(["Stand-ins", "0", "2", "+2"])), "{told}");
    assert!(
        text(&place, AMENDED)
            .contains("\"date\": \"2026-01-20\",\n      \"trainer\": \"T2\",\n      \"kit\"")
    );
    refused(&place, "trainer C002 T2", 2, "nothing changes");
    amended(&place, "trainer C002 T1");
    assert_eq!(text(&place, "scenario.toml"), before);
    assert_eq!(cycle(&place, "C002")["repairs"], serde_json::Value::Null);
}

#[test]
fn a_postponed_session_takes_the_next_day_that_is_free() {
    let place = announced();
    amended(&place, "postpone C002 2026-01-20");
    assert_eq!(cycle(&place, "C002")["sessions"], serde_json::json!(["2026-01-27", "2026-02-03"]));
    assert!(text(&place, "scenario.toml").ends_with("hit = [\"C002 2026-01-20 venue\"]\n"));
    refused(&place, "postpone C002 2026-01-20", 2, "upcoming: 2026-01-27, 2026-02-03");
    // After the holidays the pause would be too long.
    refused(&place, "postpone C002 2026-02-03", 1, "would break a rule");
}

#[test]
fn whoever_leaves_a_committed_cycle_is_released_and_may_come_back() {
    let place = announced();
    let before = text(&place, "scenario.toml");
    amended(&place, "leave C002 R08");
    assert_eq!(text(&place, "scenario.toml"), before.clone() + "release = [\"R08\"]\n");
    refused(&place, "leave C002 R08 R01", 2, "not in cycle `C002`: R08, R01");
    amended(&place, "join C002 R08");
    assert_eq!(text(&place, "scenario.toml"), before);
    refused(&place, "join C002 R08", 2, "already in cycle `C002`: R08");
    // Nobody can join a cycle that has begun, and R12 cannot reach the other.
    refused(&place, "join C001 R05", 1, "New violations: 1");
    refused(&place, "join C002 R12", 1, "would break a rule");
    refused(&place, "join C002 R99", 2, "there is no resident `R99`");
}

#[test]
fn a_finished_cycle_and_a_plan_that_is_not_there_are_told() {
    let place = Place::new();
    refused(&place, "close C001", 2, "none has been announced");
    place.told("announce scenario.toml plan.json --date 2026-01-15", 0);
    refused(&place, "close C001", 2, "have been held");
    refused(&place, "close C002 --out announced/2026-01-15-1", 2, "never replaced");
    refused(&place, "close C002 --out plan.json", 2, "plan.json");
}

#[test]
fn a_plan_that_was_not_announced_is_amended_too() {
    let place = Place::new();
    let own = "--plan plan.json --out mine --yes --lang en";
    place.told(&format!("amend scenario.toml leave C002 R08 {own}"), 0);
    // It continues its own plan.
    place.told("amend scenario.toml close C001 --out mine --yes", 0);
    let told = place.told("check scenario.toml mine/plan.json --lang en", 0);
    assert!(told.contains("no rule is broken"), "{told}");
    let plan = text(&place, "mine/plan.json");
    assert!(
        !plan.contains("\"C001\"") && plan.contains("\"C002\"") && plan.contains("\"amended\""),
        "{plan}"
    );
}

/// The files of a workbook's archive.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut parts = BTreeMap::new();
    for position in 0..archive.len() {
        let mut entry = archive.by_index(position).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("bytes");
        parts.insert(entry.name().to_owned(), bytes);
    }
    parts
}

/// An announced scenario as a workbook.
fn workbook(place: &Place, name: &str, make: fn(&[crate::books::Sheet]) -> Vec<u8>) {
    let bytes = make(&sheets_of(&place.path(""), true));
    fs::write(place.path(name), bytes).expect("written");
}

#[test]
fn a_workbook_changes_in_its_cells_alone() {
    let place = announced();
    workbook(&place, "season.xlsx", xlsx);
    let before = fs::read(place.path("season.xlsx")).expect("a workbook");
    let amend = |amendment: &str, code: i32| {
        place.told(&format!("amend season.xlsx {amendment} --yes --lang en"), code)
    };
    amend("withdraw R06 R09", 0);
    let after = fs::read(place.path("season.xlsx")).expect("a workbook");
    let (was, now) = (parts(&before), parts(&after));
    let changed: Vec<&String> = was.keys().filter(|name| was.get(*name) != now.get(*name)).collect();
    assert!(was.len() == now.len() && changed.len() == 1 && changed[0].contains("worksheets"), "{changed:?}");
    assert_eq!(fs::read(place.path("season.before-amendment-1.xlsx")).expect("a copy"), before);
    amend("absent trainer T1 2026-01-20 2026-01-20", 0);
    amend("stand-in C002 2026-01-20 T2", 0);
    amend("postpone C002 2026-01-27", 0);
    amend("leave C001 R01", 0);
    let checked = place.told(&format!("check season.xlsx {AMENDED} --lang en"), 0);
    assert!(checked.contains("no rule is broken") && checked.contains("figures agree"), "{checked}");
    fs::write(place.path("late.csv"), "id,commune,slots,needs_tablet\nR20,25304,*,1\n").expect("written");
    assert!(amend("add late.csv", 0).contains("1 enrolment added"));
    let told = place.told("validate season.xlsx --lang en", 0);
    let counted = |label: &str, count: &str| {
        told.lines().any(|line| line.trim().strip_prefix(label).is_some_and(|rest| rest.trim() == count))
    };
    assert!(counted("Residents", "11") && counted("Closures", "3"), "{told}");
}

#[test]
fn what_cannot_be_written_into_is_refused() {
    let place = announced();
    workbook(&place, "season.ods", ods);
    let before = files(&place.path(""));
    let told = place.told("amend season.ods withdraw R06 --yes --lang en", 2);
    assert!(told.contains(CODES[0]) && told.contains("XLSX"), "{told}");
    let told = place.told("amend season.ods close C002 --yes --lang fr", 2);
    assert!(told.contains(CODES[0]) && told.contains("Paramètres"), "{told}");
    assert_eq!(files(&place.path("")), before);
}

#[test]
fn what_cannot_be_written_leaves_all_files_as_they_were() {
    let place = announced();
    // The plan's folder is written last, and a folder is in the place of its file.
    for name in ["home", "out/plan.json"] {
        fs::create_dir_all(place.path(name)).expect("a folder");
    }
    for entry in fs::read_dir(place.path("")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            fs::rename(&path, place.path("home").join(name)).expect("moved");
        }
    }
    fs::rename(place.path("announced"), place.path("home/announced")).expect("moved");
    let before = files(&place.path(""));
    let told = place.told("amend home/scenario.toml close C002 --out out --yes --lang en", 2);
    assert!(told.contains("out/plan.json"), "{told}");
    assert_eq!(files(&place.path("")), before, "{told}");
    place.told("amend home/scenario.toml close C002 --out free --yes --lang en", 0);
    assert!(
        place.path("free/plan.json").is_file()
            && place.path("home/scenario.before-amendment-1.toml").is_file()
    );
}

#[test]
fn programs_are_told_verdict_price_and_decisions() {
    let place = announced();
    let before = files(&place.path(""));
    let run = place.run("amend scenario.toml close C002 --json");
    assert_eq!((run.code, files(&place.path(""))), (1, before), "nobody said yes: {}", run.stdout);
    let shown: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let run = place.run("amend scenario.toml close C002 --yes --json");
    let kept: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let (shown, kept) = (&shown["result"], &kept["result"]);
    assert_eq!((run.code, &shown["kept"], &kept["kept"]), (0, &false.into(), &true.into()));
    assert_eq!(kept["decided"], serde_json::json!([{ "list": "release", "entry": "C002" }]));
    assert_eq!((&kept["plan"], &kept["files"]), (&shown["plan"], &shown["files"]));
    let plan = &kept["plan"];
    // Four people are called.
    assert_eq!(
        (&plan["legal"], &plan["before"]["calls"], &plan["after"]["calls"]),
        (&true.into(), &0.into(), &4.into())
    );
    let written: serde_json::Value = serde_json::from_str(&text(&place, AMENDED)).expect("JSON");
    assert_eq!(plan["after"]["objective"], written["objective"]);
    let run = place.run("amend nothing.toml close C002 --json");
    let unread: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert!(run.code == 2 && unread["result"].is_null() && unread["findings"][0]["code"] == "E001");
}
