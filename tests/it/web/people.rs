//! A site that several people use from other machines: they log in.

use std::net::SocketAddr;
use std::path::PathBuf;

use ateliers::app::people::People;
use ateliers::web::{Limits, Opening, Shared, Site};
use axum::body::Body;
use axum::http::StatusCode;
use axum::http::request::Builder;

use super::{Answered, Desk, copied, program};

const HOST: &str = "ateliers.example.fr";
const RIGHT: &str = "une phrase assez longue";

struct Office {
    desk: Desk,
    file: PathBuf,
}

impl Office {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        copied("data/fixtures/small".as_ref(), &home.path().join("projects/small"));
        let file = home.path().join("people.toml");
        let mut people = People::default();
        people.add("Anne", RIGHT).expect("added");
        people.add("Émile", RIGHT).expect("added");
        people.write(&file).expect("written");
        let shared = Shared {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            address: format!("https://{HOST}").parse().expect("an address"),
            file: file.clone(),
            people,
        };
        let folder = home.path().join("projects");
        let opening = Opening {
            folder,
            lang: None,
            limits: Limits::default(),
            shared: Some(shared),
            program: program(),
        };
        let site = Site::new(&opening, 0).expect("a site");
        assert_eq!(site.address(), format!("https://{HOST}"), "no secret in it");
        Self { desk: Desk::of(home, site), file }
    }

    fn from(method: &str, path: &str, cookie: &str) -> Builder {
        let request = axum::http::Request::builder().method(method).uri(path).header("host", HOST);
        let request = if cookie.is_empty() { request } else { request.header("cookie", cookie) };
        if method == "POST" { request.header("origin", format!("https://{HOST}")) } else { request }
    }

    fn get(&self, path: &str, cookie: &str) -> Answered {
        self.desk.ask(Self::from("GET", path, cookie).body(Body::empty()).expect("a request"))
    }

    fn post(&self, path: &str, cookie: &str, form: &str) -> Answered {
        let request = Self::from("POST", path, cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.desk.ask(request.body(Body::from(form.to_owned())).expect("a request"))
    }

    /// Changes a table, from a window with this stamp.
    fn change(&self, table: &str, cookie: &str, stamp: &str, act: &str) -> Answered {
        let body = format!("{{\"stamp\":\"{stamp}\",\"act\":{act}}}");
        let request = Self::from("POST", &format!("{table}/change"), cookie);
        let request = request.header("content-type", "application/json").header("hx-request", "true");
        self.desk.ask(request.body(Body::from(body)).expect("a request"))
    }

    fn enter(&self, name: &str, password: &str) -> Answered {
        let encoded = |text: &str| text.replace('É', "%C3%89").replace(' ', "+");
        self.post("/login", "", &format!("name={}&password={}", encoded(name), encoded(password)))
    }

    #[track_caller]
    fn entered(&self, name: &str) -> String {
        let answer = self.enter(name, RIGHT);
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"));
        let parts: Vec<&str> = answer.header("set-cookie").split("; ").collect();
        assert_eq!(parts[1..], ["Path=/", "HttpOnly", "SameSite=Strict", "Secure"]);
        parts[0].to_owned()
    }
}

#[test]
fn whoever_has_not_said_who_they_are_is_asked() {
    let office = Office::new();
    for path in ["/", "/projects/small", "/nowhere", "/?token=x"] {
        let answer = office.get(path, "");
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/login"), "{path}");
        let forged = office.get(path, "ateliers=x");
        assert_eq!(forged.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(office.post("/projects/small", "", "").status, StatusCode::FORBIDDEN);
    let part = Office::from("GET", "/projects/small", "").header("hx-request", "true");
    let part = office.desk.ask(part.body(Body::empty()).expect("a request"));
    assert_eq!((part.status, part.header("hx-retarget")), (StatusCode::FORBIDDEN, "#told"));
    let asked = office.get("/login", "");
    assert_eq!(asked.status, StatusCode::OK);
    assert!(!asked.text.contains("small") && !asked.text.contains("Anne"), "nothing is shown before");
    assert_eq!(office.get("/assets/style.css", "").status, StatusCode::OK);
}

#[test]
fn people_come_in_by_their_names_and_see_who_they_are() {
    let office = Office::new();
    let [anne, emile] = ["Anne", "Émile"].map(|name| office.entered(name));
    assert_ne!(anne, emile);
    assert!(office.get("/projects/small", &anne).text.contains("<span>Anne</span>"));
    assert!(office.get("/", &emile).text.contains("<span>Émile</span>"));
}

#[test]
fn who_leaves_or_is_removed_is_out() {
    let office = Office::new();
    let [anne, emile] = ["Anne", "Émile"].map(|name| office.entered(name));
    let left = office.post("/logout", &anne, "");
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(office.get("/", &anne).status, StatusCode::SEE_OTHER);
    assert_eq!(office.get("/", &emile).status, StatusCode::OK);
    let mut people = People::read(&office.file).expect("people");
    people.remove("Émile").expect("removed");
    // File times may have a resolution of a hundredth of a second.
    std::thread::sleep(std::time::Duration::from_millis(50));
    people.write(&office.file).expect("written");
    assert_eq!(office.get("/", &emile).status, StatusCode::SEE_OTHER);
    assert_eq!(office.enter("Émile", RIGHT).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn passwords_are_not_guessed() {
    let office = Office::new();
    for (name, password) in
        [("Anne", ""), ("", RIGHT), ("Anne", "une phrase"), ("anne", RIGHT), ("nobody", RIGHT)]
    {
        let answer = office.enter(name, password);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(
            answer.header("set-cookie").is_empty() && answer.text.contains("action=\"/login\""),
            "{}",
            answer.text
        );
    }
    for _ in 0..4 {
        office.enter("Anne", "une autre phrase");
    }
    let waits = office.enter("Anne", RIGHT);
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!waits.header("retry-after").is_empty() && waits.header("set-cookie").is_empty());
}

#[test]
fn other_hosts_and_origins_are_refused_here_too() {
    let office = Office::new();
    let cookie = office.entered("Anne");
    for (host, origin) in [
        (HOST, "http://ateliers.example.fr"),
        (HOST, "https://evil.example"),
        ("evil.example", "https://ateliers.example.fr"),
        ("127.0.0.1:8420", "http://127.0.0.1:8420"),
    ] {
        for path in ["/login", "/logout", "/projects/small"] {
            let request = axum::http::Request::builder().method("POST").uri(path);
            let request = request.header("host", host).header("origin", origin).header("cookie", &cookie);
            let answer = office.desk.ask(request.body(Body::empty()).expect("a request"));
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{host} {origin} {path}");
        }
    }
    assert_eq!(office.get("/", &cookie).status, StatusCode::OK, "she is still in");
}

#[test]
fn nobody_says_who_they_are_on_their_own_machine() {
    let desk = Desk::with(&[]);
    assert_eq!(desk.get("/login").status, StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/login", "name=a&password=b").status, StatusCode::NOT_FOUND);
    assert!(!desk.get("/").text.contains("/logout"));
}

/// The text after a mark, up to a quotation mark.
#[track_caller]
fn after<'a>(answer: &'a Answered, mark: &str) -> &'a str {
    let rest = answer.text.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark}: {}", answer.text));
    rest.split('"').next().unwrap_or_default()
}

#[test]
fn two_planners_see_who_changed_a_table_and_who_saved_it() {
    const TABLE: &str = "/projects/small/data/residents";
    let office = Office::new();
    let [anne, emile] = ["Anne", "Émile"].map(|name| office.entered(name));
    let seen = office.get(&format!("{TABLE}/state"), &emile);
    let stamp = after(&seen, "data-stamp=\"").to_owned();
    let changed = office.change(TABLE, &anne, &stamp, r#"{"set":{"row":1,"column":1,"value":"25539"}}"#);
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.text);
    // Both see it in the list of unsaved changes.
    for who in [&anne, &emile] {
        let state = office.get(&format!("{TABLE}/state"), who).text;
        assert!(
            state.contains("1 changement non enregistré") && state.contains("Ligne 3, commune"),
            "{state}"
        );
        assert!(state.contains("Anne, ") && state.contains("data-by=\"Anne\""), "{state}");
    }
    // The later change is refused, with the name of the other planner, and nothing is overwritten.
    let late = office.change(TABLE, &emile, &stamp, r#"{"set":{"row":1,"column":1,"value":"25314"}}"#);
    assert!(
        late.status == StatusCode::CONFLICT && late.text.contains("modifié entre-temps par Anne"),
        "{}",
        late.text
    );
    let saved =
        office.post(&format!("{TABLE}/save"), &emile, &format!("stamp={}", after(&changed, "data-stamp=\"")));
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    let project = office.get("/projects/small", &anne).text;
    assert!(
        project.contains("Derniers enregistrements") && project.contains("residents.csv enregistré"),
        "{project}"
    );
    assert!(project.contains("<span class=\"quiet\">Émile, "), "{project}");
}

#[test]
fn two_planners_see_who_changed_the_plan() {
    const PLAN: &str = "/projects/small/plan";
    let office = Office::new();
    let [anne, emile] = ["Anne", "Émile"].map(|name| office.entered(name));
    let seen = office.get(PLAN, &emile);
    let version = after(&seen, "data-version=\"").to_owned();
    let step = format!("version={version}&cycle=C002&slot=tue-1400&trainer=T1&first=2026-01-27");
    assert_eq!(office.post(&format!("{PLAN}/step"), &anne, &step).status, StatusCode::SEE_OTHER);
    let news = office.get(&format!("{PLAN}/news?quick=1&version={version}"), &emile);
    assert!(
        news.text.contains("Anne a modifié ce plan") && news.text.contains("C002 déplacé"),
        "{}",
        news.text
    );
    let late = office.post(&format!("{PLAN}/step"), &emile, &step);
    assert!(
        late.status == StatusCode::CONFLICT && late.text.contains("entre-temps par Anne"),
        "{}",
        late.text
    );
    let shown = office.get(PLAN, &emile);
    assert!(shown.text.contains("1 geste non enregistré") && shown.text.contains("Anne, "), "{}", shown.text);
    // A window that shows the current version gets no notice.
    let version = after(&shown, "data-version=\"");
    let quiet = office.get(&format!("{PLAN}/news?quick=1&version={version}"), &emile);
    assert_eq!((quiet.status, quiet.text.as_str()), (StatusCode::NO_CONTENT, ""));
    // Unsaved changes keep their author, even after the program was killed.
    let Office { desk, .. } = &office;
    let files = std::fs::read_dir(desk.home.path().join("projects/small/.ateliers-drafts")).expect("drafts");
    let names: Vec<_> = files.flatten().map(|file| file.file_name()).collect();
    assert!(!format!("{names:?}").contains("Anne"), "no name of somebody in a file's name");
}

#[test]
fn two_planners_see_what_the_other_fills_in_of_the_settings() {
    const SETTINGS: &str = "/projects/small/settings";
    let office = Office::new();
    let [anne, emile] = ["Anne", "Émile"].map(|name| office.entered(name));
    let filled = "was%3Acycle.min_group=3&cycle.min_group=4";
    assert_eq!(office.post(&format!("{SETTINGS}/check"), &anne, filled).status, StatusCode::OK);
    let others = office.get(&format!("{SETTINGS}/others"), &emile).text;
    assert!(others.contains("Anne, ") && others.contains("cycle.min_group"), "{others}");
    assert_eq!(office.get(&format!("{SETTINGS}/others"), &anne).text.trim(), "", "her own is in her form");
    let own = office.get(SETTINGS, &anne).text;
    assert!(
        own.contains("name=\"cycle.min_group\" type=\"text\" inputmode=\"decimal\" value=\"4\""),
        "{own}"
    );
    assert!(own.contains("n’est pas encore enregistré"), "{own}");
    let left = office.post(SETTINGS, &anne, "do=leave");
    assert_eq!(left.status, StatusCode::SEE_OTHER);
    assert_eq!(office.get(&format!("{SETTINGS}/others"), &emile).text.trim(), "");
}
