//! A server on its own port, tested byte by byte.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::JoinHandle;
use std::time::Duration;

use ateliers::web::{Limits, Opening, Server, Stopper};
use tempfile::TempDir;

/// A running server, and the cookie of a browser with access.
pub(super) struct Running {
    pub(super) port: u16,
    pub(super) cookie: String,
    stopper: Stopper,
    thread: Option<JoinHandle<std::io::Result<()>>>,
    _home: TempDir,
}

impl Running {
    pub(super) fn with(limits: Limits) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let opening = Opening { folder: home.path().to_owned(), lang: None, limits, shared: None };
        let server = Server::open(&opening, Some(0)).expect("a port");
        let address = server.site().address();
        let port = address[17..].split('/').next().and_then(|port| port.parse().ok()).expect("a port");
        let stopper = server.stopper();
        let thread = Some(std::thread::spawn(move || server.run()));
        let mut running = Self { port, cookie: String::new(), stopper, thread, _home: home };
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

    pub(super) fn ended(mut self) {
        self.stopper.stop();
        let ended = self.thread.take().expect("a thread").join().expect("no panic");
        ended.expect("ended");
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
    let opening = Opening { folder: ".".into(), lang: None, limits: Limits::default(), shared: None };
    let taken = Server::open(&opening, Some(running.port)).expect_err("taken");
    assert_eq!(taken.kind(), std::io::ErrorKind::AddrInUse);
    running.ended();
}
