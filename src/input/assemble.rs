//! Reads all files of a scenario, in the order of their digest, and puts them together.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::announced::announced;
use super::digest::hex;
use super::label::is_invented;
use super::limits::COMMUNES;
use super::open::{OpenFiles, file_and_sheet};
use super::parts::Parts;
use super::party::PartyRow;
use super::scenario::{self, Scenario};
use super::settings::{minutes, rules};
use super::source::Source;
use super::sources::Sources;
use super::tables;
use super::tables::closures::Scopes;
use super::tables::kind::Kind;
use super::tables::residents::{Known, Residents};
use super::tracks::Tracks;
use super::workbook::is_workbook;
use super::{amounts, parties, wishes, workbook_scenario};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::instance::InstanceData;
use crate::instance::ids::CommuneId;
use crate::territory::{MeasuredPair, Road, Travel};
use typed_index_collections::TiVec;

/// Where the tables of a scenario come from.
pub(crate) trait Shelf {
    /// A table that the scenario names; its bytes are added to the digest. Parts with a reported fault are left out.
    fn table(&self, kind: Kind, scenario: &Scenario, digest: &mut Sha256, faults: &mut Faults) -> Parts;

    /// The announced plan that the scenario names; its bytes are added to the digest. `None` if a fault was reported.
    fn announced(&self, file: &str, named: Place, digest: &mut Sha256, faults: &mut Faults)
    -> Option<Source>;

    /// The distances that follow from these roads and measured pairs.
    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel;
}

impl Shelf for OpenFiles<'_> {
    fn table(&self, kind: Kind, scenario: &Scenario, digest: &mut Sha256, faults: &mut Faults) -> Parts {
        let files = scenario.files(kind);
        let part = |(part, file): (usize, &String)| {
            let named = Some(scenario.place_of_part(kind, part));
            self.sheet(file, Some(kind), named, digest, faults)
        };
        Parts::new(files.iter().enumerate().filter_map(part).collect(), files.len())
    }

    fn announced(
        &self,
        file: &str,
        named: Place,
        digest: &mut Sha256,
        faults: &mut Faults,
    ) -> Option<Source> {
        Source::read(self.sources(), &self.folder().join(file), Some(named), digest, faults)
    }

    fn travel(&self, n_communes: usize, roads: &[Road], measured: &[MeasuredPair]) -> Travel {
        Travel::new(n_communes, roads, measured)
    }
}

/// What was read, and the paths of some of it.
pub(crate) struct Found {
    /// The tables and rules.
    pub(crate) data: InstanceData,
    /// The path of the table of communes.
    pub(crate) communes: PathBuf,
    /// The path of the announced plan.
    pub(crate) announced: Option<PathBuf>,
}

/// Reads a scenario and its tables; `None` if there was a fault.
pub(crate) fn read(sources: &Sources, path: &Path, faults: &mut Faults) -> Option<Found> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut digest = Sha256::new();
    let open = OpenFiles::of_scenario(sources, folder, path);
    let scenario = scenario_of(path, None, &open, &mut digest, faults)?.0;
    let data = put_together(&scenario, &path.display().to_string(), digest, &open, faults)?;
    let communes = scenario.files(Kind::Communes).first().map_or("", String::as_str);
    let communes = folder.join(file_and_sheet(communes).0);
    let announced = scenario.file.announced.plan.as_ref().map(|plan| folder.join(plan));
    Some(Found { data, communes, announced })
}

/// Reads a scenario, which may be a workbook. Also returns its text as a scenario file. Its bytes are added to `digest`.
pub(crate) fn scenario_of(
    path: &Path,
    named: Option<Place>,
    open: &OpenFiles<'_>,
    digest: &mut Sha256,
    faults: &mut Faults,
) -> Option<(Scenario, String)> {
    if is_workbook(path) {
        let workbook = open.workbook(path, named, faults)?;
        digest.update(&workbook.bytes);
        return workbook_scenario::read(path, &workbook, faults);
    }
    let source = Source::read(open.sources(), path, named, digest, faults)?;
    let scenario = scenario::read(&source, faults)?;
    Some((scenario, source.text))
}

/// Reads the tables of a scenario whose own bytes are in `digest`; `None` if there was a fault.
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

/// Where the tables are, the digest of what was read so far, and whether any of it is labelled as invented.
struct Files<'a> {
    shelf: &'a dyn Shelf,
    scenario: &'a Scenario,
    digest: Sha256,
    is_invented: bool,
}

impl Files<'_> {
    /// Reads a table; parts with a reported fault are left out.
    fn table(&mut self, kind: Kind, faults: &mut Faults) -> Parts {
        let parts = self.shelf.table(kind, self.scenario, &mut self.digest, faults);
        self.is_invented |= is_invented(&parts, kind.columns());
        parts
    }
}

fn read_tables(scenario: &Scenario, files: &mut Files<'_>, faults: &mut Faults) -> Option<InstanceData> {
    let is_length_sound = scenario.are_sound(&["cycle", "cycle.session_minutes"]);
    let session_minutes = is_length_sound.then(|| minutes(scenario.file.cycle.session_minutes));

    let parts = files.table(Kind::Communes, faults);
    let communes = tables::communes::communes(&parts, faults);
    let parts = files.table(Kind::Roads, faults);
    let roads = tables::roads::roads(&parts, &communes, faults);
    let parts = files.table(Kind::Distances, faults);
    let measured = tables::roads::measured_pairs(&parts, &communes, faults);
    let parts = files.table(Kind::Slots, faults);
    let slots = tables::slots::slots(&parts, session_minutes, faults);
    let parts = files.table(Kind::Venues, faults);
    let venues = tables::venues::venues(&parts, &communes, &slots, faults);
    let parts = files.table(Kind::Trainers, faults);
    let mut trainers = tables::trainers::trainers(&parts, &communes, &slots, faults);
    let parts = files.table(Kind::Kits, faults);
    let kits = tables::kits::kits(&parts, &communes, faults);
    let parts = files.table(Kind::Residents, faults);
    let mut tracks = Tracks::taught(&trainers.taught, trainers.table.names.is_complete());
    let max_travel = minutes(scenario.file.travel.max_travel_min);
    let patterns = HashMap::new();
    let mut known = Known { communes: &communes, slots: &slots, tracks: &mut tracks, max_travel, patterns };
    let Residents { rows: mut residents, parties } = tables::residents::residents(&parts, &mut known, faults);
    let parts = files.table(Kind::Closures, faults);
    let scopes = Scopes { communes: &communes, venues: &venues, trainers: &trainers.table };
    let closures = tables::closures::closures(&parts, scopes, faults);

    let rules = rules(scenario, &communes, faults);
    let tracks = tracks.settle(&mut residents, &mut trainers.table.rows, &trainers.taught);
    check_size(communes.rows.len(), &scenario.place("data.communes"), faults);
    if faults.has_error() {
        return None;
    }
    wishes::check(&communes, &venues.rows, &rules, faults);
    parties::check(&parties, &residents, &communes.rows, &venues.rows, &rules.cycle, faults);
    let travel = files.shelf.travel(communes.rows.len(), &roads, &measured);
    let told = scenario.file.announced.plan.as_deref();
    let told = told.map(|file| {
        let place = scenario.place("announced.plan");
        files.shelf.announced(file, place, &mut files.digest, faults)
    });
    let mut data = InstanceData {
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
        announced: None,
    };
    if let Some(source) = told {
        data.announced = Some(announced(scenario, &source?, &data, faults)?);
    }
    Some(data)
}

fn check_size(n_communes: usize, place: &Place, faults: &mut Faults) {
    if n_communes > COMMUNES {
        let fault = Diagnostic::new(Code::TooManyCommunes, place.clone());
        faults.add(fault.with("found", n_communes.to_string()).with("limit", COMMUNES.to_string()));
    }
}
