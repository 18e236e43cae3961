//! No displayed text becomes markup.

use axum::http::StatusCode;

use super::Desk;

const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

#[test]
fn nothing_worded_becomes_markup() {
    let desk = Desk::with(&["small"]);
    // Folders may have any names; some systems allow everything except separators.
    #[cfg(unix)]
    {
        let folder = desk.home.path().join("<script>alert(1)<script>");
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("scenario.toml"), "").expect("a file");
    }
    for path in ["/", "/projects/small"] {
        let shown = desk.get(path);
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.text.contains("<script>"), "{path}: {}", shown.text);
    }
    #[cfg(unix)]
    assert!(desk.get("/").text.contains("alert(1)"), "the folder is told of");
    let encoded = HOSTILE.bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat();
    let shown = desk.get(&format!("/projects/{encoded}"));
    assert_eq!(shown.status, StatusCode::NOT_FOUND);
    assert!(!shown.text.contains("alert(1)"), "{}", shown.text);
}
