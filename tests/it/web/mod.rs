//! The planner's pages: through their router in memory, and over a socket where time and connections matter.

mod around;
mod board;
mod compare;
mod data;
mod decided;
mod documents;
mod drafts;
mod floods;
mod intruders;
mod life;
mod names;
mod opened;
mod people;
mod planning;
mod projects;
mod settings;
mod socket;
mod texts;
mod waiting;

use std::path::Path;
use std::sync::Arc;

use ateliers::web::{Limits, Opening, Site, router};
use axum::body::Body;
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt;
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) const PORT: u16 = 8420;

/// A site over its own folder, and a browser with access.
pub(crate) struct Desk {
    pub(crate) home: TempDir,
    pub(crate) site: Arc<Site>,
    cookie: String,
    runtime: tokio::runtime::Runtime,
}

/// An answer.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answered {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Desk {
    /// A site over copies of these fixtures.
    pub(crate) fn with(projects: &[&str]) -> Self {
        Self::limited(projects, Limits::default())
    }

    pub(crate) fn limited(projects: &[&str], limits: Limits) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for name in projects {
            copied(&Path::new("data/fixtures").join(name), &home.path().join(name));
        }
        Self::over(home, limits)
    }

    /// A site over a folder, and a browser with access.
    fn over(home: TempDir, limits: Limits) -> Self {
        let opening =
            Opening { folder: home.path().to_owned(), lang: None, limits, shared: None, program: program() };
        let site = Site::new(&opening, PORT).expect("a site");
        let mut desk = Self::of(home, site);
        let address = desk.site.address();
        let entered = desk.ask(Self::bare("GET", path_of(&address)).body(Body::empty()).expect("a request"));
        assert_eq!(entered.status, StatusCode::OK, "{}", entered.text);
        entered.header("set-cookie").split(';').next().unwrap_or_default().clone_into(&mut desk.cookie);
        desk
    }

    /// The program is stopped and started again: nothing in memory survives.
    pub(crate) fn begun_again(self) -> Self {
        let Self { home, site, .. } = self;
        drop(site);
        Self::over(home, Limits::default())
    }

    /// A site over a folder, and a browser without access.
    pub(crate) fn of(home: TempDir, site: Site) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        Self { home, site: Arc::new(site), cookie: String::new(), runtime: runtime.expect("threads") }
    }

    /// A request of a browser without access, from this machine.
    pub(crate) fn bare(method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder().method(method).uri(path).header("host", format!("127.0.0.1:{PORT}"))
    }

    /// A request of the browser with access, from the site's own pages, in French.
    pub(crate) fn own(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Self::bare(method, path).header("cookie", &self.cookie).header("accept-language", "fr");
        if method == "GET" { request } else { request.header("origin", format!("http://127.0.0.1:{PORT}")) }
    }

    /// The answer to a request.
    pub(crate) fn ask(&self, request: Request<Body>) -> Answered {
        self.runtime.block_on(async {
            let response: Response<Body> = router(&self.site).oneshot(request).await.expect("an answer");
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await.expect("a body").to_bytes();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Answered { status: parts.status, headers: parts.headers, text }
        })
    }

    /// A page as seen by the browser with access.
    pub(crate) fn get(&self, path: &str) -> Answered {
        self.ask(self.own("GET", path).body(Body::empty()).expect("a request"))
    }

    /// A form sent by one of the site's pages.
    #[track_caller]
    pub(crate) fn post(&self, path: &str, form: &str) -> Answered {
        let kind = "application/x-www-form-urlencoded";
        let request = self.own("POST", path).header("content-type", kind);
        self.ask(request.body(Body::from(form.to_owned())).expect("a request"))
    }

    /// A form with files sent by one of the site's pages: fields, then files with their names.
    #[track_caller]
    pub(crate) fn send(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answered {
        const MARK: &str = "----mark-of-the-parts";
        let mut body = Vec::new();
        let disposition = |name: &str| format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{name}\"");
        for (name, text) in fields {
            body.extend(format!("{}\r\n\r\n{text}\r\n", disposition(name)).into_bytes());
        }
        for (name, file, bytes) in files {
            body.extend(format!("{}; filename=\"{file}\"\r\n\r\n", disposition(name)).into_bytes());
            body.extend([bytes, b"\r\n".as_slice()].concat());
        }
        body.extend(format!("--{MARK}--\r\n").into_bytes());
        let request =
            self.own("POST", path).header("content-type", format!("multipart/form-data; boundary={MARK}"));
        self.ask(request.body(Body::from(body)).expect("a request"))
    }

    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }
}

/// The program, which makes some documents in a separate process.
pub(crate) fn program() -> std::path::PathBuf {
    env!("CARGO_BIN_EXE_ateliers").into()
}

/// The part of an address after its host.
pub(crate) fn path_of(address: &str) -> &str {
    &address[address.find("/?").expect("a token")..]
}

pub(crate) fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a fixture") {
        let entry = entry.expect("a file");
        if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
        }
    }
}

#[test]
fn the_projects_of_the_folder_are_listed_and_opened() {
    let desk = Desk::with(&["small"]);
    let listed = desk.get("/");
    assert_eq!(listed.status, StatusCode::OK);
    assert!(listed.text.contains("<html lang=\"fr\">") && listed.text.contains("href=\"/projects/small\""));
    let opened = desk.get("/projects/small");
    assert_eq!(opened.status, StatusCode::OK);
    assert!(opened.text.contains("scenario.toml") && opened.text.contains("aria-current=\"page\""));
    // What another program adds is visible at once.
    copied(Path::new("data/fixtures/small"), &desk.home.path().join("Été 2027"));
    let address = "/projects/%C3%89t%C3%A9%202027";
    assert!(desk.get("/").text.contains(address));
    assert_eq!(desk.get(address).status, StatusCode::OK);
}

#[test]
fn pages_are_in_the_reader_s_language() {
    let desk = Desk::with(&["small"]);
    let heading = |wish: Option<&str>, path: &str| {
        let request = Desk::bare("GET", path).header("cookie", desk.cookie());
        let request = wish.into_iter().fold(request, |request, wish| request.header("accept-language", wish));
        desk.ask(request.body(Body::empty()).expect("a request")).text
    };
    assert!(heading(Some("en-GB,fr;q=0.5"), "/").contains("<h1>Projects</h1>"));
    assert!(heading(Some("fr"), "/").contains("<h1>Projets</h1>"));
    assert!(heading(Some("de"), "/").contains("<h1>Projets</h1>"), "French without a wish of ours");
    assert!(heading(None, "/nowhere").contains("lang=\"fr\""), "faults too");
    assert!(heading(Some("en"), "/nowhere").contains("There is no page"), "faults too");
}

#[test]
fn what_goes_wrong_is_a_page_or_the_part_that_was_asked_for() {
    let desk = Desk::with(&["small"]);
    let missing = desk.get("/projects/none");
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.text.contains("<!doctype html>") && missing.text.contains("404"));
    let wrong = desk.post("/projects/small", "");
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(wrong.text.contains("<!doctype html>"));
    let request = desk.own("GET", "/projects/none").header("hx-request", "true");
    let part = desk.ask(request.body(Body::empty()).expect("a request"));
    assert_eq!((part.status, part.header("hx-retarget")), (StatusCode::NOT_FOUND, "#told"));
    assert!(!part.text.contains("<html"), "{}", part.text);
}

#[test]
fn style_and_scripts_are_sent_once() {
    let desk = Desk::with(&[]);
    for name in ["style.css", "htmx.min.js", "page.js", "planning.css", "waiting.css", "life.css", "icon.svg"]
    {
        let first = desk.get(&format!("/assets/{name}"));
        assert_eq!(first.status, StatusCode::OK);
        let tag = first.header("etag").to_owned();
        let request = desk.own("GET", &format!("/assets/{name}")).header("if-none-match", &tag);
        let again = desk.ask(request.body(Body::empty()).expect("a request"));
        assert_eq!((again.status, again.text.len()), (StatusCode::NOT_MODIFIED, 0));
    }
    assert_eq!(desk.get("/assets/none.js").status, StatusCode::NOT_FOUND);
}
