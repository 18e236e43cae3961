//! What is measured, and what it must reach.

use super::invention::{Invention, Region};
use super::measure::Limits;

/// An instance, its limit and its target.
pub(crate) struct Trial {
    pub name: &'static str,
    pub scenario: Scenario,
    /// Seconds on the wall clock.
    pub time_limit_s: f64,
    /// Largest median gap that is good enough.
    pub gap: f64,
    /// Most memory, mebibytes.
    pub memory_mib: f64,
    /// Where it is known, euros.
    pub optimum: Option<f64>,
}

/// Where the scenario of a trial comes from.
pub(crate) enum Scenario {
    /// A file of the repository.
    Shipped(&'static str),
    /// Made anew by `ateliers territory invent` before it is measured.
    Invented(Invention),
}

/// Most memory of the smaller instances, mebibytes.
const MEMORY_MIB: f64 = 2_048.0;

pub(crate) const TRIALS: [Trial; 6] = [
    Trial {
        name: "tiny",
        scenario: Scenario::Shipped("data/bench/instances/tiny/scenario.toml"),
        time_limit_s: 10.0,
        gap: PROVEN,
        memory_mib: MEMORY_MIB,
        optimum: Some(13_193.72),
    },
    Trial {
        name: "pilot",
        scenario: Scenario::Shipped("data/bench/instances/pilot/scenario.toml"),
        time_limit_s: 60.0,
        gap: PROVEN,
        memory_mib: MEMORY_MIB,
        optimum: None,
    },
    Trial {
        name: "phase1",
        scenario: Scenario::Shipped("data/bench/instances/phase1/scenario.toml"),
        time_limit_s: 60.0,
        gap: 0.01,
        memory_mib: MEMORY_MIB,
        optimum: None,
    },
    Trial {
        name: "rollout",
        scenario: Scenario::Shipped("data/pma/rollout/scenario.toml"),
        time_limit_s: 120.0,
        gap: 0.01,
        memory_mib: MEMORY_MIB,
        optimum: None,
    },
    Trial {
        name: "year-5000",
        scenario: Scenario::Invented(Invention {
            region: Region::Agglomeration,
            residents: 5_000,
            communes: 72,
            trainers: 8,
            days: DAYS_OF_2026,
        }),
        time_limit_s: 300.0,
        gap: 0.015,
        memory_mib: MEMORY_MIB,
        optimum: None,
    },
    Trial {
        name: "region-20000",
        scenario: Scenario::Invented(Invention {
            region: Region::Departments,
            residents: 20_000,
            communes: 600,
            trainers: 30,
            days: DAYS_OF_2026,
        }),
        time_limit_s: 600.0,
        gap: 0.03,
        memory_mib: 8_192.0,
        optimum: None,
    },
];

/// A gap that is only the rounding of a row.
const PROVEN: f64 = 1e-6;
/// From Monday, 5 January to the end of the year, whose closures are known.
const DAYS_OF_2026: i32 = 361;

impl Trial {
    /// The protocol's limits.
    pub(crate) fn limits(&self, seed: u64) -> Limits {
        Limits { seed, time_limit_s: self.time_limit_s, work_limit: None }
    }
}
