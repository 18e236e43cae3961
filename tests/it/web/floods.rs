//! Too much, too slow, too many.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ateliers::web::Limits;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;

use super::Desk;
use super::socket::{Running, rest};

#[test]
fn two_hundred_at_once_are_answered() {
    let running = Arc::new(Running::with(Limits { connections: 50, at_once: 4, ..Limits::default() }));
    let threads: Vec<_> = (0..200)
        .map(|_| {
            let running = Arc::clone(&running);
            std::thread::spawn(move || running.said(&running.head("GET", "/")))
        })
        .collect();
    let answers = threads.into_iter().map(|thread| thread.join().expect("no panic"));
    assert_eq!(answers.filter(|answer| answer.starts_with("HTTP/1.1 200")).count(), 200);
    Arc::into_inner(running).expect("the last").ended();
}

#[test]
fn what_is_too_slow_is_cut() {
    let short = Duration::from_millis(300);
    let running = Running::with(Limits { head: short, request: short, ..Limits::default() });
    let begun = Instant::now();
    // A head that never ends.
    let mut head = running.connected();
    head.write_all(b"GET / HTTP/1.1\r\nHost: 127").expect("sent");
    assert!(!rest(&mut head).contains(" 200 "));
    // A connection that never says anything.
    assert_eq!(rest(&mut running.connected()), "");
    // A body that never ends.
    let mut body = running.connected();
    let more = "\r\nContent-Length: 100\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x";
    body.write_all(running.head("POST", "/projects").replace("\r\n\r\n", more).as_bytes()).expect("sent");
    assert!(rest(&mut body).starts_with("HTTP/1.1 408"));
    assert!(begun.elapsed() < Duration::from_secs(20), "each was cut");
    assert!(running.said(&running.head("GET", "/")).starts_with("HTTP/1.1 200"), "others are answered");
    running.ended();
}

#[test]
fn what_is_too_large_is_refused() {
    let desk = Desk::limited(&[], Limits { file_bytes: 100_000, ..Limits::default() });
    let send = |n_bytes: usize| {
        let file = ("workbook", "a.xlsx", vec![b'x'; n_bytes]);
        desk.send("/projects", &[("from", "workbook")], &[(file.0, file.1, &file.2)])
    };
    let large = send(100_000);
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.text.contains("<!doctype html>") && large.text.contains("trop volumineux"));
    assert_eq!(send(99_000).status, StatusCode::UNPROCESSABLE_ENTITY, "it is read, and is no workbook");
    // Its size is not stated.
    let chunks = of_unknown_size(100, 10_000);
    let request = desk.own("POST", "/projects").header("content-type", "multipart/form-data; boundary=x");
    assert_eq!(desk.ask(request.body(chunks).expect("a request")).status, StatusCode::PAYLOAD_TOO_LARGE);
}

/// A body of chunks of unknown total size.
fn of_unknown_size(n_chunks: usize, n_bytes: usize) -> Body {
    let head = Bytes::from_static(
        b"--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\n",
    );
    let chunks = std::iter::once(head).chain(std::iter::repeat_n(Bytes::from(vec![b'x'; n_bytes]), n_chunks));
    Body::new(Chunked(chunks))
}

/// Frames of an iterator.
struct Chunked<I>(I);

impl<I: Iterator<Item = Bytes> + Unpin> axum::body::HttpBody for Chunked<I> {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        std::task::Poll::Ready(self.0.next().map(|chunk| Ok(hyper::body::Frame::data(chunk))))
    }
}
