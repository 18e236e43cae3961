//! Residents who wait and why, and trials for them: next to today's plan, in memory, adopted on demand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use axum::http::StatusCode;

use super::planning::{SHORT, begun, desk, shows};
use super::projects::workbook;
use super::{Answered, Desk};

/// A desk with a project that has a plan in which residents wait.
fn planned() -> (Desk, std::path::PathBuf) {
    let (desk, folder) = desk();
    let scenario = fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    fs::write(folder.join("scenario.toml"), scenario.replace("min = 25", "min = 8")).expect("written");
    begun(&desk, "pilot", SHORT);
    shows(&desk, "/projects/pilot/planning", &["recherche est finie ("]);
    (desk, folder)
}

#[track_caller]
fn tried(desk: &Desk, project: &str, form: &str) -> String {
    let path = format!("/projects/{project}/waiting");
    let answer = desk.post(&path, form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    for _ in 0..1200 {
        let shown = desk.get(&path).text;
        if !shown.contains("hx-get") {
            return shown;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{form}: never over")
}

#[track_caller]
fn refused(answer: &Answered, words: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    assert!(answer.text.contains(words), "{}", answer.text);
}

/// The number of the first trial shown.
fn number(page: &str) -> &str {
    page.split("name=\"number\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a trial")
}

#[track_caller]
fn taken(desk: &Desk, project: &str, page: &str) {
    let form = format!("number={}", number(page));
    let answer = desk.post(&format!("/projects/{project}/waiting/take"), &form);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(answer.header("location"), format!("/projects/{project}/planning"));
}

/// Files of a folder and their content.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().is_file());
    let both = |path: std::path::PathBuf| {
        (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path).expect("a file"))
    };
    entries.map(|entry| both(entry.path())).collect()
}

#[test]
fn who_waits_is_told_with_the_reason_of_each() {
    let (desk, folder) = planned();
    let page = desk.get("/projects/pilot/waiting").text;
    let table = fs::read_to_string(folder.join("plan/unserved.csv")).expect("a table");
    let ids: Vec<&str> = table.lines().skip(1).filter_map(|line| line.split([',', ';']).next()).collect();
    assert!(ids.len() > 3, "{table}");
    for id in &ids {
        assert!(page.contains(&format!("<span class=\"path\">{id}</span>")), "{id} is missing: {page}");
    }
    assert_eq!(page.matches("<span class=\"path\">").count(), ids.len());
    assert!(!page.contains("waiting-map"), "no outlines lie beside the table");
    fs::copy("data/pma/territory/communes.geojson", folder.join("communes.geojson")).expect("outlines");
    let drawn = desk.get("/projects/pilot/waiting").text;
    assert!(drawn.contains("id=\"waiting-map\"") && drawn.contains("class=\"area s5\""), "{drawn}");
    assert!(page.contains("Reste pourtant disponible"), "{page}");
    assert!(!page.contains("données ont changé"), "{page}");
    // The input of the plan has changed.
    let scenario = fs::read_to_string(folder.join("scenario.toml")).expect("a scenario");
    fs::write(folder.join("scenario.toml"), scenario.replace("min = 8", "min = 7")).expect("written");
    let page = desk.get("/projects/pilot/waiting").text;
    assert!(page.contains("données ont changé depuis le dernier plan"), "{page}");
}

/// The figures of today's plan and of each trial, row by row.
fn rows(page: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| -> Vec<String> {
        row.split("<td class=\"figure\">")
            .skip(1)
            .map(|cell| cell.split('<').next().unwrap_or_default().to_owned())
            .collect()
    };
    page.split("<th scope=\"row\"").skip(1).map(cells).collect()
}

#[test]
fn a_bound_of_a_part_of_the_plan_is_none_of_all_of_it() {
    let (desk, folder) = planned();
    let whole = rows(&tried(&desk, "pilot", "try=minutes&minutes=20"));
    assert_ne!(whole[0][4], "–", "{whole:?}");
    let plan = folder.join("plan/plan.json");
    let text = fs::read_to_string(&plan).expect("a plan");
    fs::write(&plan, text.replacen('{', "{\"only\": [\"commune:25304\"],", 1)).expect("written");
    let part = rows(&desk.get("/projects/pilot/waiting").text);
    assert_eq!((part[0][4].as_str(), part[0][5].as_str()), ("–", "–"), "{part:?}");
    assert_eq!(part[0][..4], whole[0][..4]);
}

#[test]
fn a_trial_stands_beside_todays_plan_and_changes_nothing() {
    let (desk, folder) = planned();
    let before = files(&folder);
    let page = tried(&desk, "pilot", "try=minutes&minutes=20");
    assert!(page.contains("20 min de trajet de plus") && page.contains("class=\"more\""), "{page}");
    let rows = rows(&page);
    assert_eq!((rows.len(), rows[0].len(), rows[1].len()), (2, 6, 6), "{rows:?}");
    let served = |row: &[String]| row[0].split(' ').next().and_then(|text| text.parse::<usize>().ok());
    assert!(page.contains("nouvelle recherche suffirait"), "the gap of today's plan is wide: {page}");
    assert!(served(&rows[0]) < served(&rows[1]), "longer journeys serve more: {rows:?}");
    assert_eq!(files(&folder), before);
    let form = format!("number={}", number(&page));
    assert_eq!(desk.post("/projects/pilot/waiting/forget", &form).status, StatusCode::SEE_OTHER);
    assert!(!desk.get("/projects/pilot/waiting").text.contains("waiting/take"));
    refused(&desk.post("/projects/pilot/waiting/take", &form), "n’existe plus");
    assert_eq!(files(&folder), before);
}

#[test]
fn a_trial_that_is_taken_over_is_in_the_data() {
    let (desk, folder) = planned();
    let text = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
    let (rooms, trainers) = (text("venues.csv"), text("trainers.csv"));
    taken(&desk, "pilot", &tried(&desk, "pilot", "try=minutes&minutes=20"));
    assert!(text("scenario.toml").contains("max_travel_min = 28"), "{}", text("scenario.toml"));
    assert!(text("scenario.before-edit.toml").contains("max_travel_min = 8"));
    assert!(desk.get("/projects/pilot").text.contains("calculer de nouveau"), "the plan is of other data");
    taken(&desk, "pilot", &tried(&desk, "pilot", "try=room&commune=25004&seats=14"));
    let now = text("venues.csv");
    assert!(
        now.starts_with(rooms.trim_end()) && now.contains("25004-1,25004,Salle à trouver à Abbévillers,14,*"),
        "{now}"
    );
    taken(&desk, "pilot", &tried(&desk, "pilot", "try=slot&room=V-25004-1&slot=fri-1400"));
    assert!(text("venues.csv").contains("wed-1630 thu-0930 fri-1400,"), "{}", text("venues.csv"));
    taken(&desk, "pilot", &tried(&desk, "pilot", "try=day&trainer=T1&weekday=2"));
    assert!(trainers.contains("T1,Animateur 1,25388,*,32,0.4,3,12,"));
    assert!(text("trainers.csv").contains("T1,Animateur 1,25388,*,32,0.4,3,15,"), "{}", text("trainers.csv"));
    assert!(desk.get("/projects/pilot").text.contains("Données sans erreur"));
}

#[test]
fn what_cannot_be_tried_is_refused_in_words() {
    let (desk, _) = planned();
    let post = |form: &str| desk.post("/projects/pilot/waiting", form);
    refused(&post("try=minutes&minutes=abc"), "nombre positif");
    refused(&post("try=room&commune=25004&seats=-1"), "nombre positif");
    refused(&post("try=nothing"), "n’existe plus");
    for (form, words) in [
        ("try=room&commune=99999&seats=5", "n’existe plus"),
        ("try=slot&room=V-25004-1&slot=mon-0930", "déjà ouverte"),
        ("try=slot&room=../x&slot=mon-0930", "n’existe plus"),
        ("try=day&trainer=nobody&weekday=0", "n’existe plus"),
    ] {
        let page = tried(&desk, "pilot", form);
        assert!(page.contains(words), "{form}: {page}");
        assert_eq!(
            desk.post("/projects/pilot/waiting/forget", &format!("number={}", number(&page))).status,
            StatusCode::SEE_OTHER
        );
    }
    let desk = Desk::with(&["small"]);
    fs::remove_file(desk.home.path().join("small/plan.json")).expect("removed");
    let page = desk.get("/projects/small/waiting").text;
    assert!(page.contains("pas encore de plan"), "{page}");
}

/// A desk with a project of a workbook, `livre`, that has a plan.
pub(super) fn planned_book() -> Desk {
    let desk = Desk::with(&[]);
    let fields = [("from", "workbook"), ("name", "livre")];
    let made = desk.send("/projects", &fields, &[("workbook", "livre.xlsx", &workbook())]);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    begun(&desk, "livre", SHORT);
    shows(&desk, "/projects/livre/planning", &["recherche est finie ("]);
    desk
}

#[test]
fn a_workbook_takes_trials_over_as_well() {
    let desk = planned_book();
    let page = desk.get("/projects/livre/waiting").text;
    let value = |select: &str| {
        let options = page.split(&format!("<select id=\"{select}\"")).nth(1).expect("a list");
        options
            .split("<option value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("an option")
            .to_owned()
    };
    let (commune, trainer, day) = (value("commune"), value("trainer"), value("weekday"));
    for form in [
        "try=minutes&minutes=5".to_owned(),
        format!("try=room&commune={commune}&seats=10"),
        format!("try=day&trainer={trainer}&weekday={day}"),
    ] {
        taken(&desk, "livre", &tried(&desk, "livre", &form));
        let state = desk.get("/projects/livre").text;
        assert!(state.contains("Données sans erreur"), "{form}: {state}");
        assert!(state.contains("calculer de nouveau"), "{form}: {state}");
    }
    assert!(desk.home.path().join("livre/livre.before-edit.xlsx").is_file());
}
