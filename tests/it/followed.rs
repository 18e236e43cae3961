//! A plan that follows an announced one: its difference, its calendars.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::Place;

/// A week into the small plan: the last session of C001 is to come, and C002 begins in eight days. T2 is another trainer.
///
/// `now/plan.json` follows `plan.json`: T2 leads the last session of C001 in place of T1, who is ill, and the last of C002
/// is in the room of Hérimoncourt, since its own is unavailable for a day.
pub(crate) fn week_later() -> Place {
    let place = Place::new();
    let trainers = fs::read_to_string(place.path("trainers.csv")).expect("a table");
    let more = "T2,Animatrice 2,25304,*,31,0.4,inventé / invented\n";
    fs::write(place.path("trainers.csv"), trainers + more).expect("written");
    fs::create_dir(place.path("now")).expect("a folder");
    let hits = ["C001 2026-01-12 trainer", "C002 2026-01-27 venue"];
    announced(&place, "announced.toml", "plan.json", "2026-01-12", &hits);
    follow(&place, "now", |plan| {
        plan["cycles"][0]["repairs"] = json!([{"date": "2026-01-12", "trainer": "T2"}]);
        plan["cycles"][1]["repairs"] = json!([{"date": "2026-01-27", "venue": "V-25304-1"}]);
        plan["kit_roster"][1]["trainer"] = "T2".into();
    });
    place
}

/// Writes the scenario with an announced plan and its hits.
pub(crate) fn announced(place: &Place, name: &str, plan: &str, today: &str, hits: &[&str]) {
    let scenario = fs::read_to_string(place.path("scenario.toml")).expect("a scenario");
    let section = format!("\n[announced]\nplan = \"{plan}\"\ntoday = {today}\nhit = {hits:?}\n");
    fs::write(place.path(name), scenario + &section).expect("written");
}

/// Writes a plan into a folder: the announced one, with every cycle standing, after a change.
pub(crate) fn follow(place: &Place, folder: &str, change: impl FnOnce(&mut Value)) {
    let text = fs::read_to_string(place.path("plan.json")).expect("a plan");
    let mut plan: Value = serde_json::from_str(&text).expect("JSON");
    for cycle in plan["cycles"].as_array_mut().expect("cycles") {
        cycle["stands"] = true.into();
    }
    change(&mut plan);
    fs::create_dir_all(place.path(folder)).expect("a folder");
    fs::write(place.path(folder).join("plan.json"), plan.to_string()).expect("written");
}

/// Breaks C002 off after its first session.
pub(crate) fn break_off(plan: &mut Value) {
    let cycle = plan["cycles"][1].as_object_mut().expect("a cycle");
    cycle.remove("stands");
    cycle.insert("broken_off".to_owned(), true.into());
    cycle.insert("sessions".to_owned(), json!(["2026-01-20"]));
    plan["kit_roster"].as_array_mut().expect("a roster").truncate(3);
}

#[test]
fn a_plan_that_follows_another_is_set_beside_it_by_ids_and_says_who_is_concerned() {
    let place = week_later();
    let arguments = "diff plan.json now --scenario announced.toml";
    let said = place.told(&format!("{arguments} --lang en"), 0);
    for words in [
        "C001  on 2026-01-12 with T2",
        "C002  on 2026-01-27 in V-25304-1",
        "With a repaired session  2",
        "Residents of Seloncourt (4)  R05, R06, R07, R08",
        "Town halls (2)               Hérimoncourt, Seloncourt",
        "Trainers (2)                 T1, T2",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("was not made from") && !said.contains("Hérimoncourt ("), "{said}");
    let french = place.told(&format!("{arguments} --lang fr"), 0);
    assert!(french.contains("Habitants de Seloncourt (4)"), "{french}");
    let run = place.run(&format!("{arguments} --json"));
    let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let result = &answer["result"];
    assert_eq!(result["paired_by_id"], true);
    let repair =
        json!([{"date": "2026-01-12", "venues": ["V-25304-1", "V-25304-1"], "trainers": ["T1", "T2"]}]);
    assert_eq!(result["changed"][0]["repairs"], repair);
    assert_eq!(result["concerned"]["mairies"], json!(["25304", "25539"]));
    let first = json!({"resident": "R05", "commune": "25539", "reason": "moved"});
    assert_eq!(result["concerned"]["residents"][0], first);
    // In the other direction the same people are concerned.
    let back = place.told("diff now plan.json --scenario announced.toml --lang en", 0);
    assert!(back.contains("C001  on 2026-01-12 with T1") && back.contains("R05, R06, R07, R08"), "{back}");
}

#[test]
fn a_new_cycle_at_the_place_of_a_closed_one_is_another_where_one_plan_follows_the_other() {
    let place = week_later();
    announced(&place, "announced.toml", "plan.json", "2026-01-05", &[]);
    place.edit("announced.toml", "hit = []", "notice_days = 7");
    follow(&place, "now", |plan| {
        let cycle = plan["cycles"][1].as_object_mut().expect("a cycle");
        cycle.remove("stands");
        cycle.insert("id".to_owned(), "C003".into());
        plan["closed"] = json!(["C002"]);
    });
    let said = place.told("diff plan.json now --scenario announced.toml --lang en", 0);
    assert!(said.contains("Opened:\n  C003") && said.contains("Closed:\n  C002"), "{said}");
    // No appointments differ, so no resident is called.
    assert!(!said.contains("Residents of"), "{said}");
    // Without it, they would differ.
    follow(&place, "copy", |plan| {
        let cycles = plan["cycles"].as_array_mut().expect("cycles");
        for cycle in cycles.iter_mut() {
            cycle.as_object_mut().expect("a cycle").remove("stands");
        }
        cycles[1]["id"] = "C003".into();
    });
    let said = place.told("diff plan.json copy --scenario scenario.toml --lang en", 0);
    assert!(said.contains("The plans are the same."), "{said}");
}

#[test]
fn what_was_announced_is_set_beside_what_follows_without_being_judged() {
    let place = week_later();
    place.told("announce scenario.toml plan.json --date 2026-01-12", 0);
    let today = "today = 2026-01-12\n";
    let hits = "today = 2026-01-12\nhit = [\"C001 2026-01-12 trainer\", \"C002 2026-01-27 venue\"]\n";
    place.edit("scenario.toml", today, hits);
    // Its trainer is ill, so that it cannot be held; the scenario is found above the folder of announced plans.
    let said = place.told("diff announced/2026-01-12-1 now --lang en", 0);
    assert!(said.contains("C001  on 2026-01-12 with T2"), "{said}");
    assert!(!said.contains("breaks rules"), "{said}");
    place.told("check scenario.toml announced/2026-01-12-1/plan.json", 1);
}

/// The calendars below a folder by path, and their events by identifier.
fn calendars(folder: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for top in ["mairies", "animateurs"] {
        for entry in fs::read_dir(folder.join(top)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let Ok(text) = fs::read_to_string(path.join("calendrier.ics")) else { continue };
            let events = text.split("BEGIN:VEVENT").skip(1).map(|event| {
                let event = event.split("END:VEVENT").next().unwrap_or_default().replace("\r\n ", "");
                let uid = event.lines().find_map(|line| line.strip_prefix("UID:")).expect("an identifier");
                (uid.split('.').next().unwrap_or_default().to_owned(), event)
            });
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            found.insert(name, events.collect());
        }
    }
    found
}

pub(crate) fn export(
    place: &Place,
    scenario: &str,
    plan: &str,
    out: &str,
) -> BTreeMap<String, BTreeMap<String, String>> {
    place.told(&format!("export {scenario} {plan} --out {out} --lang fr --only mairies,trainers"), 0);
    calendars(&place.path(out))
}

/// The final state of an event: its sequence number and its status.
pub(crate) fn state(event: &str) -> (&str, &str) {
    let value = |key: &str| event.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    (value("SEQUENCE:"), value("STATUS:"))
}

#[test]
fn calendars_follow_from_the_announced_plan() {
    let place = week_later();
    let told = export(&place, "scenario.toml", "plan.json", "told");
    let now = export(&place, "announced.toml", "now/plan.json", "out");
    let (t1, t2) = (&now["T1"], &now["T2"]);
    for untouched in ["C001-1", "C002-1"] {
        assert_eq!(t1[untouched], told["T1"][untouched]);
    }
    assert_eq!(state(&t1["C001-2"]), ("1", "CANCELLED"));
    assert_eq!(state(&t2["C001-2"]), ("0", "CONFIRMED"));
    assert_eq!(t2.len(), 1);
    assert_eq!(state(&t1["C002-2"]), ("1", "CONFIRMED"));
    assert!(t1["C002-2"].contains("LOCATION:Salle des fêtes\\, Hérimoncourt"), "{}", t1["C002-2"]);
    // The town halls: one lends the room to the other's group, which travels there.
    let (here, there) = (&now["25304-Herimoncourt"], &now["25539-Seloncourt"]);
    assert_eq!(here["C001-1"], told["25304-Herimoncourt"]["C001-1"]);
    assert_eq!(state(&here["C001-2"]), ("1", "CONFIRMED"));
    assert!(here["C001-2"].contains("Animateur\u{a0}: T2"), "{}", here["C001-2"]);
    assert_eq!(state(&here["C002-2"]), ("0", "CONFIRMED"));
    assert_eq!(there["C002-1"], told["25539-Seloncourt"]["C002-1"]);
    assert_eq!(state(&there["C002-2"]), ("1", "CONFIRMED"));
    assert!(there["C002-2"].contains("à Hérimoncourt"), "{}", there["C002-2"]);
}

#[test]
fn the_announced_plan_itself_gives_the_calendars_that_were_published() {
    let place = week_later();
    let told = export(&place, "scenario.toml", "plan.json", "told");
    announced(&place, "announced.toml", "plan.json", "2026-01-13", &[]);
    assert_eq!(export(&place, "announced.toml", "plan.json", "again"), told, "C001 is over, C002 to come");
    // A copy has another modification time and the same calendars.
    let copied = fs::read(place.path("plan.json")).expect("a plan");
    fs::write(place.path("copy.json"), copied).expect("written");
    announced(&place, "announced.toml", "copy.json", "2026-01-13", &[]);
    assert_eq!(export(&place, "announced.toml", "copy.json", "copied"), told);
}

#[test]
fn a_plan_with_figures_is_exported_after_it_was_announced_as_before() {
    let place = Place::new();
    place.told("plan scenario.toml --out made --work-limit 20", 0);
    let before = export(&place, "scenario.toml", "made/plan.json", "before");
    place.told("announce scenario.toml made/plan.json --date 2026-01-05", 0);
    assert_eq!(export(&place, "scenario.toml", "made/plan.json", "after"), before);
}

#[test]
fn numbers_go_on_along_plans_that_were_announced_one_after_the_other() {
    let place = week_later();
    place.told("announce scenario.toml plan.json --date 2026-01-12", 0);
    let today = "today = 2026-01-12\n";
    let hits = "today = 2026-01-12\nhit = [\"C001 2026-01-12 trainer\", \"C002 2026-01-27 venue\"]\n";
    place.edit("scenario.toml", today, hits);
    let second = export(&place, "scenario.toml", "now/plan.json", "second");
    place.told("announce scenario.toml now/plan.json --date 2026-01-13", 0);
    assert_eq!(export(&place, "scenario.toml", "now/plan.json", "again"), second);
    // A season that lasts longer is the same one.
    place.edit("scenario.toml", "end = 2026-03-01", "end = 2026-03-08");
    assert_eq!(export(&place, "scenario.toml", "now/plan.json", "longer"), second);
    // The other room is unavailable too, and the cycle ends: events with number 1 get number 2.
    place.edit(
        "scenario.toml",
        "today = 2026-01-13\n",
        "today = 2026-01-13\nhit = [\"C002 2026-01-27 venue\"]\n",
    );
    follow(&place, "third", |plan| {
        plan["cycles"][0]["repairs"] = json!([{"date": "2026-01-12", "trainer": "T2"}]);
        plan["kit_roster"][1]["trainer"] = "T2".into();
        break_off(plan);
    });
    let third = export(&place, "scenario.toml", "third/plan.json", "third/out");
    assert_eq!(state(&third["T1"]["C002-2"]), ("2", "CANCELLED"));
    assert_eq!(state(&third["25304-Herimoncourt"]["C002-2"]), ("1", "CANCELLED"));
    assert_eq!(third["T1"]["C001-2"], second["T1"]["C001-2"], "it was cancelled before and stays so");
    assert_eq!(third["T2"], second["T2"], "what has been held stays");
}
