//! Projects: listed with their state, created in four ways, opened.

use std::io::Write;
use std::path::{Path, PathBuf};

use ateliers::app::announce::{Request, announce};
use ateliers::app::init::{Form, init};
use ateliers::messages::{Lang, Messages};
use axum::http::StatusCode;
use jiff::civil::date;
use zip::write::SimpleFileOptions;

use super::{Answered, Desk};

/// The initial workbook.
pub(super) fn workbook() -> Vec<u8> {
    let home = tempfile::tempdir().expect("a folder");
    let initial = init(home.path(), Form::Workbook(None), &Messages::new(Lang::Fr)).expect("a workbook");
    initial.write().expect("written");
    std::fs::read(home.path().join("plan.xlsx")).expect("a file")
}

/// The names in the folder of projects, including hidden files.
fn there(desk: &Desk) -> Vec<String> {
    let entries = std::fs::read_dir(desk.home.path()).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Follows the redirect to the new project.
#[track_caller]
fn made(answer: &Answered) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.header("location").to_owned()
}

#[track_caller]
fn refused(desk: &Desk, answer: &Answered, status: StatusCode, words: &str) {
    let before = there(desk);
    assert_eq!(answer.status, status, "{}", answer.text);
    assert!(answer.text.contains(words) && answer.text.contains("<!doctype html>"), "{}", answer.text);
    assert_eq!(there(desk), before);
}

#[test]
fn a_workbook_becomes_a_project_under_its_own_name() {
    let desk = Desk::with(&[]);
    let book = workbook();
    let send = |name: &str, file: &str| {
        desk.send("/projects", &[("from", "workbook"), ("name", name)], &[("workbook", file, &book)])
    };
    assert_eq!(made(&send("", "Plan été 2027.xlsx")), "/projects/Plan%20%C3%A9t%C3%A9%202027");
    let folder = desk.home.path().join("Plan été 2027");
    assert_eq!(std::fs::read(folder.join("Plan été 2027.xlsx")).expect("the workbook"), book);
    assert_eq!(made(&send("autre", "C:\\\\Users\\\\x\\\\a=b.xlsx")), "/projects/autre");
    assert!(desk.home.path().join("autre/plan.xlsx").is_file(), "a name that is none is replaced");
    let page = desk.get("/projects/autre");
    assert!(
        page.text.contains("Données sans erreur") && page.text.contains("Pas encore de plan"),
        "{}",
        page.text
    );
    // The name is taken, ignoring case.
    refused(&desk, &send("AUTRE", "plan.xlsx"), StatusCode::CONFLICT, "contient déjà");
    assert_eq!(there(&desk), ["Plan été 2027", "autre"]);
}

#[test]
fn a_workbook_with_faults_is_taken_and_they_are_shown() {
    let desk = Desk::with(&[]);
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("plan.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, cells) in [("Paramètres", ["Clé", "Valeur"]), ("Communes", ["insee", "<b>Nom</b>"])] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        sheet.write_row(0, 0, cells).expect("a row");
    }
    book.save(&path).expect("saved");
    let bytes = std::fs::read(path).expect("a file");
    let fields = [("from", "workbook"), ("name", "faulty")];
    assert_eq!(made(&desk.send("/projects", &fields, &[("workbook", "f.xlsx", &bytes)])), "/projects/faulty");
    let page = desk.get("/projects/faulty");
    assert!(page.text.contains("corriger les données") && page.text.contains("f.xlsx"), "{}", page.text);
    assert!(
        !page.text.contains(&desk.home.path().display().to_string().replace('\\', "/"))
            || page.text.matches(&*desk.home.path().to_string_lossy()).count() == 1,
        "files are named as seen from the project"
    );
    assert!(desk.get("/").text.contains("erreurs à corriger"), "the list tells");
}

#[test]
fn what_is_no_workbook_of_ours_is_refused() {
    let desk = Desk::with(&[]);
    let send = |file: &str, bytes: &[u8]| {
        desk.send("/projects", &[("from", "workbook"), ("name", "x")], &[("workbook", file, bytes)])
    };
    refused(&desk, &send("a.csv", b"id"), StatusCode::UNPROCESSABLE_ENTITY, "n’est pas un classeur");
    refused(&desk, &send("a.xlsx", b"no archive"), StatusCode::UNPROCESSABLE_ENTITY, "a.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Budget").expect("a name");
    let bytes = book.save_to_buffer().expect("saved");
    refused(&desk, &send("budget.xlsx", &bytes), StatusCode::UNPROCESSABLE_ENTITY, "Paramètres");
    let none = desk.send("/projects", &[("from", "workbook")], &[]);
    refused(&desk, &none, StatusCode::UNPROCESSABLE_ENTITY, "Aucun fichier");
    refused(
        &desk,
        &desk.send("/projects", &[("from", "x")], &[]),
        StatusCode::BAD_REQUEST,
        "pas été comprise",
    );
    assert_eq!(there(&desk), [""; 0]);
}

/// A small archive that unpacks to more than any of our workbooks may.
fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let zeros = vec![b' '; 1 << 20];
    archive.start_file("xl/media/image1.png", SimpleFileOptions::default()).expect("a file");
    for _ in 0..1100 {
        archive.write_all(&zeros).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_zip_bomb_is_refused() {
    let desk = Desk::with(&[]);
    let bytes = bomb();
    assert!(bytes.len() < 4 << 20, "it is small: {}", bytes.len());
    let answer = desk.send("/projects", &[("from", "workbook")], &[("workbook", "bomb.xlsx", &bytes)]);
    refused(&desk, &answer, StatusCode::UNPROCESSABLE_ENTITY, "bomb.xlsx");
    assert_eq!(there(&desk), [""; 0]);
}

#[test]
fn the_workbook_to_start_from_is_made_here_or_elsewhere() {
    let desk = Desk::with(&[]);
    assert_eq!(made(&desk.send("/projects", &[("from", "blank"), ("name", "vide")], &[])), "/projects/vide");
    assert!(desk.home.path().join("vide/plan.xlsx").is_file());
    let communes = b"insee;name;lat;lon\n01001;L'Abergement-Cl\xe9menciat;46,15;4,92\n01002;L'Abergement-de-Varey;46,0;5,43\n";
    let fields = [("from", "territory"), ("name", "Ain")];
    let sent = desk.send("/projects", &fields, &[("communes", "communes.csv", communes)]);
    assert_eq!(made(&sent), "/projects/Ain");
    assert!(desk.home.path().join("Ain/plan.xlsx").is_file());
    let fields = [("from", "territory"), ("name", "faux")];
    let faulty = desk.send("/projects", &fields, &[("communes", "communes.csv", b"insee;name\n1;x\n")]);
    refused(&desk, &faulty, StatusCode::UNPROCESSABLE_ENTITY, "communes.csv");
    assert_eq!(there(&desk), ["Ain", "vide"]);
}

#[test]
fn a_copy_has_everything_and_leaves_the_other_alone() {
    let desk = Desk::with(&["small"]);
    let copy = |name: &str, other: &str| {
        desk.send("/projects", &[("from", "copy"), ("other", other), ("name", name)], &[])
    };
    assert_eq!(made(&copy("Copie (1)", "small")), "/projects/Copie%20%281%29");
    let names = |folder: PathBuf| {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let home = desk.home.path();
    assert_eq!(names(home.join("Copie (1)")), names(home.join("small")));
    refused(&desk, &copy("small", "Copie (1)"), StatusCode::CONFLICT, "contient déjà");
    refused(&desk, &copy("b", "none"), StatusCode::NOT_FOUND, "404");
    refused(&desk, &copy("b", "../small"), StatusCode::NOT_FOUND, "404");
    assert_eq!(there(&desk), ["Copie (1)", "small"]);
}

#[test]
fn names_that_are_none_are_refused_with_one_that_would_do() {
    let desk = Desk::with(&["small"]);
    let copy =
        |name: &str| desk.send("/projects", &[("from", "copy"), ("other", "small"), ("name", name)], &[]);
    for (name, words) in [
        ("", "Donnez un nom"),
        ("../ateliers-nowhere", "Celui-ci conviendrait"),
        ("a/b", "a-b"),
        ("a\\\\b", "Celui-ci conviendrait"),
        ("%2e%2e", "Celui-ci conviendrait"),
        ("CON", "ne convient pas"),
        (".hidden", "hidden"),
    ] {
        refused(&desk, &copy(name), StatusCode::UNPROCESSABLE_ENTITY, words);
    }
    assert_eq!(there(&desk), ["small"]);
    assert!(!desk.home.path().join("../ateliers-nowhere").exists());
}

#[test]
fn the_state_of_a_project_follows_its_files() {
    let desk = Desk::with(&["small"]);
    let folder = desk.home.path().join("small");
    let page = || desk.get("/projects/small").text;
    let shown = page();
    let words = ["examiner le plan", "2 cycles", "8 participants"];
    assert!(words.iter().all(|words| shown.contains(words)), "{shown}");
    std::fs::create_dir(folder.join("plan")).expect("a folder");
    std::fs::rename(folder.join("plan.json"), folder.join("plan/plan.json")).expect("moved");
    assert!(page().contains("examiner le plan"), "a plan in a folder of its own");
    let scenario = folder.join("scenario.toml");
    announce(&Request { scenario: &scenario, plan: &folder.join("plan/plan.json"), date: date(2026, 1, 4) })
        .expect("announced");
    assert!(page().contains("Annoncé le 04/01/2026"), "{}", page());
    assert!(page().contains("faire vivre le plan"), "{}", page());
    std::fs::write(folder.join("residents.csv"), "id\n").expect("written");
    assert!(page().contains("corriger les données"), "{}", page());
}

#[test]
fn a_project_in_which_another_program_writes_says_so() {
    use ateliers::app::lock::{Task, lock};

    let desk = Desk::with(&["small"]);
    let held = lock(&desk.home.path().join("small"), Task::Amend).expect("free");
    assert!(desk.get("/projects/small").text.contains("ateliers amend"));
    assert!(desk.get("/").text.contains("ateliers amend"));
    drop(held);
    assert!(!desk.get("/projects/small").text.contains("ateliers amend"));
    assert!(!Path::new(&desk.home.path().join("small/.ateliers.lock")).exists());
}
