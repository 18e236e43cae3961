//! Serves tables in memory as a scenario's tables, and derives their distances once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::stored::{Tables, Told};
use crate::diagnostics::{Faults, Place};
use crate::input::assemble::Shelf;
use crate::input::parts::Parts;
use crate::input::scenario::Scenario;
use crate::input::source::Source;
use crate::input::tables::kind::Kind;
use crate::territory::{MeasuredPair, Road, Travel};

/// Distances by the tables from which they follow.
#[derive(Debug, Default)]
pub(super) struct Distances(Mutex<BTreeMap<String, Travel>>);

/// Tables in memory.
pub(super) struct InMemory<'a> {
    pub(super) tables: &'a Tables,
    pub(super) distances: &'a Distances,
    /// The announced plan, if there is one.
    pub(super) announced: Option<&'a Told>,
}

impl Shelf for InMemory<'_> {
    fn table(&self, kind: Kind, _: &Scenario, digest: &mut Sha256, _: &mut Faults) -> Parts {
        // A missing table could not be read, which was reported.
        let Some(stored) = self.tables.get(&kind) else { return Parts::default() };
        digest.update(&stored.bytes);
        stored.parts.clone()
    }

    fn announced(&self, _: &str, _: Place, digest: &mut Sha256, _: &mut Faults) -> Option<Source> {
        // A missing plan could not be read, which was reported.
        let told = self.announced.inspect(|told| digest.update(&told.bytes))?;
        Some(told.source.clone())
    }

    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel {
        let file = |kind: Kind| self.tables.get(&kind).map_or("", |stored| stored.file.as_str());
        let key = [Kind::Communes, Kind::Roads, Kind::Distances].map(file).join(" ");
        let mut known = self.distances.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| Travel::new(n_communes, roads, measured)).clone()
    }
}
