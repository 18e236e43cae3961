//! The tracks: names that trainers teach and residents want; they have no table of their own.
//!
//! A resident's track resolves when some trainer teaches it or teaches every track (`*`), or when there are no trainers
//! at all. A track that is taught but not wanted still exists.

use std::collections::{BTreeSet, HashMap};

use typed_index_collections::TiVec;

use super::column::Column;
use super::row::Row;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::instance::entities::{Resident, Trainer};
use crate::instance::ids::TrackId;

/// What a trainer teaches, by name; the full set of names is only known once the residents are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TracksTaught {
    /// `*`: every track named anywhere.
    Every,
    /// These.
    These(BTreeSet<String>),
}

/// The tracks named so far; positions are by first mention until [`Tracks::settle`] sorts them.
#[derive(Debug)]
pub(crate) struct Tracks {
    names: Vec<String>,
    positions: HashMap<String, TrackId>,
    // Whether a track that no trainer names is accepted.
    is_open: bool,
}

impl Tracks {
    /// The tracks that trainers teach; `is_known` is whether their table was read.
    pub(crate) fn taught(taught: &[TracksTaught], is_known: bool) -> Self {
        let mut tracks = Self { names: Vec::new(), positions: HashMap::new(), is_open: !is_known };
        tracks.is_open |= taught.is_empty() || taught.contains(&TracksTaught::Every);
        let named = taught.iter().filter_map(|taught| match taught {
            TracksTaught::Every => None,
            TracksTaught::These(names) => Some(names),
        });
        for name in named.flatten() {
            tracks.intern(name);
        }
        tracks
    }

    /// The track that a resident wants; reports one that no trainer teaches.
    pub(crate) fn wanted(&mut self, row: &mut Row<'_>, column: Column, name: &str) -> Option<TrackId> {
        if let Some(&track) = self.positions.get(name) {
            return Some(track);
        }
        let is_listable = !name.contains(char::is_whitespace) && name != "*";
        if self.is_open && is_listable {
            return Some(self.intern(name));
        }
        let (place, names) = (row.at(column), &self.names);
        let code = if is_listable { Code::UnknownTrack } else { Code::BadIdentifier };
        row.faults.add_with(code, place, |fault: Diagnostic| {
            let similar = nearest(name, names.iter().map(String::as_str));
            fault.with("value", name).suggesting("hint-nearest", similar)
        });
        None
    }

    fn intern(&mut self, name: &str) -> TrackId {
        if let Some(&track) = self.positions.get(name) {
            return track;
        }
        let track = TrackId::from(self.names.len());
        self.positions.insert(name.to_owned(), track);
        self.names.push(name.to_owned());
        track
    }

    /// Sorts the tracks by name, so that they do not depend on the order of rows, and gives residents and trainers their
    /// final positions.
    pub(crate) fn settle(
        self,
        residents: &mut [Resident],
        trainers: &mut [Trainer],
        taught: &[TracksTaught],
    ) -> TiVec<TrackId, String> {
        let sorted: BTreeSet<&String> = self.names.iter().collect();
        let sorted: TiVec<TrackId, String> = sorted.into_iter().cloned().collect();
        let position = |name: &String| sorted.binary_search(name).ok();
        let moved: Vec<Option<TrackId>> = self.names.iter().map(position).collect();
        for resident in residents {
            resident.track = moved[usize::from(resident.track)].unwrap_or(resident.track);
        }
        for (trainer, taught) in trainers.iter_mut().zip(taught) {
            trainer.tracks = match taught {
                TracksTaught::Every => sorted.keys().collect(),
                TracksTaught::These(names) => names.iter().filter_map(position).collect(),
            };
        }
        sorted
    }
}
