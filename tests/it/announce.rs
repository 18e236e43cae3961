//! Announcing a plan, what is stored of it, and an announced plan given on the command line.

use std::fs;
use std::path::Path;

use crate::books::{sheets_of, xlsx};
use crate::cli::Place;

/// Every file of the folder and its subfolders, with its content.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.push((path.display().to_string(), Vec::new()));
            found.extend(contents(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).expect("a file")));
        }
    }
    found.sort();
    found
}

fn text(place: &Place, name: &str) -> String {
    fs::read_to_string(place.path(name)).expect("a file")
}

#[test]
fn a_plan_that_is_announced_is_kept_and_the_scenario_names_it() {
    let place = Place::new();
    let (before, plan) = (text(&place, "scenario.toml"), text(&place, "plan.json"));
    let told = place.told("announce scenario.toml plan.json --date 2026-01-10 --lang en", 0);
    assert!(told.contains("announced/2026-01-10-1"), "{told}");
    assert_eq!(text(&place, "announced/2026-01-10-1/plan.json"), plan);
    let label = text(&place, "announced/2026-01-10-1/announced.toml");
    assert!(label.contains("cycles = 2\nparticipants = 8\n"), "{label}");
    assert_eq!(text(&place, "scenario.before-2026-01-10-1.toml"), before);
    let after = text(&place, "scenario.toml");
    let added = "\n[announced]\nplan = \"announced/2026-01-10-1/plan.json\"\ntoday = 2026-01-10\n";
    assert_eq!(after, before + added);
    place.told("validate scenario.toml", 0);
}

#[test]
fn announcements_are_counted_and_what_was_said_of_the_last_plan_is_forgotten() {
    let place = Place::new();
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    place.edit(
        "scenario.toml",
        "today = 2026-01-10\n",
        "today = 2026-01-10\nkeep = [\"C002\"]\nnotice_days = 7\n",
    );
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    let after = text(&place, "scenario.toml");
    assert!(
        after.contains("announced/2026-01-10-2/plan.json") && after.contains("notice_days = 7"),
        "{after}"
    );
    assert!(!after.contains("keep"), "{after}");
    let told = place.told("history scenario.toml --lang en", 0);
    let rows: Vec<Vec<&str>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[2], ["1", "2026-01-10", "2", "8", "–", "–", "–", "–"], "{told}");
    assert_eq!(rows[3], ["2", "2026-01-10", "2", "8", "0", "0", "0", "€0.00"], "{told}");
}

#[test]
fn before_the_season_begins_it_is_the_first_day_that_is_today() {
    let place = Place::new();
    place.told("announce scenario.toml plan.json --date 2025-12-01", 0);
    let after = text(&place, "scenario.toml");
    assert!(after.contains("2025-12-01-1") && after.contains("today = 2026-01-05"), "{after}");
}

#[test]
fn nothing_is_written_of_a_plan_that_cannot_be_announced() {
    let refused = |from: &str, to: &str, arguments: &str, code: i32, why: &str| {
        let place = Place::new();
        place.edit("plan.json", from, to);
        let before = contents(&place.path(""));
        let told = place.told(&format!("announce scenario.toml plan.json --lang en {arguments}"), code);
        assert!(told.contains(why), "{told}");
        assert_eq!(contents(&place.path("")), before);
    };
    let date = "--date 2026-01-10";
    refused("\"R01\", \"R02\", \"R03\", \"R04\"", "\"R01\"", date, 1, "not legal");
    refused("\"C002\"", "\"C001\"", date, 2, "E801");
    refused("\"T1\"", "\"T9\"", date, 2, "E405");
    refused("C001", "C001", "--date 2026-03-02", 2, "E805");
    refused("C001", "C001", "--date tomorrow", 2, "such as `2027-02-15`");
}

#[test]
fn no_plan_is_written_over_an_announced_one() {
    let place = Place::new();
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    let before = contents(&place.path(""));
    let told = place.told("plan scenario.toml --out announced/2026-01-10-1 --work-limit 1 --lang en", 2);
    assert!(told.contains("holds an announced plan"), "{told}");
    assert_eq!(contents(&place.path("")), before);
}

#[test]
fn history_tells_that_nothing_was_announced_and_what_cannot_be_read() {
    let place = Place::new();
    assert!(place.told("history scenario.toml --lang en", 0).contains("Nothing has been announced."));
    fs::create_dir_all(place.path("announced/2026-01-10-1")).expect("a folder");
    fs::create_dir_all(place.path("announced/notes")).expect("a folder");
    let told = place.told("history scenario.toml --lang en", 0);
    assert!(told.contains("2026-01-10-1` has no readable announcement") && !told.contains("notes"), "{told}");
    assert!(place.told("history other.toml --lang en", 2).contains("E001"));
}

#[test]
fn a_plan_that_is_announced_on_the_command_line_is_as_one_in_the_scenario() {
    let typed = Place::new();
    fs::create_dir(typed.path("elsewhere")).expect("a folder");
    let arguments = "check scenario.toml plan.json --json";
    let of_line = typed.run(&format!("{arguments} --announced plan.json --today 2026-01-10 --notice-days 7"));
    let written = Place::new();
    let section = "\n[announced]\nplan = \"plan.json\"\ntoday = 2026-01-10\nnotice_days = 7\n";
    let scenario = text(&written, "scenario.toml") + section;
    fs::write(written.path("scenario.toml"), scenario).expect("written");
    let of_file = written.run(arguments);
    assert_eq!((of_line.code, &of_line.stdout), (of_file.code, &of_file.stdout));
    assert!(of_file.stdout.contains("\"changes\""), "{}", of_file.stdout);
    assert!(!typed.run(arguments).stdout.contains("\"changes\": 0"), "nothing was announced");
    assert_eq!(typed.run(arguments).code, 0);
}

#[test]
fn what_is_typed_of_an_announced_plan_may_be_wrong() {
    let place = Place::new();
    let told =
        |arguments: &str| place.told(&format!("check scenario.toml plan.json --lang en {arguments}"), 2);
    assert!(told("--announced plam.json --today 2026-01-10").contains("plam.json"));
    assert!(told("--announced plan.json").contains("E103"));
    assert!(told("--announced plan.json --today 2026-04-01").contains("E805"));
    assert!(told("--today 2026-01-10").contains("--announced"));
    assert!(told("--announced plan.json --today 10.1.2026").contains("such as `2027-02-15`"));
    place.edit("scenario.toml", "min_group = 3", "min_group = three");
    place.edit("residents.csv", "R01", "R01,");
    let all = told("--announced plan.json --today 2026-01-10");
    assert!(all.contains("E101") && all.contains("residents.csv"), "faults of all files: {all}");
}

#[test]
fn a_workbook_is_told_of_an_announced_plan_and_says_what_to_write_into_it() {
    let place = Place::new();
    fs::write(place.path("season.xlsx"), xlsx(&sheets_of(&place.path(""), true))).expect("written");
    let of_book = "season.xlsx plan.json --lang en";
    let told = place.told(&format!("check {of_book} --announced plan.json --today 2026-01-10"), 0);
    assert!(told.contains("Service: changes to what was announced"), "{told}");
    let book = fs::read(place.path("season.xlsx")).expect("a file");
    let told = place.told(&format!("announce {of_book} --date 2026-01-10"), 0);
    assert!(told.contains("announced.plan   announced/2026-01-10-1/plan.json"), "{told}");
    assert_eq!(fs::read(place.path("season.xlsx")).expect("a file"), book);
    assert!(place.path("announced/2026-01-10-1/plan.json").exists());
}

#[test]
fn a_scenario_keeps_its_encoding_and_its_line_ends() {
    let place = Place::new();
    let path = place.path("scenario.toml");
    for (end, mark) in [("\r\n", "\u{feff}"), ("\r", "")] {
        let plain = text(&place, "scenario.toml").replace("\r\n", "\n");
        let before = mark.to_owned() + &plain.trim_start_matches('\u{feff}').replace('\n', end);
        fs::write(&path, &before).expect("written");
        place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
        let announced = text(&place, "scenario.toml");
        let section = announced.strip_prefix(&before).expect("what was there stays").to_owned();
        let expected = ["", "[announced]", "plan = \"announced/2026-01-10-", "today = 2026-01-10"];
        let lines: Vec<&str> = section.split(end).collect();
        assert!(expected.iter().zip(&lines).all(|(start, line)| line.starts_with(start)), "{section:?}");
        // So do a planner's decisions, and a table that is named for the first time.
        let kept = announced.replace(&format!("closures = \"closures.csv\"{end}"), "");
        fs::write(&path, &kept).expect("written");
        place.told("amend scenario.toml close C002 --yes", 0);
        place.told("amend scenario.toml closed venue V-25539-1 2026-02-02 2026-02-03 --yes", 0);
        let decided = text(&place, "scenario.toml");
        assert!(decided.contains(&format!("release = [\"C002\"]{end}")), "{decided:?}");
        assert_eq!(decided.matches('\n').count(), decided.matches("\r\n").count(), "{decided:?}");
        assert!(decided.starts_with(mark) && decided.contains("closures = \"closures-"), "{decided:?}");
        fs::write(&path, before).expect("written");
    }
}
