//! Feeds the reader of `run.json`.
#![no_main]

#[path = "../../tests/it/readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;

thread_local!(static READERS: readers::Readers = readers::Readers::new());

fuzz_target!(|bytes: &[u8]| READERS.with(|readers| readers.feed("run.json", bytes)));
