//! No name of an address leads out of the folder.

use axum::body::Body;
use axum::http::StatusCode;

use super::Desk;

#[test]
fn no_name_leads_out_of_the_folder() {
    let desk = Desk::with(&["small"]);
    // A file outside the folder, which any path that leads out would find.
    let outside = desk.home.path().parent().expect("a parent").join("ateliers-outside");
    std::fs::create_dir_all(&outside).expect("a folder");
    std::fs::write(outside.join("scenario.toml"), "name = \"outside\"").expect("a file");
    let names = [
        "../ateliers-outside",
        "..%2fateliers-outside",
        "..%2Fateliers-outside",
        "%2e%2e%2fateliers-outside",
        "..%5cateliers-outside",
        "%252e%252e%252fateliers-outside",
        "..%c0%afateliers-outside",
        "..%ef%bc%8fateliers-outside",
        "small%2f..%2f..%2fateliers-outside",
        "small/../../ateliers-outside",
        ".",
        "..",
        "%2e",
        "%2e%2e",
        "%00",
        "small%00",
        "small%0a",
        "small%20",
        "small.",
        "CON",
        "nul",
        "c:%5csmall",
        "%2fetc",
        "~",
        ".git",
        "%ff",
        "small%2fscenario.toml",
        "small;x",
        "small%3fx",
        "small::$DATA",
    ];
    for name in names {
        let path = format!("/projects/{name}");
        let Ok(request) = desk.own("GET", &path).body(Body::empty()) else { continue };
        let answer = desk.ask(request);
        assert!(answer.status.is_client_error(), "{name}: {}", answer.status);
        assert!(answer.text.contains("<!doctype html>"), "{name}: a page says so");
    }
    let assets =
        ["/assets/../Cargo.toml", "/assets/..%2fmod.rs", "/assets/%2e%2e/mod.rs", "/assets//etc/passwd"];
    for path in assets {
        assert_eq!(desk.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(desk.get("/projects/small").status, StatusCode::OK, "a name is one");
    std::fs::remove_dir_all(outside).expect("removed");
}
