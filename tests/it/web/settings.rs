//! Settings in the browser: a form of every key, checked while it is filled in, saved and never overwritten silently.

use std::path::PathBuf;

use ateliers::app::init::{Form, init};
use ateliers::app::settings::open;
use ateliers::messages::{Lang, Messages};
use axum::body::Body;
use axum::http::StatusCode;

use super::{Answered, Desk};

const SETTINGS: &str = "/projects/small/settings";

fn scenario(desk: &Desk) -> PathBuf {
    desk.home.path().join("small/scenario.toml")
}

fn text(desk: &Desk) -> String {
    std::fs::read_to_string(scenario(desk)).expect("a file")
}

/// The fields sent by a page's form, with other texts for these keys.
fn filled_in(page: &str, own: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for input in page.split("<input ").skip(1) {
        let tag = &input[..input.find('>').expect("an end")];
        let attribute = |name: &str| {
            let from = tag.find(&format!("{name}=\"")).map(|at| at + name.len() + 2)?;
            Some(
                tag[from..]
                    .split('"')
                    .next()
                    .unwrap_or_default()
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'"),
            )
        };
        let (Some(name), Some(value)) = (attribute("name"), attribute("value")) else { continue };
        let own = own.iter().find(|(key, _)| *key == name).map(|(_, text)| (*text).to_owned());
        fields.push((name, own.unwrap_or(value)));
    }
    fields
}

fn encoded(fields: &[(String, String)]) -> String {
    let byte = |byte: u8| format!("%{byte:02x}");
    let plain = |text: &String| text.bytes().map(byte).collect::<String>();
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", plain(name), plain(value))).collect();
    pairs.join("&")
}

fn send(desk: &Desk, page: &str, own: &[(&str, &str)]) -> Answered {
    let mut fields = filled_in(page, own);
    fields.push(("do".to_owned(), "save".to_owned()));
    desk.post(SETTINGS, &encoded(&fields))
}

fn check(desk: &Desk, page: &str, own: &[(&str, &str)]) -> String {
    let kind = "application/x-www-form-urlencoded";
    let request = desk.own("POST", &format!("{SETTINGS}/check")).header("content-type", kind);
    let body = Body::from(encoded(&filled_in(page, own)));
    let answer = desk.ask(request.header("hx-request", "true").body(body).expect("a request"));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.text
}

/// The note below a key.
fn note<'a>(shown: &'a str, key: &str) -> &'a str {
    let id = format!("id=\"note-{}\"", key.replace(['.', '_'], "-"));
    let rest = shown.split(&id).nth(1).unwrap_or_else(|| panic!("no {id}: {shown}"));
    rest.split("</div>").next().unwrap_or_default()
}

#[test]
fn every_key_has_a_field_with_its_meaning_unit_and_default() {
    let desk = Desk::with(&["small"]);
    let page = desk.get(SETTINGS).text;
    let form = open(&scenario(&desk)).expect("settings").form();
    for field in form.iter().flat_map(|section| &section.fields) {
        assert!(page.contains(&format!("name=\"{}\"", field.key)), "{}", field.key);
    }
    assert!(page.contains("Participants au moins") && page.contains("value=\"2026-01-05\""));
    assert!(note(&page, "cycle.max_gap_days").contains("Par défaut\u{a0}: 21\u{a0}jours"));
    assert!(note(&page, "cycle.max_gap_days").contains("diffère"));
    assert!(!note(&page, "travel.max_travel_min").contains("diffère"), "15 is the default");
    assert!(note(&page, "horizon.start").contains("À remplir"));
    assert!(
        note(&page, "costs.max_gross").contains("50\u{202f}000"),
        "an example, where there is no default"
    );
    assert!(page.contains("Aucune erreur dans les réglages"));
    assert!(desk.get("/projects/small").text.contains(&format!("href=\"{SETTINGS}\"")));
}

#[test]
fn faults_are_told_at_their_keys_while_the_form_is_filled_in() {
    let desk = Desk::with(&["small"]);
    let (page, before) = (desk.get(SETTINGS).text, text(&desk));
    let own = [("costs.fee", "beaucoup"), ("horizon.start", "2026-02-31"), ("cycle.max_gap_days", "21")];
    let shown = check(&desk, &page, &own);
    assert!(shown.contains("2 erreurs dans les réglages"), "{shown}");
    assert!(
        note(&shown, "costs.fee").contains("beaucoup")
            && note(&shown, "horizon.start").contains("class=\"fault-line bad\"")
    );
    assert!(!note(&shown, "cycle.max_gap_days").contains("diffère"));
    assert!(check(&desk, &page, &[("costs.fee", "40,50 €")]).contains("Aucune erreur"));
    assert_eq!(text(&desk), before);
    // Without scripts a button checks; what was filled in is still there.
    let whole = desk.post(SETTINGS, &encoded(&filled_in(&page, &own))).text;
    assert!(whole.contains("<!doctype html>") && whole.contains("value=\"beaucoup\""), "{whole}");
    assert!(whole.contains("aria-invalid=\"true\""));
}

#[test]
fn what_is_filled_in_is_saved_and_everything_else_is_kept() {
    let desk = Desk::with(&["small"]);
    let (page, before) = (desk.get(SETTINGS).text, text(&desk));
    let saved = send(&desk, &page, &[("cycle.max_gap_days", "10")]);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(desk.get(saved.header("location")).text.contains("Enregistré."));
    assert_eq!(text(&desk), before.replace("max_gap_days = 14", "max_gap_days = 10"));
    let copy = std::fs::read_to_string(desk.home.path().join("small/scenario.before-edit.toml"));
    assert_eq!(copy.expect("a copy"), before);
    let nothing = send(&desk, &desk.get(SETTINGS).text, &[]);
    assert!(nothing.text.contains("il n’y a rien à enregistrer"), "{}", nothing.text);
}

#[test]
fn a_scenario_that_was_changed_elsewhere_is_told_and_what_was_filled_in_is_put_onto_it() {
    let desk = Desk::with(&["small"]);
    let page = desk.get(SETTINGS).text;
    let theirs = text(&desk).replace("min_group = 3", "min_group = 4");
    std::fs::write(scenario(&desk), &theirs).expect("written");
    assert!(check(&desk, &page, &[]).contains("a été modifié ailleurs"));
    let own = [("cycle.max_group", "5")];
    let refused = send(&desk, &page, &own);
    assert_eq!(refused.status, StatusCode::OK);
    assert!(refused.text.contains("cycle.min_group") && refused.text.contains("rien n’a été enregistré"));
    assert_eq!(text(&desk), theirs);
    // The returned form has their version, with what was filled in.
    assert_eq!(send(&desk, &refused.text, &[]).status, StatusCode::SEE_OTHER);
    assert_eq!(text(&desk), theirs.replace("max_group = 6", "max_group = 5"));
}

#[test]
fn who_writes_in_the_project_is_waited_for_and_told() {
    use ateliers::app::lock::{Task, lock};

    let desk = Desk::with(&["small"]);
    let (page, before) = (desk.get(SETTINGS).text, text(&desk));
    let held = lock(&desk.home.path().join("small"), Task::Announce).expect("free");
    let refused = send(&desk, &page, &[("cycle.max_group", "5")]);
    assert_eq!(text(&desk), before);
    assert!(refused.text.contains("role=\"alert\"") && refused.text.contains("announce"), "{}", refused.text);
    drop(held);
    // What was filled in is still in the form.
    assert_eq!(send(&desk, &refused.text, &[]).status, StatusCode::SEE_OTHER);
    assert_eq!(text(&desk), before.replace("max_group = 6", "max_group = 5"));
}

#[test]
fn the_settings_of_a_workbook_are_a_form_as_well() {
    let desk = Desk::with(&[]);
    let folder = desk.home.path().join("book");
    std::fs::create_dir(&folder).expect("a folder");
    let initial = init(&folder, Form::Workbook(None), &Messages::new(Lang::Fr)).expect("a workbook");
    initial.write().expect("written");
    let page = desk.get("/projects/book/settings").text;
    assert!(page.contains("plan.xlsx") && page.contains("Aucune erreur dans les réglages"), "{page}");
    let mut fields = filled_in(&page, &[("cycle.max_group", "7")]);
    fields.push(("do".to_owned(), "save".to_owned()));
    let saved = desk.post("/projects/book/settings", &encoded(&fields));
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let settings = open(&folder.join("plan.xlsx")).expect("settings");
    assert_eq!(settings.written("cycle.max_group"), Some("7"));
    assert!(folder.join("plan.before-edit.xlsx").is_file());
    assert_eq!(desk.get("/projects/book/settings").status, StatusCode::OK, "the copy is no second scenario");
}

#[test]
fn nothing_that_is_filled_in_becomes_markup_and_no_other_key_is_written() {
    let desk = Desk::with(&["small"]);
    let (page, before) = (desk.get(SETTINGS).text, text(&desk));
    let value = "\"><script>alert(1)</script>";
    for shown in [
        check(&desk, &page, &[("costs.fee", value)]),
        desk.post(SETTINGS, &encoded(&filled_in(&page, &[("costs.fee", value)]))).text,
    ] {
        assert!(!shown.contains("<script>alert") && shown.contains("alert(1)"), "{shown}");
    }
    let foreign = desk.post(SETTINGS, "do=save&other.key=1&was%3Aname=small&name=small");
    assert_ne!(foreign.status, StatusCode::SEE_OTHER, "{}", foreign.text);
    assert_eq!(text(&desk), before);
}
