//! Unsaved changes are restored after the program was killed.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use axum::body::Body;
use axum::http::StatusCode;

use super::{Answered, Desk};

const TABLE: &str = "/projects/small/data/residents";
const PLAN: &str = "/projects/small/plan";

fn folder(desk: &Desk) -> PathBuf {
    desk.home.path().join("small")
}

fn drafts(desk: &Desk) -> PathBuf {
    folder(desk).join(".ateliers-drafts")
}

/// The draft files, with their lengths.
fn lengths(desk: &Desk) -> Vec<(String, u64)> {
    let entries = fs::read_dir(drafts(desk)).into_iter().flatten().flatten();
    let length = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name != "lock").then(|| (name, entry.metadata().expect("a file").len()))
    };
    let mut lengths: Vec<_> = entries.filter_map(length).collect();
    lengths.sort();
    lengths
}

/// The text after a mark, up to a quotation mark.
#[track_caller]
fn after(answer: &Answered, mark: &str) -> String {
    let rest = answer.text.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark}: {}", answer.text));
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[track_caller]
fn changed(desk: &Desk, act: &str) {
    let stamp = after(&desk.get(&format!("{TABLE}/state")), "data-stamp=\"");
    let body = format!("{{\"stamp\":\"{stamp}\",\"act\":{act}}}");
    let request = desk.own("POST", &format!("{TABLE}/change")).header("content-type", "application/json");
    let answer = desk.ask(request.body(Body::from(body)).expect("a request"));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

fn rows(desk: &Desk) -> String {
    desk.get(&format!("{TABLE}/rows?from=0&to=100")).text
}

fn save(desk: &Desk) -> Answered {
    let stamp = after(&desk.get(&format!("{TABLE}/state")), "data-stamp=\"");
    desk.post(&format!("{TABLE}/save"), &format!("stamp={stamp}"))
}

#[test]
fn a_table_that_was_edited_is_taken_up_step_by_step() {
    let desk = Desk::with(&["small"]);
    changed(&desk, r#"{"set":{"row":0,"column":1,"value":"25539"}}"#);
    changed(&desk, r#"{"paste":{"row":null,"column":0,"text":"N1\t25304\nN2\t25304"}}"#);
    changed(&desk, r#"{"remove":[2,2]}"#);
    changed(&desk, "\"undo\"");
    let before = rows(&desk);
    let desk = desk.begun_again();
    let listed = desk.get("/projects/small/data").text;
    assert!(listed.contains("Changements non enregistrés"), "{listed}");
    let page = desk.get(TABLE).text;
    assert!(page.contains("ont été reprises") && page.contains("2 changements non enregistrés"), "{page}");
    assert_eq!(rows(&desk), before);
    // Undo and redo work as before.
    changed(&desk, "\"redo\"");
    assert!(!rows(&desk).contains(">R03<"));
    changed(&desk, "\"undo\"");
    changed(&desk, "\"undo\"");
    assert!(!rows(&desk).contains(">N1<") && rows(&desk).contains(">25539<"));
    let desk = desk.begun_again();
    assert!(!rows(&desk).contains(">N1<") && rows(&desk).contains(">25539<"));
    assert_eq!(save(&desk).status, StatusCode::OK);
    let text = fs::read_to_string(folder(&desk).join("residents.csv")).expect("a file");
    assert!(text.contains("R01,25539,*") && !text.contains("N1"), "{text}");
    assert!(!drafts(&desk).exists(), "nothing is left of it");
    assert!(!desk.begun_again().get(TABLE).text.contains("reprises"));
}

#[test]
fn what_is_given_up_or_taken_back_is_not_taken_up() {
    let desk = Desk::with(&["small"]);
    let set = r#"{"set":{"row":0,"column":1,"value":"25539"}}"#;
    changed(&desk, set);
    let stamp = after(&desk.get(&format!("{TABLE}/state")), "data-stamp=\"");
    assert_eq!(desk.post(&format!("{TABLE}/leave"), &format!("stamp={stamp}")).status, StatusCode::SEE_OTHER);
    assert!(!drafts(&desk).exists());
    changed(&desk, set);
    changed(&desk, "\"undo\"");
    let desk = desk.begun_again();
    let page = desk.get(TABLE).text;
    assert!(!page.contains("reprises") && page.contains("Tout est enregistré"), "{page}");
    assert!(!drafts(&desk).exists());
}

#[test]
fn a_line_that_was_cut_is_none_and_what_cannot_be_read_is_left() {
    let desk = Desk::with(&["small"]);
    changed(&desk, r#"{"set":{"row":0,"column":1,"value":"25539"}}"#);
    changed(&desk, r#"{"set":{"row":1,"column":1,"value":"25539"}}"#);
    let file = drafts(&desk).join("residents-0.lines");
    let Desk { home, .. } = desk.begun_again();
    let bytes = fs::read(&file).expect("a draft");
    fs::write(&file, &bytes[..bytes.len() - 20]).expect("cut");
    let desk = Desk::over(home, super::Limits::default());
    let text = rows(&desk);
    assert_eq!(text.matches(">25539<").count(), 1 + others(&desk), "the first change stands: {text}");
    // Changes are added after the cut.
    changed(&desk, r#"{"set":{"row":2,"column":1,"value":"25539"}}"#);
    let desk = desk.begun_again();
    assert_eq!(rows(&desk).matches(">25539<").count(), 2 + others(&desk));
    let Desk { home, .. } = desk;
    fs::write(&file, "no draft of ours\n").expect("written");
    let desk = Desk::over(home, super::Limits::default());
    let page = desk.get(TABLE);
    assert!(page.status == StatusCode::OK && page.text.contains("Tout est enregistré"), "{}", page.text);
}

/// Residents of the second commune in the file.
fn others(desk: &Desk) -> usize {
    let text = fs::read_to_string(folder(desk).join("residents.csv")).expect("a file");
    text.lines().filter(|line| line.split(',').nth(1) == Some("25539")).count()
}

/// The lines that do not begin with `begin`.
fn without(text: &str, begin: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with(begin));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn where_the_file_was_written_meanwhile_changes_are_put_onto_it_and_the_rest_is_told() {
    let desk = Desk::with(&["small"]);
    changed(&desk, r#"{"set":{"row":0,"column":1,"value":"25539"}}"#);
    changed(&desk, r#"{"set":{"row":1,"column":9,"value":"3"}}"#);
    changed(&desk, r#"{"paste":{"row":null,"column":0,"text":"N1\t25304"}}"#);
    changed(&desk, r#"{"remove":[4,4]}"#);
    let file = folder(&desk).join("residents.csv");
    let text = fs::read_to_string(&file).expect("a file");
    // Somebody else removes a row above, and changes a cell that was also changed here.
    let text = text.replace("R02,25304,*,base,0,,0,couple,,1", "R02,25304,*,base,0,,0,couple,,2");
    let text: String = without(&text, "R03");
    fs::write(&file, &text).expect("written");
    let desk = desk.begun_again();
    let page = desk.get(TABLE).text;
    assert!(page.contains("Les fichiers ont changé entre-temps"), "{page}");
    assert!(page.contains("R02") && page.contains("priority"), "the collision is told: {page}");
    let shown = rows(&desk);
    assert!(shown.contains(">N1<") && !shown.contains(">R03<") && !shown.contains(">R05<"), "{shown}");
    // After another restart: the draft now belongs to the new version.
    let again = desk.begun_again();
    assert_eq!(rows(&again), shown);
    assert_eq!(save(&again).status, StatusCode::OK);
    let saved = fs::read_to_string(&file).expect("a file");
    assert!(
        saved.contains("R01,25539") && saved.contains("couple,,2") && saved.contains("N1,25304"),
        "{saved}"
    );
}

#[test]
fn a_program_that_was_killed_after_it_saved_adds_nothing_twice() {
    let desk = Desk::with(&["small"]);
    changed(&desk, r#"{"paste":{"row":null,"column":0,"text":"N1\t25304"}}"#);
    let draft = fs::read(drafts(&desk).join("residents-0.lines")).expect("a draft");
    assert_eq!(save(&desk).status, StatusCode::OK);
    fs::create_dir_all(drafts(&desk)).expect("a folder");
    fs::write(drafts(&desk).join("residents-0.lines"), draft).expect("as if it had been killed just then");
    let desk = desk.begun_again();
    let page = desk.get(TABLE).text;
    assert!(page.contains("Tout est enregistré") && !page.contains("reprises"), "{page}");
    assert_eq!(rows(&desk).matches(">N1<").count(), 1);
}

#[test]
fn a_cell_of_a_long_table_writes_its_row_alone() {
    let desk = Desk::with(&["small"]);
    let file = folder(&desk).join("residents.csv");
    let mut text = fs::read_to_string(&file).expect("a file");
    for number in 0..20_000 {
        writeln!(text, "X{number},25304,*,base,0,,0,,,1,").expect("a line");
    }
    fs::write(&file, &text).expect("written");
    changed(&desk, r#"{"set":{"row":15000,"column":9,"value":"2"}}"#);
    let first = lengths(&desk);
    changed(&desk, r#"{"set":{"row":15001,"column":9,"value":"2"}}"#);
    let second = lengths(&desk);
    assert!(second[0].1 < 2000 && second[0].1 - first[0].1 < 500, "{first:?} {second:?}");
}

/// A step of the plan, as a form without scripts sends it.
#[track_caller]
fn stepped(desk: &Desk, what: &str, form: &str) {
    let version = after(&desk.get(PLAN), "data-version=\"");
    let answer = desk.post(&format!("{PLAN}/{what}"), &format!("version={version}&{form}"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

const LATER: &str = "cycle=C002&slot=tue-1400&trainer=T1&first=2026-01-27";

/// What a page shows of the plan, without its version.
fn shown(desk: &Desk) -> String {
    let text = desk.get(PLAN).text;
    let desk = text.split("class=\"shown\"").nth(1).expect("a plan");
    desk.split("class=\"beside\"").next().unwrap_or_default().to_owned()
}

#[test]
fn a_plan_that_was_changed_is_taken_up_step_by_step() {
    let desk = Desk::with(&["small"]);
    let opened = shown(&desk);
    stepped(&desk, "step", LATER);
    stepped(&desk, "step", "resident=R01&to=");
    let before = shown(&desk);
    let desk = desk.begun_again();
    let page = desk.get(PLAN).text;
    assert!(page.contains("ont été reprises") && page.contains("2 gestes non enregistrés"), "{page}");
    assert_eq!(shown(&desk), before);
    stepped(&desk, "undo", "");
    let desk = desk.begun_again();
    stepped(&desk, "undo", "");
    assert_eq!(shown(&desk), opened);
    assert!(!drafts(&desk).exists(), "nothing differs any more");
}

#[test]
fn a_saved_step_that_was_taken_back_is_taken_back_still() {
    let desk = Desk::with(&["small"]);
    stepped(&desk, "step", LATER);
    stepped(&desk, "save", "name=mien");
    assert!(!drafts(&desk).exists() && folder(&desk).join("mien/plan.json").is_file());
    let project = desk.get("/projects/small").text;
    assert!(project.contains("Plan enregistré dans «\u{a0}mien\u{a0}»"), "{project}");
    stepped(&desk, "undo", "");
    stepped(&desk, "step", "resident=R01&to=");
    let before = shown(&desk);
    let desk = desk.begun_again();
    let page = desk.get(PLAN).text;
    assert!(page.contains("ont été reprises"), "{page}");
    assert_eq!(shown(&desk), before);
    // It is still a separate plan.
    stepped(&desk, "step", "resident=R01&to=C001");
    stepped(&desk, "save", "name=mien");
    assert!(!drafts(&desk).exists());
}

#[test]
fn where_the_data_changed_meanwhile_steps_are_made_again_and_those_that_cannot_be_are_told() {
    let desk = Desk::with(&["small"]);
    stepped(&desk, "step", LATER);
    stepped(&desk, "step", "resident=R01&to=");
    let (residents, plan) = (folder(&desk).join("residents.csv"), folder(&desk).join("plan.json"));
    let text = fs::read_to_string(&residents).expect("a file");
    let text: String = without(&text, "R01,");
    fs::write(&residents, text).expect("written");
    let text = fs::read_to_string(&plan).expect("a plan");
    fs::write(&plan, text.replace("\"R01\",", "").replace(",\n        \"R01\"", "")).expect("written");
    let desk = desk.begun_again();
    let page = desk.get(PLAN).text;
    assert!(page.contains("Les fichiers ont changé entre-temps"), "{page}");
    assert!(
        page.contains("1 modification n’a pas pu être reprise") && page.contains("1 geste non"),
        "{page}"
    );
}

#[test]
fn where_the_data_change_steps_are_made_again_on_demand() {
    let desk = Desk::with(&["small"]);
    stepped(&desk, "step", LATER);
    let residents = folder(&desk).join("residents.csv");
    let text = fs::read_to_string(&residents).expect("a file");
    fs::write(&residents, text.replace("R12,25539", "R12,25304")).expect("written");
    let page = desk.get(PLAN);
    assert!(page.text.contains("Refaites vos gestes") && page.text.contains("/plan/again"), "{}", page.text);
    let version = after(&page, "data-version=\"");
    let refused = desk.post(&format!("{PLAN}/save"), &format!("version={version}&name=mien"));
    assert_eq!(refused.status, StatusCode::CONFLICT);
    stepped(&desk, "again", "");
    let page = desk.get(PLAN).text;
    assert!(page.contains("y ont été refaits") && page.contains("1 geste non enregistré"), "{page}");
    assert!(!page.contains("Refaites vos gestes"), "{page}");
    // A window with the earlier plan is refused; the steps made again are kept, and can be saved.
    assert_eq!(
        desk.post(&format!("{PLAN}/undo"), &format!("version={version}")).status,
        StatusCode::CONFLICT
    );
    let desk = desk.begun_again();
    stepped(&desk, "save", "name=mien");
    assert!(folder(&desk).join("mien/plan.json").is_file() && !drafts(&desk).exists());
}

#[test]
fn where_nothing_can_be_kept_the_page_says_so() {
    let desk = Desk::with(&["small"]);
    fs::write(drafts(&desk), "a file in the way").expect("written");
    changed(&desk, r#"{"set":{"row":0,"column":1,"value":"25539"}}"#);
    let state = desk.get(&format!("{TABLE}/state")).text;
    assert!(state.contains("que tant que le programme tourne"), "{state}");
    stepped(&desk, "step", LATER);
    assert!(desk.get(PLAN).text.contains("que tant que le programme tourne"));
}

#[test]
fn settings_that_were_filled_in_are_in_the_form_again() {
    const SETTINGS: &str = "/projects/small/settings";
    let desk = Desk::with(&["small"]);
    let filled = "was%3Acycle.min_group=3&cycle.min_group=4";
    assert_eq!(desk.post(&format!("{SETTINGS}/check"), filled).status, StatusCode::OK);
    let desk = desk.begun_again();
    let page = desk.get(SETTINGS).text;
    assert!(page.contains("n’est pas encore enregistré") && page.contains("value=\"4\""), "{page}");
    let scenario = folder(&desk).join("scenario.toml");
    let text = fs::read_to_string(&scenario).expect("a file");
    fs::write(&scenario, text.replace("max_group = 6", "max_group = 5")).expect("written");
    let page = desk.get(SETTINGS).text;
    assert!(page.contains("Les fichiers ont changé entre-temps"), "{page}");
    fs::write(
        &scenario,
        fs::read_to_string(&scenario).expect("a file").replace("min_group = 3", "min_group = 4"),
    )
    .expect("written");
    let page = desk.get(SETTINGS).text;
    assert!(!page.contains("n’est pas encore enregistré"), "what is in the file is no change: {page}");
}
