//! What a plan was made from, part by part, so that copies of a scenario are recognised as the same wherever they are stored.
//!
//! # Design
//! Why not the digest that plans carry? It covers the bytes of files, but a copy in another folder refers to its tables by other
//! paths, and a variant of a batch has its own name. What counts here is the data read. The search's limits and seed are not part
//! of the problem. Digests are only compared within one run of the program.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::instance::Instance;
use crate::instance::rules::{Rules, SolverSettings};

/// Digests of the parts of an input, by the suffix of their keys in the catalogue, e.g. `input-residents`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    parts: BTreeMap<&'static str, u64>,
}

impl Inputs {
    /// Digests of the data of `instance`.
    pub fn of(instance: &Instance) -> Self {
        let solver = SolverSettings { time_limit_s: 0.0, gap: 0.0, seed: 0, threads: 0 };
        let rules = Rules { solver, ..instance.rules.clone() };
        let parts = [
            ("communes", digest(&instance.communes)),
            ("roads", ways(instance)),
            ("slots", digest(&instance.slots)),
            ("venues", digest(&instance.venues)),
            ("trainers", digest(&(&instance.trainers, &instance.tracks))),
            ("kits", digest(&instance.kits)),
            ("residents", digest(&(&instance.residents, &instance.parties))),
            ("closures", digest(&instance.closures)),
            ("settings", digest(&rules)),
            ("announced", digest(&instance.announced)),
        ];
        Self { parts: parts.into() }
    }

    /// The parts in which another input differs.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let differs =
            |(part, digest): (&&'static str, &u64)| (other.parts.get(part) != Some(digest)).then_some(*part);
        self.parts.iter().filter_map(differs).collect()
    }
}

/// Feeds text to a hasher as it is written.
struct Hashing(DefaultHasher);

impl Write for Hashing {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

/// A digest of all fields of a value, as listed by `Debug`, so that a field added later cannot be forgotten.
fn digest(value: &impl Debug) -> u64 {
    let mut hashing = Hashing(DefaultHasher::new());
    // Feeding a hasher does not fail.
    let _ = write!(hashing, "{value:?}");
    hashing.0.finish()
}

/// A digest of the legs between all communes.
fn ways(instance: &Instance) -> u64 {
    let mut hasher = DefaultHasher::new();
    for from in instance.communes.keys() {
        for to in instance.communes.keys() {
            let leg = instance.travel.leg(from, to).map(|leg| (leg.minutes, leg.km));
            (leg, instance.travel.is_measured(from, to)).hash(&mut hasher);
        }
    }
    hasher.finish()
}
