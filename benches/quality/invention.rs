//! Instances that are made anew, always the same, by `ateliers territory invent`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// First day of every invented instance: a Monday.
const FIRST_DAY: Date = date(2026, 1, 5);
/// Seed of its draws; that of the search varies instead.
const SEED: &str = "1";
/// Where they are made.
const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/instances");

/// The communes to choose from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Region {
    /// The 72 communes of `data/pma/territory`.
    Agglomeration,
    /// The 1,200 communes of `data/bench/region`.
    Departments,
}

/// What is invented.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Invention {
    pub region: Region,
    pub residents: usize,
    /// The communes nearest to the largest one.
    pub communes: usize,
    pub trainers: usize,
    /// Length of the horizon.
    pub days: i32,
}

/// Makes an instance and returns its scenario. Within 2026 it has that year's closures; beyond, the pauses that the command
/// invents.
pub(crate) fn made(name: &str, invention: &Invention) -> PathBuf {
    let folder = Path::new(FOLDER).join(name);
    // What an earlier run made, since the command replaces nothing.
    let _ = fs::remove_dir_all(&folder);
    let tables = match invention.region {
        Region::Agglomeration => "data/pma/territory",
        Region::Departments => "data/bench/region",
    };
    let last_day = FIRST_DAY.checked_add((invention.days - 1).days()).expect("a day of the calendar");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    command
        .args(["territory", "invent", "--lang", "fr", "--seed", SEED])
        .args(["--communes", &format!("{tables}/communes.csv")])
        .args(["--boundaries", &format!("{tables}/communes.geojson")])
        .args(["--residents", &invention.residents.to_string()])
        .args(["--nearest", &invention.communes.to_string()])
        .args(["--trainers", &invention.trainers.to_string()])
        .args(["--from", &FIRST_DAY.to_string(), "--to", &last_day.to_string()])
        .arg("--out")
        .arg(&folder);
    if last_day.year() == FIRST_DAY.year() {
        command.args(["--closures", "data/bench/region/closures.csv"]);
    }
    let output = command.output().expect("the program can be started");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    folder.join("scenario.toml")
}
