//! All files of a scenario, read in the order of their digest and put together.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::digest::hex;
use super::label::is_invented;
use super::limits::COMMUNES;
use super::scenario::{self, Scenario};
use super::settings::{minutes, rules};
use super::source::Source;
use super::sources::Sources;
use super::tables;
use super::tables::closures::Scopes;
use super::tables::kind::Kind;
use super::tables::residents::{Known, PartyRow, Residents};
use super::tracks::Tracks;
use super::{amounts, parties};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::InstanceData;
use crate::instance::ids::CommuneId;
use crate::territory::{MeasuredPair, Road, Travel};
use typed_index_collections::TiVec;

/// Where the tables of a scenario come from.
pub(crate) trait Shelf {
    /// The table that the scenario names by `path`, its bytes added to the digest; `None` where a fault was reported.
    fn table(&self, kind: Kind, path: &str, asked: Asked<'_>, faults: &mut Faults) -> Option<Arc<Source>>;

    /// The distances that follow from these roads and measured pairs.
    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel;
}

/// Who asks for a table.
pub(crate) struct Asked<'a> {
    /// Where the scenario names it.
    pub(crate) named: Place,
    /// Takes its bytes.
    pub(crate) digest: &'a mut Sha256,
}

/// Tables as files of a folder.
struct Folder<'a> {
    sources: &'a Sources,
    path: &'a Path,
}

impl Shelf for Folder<'_> {
    fn table(&self, _: Kind, path: &str, asked: Asked<'_>, faults: &mut Faults) -> Option<Arc<Source>> {
        let path = self.path.join(path);
        Source::read(self.sources, &path, Some(asked.named), asked.digest, faults).map(Arc::new)
    }

    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel {
        Travel::new(n_communes, roads, measured)
    }
}

/// Reads a scenario and its tables, and says where the table of communes is; `None` where a fault was found.
pub(crate) fn read(sources: &Sources, path: &Path, faults: &mut Faults) -> Option<(InstanceData, PathBuf)> {
    let mut digest = Sha256::new();
    let source = Source::read(sources, path, None, &mut digest, faults)?;
    let scenario = scenario::read(&source, faults)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let data = put_together(&scenario, &source.name, digest, &Folder { sources, path: folder }, faults)?;
    Some((data, folder.join(&scenario.file.data.communes)))
}

/// Reads the tables of a scenario, whose own bytes `digest` has; `None` where a fault was found.
pub(crate) fn put_together(
    scenario: &Scenario,
    name: &str,
    digest: Sha256,
    shelf: &dyn Shelf,
    faults: &mut Faults,
) -> Option<InstanceData> {
    let mut files = Files { shelf, scenario, digest, is_invented: false };
    let data = read_tables(scenario, &mut files, faults)?;
    amounts::check(&data, name, faults);
    (!faults.has_error()).then_some(data)
}

/// Where the tables are, the digest of what was read so far, and whether any of it says that it is invented.
struct Files<'a> {
    shelf: &'a dyn Shelf,
    scenario: &'a Scenario,
    digest: Sha256,
    is_invented: bool,
}

impl Files<'_> {
    /// Reads a table; `None` where there is none, or where a fault was reported.
    fn table(&mut self, kind: Kind, faults: &mut Faults) -> Option<Arc<Source>> {
        let path = self.scenario.path(kind)?;
        let asked = Asked { named: self.scenario.place(kind.key()), digest: &mut self.digest };
        let source = self.shelf.table(kind, path, asked, faults)?;
        self.is_invented |= is_invented(&source, kind.columns());
        Some(source)
    }
}

fn read_tables(scenario: &Scenario, files: &mut Files<'_>, faults: &mut Faults) -> Option<InstanceData> {
    let is_length_sound = scenario.are_sound(&["cycle", "cycle.session_minutes"]);
    let session_minutes = is_length_sound.then(|| minutes(scenario.file.cycle.session_minutes));

    let source = files.table(Kind::Communes, faults);
    let communes = tables::communes::communes(source.as_deref(), faults);
    let source = files.table(Kind::Roads, faults);
    let roads = tables::roads::roads(source.as_deref(), &communes, faults);
    let source = files.table(Kind::Distances, faults);
    let measured = tables::roads::measured_pairs(source.as_deref(), &communes, faults);
    let source = files.table(Kind::Slots, faults);
    let slots = tables::slots::slots(source.as_deref(), session_minutes, faults);
    let source = files.table(Kind::Venues, faults);
    let venues = tables::venues::venues(source.as_deref(), &communes, &slots, faults);
    let source = files.table(Kind::Trainers, faults);
    let mut trainers = tables::trainers::trainers(source.as_deref(), &communes, &slots, faults);
    let source = files.table(Kind::Kits, faults);
    let kits = tables::kits::kits(source.as_deref(), &communes, faults);
    let source = files.table(Kind::Residents, faults);
    let mut tracks = Tracks::taught(&trainers.taught, trainers.table.names.is_complete());
    let max_travel = minutes(scenario.file.travel.max_travel_min);
    let patterns = HashMap::new();
    let mut known = Known { communes: &communes, slots: &slots, tracks: &mut tracks, max_travel, patterns };
    let Residents { rows: mut residents, parties } =
        tables::residents::residents(source.as_deref(), &mut known, faults);
    let residents_file = source.map(|source| source.name.clone()).unwrap_or_default();
    let source = files.table(Kind::Closures, faults);
    let scopes = Scopes { communes: &communes, venues: &venues, trainers: &trainers.table };
    let closures = tables::closures::closures(source.as_deref(), scopes, faults);

    let rules = rules(scenario, &communes, faults);
    let tracks = tracks.settle(&mut residents, &mut trainers.table.rows, &trainers.taught);
    check_size(communes.rows.len(), &scenario.place("data.communes"), faults);
    if faults.has_error() {
        return None;
    }
    parties::check(&parties, &residents, &communes.rows, &venues.rows, &rules.cycle, &residents_file, faults);
    let travel = files.shelf.travel(communes.rows.len(), &roads, &measured);
    Some(InstanceData {
        name: scenario.file.name.clone(),
        is_invented: files.is_invented,
        digest: hex(&files.digest.clone().finalize()),
        communes: TiVec::<CommuneId, _>::from(communes.rows),
        slots: slots.rows.into(),
        venues: venues.rows.into(),
        trainers: trainers.table.rows.into(),
        kits: kits.into(),
        residents: residents.into(),
        parties: parties.into_iter().map(|PartyRow { party, .. }| party).collect(),
        tracks,
        closures,
        rules,
        travel,
    })
}

fn check_size(n_communes: usize, place: &Place, faults: &mut Faults) {
    if n_communes > COMMUNES {
        let fault = Diagnostic::new(Code::TooManyCommunes, place.clone());
        faults.add(fault.with("found", n_communes.to_string()).with("limit", COMMUNES.to_string()));
    }
}
