//! What enrolments refer to: communes, slots and tracks of a scenario whose own enrolments may not exist yet.

use std::path::Path;

use sha2::Sha256;

use super::assemble::{Shelf, scenario_of};
use super::communes::Communes;
use super::open::OpenFiles;
use super::parts::Parts;
use super::slots::Slots;
use super::sources::Sources;
use super::tables;
use super::tables::kind::Kind;
use super::tracks::{Tracks, TracksTaught};
use crate::diagnostics::{Faults, WithWarnings};
use crate::instance::entities::{Commune, Slot};

/// The communes, slots and tracks of a scenario.
#[derive(Debug)]
pub struct Ground {
    pub(super) communes: Communes,
    pub(super) slots: Slots,
    taught: Vec<TracksTaught>,
    are_trainers_known: bool,
    pub(super) residents: Parts,
}

impl Ground {
    /// The communes, in the order of their table.
    pub fn communes(&self) -> &[Commune] {
        &self.communes.rows
    }

    /// The slots, in the order of their table.
    pub fn slots(&self) -> &[Slot] {
        &self.slots.rows
    }

    /// The tracks that trainers name, sorted.
    pub fn tracks(&self) -> Vec<String> {
        let named = self.taught.iter().filter_map(|taught| match taught {
            TracksTaught::Every => None,
            TracksTaught::These(names) => Some(names),
        });
        let mut tracks: Vec<String> = named.flatten().cloned().collect();
        tracks.sort();
        tracks.dedup();
        tracks
    }

    /// The tracks that an enrolment may name.
    pub(super) fn wanted(&self) -> Tracks {
        Tracks::taught(&self.taught, self.are_trainers_known)
    }
}

/// Reads the communes and slots of a scenario, and as much as possible of its trainers and enrolments.
///
/// # Errors
/// Every fault and warning of the scenario, its communes and its slots, sorted by file and line.
pub fn read_ground(path: &Path) -> WithWarnings<Ground> {
    let mut faults = Faults::default();
    let sources = Sources::disk();
    let open = OpenFiles::of_scenario(&sources, path.parent().unwrap_or(Path::new("")), path);
    let mut digest = Sha256::default();
    let scenario = scenario_of(path, None, &open, &mut digest, &mut faults);
    let ground = scenario.map(|(scenario, _)| {
        let mut table = |kind, faults: &mut Faults| open.table(kind, &scenario, &mut digest, faults);
        let communes = tables::communes::communes(&table(Kind::Communes, &mut faults), &mut faults);
        let slots = tables::slots::slots(&table(Kind::Slots, &mut faults), None, &mut faults);
        // Reporting faults of these is up to `validate`.
        let mut unsaid = Faults::default();
        let trainers = table(Kind::Trainers, &mut unsaid);
        let trainers = tables::trainers::trainers(&trainers, &communes, &slots, &mut unsaid);
        let residents = table(Kind::Residents, &mut unsaid);
        let are_trainers_known = trainers.table.names.is_complete();
        Ground { communes, slots, taught: trainers.taught, are_trainers_known, residents }
    });
    faults.verdict(ground)
}
