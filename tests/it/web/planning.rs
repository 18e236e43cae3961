//! Searches of a page: started, watched, stopped, queued; their results, and the leftovers of one that was cut short.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ateliers::app::announce::{Request, announce};
use ateliers::app::lock::{Task, lock};
use axum::body::Body;
use axum::http::StatusCode;
use jiff::civil::date;

use super::{Answered, Desk, copied};

/// A search that does not end by itself within a test.
const LONG: &str = "amount=seconds&seconds=600";
/// A search that is over within seconds.
pub(super) const SHORT: &str = "amount=gap&gap=90";

/// A desk with a project whose plan is not proven within seconds.
pub(super) fn desk() -> (Desk, PathBuf) {
    let desk = Desk::with(&[]);
    let folder = desk.home.path().join("pilot");
    copied(Path::new("data/bench/instances/pilot"), &folder);
    (desk, folder)
}

/// The page, requested until it contains one of these.
#[track_caller]
fn until(desk: &Desk, project: &str, words: &[&str]) -> String {
    shows(desk, &format!("/projects/{project}/planning"), words)
}

/// A page, requested until it contains one of these.
#[track_caller]
pub(super) fn shows(desk: &Desk, path: &str, words: &[&str]) -> String {
    for _ in 0..1200 {
        let shown = desk.get(path).text;
        if words.iter().any(|words| shown.contains(words)) {
            return shown;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("never: {words:?}\n{}", desk.get(path).text)
}

#[track_caller]
pub(super) fn begun(desk: &Desk, project: &str, order: &str) {
    let answer = desk.post(&format!("/projects/{project}/planning"), order);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.header("location"), format!("/projects/{project}/planning"));
}

/// The numbers of the searches that can be stopped or removed from the queue.
fn numbers(page: &str) -> Vec<&str> {
    let fields = page.split("name=\"number\" value=\"").skip(1);
    fields.filter_map(|rest| rest.split('"').next()).collect()
}

#[track_caller]
fn stopped(desk: &Desk, project: &str, number: &str) {
    let answer = desk.post(&format!("/projects/{project}/planning/stop"), &format!("number={number}"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

fn part(desk: &Desk, path: &str) -> Answered {
    let request = desk.own("GET", path).header("hx-request", "true");
    desk.ask(request.body(Body::empty()).expect("a request"))
}

/// What a project contains besides its data.
fn left(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with('.') || !name.contains('.')).collect();
    names.sort();
    names
}

#[test]
fn a_search_writes_its_plan_where_the_command_line_would() {
    let (desk, folder) = desk();
    let page = desk.get("/projects/pilot/planning");
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("hx-get"), "nothing is at work: nothing is asked for anew");
    assert!(!page.text.contains("Partir du dernier plan"), "there is none");
    begun(&desk, "pilot", SHORT);
    let page = until(&desk, "pilot", &["recherche est finie ("]);
    assert!(page.contains("écart atteint") && page.contains("class=\"chart curves\""), "{page}");
    assert!(page.contains("habitants") || page.contains("Habitants servis"), "{page}");
    assert!(page.contains("Partir du dernier plan"));
    assert_eq!(left(&folder), ["plan"], "neither a lock nor a trace is left");
    let names = ["plan.json", "cycles.csv", "unserved.csv"];
    assert!(names.iter().all(|name| folder.join("plan").join(name).is_file()));
    assert!(desk.get("/projects/pilot").text.contains("examiner le plan"), "the project's state follows");
}

#[test]
fn a_search_goes_on_while_nobody_looks_and_ends_with_its_best_plan() {
    let (desk, folder) = desk();
    begun(&desk, "pilot", LONG);
    let page = until(&desk, "pilot", &["class=\"chart curves\""]);
    let number = numbers(&page)[0].to_owned();
    assert!(page.contains("Recherche en cours") && page.contains(&format!("now?seen={number}")), "{page}");
    let now = part(&desk, &format!("/projects/pilot/planning/now?seen={number}"));
    assert!(now.status == StatusCode::OK && !now.text.contains("<html") && now.text.contains("hx-get"));
    assert!(!now.text.contains("id=\"told\""), "nothing is told before the end");
    for page in ["/", "/projects/pilot"] {
        assert!(desk.get(page).text.contains("Une recherche est en cours"), "{page} tells");
    }
    assert!(!folder.join("plan/plan.json").exists(), "nothing is written before the end");
    stopped(&desk, "pilot", &number);
    until(&desk, "pilot", &["interrompu"]);
    assert!(folder.join("plan/plan.json").is_file());
    let now = part(&desk, &format!("/projects/pilot/planning/now?seen={number}"));
    assert!(!now.text.contains("hx-get") && now.text.contains("id=\"told\""), "{}", now.text);
    let other = part(&desk, "/projects/pilot/planning/now");
    assert!(!other.text.contains("id=\"told\""), "who has not seen it at work is not told");
}

#[test]
fn one_search_works_in_a_project_and_others_wait_or_leave() {
    let (desk, folder) = desk();
    begun(&desk, "pilot", LONG);
    begun(&desk, "pilot", SHORT);
    begun(&desk, "pilot", LONG);
    let page = until(&desk, "pilot", &["class=\"chart curves\""]);
    let waiting: Vec<String> = numbers(&page).into_iter().map(str::to_owned).collect();
    assert_eq!((waiting.len(), page.matches("En attente\u{a0}:").count()), (3, 2), "{page}");
    stopped(&desk, "pilot", &waiting[2]);
    let page = desk.get("/projects/pilot/planning").text;
    assert_eq!(numbers(&page), waiting[..2]);
    // A search of another project cannot be stopped from here, nor one that does not exist.
    copied(Path::new("data/fixtures/small"), &desk.home.path().join("small"));
    stopped(&desk, "small", &waiting[0]);
    stopped(&desk, "pilot", "999");
    assert_eq!(numbers(&desk.get("/projects/pilot/planning").text), waiting[..2]);
    stopped(&desk, "pilot", &waiting[0]);
    let page = until(&desk, "pilot", &["écart atteint", "celui qui", "qui était déjà là"]);
    assert!(numbers(&page).is_empty(), "{page}");
    assert!(folder.join("plan/plan.json").is_file());
}

#[test]
fn a_better_plan_of_the_same_data_stays() {
    let (desk, folder) = desk();
    begun(&desk, "pilot", "amount=seconds&seconds=8");
    until(&desk, "pilot", &["recherche est finie ("]);
    let before = fs::read(folder.join("plan/plan.json")).expect("a plan");
    // A search stopped before its first plan has the plan of serving nobody.
    begun(&desk, "pilot", LONG);
    let number = numbers(&desk.get("/projects/pilot/planning").text)[0].to_owned();
    stopped(&desk, "pilot", &number);
    until(&desk, "pilot", &["qui était déjà là"]);
    assert_eq!(fs::read(folder.join("plan/plan.json")).expect("a plan"), before);
    assert_eq!(left(&folder), ["plan"]);
}

#[test]
fn whatever_stands_in_the_way_is_told_in_words() {
    let (desk, folder) = desk();
    let residents = fs::read(folder.join("residents.csv")).expect("a table");
    fs::write(folder.join("residents.csv"), "id\n").expect("written");
    let page = desk.get("/projects/pilot/planning");
    assert!(page.text.contains("Voir les erreurs") && !page.text.contains("Lancer"), "{}", page.text);
    begun(&desk, "pilot", SHORT);
    let page = until(&desk, "pilot", &["search bad"]);
    assert!(page.contains("residents.csv"), "{page}");
    fs::write(folder.join("residents.csv"), residents).expect("written");
    for (order, words) in [
        ("amount=much", "combien de temps"),
        ("amount=seconds&seconds=0", "nombre de secondes"),
        ("amount=seconds&seconds=abc", "nombre de secondes"),
        ("amount=gap&gap=-1", "pourcentage"),
        ("", "combien de temps"),
    ] {
        let answer = desk.post("/projects/pilot/planning", order);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{order}");
        assert!(answer.text.contains(words), "{order}: {}", answer.text);
    }
    // An announced plan is never replaced.
    fs::create_dir(folder.join("plan")).expect("a folder");
    fs::write(folder.join("plan/announced.toml"), "").expect("written");
    begun(&desk, "pilot", SHORT);
    until(&desk, "pilot", &["contient un plan annoncé"]);
    assert!(!folder.join("plan/plan.json").exists());
}

#[test]
fn where_another_program_writes_the_plan_is_put_by() {
    let (desk, folder) = desk();
    let held = lock(&folder, Task::Collect).expect("free");
    begun(&desk, "pilot", SHORT);
    let page = until(&desk, "pilot", &["search bad"]);
    assert!(page.contains("ateliers collect") && page.contains("Continuer à partir de ce plan"), "{page}");
    drop(held);
    begun(&desk, "pilot", "start=cut&amount=usual&kept-amount=gap%3D0.9");
    until(&desk, "pilot", &["recherche est finie ("]);
    assert_eq!(left(&folder), ["plan"]);
}

#[test]
fn a_search_that_was_cut_is_told_of_and_forgotten_on_demand() {
    let (desk, folder) = desk();
    let trace = folder.join(".ateliers-search");
    fs::create_dir(&trace).expect("a folder");
    fs::write(trace.join("order"), "seconds=30").expect("written");
    let page = desk.get("/projects/pilot/planning").text;
    assert!(page.contains("a été interrompue") && !page.contains("Continuer"), "{page}");
    // A file that is not a plan cannot be continued.
    fs::write(trace.join("plan.json"), "{").expect("written");
    assert!(!desk.get("/projects/pilot/planning").text.contains("Continuer"));
    let answer = desk.post("/projects/pilot/planning/forget", "");
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!trace.exists() && !desk.get("/projects/pilot/planning").text.contains("interrompue"));
}

#[test]
fn beside_an_announced_plan_the_next_one_is_planned() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    let scenario = folder.join("scenario.toml");
    announce(&Request { scenario: &scenario, plan: &folder.join("plan.json"), date: date(2026, 1, 4) })
        .expect("announced");
    begun(&desk, "small", SHORT);
    until(&desk, "small", &["recherche est finie ("]);
    assert!(folder.join("plan/changes.csv").is_file(), "with the bill of changes");
    assert!(folder.join("announced/2026-01-04-1/plan.json").is_file());
}
