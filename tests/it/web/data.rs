//! Tables in the browser: shown row by row, changed, checked, saved, and never overwritten silently.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::StatusCode;

use super::{Answered, Desk};
use crate::books::{ods, sheets_of, xlsx};

const RESIDENTS: &str = "/projects/small/data/residents";

impl Desk {
    fn file(&self, name: &str) -> PathBuf {
        self.home.path().join("small").join(name)
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).expect("a file")
    }

    /// The current stamp of a table.
    fn stamp(&self, table: &str) -> String {
        stamp(&self.get(&format!("{table}/state")))
    }

    /// Changes a table that this window saw with a stamp.
    fn change_from(&self, table: &str, stamp: &str, act: &str) -> Answered {
        let body = format!("{{\"stamp\":\"{stamp}\",\"act\":{act}}}");
        let request = self.own("POST", &format!("{table}/change")).header("content-type", "application/json");
        self.ask(request.header("hx-request", "true").body(Body::from(body)).expect("a request"))
    }

    #[track_caller]
    fn change(&self, table: &str, act: &str) -> Answered {
        let answer = self.change_from(table, &self.stamp(table), act);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer
    }

    fn save(&self, table: &str) -> Answered {
        self.post(&format!("{table}/save"), &format!("stamp={}", self.stamp(table)))
    }

    fn rows(&self, table: &str) -> String {
        self.get(&format!("{table}/rows?from=0&to=100")).text
    }
}

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split(from).nth(1).unwrap_or_else(|| panic!("no {from}: {text}"));
    rest.split(to).next().unwrap_or_default()
}

#[track_caller]
fn stamp(answer: &Answered) -> String {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    between(&answer.text, "data-stamp=\"", "\"").to_owned()
}

#[test]
fn every_table_is_listed_and_can_be_read_without_a_script() {
    let desk = Desk::with(&["small"]);
    let listed = desk.get("/projects/small/data").text;
    for table in ["communes", "roads", "slots", "venues", "trainers", "kits", "residents", "closures"] {
        assert!(listed.contains(&format!("href=\"/projects/small/data/{table}\"")), "{table}");
        let page = desk.get(&format!("/projects/small/data/{table}"));
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains(&format!("{table}.csv")) && page.text.contains("role=\"gridcell\""));
    }
    assert!(desk.get(RESIDENTS).text.contains(">R12</td>"));
    let late = desk.get(&format!("{RESIDENTS}?from=10")).text;
    assert!(!late.contains(">R01</td>") && late.contains("Lignes 11 à 12 sur 12"), "{late}");
    let line = desk.get(&format!("{RESIDENTS}?line=9")).text;
    assert!(line.contains("data-at=\"7\"") && line.contains("data-first=\"2\""), "some rows above are seen");
    for none in ["people", "distances", "residents-2", "..%2f..", "%2e%2e"] {
        assert_eq!(desk.get(&format!("/projects/small/data/{none}")).status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[test]
fn a_change_is_judged_at_its_cell_and_in_the_list_before_anything_is_written() {
    let desk = Desk::with(&["small"]);
    let before = desk.text("residents.csv");
    let changed = desk.change(RESIDENTS, r#"{"set":{"row":1,"column":1,"value":"25999"}}"#);
    assert!(changed.text.contains("data-unsaved") && changed.text.contains("data-undo"));
    let found = desk.get(&format!("{RESIDENTS}/found")).text;
    assert!(found.contains("1 erreur") && found.contains("Ligne 3, commune"), "{found}");
    assert!(found.contains("data-cell=\"1 1\"") && found.contains("25999"), "{found}");
    let rows = desk.rows(RESIDENTS);
    assert_eq!(rows.matches("aria-invalid").count(), 1);
    assert!(between(&rows, "aria-invalid=\"true\">", "<").contains("25999"));
    assert_eq!(desk.text("residents.csv"), before);
    assert!(desk.get("/projects/small/data").text.contains("Changements non enregistrés"));
    desk.change(RESIDENTS, "\"undo\"");
    let found = desk.get(&format!("{RESIDENTS}/found")).text;
    assert!(
        found.contains("Aucune erreur") && !found.contains("data-unsaved") && found.contains("data-redo")
    );
    desk.change(RESIDENTS, "\"redo\"");
    assert!(desk.rows(RESIDENTS).contains(">25999<"));
}

#[test]
fn faults_of_other_tables_lead_there() {
    let desk = Desk::with(&["small"]);
    desk.change("/projects/small/data/slots", r#"{"remove":[0,0]}"#);
    let found = desk.get("/projects/small/data/slots/found").text;
    assert!(found.contains(&format!("href=\"{RESIDENTS}?line=")), "{found}");
    // The other table's own check does not see unsaved changes, and says so.
    let found = desk.get(&format!("{RESIDENTS}/found")).text;
    assert!(found.contains("Aucune erreur") && found.contains("D’autres tableaux"), "{found}");
}

#[test]
fn blocks_are_pasted_filled_copied_and_removed() {
    let desk = Desk::with(&["small"]);
    let table = RESIDENTS;
    assert!(desk.change(table, r#"{"add":1}"#).text.contains("data-goes-to=\"12 0\""));
    desk.change(table, r#"{"paste":{"row":12,"column":0,"text":"N1\t25304\t*\nN2\t25539\t\"a\nb\"\n"}}"#);
    assert_eq!(
        desk.get(&format!("{table}/copy?top=12&bottom=13&left=0&right=2")).text,
        "N1\t25304\t*\nN2\t25539\t\"a\nb\"\n"
    );
    desk.change(table, r#"{"fill":{"rows":[12,13],"columns":[2,3],"value":"x"}}"#);
    assert_eq!(desk.get(&format!("{table}/copy?top=13&bottom=99&left=1&right=3")).text, "25539\tx\tx\n");
    desk.change(table, r#"{"remove":[0,12]}"#);
    assert_eq!(desk.get(&format!("{table}/copy?top=0&bottom=99&left=0&right=0")).text, "N2\n");
    let wide =
        desk.change_from(table, &desk.stamp(table), r#"{"paste":{"row":0,"column":9,"text":"a\tb\tc"}}"#);
    assert_eq!(wide.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wide.text.contains("3 colonnes") && wide.text.contains("2 colonnes"), "{}", wide.text);
    for wrong in [
        r#"{"set":{"row":9,"column":0,"value":""}}"#,
        r#"{"set":{"row":0,"column":99,"value":""}}"#,
        "\"x\"",
        "{",
        "null",
    ] {
        assert_eq!(
            desk.change_from(table, &desk.stamp(table), wrong).status,
            StatusCode::BAD_REQUEST,
            "{wrong}"
        );
    }
}

#[test]
fn a_table_is_saved_with_a_copy_of_its_last_version() {
    let desk = Desk::with(&["small"]);
    let before = desk.text("residents.csv");
    desk.change(RESIDENTS, r#"{"set":{"row":0,"column":9,"value":"2"}}"#);
    let saved = desk.save(RESIDENTS);
    assert_eq!(saved.status, StatusCode::OK);
    assert!(
        saved.text.contains("residents.before-edit.csv") && !saved.text.contains("data-unsaved"),
        "{}",
        saved.text
    );
    let expected = before.replacen(",,1,", ",,2,", 1);
    assert_eq!(desk.text("residents.csv"), expected);
    assert_eq!(desk.text("residents.before-edit.csv"), before);
    assert!(!desk.file(".ateliers.lock").exists());
}

#[test]
fn who_writes_in_the_project_is_waited_for_and_told() {
    use ateliers::app::lock::{Task, lock};

    let desk = Desk::with(&["small"]);
    let before = desk.text("residents.csv");
    desk.change(RESIDENTS, r#"{"set":{"row":0,"column":9,"value":"2"}}"#);
    let held = lock(&desk.home.path().join("small"), Task::Amend).expect("free");
    let refused = desk.save(RESIDENTS);
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("amend"), "{}", refused.text);
    assert_eq!(desk.text("residents.csv"), before);
    drop(held);
    assert_eq!(desk.save(RESIDENTS).status, StatusCode::OK, "what was typed is still there");
}

#[test]
fn a_table_that_cannot_be_written_is_shown_and_says_why() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("open");
    std::fs::create_dir(&folder).expect("a folder");
    let sheets = sheets_of(&desk.home.path().join("small"), true);
    std::fs::write(folder.join("plan.ods"), ods(&sheets)).expect("written");
    let table = "/projects/open/data/residents";
    let page = desk.get(table).text;
    assert!(
        page.contains(">R12</td>")
            && page.contains("data-read-only")
            && page.contains("class=\"notice warn\"")
    );
    let refused = desk.change_from(table, &desk.stamp(table), r#"{"set":{"row":0,"column":0,"value":"X"}}"#);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("ne peut pas être modifié ici"), "{}", refused.text);
}

#[test]
fn a_table_of_a_workbook_is_edited_and_follows_its_file() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("book");
    std::fs::create_dir(&folder).expect("a folder");
    let sheets = sheets_of(&desk.home.path().join("small"), true);
    std::fs::write(folder.join("plan.xlsx"), xlsx(&sheets)).expect("written");
    let table = "/projects/book/data/kits";
    desk.change(table, r#"{"set":{"row":0,"column":1,"value":"9"}}"#);
    assert!(desk.get(&format!("{table}/found")).text.contains("Aucune erreur"));
    assert!(desk.save(table).text.contains("plan.before-edit.xlsx"));
    assert!(desk.get(table).text.contains(">9</td>"));
    // Another program writes the workbook: its version is shown next.
    std::fs::write(folder.join("plan.xlsx"), xlsx(&sheets)).expect("written");
    assert!(!desk.get(table).text.contains(">9</td>"));
}

#[test]
fn a_window_that_is_behind_is_told_and_changes_nothing() {
    let desk = Desk::with(&["small"]);
    let seen = desk.stamp(RESIDENTS);
    desk.change(RESIDENTS, r#"{"set":{"row":0,"column":9,"value":"2"}}"#);
    let before = desk.rows(RESIDENTS);
    let act = r#"{"set":{"row":0,"column":9,"value":"3"}}"#;
    let behind = [
        desk.change_from(RESIDENTS, &seen, act),
        desk.post(&format!("{RESIDENTS}/save"), &format!("stamp={seen}")),
        desk.post(&format!("{RESIDENTS}/carry"), &format!("stamp={seen}")),
        desk.post(&format!("{RESIDENTS}/leave"), &format!("stamp={seen}")),
        desk.post(&format!("{RESIDENTS}/column"), &format!("stamp={seen}&column=withdrawn")),
    ];
    for answer in behind {
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.text.contains("autre fenêtre"), "{}", answer.text);
    }
    assert_eq!(desk.rows(RESIDENTS), before);
}

#[test]
fn a_file_that_was_changed_elsewhere_is_told_and_what_was_edited_is_put_onto_it() {
    let desk = Desk::with(&["small"]);
    let table = "/projects/small/data/kits";
    desk.change(table, r#"{"paste":{"row":0,"column":1,"text":"5\t25304"}}"#);
    std::fs::write(desk.file("kits.csv"), "id,tablets,depot,note\nK1,6,25539,\nK2,3,25539,\n")
        .expect("written");
    assert!(desk.get(&format!("{table}/found")).text.contains("a été modifié ailleurs"));
    let refused = desk.save(table);
    assert!(
        refused.text.contains("1 ligne ajoutée") && refused.text.contains("« 4 » est devenu « 6 »"),
        "{}",
        refused.text
    );
    assert!(desk.text("kits.csv").contains("K1,6,25539"), "nothing is overwritten");
    let carried = desk.post(&format!("{table}/carry"), &format!("stamp={}", desk.stamp(table)));
    assert_eq!((carried.status, carried.header("location")), (StatusCode::SEE_OTHER, table));
    assert!(desk.get(table).text.contains("vous aviez écrit « 5 »"));
    assert!(desk.save(table).text.contains("Enregistré dans"));
    assert_eq!(desk.text("kits.csv"), "id,tablets,depot,note\nK1,6,25304,\nK2,3,25539,\n");
}

#[test]
fn a_table_that_nobody_edited_follows_its_file() {
    let desk = Desk::with(&["small"]);
    let table = "/projects/small/data/kits";
    assert!(desk.get(table).text.contains(">K1</td>"));
    std::fs::write(desk.file("kits.csv"), "id,tablets,depot\nK7,6,25539\n").expect("written");
    let page = desk.get(table).text;
    assert!(page.contains(">K7</td>") && !page.contains(">K1</td>"));
}

#[test]
fn what_was_edited_is_given_up_only_when_it_is_said() {
    let desk = Desk::with(&["small"]);
    desk.change(RESIDENTS, r#"{"set":{"row":0,"column":0,"value":"X"}}"#);
    assert!(desk.get(RESIDENTS).text.contains(">X</td>"), "a second look shows it");
    desk.post(&format!("{RESIDENTS}/leave"), &format!("stamp={}", desk.stamp(RESIDENTS)));
    assert!(!desk.get(RESIDENTS).text.contains(">X</td>"));
}

#[test]
fn what_was_edited_is_never_closed_to_make_room() {
    let projects: Vec<String> = (0..3).map(|number| format!("p{number}")).collect();
    let desk = Desk::with(&["small"]);
    for project in &projects {
        let copy = [("from", "copy"), ("other", "small"), ("name", project)];
        assert_eq!(desk.send("/projects", &copy, &[]).status, StatusCode::SEE_OTHER);
    }
    let tables = ["roads", "slots", "venues", "residents"];
    let address = |project: &str, table: &str| format!("/projects/{project}/data/{table}");
    for (project, table) in projects.iter().flat_map(|project| tables.map(|table| (project, table))) {
        desk.change(&address(project, table), r#"{"set":{"row":0,"column":0,"value":"changed"}}"#);
    }
    let refused = desk.get(RESIDENTS);
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("(12) ont des changements"), "{}", refused.text);
    let first = address("p0", "roads");
    assert!(desk.rows(&first).contains(">changed<"));
    desk.post(&format!("{first}/leave"), &format!("stamp={}", desk.stamp(&first)));
    assert_eq!(desk.get(RESIDENTS).status, StatusCode::OK);
}

#[test]
fn columns_are_added_and_words_are_found() {
    let desk = Desk::with(&["small"]);
    let form = format!("stamp={}&column=withdrawn", desk.stamp(RESIDENTS));
    let added = desk.post(&format!("{RESIDENTS}/column"), &form);
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    assert!(desk.get(RESIDENTS).text.contains(">withdrawn</th>"));
    let none =
        desk.post(&format!("{RESIDENTS}/column"), &format!("stamp={}&column=x", desk.stamp(RESIDENTS)));
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let find = |words: &str, from: usize| {
        desk.post("/projects/small/data/communes/find", &format!("words={words}&from={from}")).text
    };
    assert!(find("SELON", 0).contains("data-goes-to=\"1 1\""));
    assert!(find("herimoncourt", 1).contains("data-goes-to=\"0 1\""), "it goes on with the first");
    assert!(find("Bavans", 0).contains("« Bavans » ne se trouve pas"));
}

#[test]
fn nothing_in_a_cell_becomes_markup() {
    let desk = Desk::with(&["small"]);
    let value = "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    desk.change(RESIDENTS, &format!("{{\"set\":{{\"row\":0,\"column\":1,\"value\":\"{value}\"}}}}"));
    for path in [format!("{RESIDENTS}/found"), format!("{RESIDENTS}/rows?from=0&to=9"), RESIDENTS.to_owned()]
    {
        let shown = desk.get(&path).text;
        assert!(!shown.contains("<script>") && !shown.contains("<img src=x"), "{path}");
        assert!(shown.contains("alert(1)"), "{path}");
    }
}

#[test]
fn no_more_than_what_is_seen_is_sent() {
    let desk = Desk::with(&["small"]);
    let rows: Vec<String> = (0..20_000).map(|number| format!("N{number}\\t25304\\t*")).collect();
    desk.change(
        RESIDENTS,
        &format!("{{\"paste\":{{\"row\":0,\"column\":0,\"text\":\"{}\"}}}}", rows.join("\\n")),
    );
    let page = desk.get(RESIDENTS).text;
    assert!(page.contains("aria-rowcount=\"20001\"") && page.matches("<tr").count() < 100);
    assert!(page.len() < 200_000, "{} bytes", page.len());
    let all = desk.get(&format!("{RESIDENTS}/rows?from=0&to=20000")).text;
    assert_eq!(all.matches("<tr").count(), 400);
    assert!(desk.get(&format!("{RESIDENTS}/rows?from=19999&to=99999")).text.contains(">N19999<"));
}
