//! `territory distances --osrm`: a small OSRM server, working, slow, busy or broken, and the reports about it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use ateliers::app::common::Failure;
use ateliers::app::territory::distances::{Gathered, Request, gather};
use ateliers::diagnostics::{hint, message};
use ateliers::input::matrix::Called;
use ateliers::input::osrm::Server;
use ateliers::messages::{Lang, Messages};

use crate::cli::Place;

/// Codes of `diagnostics` that these tests trigger.
pub(crate) const CODES: [&str; 3] = ["E617", "E618", "E619"];

/// A reply to a client, and its delay.
struct Reply {
    status: &'static str,
    headers: &'static str,
    body: String,
    /// Number of bytes by which the header's length exceeds the body.
    missing: usize,
    after: Duration,
}

fn reply(status: &'static str, body: &str) -> Reply {
    Reply { status, headers: "", body: body.to_owned(), missing: 0, after: Duration::ZERO }
}

/// A server on this machine, and the requests that it received. Its thread waits for requests as long as the tests run.
struct Osrm {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
    /// How long its client waits for an answer, seconds.
    patience_s: u64,
}

impl Osrm {
    /// A server that answers each request by its number, from 0, and path.
    fn serving(answer: impl Fn(usize, &str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (paths, answer) = (Arc::clone(&asked), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let path = path(&stream);
                let mut paths = paths.lock().expect("paths");
                let (number, answer) = (paths.len(), Arc::clone(&answer));
                paths.push(path.clone());
                // A slow answer does not block others.
                thread::spawn(move || send(stream, &answer(number, &path)));
            }
        });
        Self { url, asked, patience_s: 2 }
    }

    fn n_asked(&self) -> usize {
        self.asked.lock().expect("paths").len()
    }

    /// The distances collected over the small communes.
    fn gathered(&self, place: &Place, table_size: usize) -> Result<Gathered, Failure> {
        let server = Server {
            url: &self.url,
            table_size,
            timeout_s: self.patience_s,
            pause: Duration::from_millis(5),
        };
        gather(
            &Request {
                communes: &place.path("communes.csv"),
                files: &[],
                called: Called::default(),
                server: Some(server),
                out: &place.path("distances.csv"),
            },
            &|_, _| {},
        )
    }

    /// The single fault of a server: its code, its words and its hint.
    fn fault(&self) -> String {
        let Err(Failure::Input(found)) = self.gathered(&Place::new(), 100) else { panic!("a fault") };
        let messages = Messages::new(Lang::En);
        let [fault] = &found.faults[..] else { panic!("one fault: {:?}", found.faults) };
        assert_eq!(fault.at.file, self.url);
        let hint = hint(fault, &messages).expect("what to do");
        [fault.code.id(), &message(fault, &messages), &hint].join(" | ")
    }
}

/// The path that a client requests.
fn path(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    lines.find(String::is_empty);
    first.split(' ').nth(1).unwrap_or_default().to_owned()
}

fn send(mut stream: TcpStream, reply: &Reply) {
    thread::sleep(reply.after);
    let length = reply.body.len() + reply.missing;
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Length: {length}\r\n{}Connection: close\r\n\r\n",
        reply.status, reply.headers
    );
    // A client that has gone is not a fault of the server.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(reply.body.as_bytes()));
}

/// The answer of a working server: 1.3 times the straight line on a plane, at 50 km/h.
fn table(path: &str) -> Reply {
    let points = path.split_once("driving/").expect("a profile").1.split_once('?').expect("annotations").0;
    let points: Vec<(f64, f64)> = points
        .split(';')
        .map(|point| {
            let (lon, lat) = point.split_once(',').expect("a point");
            (lon.parse().expect("a number"), lat.parse().expect("a number"))
        })
        .collect();
    let metres = |one: &(f64, f64), other: &(f64, f64)| {
        (75_000.0 * (one.0 - other.0)).hypot(111_000.0 * (one.1 - other.1)) * 1.3
    };
    let grid = |unit: f64| {
        let row = |one| {
            let cells: Vec<String> =
                points.iter().map(|other| format!("{:.1}", metres(one, other) / unit)).collect();
            format!("[{}]", cells.join(","))
        };
        points.iter().map(row).collect::<Vec<_>>().join(",")
    };
    let body =
        format!("{{\"code\":\"Ok\",\"durations\":[{}],\"distances\":[{}]}}", grid(50.0 / 3.6), grid(1.0));
    reply("200 OK", &body)
}

/// The pairs as written.
fn lines(gathered: &Gathered) -> Vec<String> {
    gathered.pairs.iter().map(|pair| format!("{pair:?}")).collect()
}

#[test]
fn a_server_is_asked_and_the_table_is_written() {
    let (place, server) = (Place::new(), Osrm::serving(|_, path| table(path)));
    let command = format!(
        "territory distances --osrm {} --communes communes.csv --out distances.csv --lang en",
        server.url
    );
    let told = place.told(&command, 0);
    assert!(told.contains("measured pairs") && !told.contains("warning"), "{told}");
    let asked = server.asked.lock().expect("paths").clone();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(
        asked[0].starts_with("/table/v1/driving/") && asked[0].ends_with("?annotations=duration,distance")
    );
    place.edit("scenario.toml", "closures = ", "distances = \"distances.csv\"\nclosures = ");
    place.told("validate scenario.toml", 0);
}

#[test]
fn small_requests_give_the_same_table() {
    let place = Place::new();
    let whole = Osrm::serving(|_, path| table(path)).gathered(&place, 100).expect("a table");
    let server = Osrm::serving(|_, path| table(path));
    let in_parts = server.gathered(&place, 2).expect("a table");
    let n = whole.communes.len();
    assert_eq!(server.n_asked(), n * (n - 1) / 2);
    assert_eq!(lines(&in_parts), lines(&whole));
}

#[test]
fn what_a_file_has_is_not_replaced_and_what_is_missing_is_told() {
    let place = Place::new();
    std::fs::write(place.path("m.csv"), "from,to,km,minutes\n25304,25539,9.87,12\n").expect("written");
    let server = Osrm::serving(|_, _| {
        reply(
            "200 OK",
            r#"{"code":"Ok","durations":[[0,420,null],[420,0,null],[null,null,0]],
            "distances":[[0,4100,null],[4100,0,null],[null,null,0]]}"#,
        )
    });
    let command = "territory distances m.csv --communes communes.csv --out distances.csv --lang en --osrm";
    let told = place.told(&format!("{command} {}", server.url), 0);
    assert!(told.contains("W613") && told.contains("2 pairs of communes are not measured"), "{told}");
    let table = std::fs::read_to_string(place.path("distances.csv")).expect("a table");
    assert!(table.contains("25304,25539,9.87,12,") && table.contains("25539,25304,4.1,7,"), "{table}");
}

#[test]
fn a_busy_slow_or_hasty_server_is_asked_again() {
    let short = |path: &str| {
        let body = table(path).body;
        reply("200 OK", &body[..body.len() / 2])
    };
    let server = Osrm::serving(move |number, path| match number {
        0 => Reply { headers: "Retry-After: 0\r\n", ..reply("429 Too Many Requests", "") },
        1 => reply("500 Internal Server Error", "oops"),
        2 => Reply { after: Duration::from_secs(5), ..table(path) },
        3 => Reply { missing: 100, ..short(path) },
        _ => table(path),
    });
    let gathered = server.gathered(&Place::new(), 100).expect("a table in the end");
    assert_eq!((server.n_asked(), gathered.warnings.len()), (5, 0));
    let truncated = Osrm::serving(move |number, path| if number == 0 { short(path) } else { table(path) });
    assert_eq!(lines(&truncated.gathered(&Place::new(), 100).expect("a table")), lines(&gathered));
}

#[test]
fn a_server_that_stays_busy_is_given_up_and_one_that_says_no_is_not_asked_twice() {
    let busy = Osrm::serving(|_, _| reply("503 Service Unavailable", ""));
    let fault = busy.fault();
    assert!(fault.starts_with("E618 | the server refused the request: HTTP 503 |"), "{fault}");
    assert_eq!(busy.n_asked(), 5);
    for (status, body, words) in [
        (
            "400 Bad Request",
            r#"{"code":"TooBig","message":"Too many table coordinates"}"#,
            "TooBig: Too many table coordinates | request fewer",
        ),
        (
            "400 Bad Request",
            r#"{"code":"NoTable","message":"No table found"}"#,
            "HTTP 400, NoTable: No table found",
        ),
        ("200 OK", r#"{"code":"NoSegment"}"#, "HTTP 200, NoSegment"),
        ("404 Not Found", "<html>", "HTTP 404 |"),
    ] {
        let server = Osrm::serving(move |_, _| reply(status, body));
        let fault = server.fault();
        assert!(fault.starts_with("E618") && fault.contains(words), "{fault}");
        assert_eq!(server.n_asked(), 1, "{fault}");
    }
}

#[test]
fn an_answer_that_is_no_table_is_told() {
    for (body, words) in [
        ("<html></html>", "is not JSON"),
        (r#"{"code":"Ok","distances":[[0]]}"#, "no durations"),
        (r#"{"code":"Ok","durations":[[0]]}"#, "no distances"),
        (
            r#"{"code":"Ok","durations":[[0,1],[1,0]],"distances":[[0,1],[1,0]]}"#,
            "numbers of rows and columns",
        ),
        (
            r#"{"code":"Ok","durations":[[0,1,2],[1,0],[2,1,0]],"distances":[[0,1,2],[1,0,1],[2,1,0]]}"#,
            "numbers of rows and columns",
        ),
    ] {
        let fault = Osrm::serving(move |_, _| reply("200 OK", body)).fault();
        assert!(fault.starts_with("E619") && fault.contains(words), "{fault}");
    }
}

#[test]
fn a_server_that_is_not_there_or_too_slow_is_told_and_nothing_is_written() {
    let place = Place::new();
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let command = "territory distances --communes communes.csv --out distances.csv --osrm";
    let told = place.told(&format!("{command} http://{nobody}"), 2);
    assert!(told.contains("E617") && told.contains("nothing answers at this address"), "{told}");
    assert!(!place.path("distances.csv").exists());
    let mut slow = Osrm::serving(|_, path| Reply { after: Duration::from_secs(5), ..table(path) });
    slow.patience_s = 1;
    let fault = slow.fault();
    assert!(fault.starts_with("E617") && fault.contains("it takes too long"), "{fault}");
    for address in ["localhost:5000", "http://", "ftp://h", "http://a?b"] {
        let told = place.told(&format!("{command} {address}"), 2);
        assert!(told.contains("an address, such as `http://localhost:5000`"), "{told}");
    }
    assert!(place.told(&format!("{command} http://localhost --table-size 1"), 2).contains("2 or more"));
}
