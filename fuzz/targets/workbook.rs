//! Feeds the readers of workbooks.
#![no_main]

use std::path::Path;

use ateliers::input::{Sources, read_scenario_from};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for name in ["plan.xlsx", "plan.ods"] {
        let _ = read_scenario_from(&Sources::memory().with(name, bytes), Path::new(name));
    }
});
