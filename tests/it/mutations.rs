//! Files with their bytes changed, truncated, doubled and mixed with difficult tokens, given to every reader: none
//! panics. The same bytes in every run; `fuzz/` searches for others.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::readers::{FILES, Readers};

/// Mutations of each file; `ATELIERS_MUTATIONS` asks for more.
const ROUNDS: u64 = 120;

/// Tokens that are difficult for readers.
const TOKENS: [&[u8]; 36] = [
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xe9",
    b"\xc3",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"-",
    b"-1",
    b"0",
    b"1e999",
    b"NaN",
    b"9223372036854775808",
    b"999999999999999999999999",
    b"0.0000000001",
    b"1,5",
    b"0000-01-01",
    b"9999-12-31",
    b"2026-02-30",
    b"24:00",
    b"*",
    b"=1+1",
    b"[",
    b"]",
    b"{",
    b"}",
    b"null",
    b"\\u009b",
    b"\\ud800",
    b"BEGIN:VEVENT\r\n",
    b"\xe2\x80\xae",
];

fn mutated(bytes: &[u8], random: &mut Pcg64Mcg) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.random_range(1..5) {
        let at = random.random_range(0..=bytes.len());
        let until = (at + random.random_range(1..12)).min(bytes.len());
        match random.random_range(0..6) {
            0 if at < bytes.len() => bytes[at] = random.random_range(0..=255),
            1 => _ = bytes.drain(at..until),
            2 => bytes.truncate(at),
            3 => {
                let piece = bytes[at..until].to_vec();
                let again = random.random_range(0..=bytes.len());
                bytes.splice(again..again, piece);
            }
            4 => _ = bytes.splice(at..until, TOKENS[random.random_range(0..TOKENS.len())].iter().copied()),
            _ => _ = bytes.splice(at..at, TOKENS[random.random_range(0..TOKENS.len())].iter().copied()),
        }
    }
    bytes
}

#[test]
fn no_reader_panics_whatever_it_is_given() {
    let readers = Readers::new();
    let asked = std::env::var("ATELIERS_MUTATIONS").ok().and_then(|rounds| rounds.parse().ok());
    for (number, (file, _)) in FILES.iter().enumerate() {
        let sound = readers.sound(file);
        readers.feed(file, &sound);
        for round in 0..asked.unwrap_or(ROUNDS) {
            let bytes = mutated(&sound, &mut Pcg64Mcg::seed_from_u64((number as u64) << 32 | round));
            let read = catch_unwind(AssertUnwindSafe(|| readers.feed(file, &bytes)));
            assert!(read.is_ok(), "{file}, round {round}: {:?}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn half_a_position_is_no_panic_anywhere() {
    let readers = Readers::new();
    let outlines = String::from_utf8(readers.sound("outlines.geojson")).expect("UTF-8");
    for (from, to) in [
        ("[6.8,47.4]", "[6.8]"),
        ("[6.8,47.4]", "[]"),
        ("\"coordinates\":[6.9,47.3]", "\"coordinates\":[6.9]"),
    ] {
        assert!(outlines.contains(from));
        readers.feed("outlines.geojson", outlines.replace(from, to).as_bytes());
    }
}
