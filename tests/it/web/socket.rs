//! A server on its own port, tested byte by byte.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ateliers::web::{Limits, Opening, Server, Stopper};
use tempfile::TempDir;

/// A running server, and the cookie of a browser with access.
pub(super) struct Running {
    pub(super) port: u16,
    pub(super) cookie: String,
    stopper: Stopper,
    thread: Option<JoinHandle<std::io::Result<()>>>,
    home: TempDir,
}

impl Running {
    pub(super) fn with(limits: Limits) -> Self {
        Self::over(&[], limits)
    }

    /// One over copies of these fixtures.
    fn over(projects: &[&str], limits: Limits) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for name in projects {
            super::copied(&Path::new("data/fixtures").join(name), &home.path().join(name));
        }
        let opening = Opening {
            folder: home.path().to_owned(),
            lang: None,
            limits,
            shared: None,
            program: super::program(),
        };
        let server = Server::open(&opening, Some(0)).expect("a port");
        let address = server.site().address();
        let port = address[17..].split('/').next().and_then(|port| port.parse().ok()).expect("a port");
        let stopper = server.stopper();
        let thread = Some(std::thread::spawn(move || server.run()));
        let mut running = Self { port, cookie: String::new(), stopper, thread, home };
        let entered = running.said(&running.head("GET", super::path_of(&address)));
        let cookie = entered.split("set-cookie: ").nth(1).and_then(|rest| rest.split(';').next());
        cookie.unwrap_or_else(|| panic!("no cookie: {entered}")).clone_into(&mut running.cookie);
        running
    }

    /// The head of a request that asks for the connection to be closed.
    pub(super) fn head(&self, method: &str, path: &str) -> String {
        let (port, cookie) = (self.port, &self.cookie);
        format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
        )
    }

    pub(super) fn connected(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
        stream
    }

    /// The answer until the connection is closed.
    pub(super) fn said(&self, request: &str) -> String {
        let mut stream = self.connected();
        stream.write_all(request.as_bytes()).expect("sent");
        rest(&mut stream)
    }

    /// Sends a form.
    fn post(&self, path: &str, form: &str) {
        let head = self.head("POST", path);
        let kind = "application/x-www-form-urlencoded";
        let more = format!("Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{form}", form.len());
        let answer = self.said(&head.replace("\r\n\r\n", &format!("\r\n{more}")));
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    }

    pub(super) fn ended(self) {
        drop(self.ended_in());
    }

    /// Ends it; returns its folder.
    fn ended_in(mut self) -> TempDir {
        self.stopper.stop();
        let ended = self.thread.take().expect("a thread").join().expect("no panic");
        ended.expect("ended");
        self.home
    }
}

/// Everything until the other side closes.
pub(super) fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is reset is closed too.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_server_listens_on_this_machine_alone_and_ends_when_it_is_told() {
    let running = Running::with(Limits::default());
    assert!(running.said(&running.head("GET", "/")).starts_with("HTTP/1.1 200"));
    // No other address of the machine answers.
    assert!(TcpStream::connect(("127.0.0.2", running.port)).is_err());
    // An idle connection does not block anything.
    let idle = running.connected();
    let port = running.port;
    running.ended();
    drop(idle);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[test]
fn a_port_that_is_taken_is_told() {
    let running = Running::with(Limits::default());
    let opening = Opening {
        folder: ".".into(),
        lang: None,
        limits: Limits::default(),
        shared: None,
        program: super::program(),
    };
    let taken = Server::open(&opening, Some(running.port)).expect_err("taken");
    assert_eq!(taken.kind(), std::io::ErrorKind::AddrInUse);
    running.ended();
}

#[test]
fn what_works_behind_the_pages_ends_with_the_server() {
    const PROJECT: &str = "/projects/small";
    let limits = Limits { ending: Duration::from_mins(5), ..Limits::default() };
    let running = Running::over(&["small"], limits);
    running.post(&format!("{PROJECT}/documents"), "lang=fr");
    running.post(&format!("{PROJECT}/planning"), "amount=seconds&seconds=3600&start=anew");
    running.post(&format!("{PROJECT}/waiting"), "try=minutes&minutes=90");
    let begun = Instant::now();
    while running.said(&running.head("GET", &format!("{PROJECT}/planning/now"))).contains("Lecture") {
        assert!(begun.elapsed() < Duration::from_mins(1), "it does not begin");
    }
    let asked = Instant::now();
    let home = running.ended_in();
    // A search of an hour, a queued trial, and documents: shutdown waits for none of them.
    assert!(asked.elapsed() < Duration::from_mins(1), "{:?}", asked.elapsed());
    let project = home.path().join("small");
    let names = |folder: &Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    assert!(
        !names(&project).iter().any(|name| name.starts_with(".ateliers-") && name.contains(".part")),
        "{:?}",
        names(&project)
    );
    assert!(project.join("plan/plan.json").is_file() || project.join(".ateliers-search").is_dir());
    let documents = names(&project.join("documents"));
    assert!(
        documents.is_empty() || documents.iter().any(|name| name.starts_with("documents.")),
        "all or none"
    );
}
