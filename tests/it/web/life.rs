//! An announced plan in use: an event is shown, then accepted or discarded; the bill, announcements.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ateliers::app::announce::history::history;
use ateliers::app::lock::{Task, lock};
use axum::http::StatusCode;

use super::planning::{SHORT, begun, shows};
use super::waiting::planned_book;
use super::{Answered, Desk};

/// A desk with a project whose plan was announced on its own page.
fn announced() -> (Desk, PathBuf) {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    done(&desk.post("/projects/small/life/announce", "day=2026-01-04"), "announced");
    (desk, folder)
}

#[track_caller]
pub(super) fn done(answer: &Answered, what: &str) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert!(answer.header("location").ends_with(&format!("done={what}")), "{}", answer.header("location"));
}

#[track_caller]
pub(super) fn refused(answer: &Answered, status: StatusCode, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert!(answer.text.contains(words), "{}", answer.text);
}

pub(super) fn page(desk: &Desk) -> String {
    let page = desk.get("/projects/small/life");
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    page.text
}

/// The page about an event.
#[track_caller]
pub(super) fn happened(desk: &Desk, form: &str) -> String {
    let answer = desk.post("/projects/small/life/happened", form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    page(desk)
}

/// The token that accepts it.
pub(super) fn mark(page: &str) -> String {
    let rest = page.split("name=\"seen\" value=\"").nth(1).expect("it can be accepted");
    rest.split('"').next().expect("a mark").to_owned()
}

pub(super) fn accept(desk: &Desk, mark: &str) -> Answered {
    desk.post("/projects/small/life/accept", &format!("seen={mark}"))
}

/// Files below a folder and their content.
pub(super) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

/// A resident with a place in the fixture's plan.
fn participant(folder: &Path) -> String {
    let plan = fs::read_to_string(folder.join("plan.json")).expect("a plan");
    let list = plan.split("\"participants\":").nth(1).expect("participants");
    list.split('"').nth(1).expect("a name").to_owned()
}

#[test]
fn before_anything_is_announced_all_is_free() {
    let desk = Desk::with(&["small"]);
    let shown = page(&desk);
    assert!(shown.contains("Rien n’a été annoncé") && shown.contains("Annoncer le dernier plan"), "{shown}");
    assert!(!shown.contains("Qui prévenir"), "{shown}");
    fs::remove_file(desk.home.path().join("small/plan.json")).expect("removed");
    let shown = page(&desk);
    assert!(shown.contains("pas encore de plan") && !shown.contains("Annoncer le dernier plan"), "{shown}");
    let told = desk.post("/projects/small/life/announce", "day=2026-01-04");
    refused(&told, StatusCode::CONFLICT, "pas encore de plan");
}

#[test]
fn a_plan_is_announced_and_listed() {
    let (desk, folder) = announced();
    let shown = page(&desk);
    assert!(shown.contains("Ce qui a été annoncé") && shown.contains("04/01/2026"), "{shown}");
    assert!(shown.contains("Personne n’est à prévenir"), "{shown}");
    assert_eq!(history(&folder.join("scenario.toml")).expect("readable").announcements.len(), 1);
    for day in ["", "day=tomorrow", "day=2026-02-30"] {
        let answer = desk.post("/projects/small/life/announce", day);
        refused(&answer, StatusCode::UNPROCESSABLE_ENTITY, "Un jour manque");
    }
}

#[test]
fn what_happened_is_priced_first_and_kept_when_it_is_accepted() {
    let (desk, folder) = announced();
    let (before, who) = (files(&folder), participant(&folder));
    let shown = happened(&desk, &format!("what=withdraw&residents={who}"));
    assert!(shown.contains("Ce que cela change") && shown.contains("Objectif (coût net"), "{shown}");
    assert!(
        shown.contains("residents.csv")
            && !shown.contains(&*desk.home.path().join("small/res").to_string_lossy())
    );
    assert_eq!(files(&folder), before, "nothing is written yet");
    // Once discarded, it is gone.
    assert_eq!(desk.post("/projects/small/life/drop", "").status, StatusCode::SEE_OTHER);
    assert!(!page(&desk).contains("Ce que cela change"));
    refused(&accept(&desk, &mark(&shown)), StatusCode::CONFLICT, "plus rien à accepter");
    assert_eq!(files(&folder), before);
    // Once accepted, it is in the tables, and the amended plan is the last one.
    let shown = happened(&desk, &format!("what=withdraw&residents={who}"));
    done(&accept(&desk, &mark(&shown)), "kept");
    let now = files(&folder);
    let differ = |name: &str| now.get(&folder.join(name)) != before.get(&folder.join(name));
    assert!(differ("residents.csv") && differ("amended/2026-01-04-1/plan.json"), "{:?}", now.keys());
    assert!(folder.join("residents.before-amendment-1.csv").is_file());
    assert!(!page(&desk).contains("Ce que cela change"));
}

#[test]
fn what_was_seen_is_kept_or_nothing_is() {
    let (desk, folder) = announced();
    let who = participant(&folder);
    let shown = happened(&desk, &format!("what=withdraw&residents={who}"));
    refused(&accept(&desk, "0000"), StatusCode::CONFLICT, "ont changé depuis");
    // Another process writes meanwhile.
    let table = fs::read_to_string(folder.join("residents.csv")).expect("a table");
    let last = table.trim_end().lines().last().expect("a row").replacen('R', "Q", 1);
    fs::write(folder.join("residents.csv"), format!("{}\n{last}\n", table.trim_end())).expect("written");
    let before = files(&folder);
    refused(&accept(&desk, &mark(&shown)), StatusCode::CONFLICT, "ont changé depuis");
    assert_eq!(files(&folder), before);
    let held = lock(&folder, Task::Collect).expect("free");
    refused(&accept(&desk, &mark(&page(&desk))), StatusCode::CONFLICT, "ateliers collect");
    drop(held);
    done(&accept(&desk, &mark(&page(&desk))), "kept");
}

#[test]
fn absences_lost_rooms_and_days_change_the_plan() {
    let (desk, folder) = announced();
    let value = |shown: &str, select: &str| {
        let options = shown.split(&format!("<select id=\"{select}\"")).nth(1).expect("a list");
        let first = options.split("<option value=\"").nth(1).and_then(|rest| rest.split('"').next());
        first.expect("an option").to_owned()
    };
    let shown = page(&desk);
    let (trainer, room) = (value(&shown, "trainer"), value(&shown, "room"));
    let days = "from=2026-01-05&until=2026-03-31";
    let absent = happened(&desk, &format!("what=absent&trainer={trainer}&{days}"));
    // An event is a fact, even if it breaks rules.
    assert!(absent.contains("proposal warn") && absent.contains("closures.csv"), "{absent}");
    done(&accept(&desk, &mark(&absent)), "kept");
    assert!(page(&desk).contains("ne respecte plus toutes les règles ("), "{}", page(&desk));
    let closed = happened(&desk, &format!("what=closed&room={room}&{days}"));
    done(&accept(&desk, &mark(&closed)), "kept");
    assert!(fs::read_to_string(folder.join("closures.csv")).expect("a table").contains(&room));
    done(&desk.post("/projects/small/life/today", "day=2026-01-12"), "today");
    assert!(
        fs::read_to_string(folder.join("scenario.toml")).expect("a scenario").contains("today = 2026-01-12")
    );
    assert!(page(&desk).contains("value=\"2026-01-12\""));
    // It is planned again, billed and announced again.
    begun(&desk, "small", SHORT);
    shows(&desk, "/projects/small/planning", &["recherche est finie ("]);
    let shown = page(&desk);
    assert!(shown.contains("Qui prévenir") && shown.contains("Personnes à appeler"), "{shown}");
    done(&desk.post("/projects/small/life/announce", "day=2026-01-12"), "announced");
    let shown = page(&desk);
    assert!(shown.contains("12/01/2026") && shown.contains("Personne n’est à prévenir"), "{shown}");
}

#[test]
fn late_enrolments_come_from_a_file_that_is_never_written() {
    let (desk, folder) = announced();
    let send = |name: &str, bytes: &[u8]| {
        desk.send("/projects/small/life/late", &[("x", "y")], &[("late", name, bytes)])
    };
    let table = fs::read_to_string(folder.join("residents.csv")).expect("a table");
    let (head, last) =
        (table.lines().next().expect("a header"), table.trim_end().lines().last().expect("a row"));
    let late = format!("{head}\n{}\n", last.replacen('R', "Late", 1));
    let names = || -> Vec<PathBuf> { files(&folder).into_keys().collect() };
    let before = names();
    assert_eq!(send("Été.csv", late.as_bytes()).status, StatusCode::SEE_OTHER);
    let shown = page(&desk);
    assert!(shown.contains("1 inscription est ajoutée"), "{shown}");
    assert_eq!(names(), before);
    done(&accept(&desk, &mark(&shown)), "kept");
    assert!(fs::read_to_string(folder.join("residents.csv")).expect("a table").contains("Late"));
    assert!(!names().iter().any(|path| path.to_string_lossy().contains(".late")));
    // Faults are reported under the file's own name.
    assert_eq!(send("faux.csv", b"id,commune\nL9,nowhere\n").status, StatusCode::SEE_OTHER);
    let shown = page(&desk);
    assert!(
        shown.contains("proposal bad") && shown.contains("faux.csv") && !shown.contains(".late-enrol"),
        "{shown}"
    );
    refused(&send("x.exe", b"MZ"), StatusCode::UNPROCESSABLE_ENTITY, "ni un tableau");
}

#[test]
fn what_cannot_be_is_told_in_words() {
    let (desk, folder) = announced();
    let post = |form: &str| desk.post("/projects/small/life/happened", form);
    refused(&post("what=withdraw&residents=+,"), StatusCode::UNPROCESSABLE_ENTITY, "un habitant au moins");
    refused(
        &post("what=absent&trainer=T1&from=x&until="),
        StatusCode::UNPROCESSABLE_ENTITY,
        "Un jour manque",
    );
    refused(&post("what=x"), StatusCode::UNPROCESSABLE_ENTITY, "pas été comprise");
    let who = participant(&folder);
    let shown = happened(&desk, &format!("what=withdraw&residents={who}x"));
    assert!(shown.contains("Aucun habitant ne s’appelle") && shown.contains(&format!("{who}x")), "{shown}");
    assert!(!shown.contains("name=\"seen\""), "it cannot be accepted");
    let shown = happened(&desk, "what=absent&trainer=T1&from=2026-02-02&until=2026-02-01");
    assert!(shown.contains("finit avant de commencer"), "{shown}");
    let shown = happened(&desk, "what=withdraw&residents=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(!shown.contains("<script>alert"), "{shown}");
}

#[test]
fn a_workbook_is_announced_and_says_so() {
    let desk = planned_book();
    done(&desk.post("/projects/livre/life/announce", "day=2026-01-04"), "announced");
    let shown = desk.get("/projects/livre/life").text;
    assert!(shown.contains("Personne n’est à prévenir"), "the workbook names the plan: {shown}");
    let state = desk.get("/projects/livre").text;
    assert!(state.contains("Annoncé le 04/01/2026") && state.contains("Données sans erreur"), "{state}");
}
