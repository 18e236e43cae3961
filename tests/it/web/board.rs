//! The plan: shown in every view, changed step by step, saved as a separate one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ateliers::app::announce::{Request, announce};
use ateliers::app::lock::{Task, lock};
use ateliers::messages::{Lang, Messages};
use axum::body::Body;
use axum::http::StatusCode;
use jiff::civil::date;
use serde_json::Value;

use super::{Answered, Desk, copied};

pub(super) const PLAN: &str = "/projects/small/plan";

/// The answer to a request of htmx.
pub(super) fn part(desk: &Desk, path: &str) -> Answered {
    let request = desk.own("GET", path).header("hx-request", "true");
    desk.ask(request.body(Body::empty()).expect("a request"))
}

/// The answer to a form sent by htmx.
pub(super) fn sent(desk: &Desk, path: &str, form: &str) -> Answered {
    let request = desk.own("POST", path).header("hx-request", "true");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    desk.ask(request.body(Body::from(form.to_owned())).expect("a request"))
}

/// The version of the plan that a page shows.
#[track_caller]
pub(super) fn version(shown: &Answered) -> String {
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    let rest = shown.text.split("data-version=\"").nth(1).expect("a desk");
    rest.split('"').next().expect("a version").to_owned()
}

/// Files below a project, hidden ones left out.
pub(super) fn files(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    fn below(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            if path.is_dir() {
                below(&path, found);
            } else {
                found.insert(path.to_string_lossy().into_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = BTreeMap::new();
    below(&desk.home.path().join("small"), &mut found);
    found
}

/// The second cycle a week later.
pub(super) fn later(version: &str) -> String {
    format!("version={version}&cycle=C002&slot=tue-1400&trainer=T1&first=2026-01-27")
}

#[test]
fn a_plan_is_looked_at_in_every_way() {
    let desk = Desk::with(&["small"]);
    let calendar = desk.get(PLAN);
    assert_eq!(calendar.status, StatusCode::OK, "{}", calendar.text);
    for words in ["Semaine du lundi", "data-cycle=\"C001\"", "Animatrice 1", "1/2", "Liste d’attente"] {
        assert!(calendar.text.contains(words), "{words}\n{}", calendar.text);
    }
    assert!(calendar.text.contains("aria-current=\"page\">Le plan"), "the navigation leads here");
    let rooms = desk.get(&format!("{PLAN}?rows=venues&week=2026-01-22&cycle=C002"));
    assert!(
        rooms.text.contains("Médiathèque") && rooms.text.contains("Ce que coûte ce cycle"),
        "{}",
        rooms.text
    );
    assert!(desk.get(&format!("{PLAN}?view=cycles")).text.contains("data-seat=\"C002\""));
    assert!(desk.get(&format!("{PLAN}?view=people")).text.contains("data-person=\"R12\""));
    assert!(desk.get(&format!("{PLAN}?view=map")).text.contains("<svg xmlns"));
    let why = part(&desk, &format!("{PLAN}/why?cycle=C002"));
    assert!(
        why.text.contains("respectent les règles") || why.text.contains("respecte les règles"),
        "{}",
        why.text
    );
    // Without scripts it is a page, as for any direct request.
    assert!(desk.get(&format!("{PLAN}/why?cycle=C002")).text.contains("<!doctype html>"));
    assert_eq!(desk.get(&format!("{PLAN}?view=x&week=x&cycle=x&rows=x")).status, StatusCode::OK);
    assert!(!part(&desk, PLAN).text.contains("<html"), "htmx gets the part that changes");
    let back =
        desk.own("GET", PLAN).header("hx-request", "true").header("hx-history-restore-request", "true");
    assert!(desk.ask(back.body(Body::empty()).expect("a request")).text.contains("<html"));
}

#[test]
fn closed_days_are_told_with_their_reason_and_sessions_with_their_kit() {
    let desk = Desk::with(&["small"]);
    let closures = desk.home.path().join("small/closures.csv");
    let text = fs::read_to_string(&closures).expect("a table");
    let more = "2026-01-06,2026-01-06,trainer:T1,formation\n2026-01-12,2026-01-12,venue:V-25304-1,\n";
    fs::write(&closures, text + more).expect("written");
    let week = |query: &str| desk.get(&format!("{PLAN}?{query}")).text;
    let own = week("week=2026-01-05");
    assert!(own.contains("Absent\u{a0}: formation") && own.contains("<td class=\"closed\">"), "{own}");
    assert_eq!(own.matches("malle K1").count(), 1, "the first session of C001: {own}");
    let rooms = week("week=2026-01-12&rows=venues");
    let both = rooms.contains("Commune fermée\u{a0}: town hall closed") && rooms.contains("Salle fermée");
    assert!(both && !rooms.contains("Absent"), "{rooms}");
    let trainers = week("week=2026-01-12");
    assert!(!trainers.contains("Commune fermée") && !trainers.contains("class=\"closed\""), "{trainers}");
    let all = week("week=2026-02-09");
    assert!(
        all.contains("<th scope=\"col\" class=\"closed\">") && all.contains("Fermé\u{a0}: winter holidays"),
        "{all}"
    );
    let sheet = week("week=2026-01-20&cycle=C002");
    assert!(sheet.contains("<dt>Malles</dt><dd>malle K1</dd>"), "{sheet}");
    assert!(sheet.contains("<dt>Tablettes</dt><dd>2 à apporter, 1 dans la salle</dd>"), "{sheet}");
    // A session without its kit shows that.
    let kits = desk.home.path().join("small/kits.csv");
    fs::write(&kits, fs::read_to_string(&kits).expect("a table").replace("K1,4,", "K1,0,")).expect("written");
    let left = sent(&desk, &format!("{PLAN}/leave"), &format!("version={}", version(&desk.get(PLAN))));
    assert_eq!(left.status, StatusCode::OK);
    let lost = sent(&desk, &format!("{PLAN}/step?week=2026-01-27"), &later(&version(&desk.get(PLAN))));
    assert_eq!(lost.status, StatusCode::OK);
    let lost = week("week=2026-02-03");
    assert!(lost.contains("✕ sans malle"), "{lost}");
}

#[test]
fn a_project_without_a_plan_says_so() {
    let desk = Desk::with(&["small"]);
    fs::remove_file(desk.home.path().join("small/plan.json")).expect("removed");
    let shown = desk.get(PLAN);
    assert!(shown.status == StatusCode::OK && shown.text.contains("pas encore de plan"), "{}", shown.text);
}

#[test]
fn a_step_is_judged_priced_taken_back_and_survives_a_reload() {
    let desk = Desk::with(&["small"]);
    let before = files(&desk);
    let first = version(&desk.get(PLAN));
    let moved = sent(&desk, &format!("{PLAN}/step?week=2026-01-27"), &later(&first));
    // Four people wait one week more, at 4 euros.
    assert!(
        moved.text.contains("à partir du 27/01/2026") && moved.text.contains("+16,00\u{a0}€"),
        "{}",
        moved.text
    );
    assert!(moved.text.contains("data-moved") && moved.text.contains("hx-swap-oob"), "{}", moved.text);
    assert!(
        moved.header("hx-replace-url").ends_with("week=2026-01-27"),
        "{}",
        moved.header("hx-replace-url")
    );
    let again = desk.get(PLAN);
    assert!(again.text.contains("ne sont pas enregistrées"), "a reload loses nothing");
    // A step from a tab that saw an earlier version is refused.
    let old = sent(&desk, &format!("{PLAN}/undo"), &format!("version={first}"));
    assert!(old.text.contains("dans un autre onglet") && version(&old) == version(&again), "{}", old.text);
    let refused = desk.post(&format!("{PLAN}/undo"), &format!("version={first}"));
    assert_eq!(refused.status, StatusCode::CONFLICT, "nor without a script");
    assert!(part(&desk, &format!("{PLAN}/news?version={first}")).text.contains("autre onglet"));
    let undone = sent(&desk, &format!("{PLAN}/undo"), &format!("version={}", version(&again)));
    assert!(
        undone.text.contains("geste annulé") && undone.text.contains("Rien à enregistrer"),
        "{}",
        undone.text
    );
    let redone = desk.post(&format!("{PLAN}/redo"), &format!("version={}", version(&undone)));
    assert_eq!(redone.status, StatusCode::SEE_OTHER, "without a script the page is loaded anew");
    let people = sent(
        &desk,
        &format!("{PLAN}/step"),
        &format!("version={}&resident=R01&to=", version(&desk.get(PLAN))),
    );
    assert!(people.text.contains("rejoint la liste d’attente"), "{}", people.text);
    let left = sent(&desk, &format!("{PLAN}/leave"), &format!("version={}", version(&people)));
    assert!(left.text.contains("Modifications abandonnées") && left.text.contains("Rien à enregistrer"));
    // A plan that is opened again shares no version with what was discarded.
    let old = sent(&desk, &format!("{PLAN}/step"), &later(&first));
    assert!(old.text.contains("dans un autre onglet"), "{}", old.text);
    assert_eq!(files(&desk), before, "nothing is written before it is saved");
}

#[test]
fn where_something_may_go_is_told_with_its_price() {
    let desk = Desk::with(&["small"]);
    let told = |answer: Answered| -> Vec<Value> {
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        serde_json::from_str(&answer.text).expect("a list")
    };
    let places = told(part(&desk, &format!("{PLAN}/places?cycle=C002&weeks_later=1")));
    let own = places.iter().find(|place| place["slot"] == "tue-1400").expect("the own slot");
    assert_eq!(
        (&own["row"], &own["first"], &own["kind"]),
        (&"T1".into(), &"2026-01-27".into(), &"dearer".into())
    );
    assert_eq!(own["text"], "▲ +16,00\u{a0}€");
    let broken = places.iter().find(|place| place["kind"] == "broken").expect("its room opens on Tuesdays");
    assert!(broken["text"].as_str().is_some_and(|text| text.starts_with("✕ ")), "{broken}");
    let seats = told(sent(&desk, &format!("{PLAN}/seats"), "resident=R02&bare=true"));
    let kinds: Vec<&str> = seats.iter().filter_map(|seat| seat["kind"].as_str()).collect();
    assert_eq!((seats.len(), kinds[0]), (3, "same"), "where they are is first: {kinds:?}");
    let list = sent(&desk, &format!("{PLAN}/seats"), "resident=R02");
    assert!(list.text.contains("name=\"to\" value=\"C002\"") && !list.text.contains("value=\"C001\""));
    for (path, form) in [("seats", "resident=R99"), ("step", "version=0&cycle=C009"), ("step", "version=0")] {
        let refused = sent(&desk, &format!("{PLAN}/{path}"), form);
        assert!(refused.status.is_client_error(), "{path} {form}: {}", refused.status);
        assert_eq!(refused.header("hx-retarget"), "#told");
    }
    assert_eq!(part(&desk, &format!("{PLAN}/places?cycle=C009")).status, StatusCode::UNPROCESSABLE_ENTITY);
    // For another version than the tab's, nothing is shown.
    assert_eq!(part(&desk, &format!("{PLAN}/places?cycle=C002&version=7")).status, StatusCode::CONFLICT);
    let old = sent(&desk, &format!("{PLAN}/seats"), "resident=R02&bare=true&version=7");
    assert_eq!(old.status, StatusCode::CONFLICT);
}

#[test]
fn a_plan_is_saved_as_one_of_its_own() {
    let desk = Desk::with(&["small"]);
    let before = files(&desk);
    let moved = sent(&desk, &format!("{PLAN}/step"), &later(&version(&desk.get(PLAN))));
    let save = |version: &str, name: &str| {
        sent(&desk, &format!("{PLAN}/save"), &format!("version={version}&name={name}"))
    };
    for (name, words) in
        [("..%2Fx", "Celui-ci conviendrait"), ("", "Donnez un nom"), ("announced", "contient déjà")]
    {
        let refused = save(&version(&moved), name);
        assert!(refused.status.is_client_error() && refused.text.contains(words), "{name}: {}", refused.text);
    }
    assert_eq!(files(&desk), before);
    let saved = save(&version(&moved), "%C3%A0%20la%20main");
    assert!(
        saved.text.contains(
            "enregistré dans le dossier « à la main »"
                .replace("« ", "«\u{a0}")
                .replace(" »", "\u{a0}»")
                .as_str()
        ),
        "{}",
        saved.text
    );
    assert!(saved.header("hx-replace-url").contains("plan=%C3%A0%20la%20main"));
    let after = files(&desk);
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)), "the old plan stays");
    assert!(desk.home.path().join("small/à la main/cycles.csv").is_file());
    // It continues as that plan, which is saved again; an existing plan of another name is not replaced.
    let own = format!("{PLAN}/step?plan=%C3%A0%20la%20main");
    let more = sent(&desk, &own, &format!("version={}&resident=R08&to=", version(&saved)));
    let path = format!("{PLAN}/save?plan=%C3%A0%20la%20main");
    let again = sent(&desk, &path, &format!("version={}&name=%C3%A0%20la%20main", version(&more)));
    assert!(again.text.contains("Rien à enregistrer"), "{}", again.text);
    let old = desk.get(&format!("{PLAN}?plan=."));
    assert!(old.text.contains("value=\"à la main\""), "both can be chosen");
    let moved = sent(&desk, &format!("{PLAN}/step?plan=."), &later(&version(&old)));
    let taken = format!("version={}&name=%C3%A0%20la%20main", version(&moved));
    let taken = sent(&desk, &format!("{PLAN}/save?plan=."), &taken);
    assert_eq!(taken.status, StatusCode::CONFLICT, "{}", taken.text);
    for name in ["..", "..%2F..%2Fetc", "%2Fetc", "small%2Fplan.json", "none"] {
        assert_eq!(desk.get(&format!("{PLAN}?plan={name}")).status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[test]
fn what_a_step_decides_of_an_announced_plan_is_told_and_written_when_it_is_saved() {
    let desk = Desk::with(&["small"]);
    let small = desk.home.path().join("small");
    let (scenario, plan) = (small.join("scenario.toml"), small.join("plan.json"));
    announce(&Request { scenario: &scenario, plan: &plan, date: date(2026, 1, 10) }).expect("announced");
    let moved = sent(&desk, &format!("{PLAN}/step?cycle=C002"), &later(&version(&desk.get(PLAN))));
    let told = "Le cycle annoncé C002 prend fin et continue sous l’identifiant C003";
    assert!(
        moved.text.contains(told) && moved.text.contains("C002\u{a0}: n’est plus tenu"),
        "{}",
        moved.text
    );
    assert!(moved.header("hx-replace-url").ends_with("cycle=C003"), "its page stays open");
    let is_written = || fs::read_to_string(&scenario).expect("a file").contains("release = [\"C002\"]");
    assert!(!is_written());
    let saved = sent(&desk, &format!("{PLAN}/save"), &format!("version={}&name=essai", version(&moved)));
    assert!(saved.status == StatusCode::OK && is_written(), "{}", saved.text);
    assert!(
        part(&desk, &format!("{PLAN}/news?plan=essai")).text.trim().is_empty(),
        "what it wrote is no news"
    );
}

#[test]
fn a_plan_with_a_new_fault_or_of_other_data_is_not_saved() {
    let desk = Desk::with(&["small"]);
    let step = |shown: &Answered, who: &str| {
        sent(&desk, &format!("{PLAN}/step"), &format!("version={}&resident={who}&to=", version(shown)))
    };
    let alone = step(&step(&desk.get(PLAN), "R01"), "R02");
    assert!(
        alone.text.contains("manquement nouveau") && alone.text.contains("Taille du groupe"),
        "{}",
        alone.text
    );
    let before = files(&desk);
    let save = |shown: &Answered| {
        sent(&desk, &format!("{PLAN}/save"), &format!("version={}&name=x", version(shown)))
    };
    let old = sent(&desk, &format!("{PLAN}/save"), "version=0&name=x");
    assert!(old.text.contains("dans un autre onglet") && files(&desk) == before);
    let refused = save(&alone);
    assert!(
        refused.status == StatusCode::CONFLICT && refused.text.contains("Taille du groupe"),
        "{}",
        refused.text
    );
    let undone = sent(&desk, &format!("{PLAN}/undo"), &format!("version={}", version(&alone)));
    let table = desk.home.path().join("small/venues.csv");
    let text = fs::read_to_string(&table).expect("a table");
    fs::write(&table, text.replace("Salle des fêtes,10", "Salle des fêtes,9")).expect("written");
    assert!(part(&desk, &format!("{PLAN}/news")).text.contains("ne peut plus être enregistré"));
    assert!(desk.get(PLAN).text.contains("ne peut plus être enregistré"), "a reload tells as well");
    let refused = save(&undone);
    assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("a changé"), "{}", refused.text);
    assert_eq!(files(&desk).len(), before.len());
}

#[test]
fn nothing_is_saved_while_another_program_writes_in_the_project() {
    let desk = Desk::with(&["small"]);
    let moved = sent(&desk, &format!("{PLAN}/step"), &later(&version(&desk.get(PLAN))));
    let before = files(&desk);
    let held = lock(&desk.home.path().join("small"), Task::Amend).expect("free");
    let save = || sent(&desk, &format!("{PLAN}/save"), &format!("version={}&name=x", version(&moved)));
    let refused = save();
    assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("amend"), "{}", refused.text);
    assert_eq!(files(&desk), before);
    drop(held);
    assert_eq!(save().status, StatusCode::OK);
}

#[test]
fn what_is_not_saved_is_never_closed_for_another_plan() {
    let desk = Desk::with(&[]);
    let mut refused = 0;
    for number in 0..9 {
        copied(Path::new("data/fixtures/small"), &desk.home.path().join(format!("p{number}")));
        let plan = format!("/projects/p{number}/plan");
        let shown = desk.get(&plan);
        if shown.status == StatusCode::CONFLICT {
            refused += 1;
            assert!(shown.text.contains("Trop de plans"), "{}", shown.text);
        } else {
            let moved = sent(&desk, &format!("{plan}/step"), &later(&version(&shown)));
            assert_eq!(moved.status, StatusCode::OK);
        }
    }
    assert_eq!(refused, 1, "eight are open at once");
    let left = sent(&desk, "/projects/p0/plan/undo", "version=1");
    assert!(left.text.contains("Rien à enregistrer"));
    assert_eq!(desk.get("/projects/p8/plan").status, StatusCode::OK, "one without changes makes room");
    assert!(desk.get("/projects/p1/plan").text.contains("ne sont pas enregistrées"));
}

#[test]
fn names_of_rooms_and_people_are_no_markup_and_stand_in_no_title() {
    let desk = Desk::with(&["small"]);
    for (table, name) in [("trainers.csv", "Animatrice 1"), ("venues.csv", "Salle des fêtes")] {
        let path = desk.home.path().join("small").join(table);
        let text = fs::read_to_string(&path).expect("a table");
        fs::write(&path, text.replace(name, "<script>alert(1)</script>")).expect("written");
    }
    for path in
        ["", "?rows=venues&cycle=C001", "?view=cycles", "?view=people", "?view=map", "/why?cycle=C001"]
    {
        let shown = desk.get(&format!("{PLAN}{path}"));
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        assert!(!shown.text.contains("<script>"), "{path}");
        let title = shown.text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(title.is_some_and(|title| !title.contains("alert")), "{path}");
    }
}

#[test]
fn every_decision_is_worded() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for list in ["release", "keep", "hit"] {
            for kind in ["decided", "undecided"] {
                assert!(messages.has(&format!("web-board-{kind}-{list}")), "{lang:?} {kind} {list}");
            }
        }
    }
}
