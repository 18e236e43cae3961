//! `plan --only`: parts that are not named stay as announced, and the plan is legal for the whole input.

use std::fs;

use ateliers::app::common::NoPart;
use ateliers::app::only::Part;
use ateliers::check::{check, render};
use ateliers::instance::Instance;
use ateliers::instance::announced::{Commitment, Failure};
use ateliers::instance::ids::AnnouncedId;
use ateliers::messages::{Lang, Messages};
use serde_json::Value;

use crate::announced::{OPEN, hit, instance};
use crate::breaking::UNCHANGED;
use crate::cli::Place;
use crate::fixture::{JULES, day};
use crate::solving::{settings, solved};

/// Two open cycles: C001 of Hérimoncourt, C002 of Seloncourt; R13 of Hérimoncourt came late.
fn late() -> Place {
    let place = Place::new();
    let residents = fs::read_to_string(place.path("residents.csv")).expect("a table");
    let late = "R13,25304,*,base,0,,0,,,1,inventé / invented\n";
    fs::write(place.path("residents.csv"), residents + late).expect("written");
    place
}

const TOLD: &str = "--announced plan.json --today 2026-01-05 --notice-days 0";

fn planned(place: &Place, only: &str) -> (String, Value) {
    let command = format!("plan scenario.toml --out out --work-limit 300 --lang en {TOLD} {only}");
    let told = place.told(&command, 0);
    let text = fs::read_to_string(place.path("out/plan.json")).expect("a plan");
    (told, serde_json::from_str(&text).expect("JSON"))
}

fn cycle<'a>(plan: &'a Value, id: &str) -> &'a Value {
    let cycles = plan["cycles"].as_array().expect("cycles");
    cycles.iter().find(|cycle| cycle["id"] == id).expect("it stands")
}

fn participants(plan: &Value, id: &str) -> Vec<String> {
    let list = cycle(plan, id)["participants"].as_array().expect("a list");
    list.iter().map(|one| one.as_str().expect("a name").to_owned()).collect()
}

#[test]
fn whoever_is_not_named_stays_where_they_are() {
    let place = late();
    let (told, plan) = planned(&place, "--only commune:25539");
    assert!(told.contains("Replanned: commune:25539 only. 1 other cycle"), "{told}");
    assert_eq!(participants(&plan, "C001"), ["R01", "R02", "R03", "R04"]);
    assert_eq!(cycle(&plan, "C001")["sessions"], serde_json::json!(["2026-01-05", "2026-01-12"]));
    let unserved = plan["unserved"].as_array().expect("a list");
    let late = unserved.iter().find(|one| one["resident"] == "R13").expect("nobody looked for a place");
    assert_eq!(late["reason"], "not_concerned");
    assert_eq!(plan["only"], serde_json::json!(["commune:25539"]));
    let verdict = place.told(&format!("check scenario.toml out/plan.json --lang en {TOLD}"), 0);
    assert!(verdict.contains("no rule is broken") && verdict.contains("figures agree"), "{verdict}");
    let export = "export scenario.toml out/plan.json --out docs --only report --lang en";
    place.told(&format!("{export} {TOLD}"), 0);
    let report = fs::read_to_string(place.path("docs/report/report.html")).expect("a report");
    assert!(report.contains("Only part of the announced plan was replanned (commune:25539)"));
}

#[test]
fn whoever_is_named_finds_a_place_and_nobody_else_notices() {
    let place = late();
    for only in
        ["--only commune:25304", "--only commune:Herimoncourt", "--only cycle:C001 --only commune:25304"]
    {
        let (_, plan) = planned(&place, only);
        assert!(participants(&plan, "C001").contains(&"R13".to_owned()), "{only}");
        assert_eq!(participants(&plan, "C002"), ["R05", "R06", "R07", "R08"], "{only}");
    }
    // Both cycles are T1's: the whole plan may change.
    let (told, plan) = planned(&place, "--only animateur:T1");
    assert!(told.contains("No other cycle was open to change"), "{told}");
    assert_eq!(plan["service"]["changes"], 0.0);
}

#[test]
fn a_cycle_that_cannot_stay_is_told() {
    let place = late();
    place.edit("residents.csv", "priority,note", "priority,note,withdrawn");
    for id in ["R02", "R03"] {
        let row = format!("{id},25304,*,base,0,,0,couple,,1,inventé / invented");
        place.edit("residents.csv", &row, &format!("{row},1"));
    }
    let (told, _) = planned(&place, "--only commune:25539");
    assert!(told.contains("C001 could not stay as announced"), "{told}");
}

#[test]
fn names_of_nothing_and_plans_that_nobody_was_told_are_refused() {
    let place = late();
    let refused = |words: &str| place.told(&format!("plan scenario.toml --out out --lang en {words}"), 2);
    assert!(refused("--only commune:25539").contains("nothing has been announced"));
    for (only, words) in [
        ("ville:25539", "`ville:25539` is not part of a plan"),
        ("C002", "cycle:C012"),
        ("cycle:C003", "the plan has no cycle `C003`"),
        ("trainer:T2", "there is no trainer `T2`"),
        ("commune:25540", "did you mean `25304`?"),
        ("commune:Paris", "no commune is called `Paris`"),
    ] {
        let told = refused(&format!("--only {only} {TOLD}"));
        let is_told = told.contains(words) || (only == "commune:25540" && told.contains("25540"));
        assert!(is_told && !place.path("out").exists(), "{only}: {told}");
    }
}

fn commitments(instance: &Instance) -> Vec<Commitment> {
    let (_, today) = instance.standing().expect("a plan was announced");
    today.cycles.iter().map(|cycle| cycle.commitment).collect()
}

fn part(instance: &Instance, only: &str) -> Result<Part, NoPart> {
    Part::new(instance, &[only.to_owned()])
}

#[test]
fn what_has_nothing_to_do_with_it_is_kept_unless_its_session_fails() {
    let village = instance(UNCHANGED);
    let elsewhere = part(&village, "commune:25314").expect("a part");
    let all = [Commitment::Begun, Commitment::Committed, Commitment::Committed];
    assert_eq!((commitments(&elsewhere.instance), elsewhere.n_kept), (all.to_vec(), 1));
    let home = &village.communes[village.residents[JULES].commune].insee;
    let own = part(&village, &format!("commune:{home}")).expect("a part");
    assert_eq!((commitments(&own.instance)[OPEN], own.n_kept), (Commitment::Open, 0));
    let ill = instance(|data| hit(data, OPEN, day(2, 2), Failure::Trainer));
    let shaken = part(&ill, "commune:25314").expect("a part");
    assert_eq!(
        (commitments(&shaken.instance)[OPEN], shaken.shaken),
        (Commitment::Open, vec!["C003".to_owned()])
    );
    assert_eq!(
        part(&crate::fixture::instance(UNCHANGED), "cycle:C003").err(),
        Some(NoPart::NothingAnnounced)
    );
}

#[test]
fn a_plan_of_a_part_is_legal_for_the_whole_and_what_is_kept_stands() {
    let village = instance(UNCHANGED);
    for (only, n_kept) in [("commune:25314", 1), ("cycle:C001", 1), ("cycle:C003", 0)] {
        let part = part(&village, only).expect("a part");
        assert_eq!(part.n_kept, n_kept, "{only}");
        let found = solved(&part.instance, &settings(1, 200));
        let verdict = check(&village, &found.plan);
        let words = render(&verdict, &village, &Messages::new(Lang::En));
        assert!(verdict.is_legal(), "{only}: {words}");
        let told = &village.announced.as_ref().expect("a plan was announced").cycles[AnnouncedId::from(OPEN)];
        let now = found.plan.cycles.iter().find(|cycle| cycle.id == told.id);
        let stands = now.is_some_and(|now| {
            let dates = told.sessions.iter().map(|session| session.date);
            dates.eq(now.sessions.iter().copied())
                && told.participants.iter().all(|one| now.participants.contains(one))
        });
        assert!(stands || n_kept == 0, "{only}");
    }
}
