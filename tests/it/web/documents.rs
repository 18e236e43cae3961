//! Documents in the browser: made in the background, listed by recipient, viewed, kept, packed.

use std::io::Cursor;
use std::time::{Duration, Instant};

use ateliers::app::announce::{Request, announce};
use axum::body::Body;
use axum::http::StatusCode;
use http_body_util::BodyExt;
use jiff::civil::date;
use tower::ServiceExt;

use super::Desk;

const DOCUMENTS: &str = "/projects/small/documents";

/// Waits until nothing is being made any more.
#[track_caller]
fn finished(desk: &Desk) {
    let begun = Instant::now();
    while desk.get(&format!("{DOCUMENTS}/progress")).header("hx-refresh").is_empty() {
        assert!(begun.elapsed() < Duration::from_mins(5), "it does not end");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn with_contacts(desk: &Desk) {
    let rows = (1..=12).map(|number| format!("R{number:02},Personne <b>{number}</b>\n"));
    let text = format!("id,name\n{}", rows.collect::<String>());
    std::fs::write(desk.home.path().join("small/contacts.csv"), text).expect("written");
}

fn bytes(desk: &Desk, path: &str) -> Vec<u8> {
    let request = desk.own("GET", path).body(Body::empty()).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a thread");
    runtime.block_on(async {
        let answer = ateliers::web::router(&desk.site).oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        answer.into_body().collect().await.expect("a body").to_bytes().to_vec()
    })
}

#[test]
fn everything_is_made_listed_by_recipient_and_sent() {
    let desk = Desk::with(&["small"]);
    with_contacts(&desk);
    let before = desk.get(DOCUMENTS).text;
    assert!(before.contains("<option>contacts.csv</option>") && before.contains("pas encore été produits"));
    let made = desk.post(DOCUMENTS, "contacts=contacts.csv&lang=fr");
    assert_eq!((made.status, made.header("location")), (StatusCode::SEE_OTHER, DOCUMENTS), "{}", made.text);
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    for words in
        ["Ils correspondent au dernier plan", "Hérimoncourt", "Animatrice 1 (T1)", "contacts.csv", "Rapport"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("Personne"), "no resident is named on the page");
    let paths: Vec<&str> =
        page.split("/documents/all/file/").skip(1).filter_map(|rest| rest.split(['"', '?']).next()).collect();
    assert!(paths.iter().any(|path| path.starts_with("cycles/")) && paths.len() > 10, "{paths:?}");
    for path in paths {
        let sent = desk.get(&format!("{DOCUMENTS}/all/file/{path}"));
        assert_eq!(sent.status, StatusCode::OK, "{path}");
        let extension = path.rsplit('.').next().unwrap_or_default();
        let is_shown = ["pdf", "html"].contains(&extension);
        let how = sent.header("content-disposition");
        assert!(how.starts_with(if is_shown { "inline" } else { "attachment" }), "{path}: {how}");
        assert!(how.contains(&path.replace('/', "-")), "{how}");
        let kept = desk.get(&format!("{DOCUMENTS}/all/file/{path}?keep=1"));
        assert!(kept.header("content-disposition").starts_with("attachment"));
        assert_eq!(sent.header("x-content-type-options"), "nosniff");
        if extension == "html" {
            let policy = sent.header("content-security-policy");
            assert!(
                policy.starts_with("sandbox allow-scripts") && policy.contains("default-src 'none'"),
                "{policy}"
            );
        }
    }
    let count = |query: &str| {
        let archive = Cursor::new(bytes(&desk, &format!("{DOCUMENTS}/all/archive{query}")));
        zip::ZipArchive::new(archive).expect("an archive").len()
    };
    let all = count("");
    assert!(count("?of=mairies") > 0 && count("?of=mairies") < all);
    assert_eq!(desk.get(&format!("{DOCUMENTS}/all/archive?of=nobody")).status, StatusCode::NOT_FOUND);
}

#[test]
fn no_other_file_is_sent_and_documents_of_an_older_plan_say_so() {
    let desk = Desk::with(&["small"]);
    desk.post(DOCUMENTS, "contacts=&lang=en");
    finished(&desk);
    let folder = desk.home.path().join("small");
    std::fs::write(folder.join("documents/own.txt"), "mine").expect("written");
    let page = desk.get(DOCUMENTS).text;
    assert!(
        page.contains("Aucun ne porte le nom")
            && !page.contains("own.txt")
            && page.contains("all/file/trainers/")
    );
    for path in [
        "own.txt",
        "documents.json",
        "../scenario.toml",
        "..%2fscenario.toml",
        "%2e%2e/scenario.toml",
        "mairies/../../scenario.toml",
        "%2fetc%2fpasswd",
        "",
    ] {
        let answer = desk.get(&format!("{DOCUMENTS}/all/file/{path}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(desk.get(&format!("{DOCUMENTS}/other/archive")).status, StatusCode::NOT_FOUND);
    let plan = std::fs::read_to_string(folder.join("plan.json")).expect("a plan");
    std::fs::write(folder.join("plan.json"), format!("{plan}\n")).expect("written");
    assert!(desk.get(DOCUMENTS).text.contains("plus ancien"));
}

#[test]
fn why_there_are_none_is_told_in_words() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    // A file of names that is not the project's.
    desk.post(DOCUMENTS, "contacts=..%2fcontacts.csv&lang=fr");
    finished(&desk);
    assert!(desk.get(DOCUMENTS).text.contains("n’est plus dans le dossier"));
    // An illegal plan.
    let plan = std::fs::read_to_string(folder.join("plan.json")).expect("a plan");
    std::fs::write(folder.join("plan.json"), plan.replace("\"T1\"", "\"T9\"")).expect("written");
    desk.post(DOCUMENTS, "contacts=&lang=fr");
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    assert!(page.contains("role=\"alert\"") && page.contains("T9"), "{page}");
    assert!(!folder.join("documents").exists());
    std::fs::remove_file(folder.join("plan.json")).expect("removed");
    assert!(desk.get(DOCUMENTS).text.contains("pas encore de plan"));
    assert_eq!(desk.post(DOCUMENTS, "contacts=&lang=fr").status, StatusCode::CONFLICT);
}

#[test]
fn those_whom_changes_concern_have_documents_of_their_own() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    assert!(!desk.get(DOCUMENTS).text.contains("name=\"extent\""), "nothing was announced");
    desk.post(DOCUMENTS, "contacts=&lang=fr&extent=changed");
    finished(&desk);
    assert!(desk.get(DOCUMENTS).text.contains("Aucun plan n’a été annoncé"));
    let (scenario, plan) = (folder.join("scenario.toml"), folder.join("plan.json"));
    announce(&Request { scenario: &scenario, plan: &plan, date: date(2026, 1, 4) }).expect("announced");
    desk.post(DOCUMENTS, "contacts=&lang=fr&extent=all");
    finished(&desk);
    assert!(desk.get(DOCUMENTS).text.contains("name=\"extent\""));
    // The plan is as it was announced: its changes concern nobody.
    desk.post(DOCUMENTS, "contacts=&lang=fr&extent=changed");
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    assert!(
        page.contains("Documents pour tous") && page.contains("ceux que les changements concernent</h2>"),
        "{page}"
    );
    assert!(page.contains("/all/file/mairies/") && !page.contains("/changed/file/mairies/"), "{page}");
    assert!(folder.join("documents-changed/documents.json").is_file());
}

#[test]
fn what_is_stopped_leaves_nothing() {
    let desk = Desk::with(&["small"]);
    desk.post(DOCUMENTS, "contacts=&lang=fr");
    assert_eq!(desk.post(&format!("{DOCUMENTS}/stop"), "").status, StatusCode::SEE_OTHER);
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    // It may have finished by then.
    let is_there = desk.home.path().join("small/documents/documents.json").is_file();
    assert_ne!(page.contains("Interrompu"), is_there, "{page}");
}

/// A folder of the project with a template that replaces a built-in one.
fn template(desk: &Desk, text: &str) {
    let folder = desk.home.path().join("small/nos modèles");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("estimate.typ"), text).expect("written");
}

#[test]
fn templates_of_the_project_are_offered_and_used_in_a_process_apart() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    assert!(!desk.get(DOCUMENTS).text.contains("name=\"templates\""), "there are none");
    desk.post(DOCUMENTS, "contacts=&lang=fr");
    finished(&desk);
    let estimate = || std::fs::read(folder.join("documents/rapport/note-estimation.pdf")).expect("a paper");
    let ours = estimate();
    template(&desk, "Notre en-tête");
    let page = desk.get(DOCUMENTS).text;
    assert!(page.contains("<option value=\"nos modèles\">"), "{page}");
    desk.post(DOCUMENTS, "contacts=&lang=fr&templates=nos+mod%C3%A8les");
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    assert!(!page.contains("role=\"alert\"") && page.contains("Ils correspondent au dernier plan"), "{page}");
    let theirs = estimate();
    assert!(theirs != ours && theirs.starts_with(b"%PDF-"));
    // A faulty template is reported, and the existing documents stay.
    template(&desk, "#panic(\"un défaut à nous\")");
    desk.post(DOCUMENTS, "contacts=&lang=fr&templates=nos+mod%C3%A8les");
    finished(&desk);
    let page = desk.get(DOCUMENTS).text;
    assert!(page.contains("role=\"alert\"") && page.contains("un défaut à nous"), "{page}");
    assert_eq!(estimate(), theirs);
    assert!(!folder.join(".documents-apart").exists());
    for name in ["..", "nos+mod%C3%A8les%2F..", "documents", "%2Fetc"] {
        desk.post(DOCUMENTS, &format!("contacts=&lang=fr&templates={name}"));
        finished(&desk);
        assert!(desk.get(DOCUMENTS).text.contains("Ce dossier de modèles n’est plus"), "{name}");
    }
}

#[test]
fn a_process_apart_is_ended_when_it_is_stopped() {
    let desk = Desk::with(&["small"]);
    template(&desk, "#for i in range(100000) { for j in range(100000) { } }");
    desk.post(DOCUMENTS, "contacts=&lang=fr&templates=nos+mod%C3%A8les");
    let begun = Instant::now();
    std::thread::sleep(Duration::from_secs(2));
    let progress = desk.get(&format!("{DOCUMENTS}/progress"));
    assert!(progress.text.contains("Interrompre"), "{}", progress.text);
    assert_eq!(desk.post(&format!("{DOCUMENTS}/stop"), "").status, StatusCode::SEE_OTHER);
    finished(&desk);
    assert!(begun.elapsed() < Duration::from_mins(1));
    assert!(desk.get(DOCUMENTS).text.contains("Interrompu"));
    let folder = desk.home.path().join("small");
    assert!(!folder.join("documents").exists() && !folder.join(".documents-apart").exists());
}

#[test]
fn calendars_that_were_sent_before_are_taken_up() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    assert!(!desk.get(DOCUMENTS).text.contains("name=\"previous\""), "there are none");
    desk.post(DOCUMENTS, "contacts=&lang=fr");
    finished(&desk);
    let cancelled = || {
        let calendars = ateliers::app::beside::below(&folder.join("documents")).expect("files");
        let calendars = calendars.iter().filter(|path| path.extension().is_some_and(|kind| kind == "ics"));
        calendars
            .filter(|path| std::fs::read_to_string(path).expect("a text").contains("STATUS:CANCELLED"))
            .count()
    };
    assert_eq!(cancelled(), 0);
    // A cycle is dropped.
    let text = std::fs::read_to_string(folder.join("plan.json")).expect("a plan");
    let mut plan: serde_json::Value = serde_json::from_str(&text).expect("a plan");
    let dropped = plan["cycles"].as_array_mut().and_then(Vec::pop).expect("a cycle");
    let sessions = dropped["sessions"].as_array().expect("sessions");
    plan["kit_roster"].as_array_mut().expect("a roster").retain(|entry| !sessions.contains(&entry["date"]));
    std::fs::write(folder.join("plan.json"), plan.to_string()).expect("written");
    let page = desk.get(DOCUMENTS).text;
    assert!(page.contains("name=\"previous\"") && page.contains("<option value=\"documents\">"), "{page}");
    desk.post(DOCUMENTS, "contacts=&lang=fr&previous=documents");
    finished(&desk);
    assert!(cancelled() > 0, "{}", desk.get(DOCUMENTS).text);
    desk.post(DOCUMENTS, "contacts=&lang=fr&previous=..");
    finished(&desk);
    assert!(desk.get(DOCUMENTS).text.contains("Ce dossier de calendriers n’est plus"));
    // Calendars of others are reported by file, relative to the project.
    std::fs::create_dir(folder.join("autres")).expect("a folder");
    std::fs::write(folder.join("autres/agenda.ics"), "no calendar").expect("written");
    desk.post(DOCUMENTS, "contacts=&lang=fr&previous=autres");
    finished(&desk);
    let page = desk.get(DOCUMENTS).text.replace('\u{a0}', " ");
    assert!(page.contains("« autres/agenda.ics » n’est pas un export antérieur"), "{page}");
}
