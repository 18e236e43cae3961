//! The output of `ateliers export`, read back by independent readers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use calamine::{Data, Reader, Xlsx, open_workbook};
use geo::{BoundingRect, Geometry, Haversine, Length};
use icalendar::{Calendar, CalendarComponent, Component};
use serde_json::Value;
use tempfile::TempDir;

use crate::cli::files;

const SCENARIO: &str = "data/fixtures/small/scenario.toml";
const PLAN: &str = "data/fixtures/small/plan.json";

/// Runs `ateliers export` with further arguments.
fn export(plan: &Path, out: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    let words = ["--lang", "fr"].iter().chain(words);
    let paths = [Path::new(SCENARIO), plan, Path::new("--out"), out];
    command.arg("export").args(paths).args(words).output().expect("the program runs")
}

/// A fresh export of the small plan.
fn small(words: &[&str]) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let output = export(Path::new(PLAN), home.path(), words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    home
}

/// The edited plan, in a separate file.
fn edited(home: &Path, edit: impl FnOnce(&mut Value)) -> PathBuf {
    let mut plan: Value = serde_json::from_slice(&fs::read(PLAN).expect("the plan")).expect("JSON");
    edit(&mut plan);
    let path = home.join("edited.json");
    fs::write(&path, plan.to_string()).expect("written");
    path
}

/// Events of a calendar by identifier: start, sequence, status, description.
fn events(folder: &Path, path: &str) -> BTreeMap<String, [String; 4]> {
    let text = fs::read_to_string(folder.join(path)).expect("a calendar");
    let calendar: Calendar = text.parse().expect("a calendar");
    let events = calendar.components.iter().filter_map(CalendarComponent::as_event);
    let value =
        |event: &icalendar::Event, key: &str| event.property_value(key).unwrap_or_default().to_owned();
    events
        .map(|event| {
            let shown = ["DTSTART", "SEQUENCE", "STATUS", "DESCRIPTION"].map(|key| value(event, key));
            (value(event, "UID"), shown)
        })
        .collect()
}

const TRAINER: &str = "animateurs/T1/calendrier.ics";
const HERIMONCOURT: &str = "mairies/25304-Herimoncourt/calendrier.ics";

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let (one, other) = (small(&[]), small(&[]));
    let (one, other) = (files(one.path()), files(other.path()));
    assert!(one.len() >= 12, "{:?}", one.keys());
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(*bytes == other[path], "{path} differs");
    }
}

#[test]
fn only_the_audiences_asked_for_are_served() {
    let home = small(&["--only", "trainers,systems"]);
    let folders: BTreeSet<String> = files(home.path())
        .into_keys()
        .map(|path| path.split('/').next().unwrap_or_default().into())
        .collect();
    assert_eq!(folders.into_iter().collect::<Vec<_>>(), ["animateurs", "systemes"]);
}

#[test]
fn calendars_hold_the_sessions_of_the_plan() {
    let home = small(&[]);
    let starts: BTreeSet<String> =
        events(home.path(), TRAINER).into_values().map(|[start, ..]| start).collect();
    let expected = ["20260105T093000", "20260112T093000", "20260120T140000", "20260127T140000"];
    assert_eq!(starts.into_iter().collect::<Vec<_>>(), expected);
    let here = events(home.path(), HERIMONCOURT);
    assert_eq!(here.len(), 2);
    assert!(here.keys().all(|uid| uid.contains(".mairie-25304.small-")), "{here:?}");
}

#[test]
fn a_new_plan_raises_what_changed_and_cancels_what_was_dropped() {
    let home = tempfile::tempdir().expect("a folder");
    let first = small(&[]);
    let previous = ["--previous", first.path().to_str().expect("UTF-8")];
    // The second cycle is removed, with its participants and its kit.
    let plan = edited(home.path(), |plan| {
        plan["cycles"].as_array_mut().expect("cycles").truncate(1);
        plan["kit_roster"].as_array_mut().expect("roster").truncate(2);
        let held = plan["cycles"][0]["participants"].as_array_mut().expect("participants");
        held.retain(|id| id != "R04");
    });
    let second = home.path().join("second");
    assert!(export(&plan, &second, &previous).status.success());
    let now = events(&second, TRAINER);
    let status = |session: &str| {
        let found = now.iter().find(|(uid, _)| uid.starts_with(&format!("{session}.trainer-T1.small-")));
        found.expect("the session")
    };
    // One participant less is shown, so the first cycle's events are new versions; the second's are cancelled.
    assert_eq!(status("C001-1").1[1..3], ["1", "CONFIRMED"]);
    assert_eq!(status("C002-1").1[1..3], ["1", "CANCELLED"]);
    // Once more, without changes: the same bytes.
    let third = home.path().join("third");
    assert!(export(&plan, &third, &["--previous", second.to_str().expect("UTF-8")]).status.success());
    assert_eq!(fs::read(second.join(TRAINER)).ok(), fs::read(third.join(TRAINER)).ok());
}

#[test]
fn an_illegal_plan_and_one_with_wrong_figures_are_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("out");
    let illegal =
        edited(home.path(), |plan| plan["cycles"][0]["participants"] = serde_json::json!(["R01", "R09"]));
    assert_eq!(export(&illegal, &out, &[]).status.code(), Some(1));
    let wrong = edited(home.path(), |plan| plan["objective"] = 1.0.into());
    assert_eq!(export(&wrong, &out, &[]).status.code(), Some(1));
    assert!(!out.exists());
}

#[test]
fn bad_input_beside_the_plan_is_told_and_nothing_is_written() {
    let home = tempfile::tempdir().expect("a folder");
    let contacts = home.path().join("contacts.csv");
    fs::write(&contacts, "id,name\nR01,Jeanne\nR99,Paul\nR01,Marie\n").expect("written");
    let out = home.path().join("out");
    let words = ["--contacts", contacts.to_str().expect("UTF-8")];
    let output = export(Path::new(PLAN), &out, &words);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("contacts.csv:3") && told.contains("contacts.csv:4"), "{told}");
    assert_eq!(
        export(Path::new(PLAN), &out, &["--only", "cycles"]).status.code(),
        Some(2),
        "names are missing"
    );
    let nowhere = ["--previous", home.path().to_str().expect("UTF-8")];
    assert_eq!(export(Path::new(PLAN), &out, &nowhere).status.code(), Some(2));
    assert!(!out.exists());
}

#[test]
fn workbooks_have_dates_numbers_and_no_formula() {
    let home = small(&[]);
    let path = home.path().join("rapport/plan.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    let sessions = book.worksheet_range("Séances").expect("a sheet");
    assert_eq!(sessions.height(), 5, "a heading and four sessions");
    assert!(
        matches!(sessions.get((1, 0)), Some(Data::DateTime(date)) if (date.as_f64() - 46027.0).abs() < 1e-9)
    );
    assert_eq!(sessions.get((1, 5)), Some(&Data::Float(1.0)));
    let costs = book.worksheet_range("Coûts par commune").expect("a sheet");
    let total = costs.rows().next_back().expect("a total");
    // 584.41 euros gross in total: the checker's figure.
    assert!(matches!(total[10], Data::Float(gross) if (gross - 584.41).abs() < 0.005), "{total:?}");
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).expect("readable").is_empty(), "{name}");
    }
    let venue = sessions.rows().find_map(|row| row.iter().find(|cell| cell.to_string().starts_with('=')));
    assert_eq!(venue, Some(&Data::String("=Médiathèque, étage".to_owned())));
}

#[test]
fn layers_are_read_by_geo_and_count_the_same_people() {
    let home = small(&[]);
    let read = |name: &str| -> Vec<geojson::Feature> {
        let text = fs::read_to_string(home.path().join("rapport").join(name)).expect("a layer");
        let layer: geojson::FeatureCollection =
            text.parse::<geojson::GeoJson>().expect("GeoJSON").try_into().expect("a layer");
        layer.features
    };
    let venues = read("lieux.geojson");
    let served: u64 = venues.iter().filter_map(|venue| venue.property("participants")?.as_u64()).sum();
    assert_eq!((venues.len(), served), (2, 8));
    for feature in venues {
        let geometry: Geometry = feature.geometry.expect("a point").try_into().expect("geo reads it");
        let around = geometry.bounding_rect().expect("a point has a place");
        assert!((6.0..7.5).contains(&around.min().x) && (47.0..48.0).contains(&around.min().y));
        assert!(feature.properties.expect("properties").contains_key("note"), "invented data says so");
    }
    for feature in read("flux.geojson") {
        let geometry: Geometry = feature.geometry.expect("a line").try_into().expect("geo reads it");
        let Geometry::LineString(line) = geometry else { panic!("a line") };
        assert!(Haversine.length(&line) > 100.0);
    }
}

#[test]
fn venues_follow_the_national_schema() {
    let home = small(&[]);
    let bytes = fs::read(home.path().join("systemes/lieux-mediation-numerique.csv")).expect("a table");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(reader.headers().expect("a header").len(), 32);
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["itinerance"], "Itinérant");
    assert!(rows[0]["modalites_accompagnement"].contains("Dans un atelier collectif"));
    let hours: Vec<&str> = rows.iter().map(|row| row["horaires"].as_str()).collect();
    assert_eq!(hours, ["Mo 09:30-11:30", "Tu 14:00-16:00"]);
    assert!(
        rows[0]["presentation_detail"].contains("du 05/01/2026 au 12/01/2026"),
        "{}",
        rows[0]["presentation_detail"]
    );
    let point = |row: &BTreeMap<String, String>| {
        [&row["latitude"], &row["longitude"]].map(|text| text.parse().unwrap_or(0.0))
    };
    assert!(
        rows.iter()
            .map(point)
            .all(|[lat, lon]: [f64; 2]| (47.0..48.0).contains(&lat) && (6.0..7.5).contains(&lon))
    );
    assert!(rows.iter().all(|row| row["pivot"].is_empty() && row["presentation_resume"].len() <= 280));
    assert_eq!(rows[1]["nom"], "=Médiathèque, étage", "programs compare names with their own");
    let appointments =
        fs::read_to_string(home.path().join("systemes/rdv-service-public.csv")).expect("a table");
    assert!(
        appointments.contains(";=Médiathèque, étage (") || appointments.contains("\"=Médiathèque"),
        "{appointments}"
    );
}

#[test]
fn no_participant_is_named_outside_the_papers_that_need_names() {
    let home = tempfile::tempdir().expect("a folder");
    let contacts = home.path().join("contacts.csv");
    fs::write(&contacts, "id;name\nR01;Zébulon Quiproquo\n").expect("written");
    let out = home.path().join("out");
    let output = export(Path::new(PLAN), &out, &["--contacts", contacts.to_str().expect("UTF-8")]);
    assert!(output.status.success());
    let told = [output.stdout, output.stderr].concat();
    assert!(!String::from_utf8_lossy(&told).contains("Quiproquo"));
    for (path, bytes) in files(&out).iter().filter(|(path, _)| !path.starts_with("cycles/")) {
        assert!(!String::from_utf8_lossy(bytes).contains("Quiproquo"), "{path}");
    }
}

/// Names are only for the user who exports them; everything else has ordinary permissions.
#[cfg(unix)]
#[test]
fn papers_with_names_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let home = tempfile::tempdir().expect("a temporary folder");
    let contacts = home.path().join("contacts.csv");
    fs::write(&contacts, "id;name\nR01;Zébulon Quiproquo\n").expect("written");
    let out = home.path().join("out");
    // The second export replaces the papers of the first.
    for _ in 0..2 {
        let output = export(Path::new(PLAN), &out, &["--contacts", contacts.to_str().expect("UTF-8")]);
        assert!(output.status.success());
    }
    let rights = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    let ordinary = rights(&contacts);
    let mut n_private = 0;
    for name in files(&out).keys() {
        let is_private = name.starts_with("cycles/");
        assert_eq!(rights(&out.join(name)), if is_private { 0o600 } else { ordinary }, "{name}");
        n_private += usize::from(is_private);
    }
    assert_eq!(n_private, 4, "two papers for each cycle");
}

#[test]
fn a_venue_that_is_named_like_a_script_is_shown_as_text() {
    let home = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir("data/fixtures/small").expect("the fixture") {
        let entry = entry.expect("a file");
        let text = fs::read_to_string(entry.path()).expect("text");
        let text = text.replace("Salle des fêtes", "<script>alert(1)</script>");
        fs::write(home.path().join(entry.file_name()), text).expect("written");
    }
    let out = home.path().join("out");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    let paths = [home.path().join("scenario.toml"), home.path().join("plan.json")];
    command.arg("export").args(paths).arg("--out").arg(&out).args(["--lang", "en"]).assert().success();
    let html = fs::read_to_string(out.join("report/report.html")).expect("the report");
    assert!(html.contains("&#60;script&#62;alert(1)"), "the name is shown");
    assert!(!html.contains("<script>alert"));
}

#[test]
fn a_planners_template_takes_the_place_of_ours_and_its_faults_are_told() {
    let home = tempfile::tempdir().expect("a folder");
    let templates = home.path().join("templates");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    command.arg("templates").arg(&templates).assert().success();
    let mut again = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    again.arg("templates").arg(&templates).assert().code(2);
    let words = ["--only", "mairies", "--templates", templates.to_str().expect("UTF-8")];
    let (ours, same) = (home.path().join("ours"), home.path().join("same"));
    assert!(export(Path::new(PLAN), &ours, &words[..2]).status.success());
    assert!(export(Path::new(PLAN), &same, &words).status.success());
    assert_eq!(files(&ours), files(&same), "the templates that are written are those that are used");
    fs::write(templates.join("poster.typ"), "#let data = json(\"data.json\")\n\n#data.nothing\n")
        .expect("written");
    let faulty = home.path().join("faulty");
    let output = export(Path::new(PLAN), &faulty, &words);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("poster.typ:3"), "{told}");
    assert!(!faulty.exists());
}

/// The error of a planner's template that fails with `expression`: the data that it received.
fn said_by_template(template: &str, expression: &str, words: &[&str]) -> String {
    let home = tempfile::tempdir().expect("a folder");
    let text = format!("#let data = json(\"data.json\")\n#panic({expression})\n");
    fs::write(home.path().join(template), text).expect("written");
    let folder = ["--templates", home.path().to_str().expect("UTF-8")];
    let output = export(Path::new(PLAN), &home.path().join("out"), &[&folder, words].concat());
    // Typst shows hard spaces by their code.
    String::from_utf8_lossy(&output.stderr).replace("\\u{a0}", " ")
}

#[test]
fn a_trainer_leaves_in_time_and_knows_when_the_day_ends() {
    let times = "data.weeks.at(0).days.at(0).stops.map(stop => stop.time).join(\"|\")";
    let said = said_by_template("road-book.typ", times, &["--only", "trainers"]);
    // Base and depot are both in Seloncourt, 6.3 minutes from the room, where setting up takes 20 minutes before 9:30.
    assert!(said.contains("9 h 03|9 h 03|9 h 30 – 11 h 30|11 h 36|11 h 36"), "{said}");
    let kit = said_by_template("road-book.typ", "data.weeks.at(0).days.at(0).kit", &["--only", "trainers"]);
    assert!(kit.contains("Malle K1 (4 tablettes, 1 nécessaire), à prendre à Seloncourt"), "{kit}");
}

#[test]
fn a_poster_says_what_is_left_and_a_town_halls_own_contact() {
    let home = tempfile::tempdir().expect("a folder");
    let contacts = home.path().join("contacts.csv");
    let table = "id,name,phone\n25304,Mairie d'Hérimoncourt,03 81 00 00 00\n25539,Mairie de Seloncourt,\n\
                 25314,Mairie d'Indevillers,\n";
    fs::write(&contacts, table).expect("written");
    let words = ["--only", "mairies", "--contacts", contacts.to_str().expect("UTF-8")];
    let shown = "(data.here + data.near).map(one => one.left-words).join(\"|\") + data.enrol.join(\"|\")";
    let said = said_by_template("poster.typ", shown, &words);
    // Four of six places are taken in Hérimoncourt, the first in the table; Seloncourt's two left are close enough to show.
    assert!(said.contains("2 places|2 placesAuprès de : Mairie d'Hérimoncourt|03 81 00 00 00"), "{said}");
}

#[test]
fn what_an_earlier_export_left_is_told() {
    let home = small(&["--only", "trainers"]);
    fs::write(home.path().join("animateurs/T9.pdf"), "old").expect("written");
    let output = export(Path::new(PLAN), home.path(), &["--only", "trainers"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("T9.pdf"));
    assert!(home.path().join("animateurs/T9.pdf").exists(), "it may be somebody's own");
}

#[test]
fn a_plan_that_serves_nobody_is_exported_too() {
    let home = tempfile::tempdir().expect("a folder");
    let plan = edited(home.path(), |plan| {
        plan["cycles"] = serde_json::json!([]);
        plan["kit_roster"] = serde_json::json!([]);
    });
    let contacts = home.path().join("contacts.csv");
    fs::write(&contacts, "id,name\n25304,Mairie\n").expect("written");
    for lang in ["fr", "en"] {
        let out = home.path().join(lang);
        let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
        command.arg("export").args([Path::new(SCENARIO), &plan, Path::new("--out"), &out]);
        command.arg("--contacts").arg(&contacts).args(["--lang", lang]).assert().success();
        assert!(files(&out).len() >= 15, "{:?}", files(&out).keys());
    }
}
