//! Feeds the readers of tables; the first byte says which.
#![no_main]

#[path = "../../tests/it/readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;

const TABLES: [&str; 9] = [
    "communes.csv",
    "roads.csv",
    "distances.csv",
    "slots.csv",
    "venues.csv",
    "trainers.csv",
    "kits.csv",
    "residents.csv",
    "closures.csv",
];

thread_local!(static READERS: readers::Readers = readers::Readers::new());

fuzz_target!(|bytes: &[u8]| {
    if let Some((&first, rest)) = bytes.split_first() {
        READERS.with(|readers| readers.feed(TABLES[usize::from(first) % TABLES.len()], rest));
    }
});
