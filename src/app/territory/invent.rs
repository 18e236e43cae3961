//! A whole scenario over real communes, to plan at a size for which there are no enrolments yet.
//!
//! Communes and boundaries are real, roads are estimated, everything else is invented; the result is a folder like any
//! other, to be edited, validated and planned.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;
use typed_index_collections::{TiSlice, TiVec};

use super::borders::Borders;
use super::doubts::doubts;
use crate::app::common::Failure as Common;
use crate::app::demand::{usual_week, without_population};
use crate::app::init::template;
use crate::app::placing::write_anew;
use crate::app::reading::both;
use crate::demand::{InventedResident, Parameters, Window, invent as enrolments, rate_of};
use crate::diagnostics::Diagnostic;
use crate::input::{
    Boundaries, HORIZON_DAYS, MOST_COMMUNES, insee_code, read_communes_and_closures, read_slots,
};
use crate::instance::entities::{Closure, Commune, Scope, Slot};
use crate::instance::ids::CommuneId;
use crate::messages::{Messages, Value};
use crate::output::{File, invented, residents, roads, table::Table};
use crate::supply::{kits, pauses, rooms, trainers};
use crate::territory::{Derivation, Road, nearest, roads_from_boundaries};

/// Residents per trainer, by default: about as many as in `data/pma/rollout`.
const RESIDENTS_OF_TRAINER: usize = 600;
/// Late enrolments start at least this long after the first day, and this long before the last, days: a cycle must still fit.
const FIRST_LATE: i32 = 28;
const LAST_LATE: i32 = 70;

/// What to invent.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The table of communes, with populations.
    pub communes: &'a Path,
    /// Their boundaries.
    pub borders: Borders<'a>,
    /// Number of residents who enrol.
    pub residents: usize,
    /// First day of the plan.
    pub from: Date,
    /// Last day of the plan.
    pub to: Date,
    /// Keeps this number of communes, nearest to the centre; `None` keeps all.
    pub nearest: Option<usize>,
    /// The centre's INSEE code; by default the most populous commune.
    pub centre: Option<&'a str>,
    /// Number of trainers; by default according to the residents.
    pub trainers: Option<usize>,
    /// Number of kits; by default that of the trainers.
    pub kits: Option<usize>,
    /// The table of weekly times; by default the usual week.
    pub slots: Option<&'a Path>,
    /// Days without sessions; by default some pauses are invented.
    pub closures: Option<&'a Path>,
    /// Seed of every draw.
    pub seed: u64,
    /// The folder to create.
    pub out: &'a Path,
}

/// Why nothing was invented.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// The days are not a period that can be planned.
    Dates {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// Fewer communes than asked for, or none.
    TooFewCommunes(usize),
    /// More communes than can be planned.
    TooManyCommunes,
    /// No commune has this code.
    UnknownCentre(String),
    /// There are fewer inhabitants than residents asked for.
    TooFewInhabitants(u64),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// An invented territory, ready to be written.
#[derive(Debug)]
pub struct Invented<'a> {
    /// Warnings for the planner.
    pub warnings: Vec<Diagnostic>,
    /// Communes.
    pub n_communes: usize,
    /// Residents who enrol.
    pub n_residents: usize,
    /// Trainers.
    pub n_trainers: usize,
    /// Kits.
    pub n_kits: usize,
    /// Parts of the territory that no border joins.
    pub n_parts: usize,
    request: &'a Request<'a>,
    files: Vec<File>,
}

/// What was read.
struct Found {
    communes: TiVec<CommuneId, Commune>,
    closures: Vec<Closure>,
    boundaries: Boundaries,
    slots: Vec<Slot>,
    /// Warnings about the input.
    warnings: Vec<Diagnostic>,
}

/// A territory ready to be written.
struct Territory {
    communes: TiVec<CommuneId, Commune>,
    derivation: Derivation,
    /// Closures that concern it; invented ones if none were given.
    closures: Table,
    residents: Vec<InventedResident>,
    n_trainers: usize,
    n_kits: usize,
}

/// Reads the tables and invents the rest, with texts of `documents`.
///
/// # Errors
/// If the tables cannot be used, or do not contain what is asked for.
pub fn invent<'a>(request: &'a Request<'a>, documents: &Messages) -> Result<Invented<'a>, Failure> {
    let Request { from, to, .. } = *request;
    if to < from || (to - from).get_days() >= HORIZON_DAYS {
        return Err(Failure::Dates { from, to });
    }
    let mut found = read(request)?;
    let territory = territory(request, &found, documents)?;
    let name = request.communes.display().to_string();
    found.warnings.extend(without_population(&territory.communes.raw, &name));
    let (points, outlines) = (request.communes, request.borders.file);
    found.warnings.extend(doubts(&territory.derivation, &territory.communes, points, outlines));
    Ok(Invented {
        n_communes: territory.communes.len(),
        n_residents: territory.residents.len(),
        n_trainers: territory.n_trainers,
        n_kits: territory.n_kits,
        n_parts: territory.derivation.n_components,
        files: files(&territory, request, &found, documents),
        warnings: found.warnings,
        request,
    })
}

impl Invented<'_> {
    /// Writes the folder.
    ///
    /// # Errors
    /// If one of its files is already there, or it cannot be written.
    pub fn write(&self) -> Result<(), Failure> {
        Ok(write_anew(self.request.out, &self.files)?)
    }
}

fn read(request: &Request) -> Result<Found, Failure> {
    let tables = read_communes_and_closures(request.communes, request.closures);
    let slots = request.slots.map_or_else(|| Ok((usual_week(), Vec::new())), read_slots);
    let read = both(tables, both(request.borders.read(), slots)).map_err(Common::input)?;
    let (((communes, closures), (boundaries, slots)), warnings) = read;
    Ok(Found { communes, closures, boundaries, slots, warnings })
}

/// Chooses the communes, joins them, and invents enrolments.
fn territory(request: &Request, found: &Found, documents: &Messages) -> Result<Territory, Failure> {
    let derive = |communes: &TiSlice<CommuneId, Commune>| {
        roads_from_boundaries(communes, &found.boundaries, &request.borders.estimate)
    };
    let whole = derive(&found.communes);
    let kept = kept(request, &found.communes, &whole)?;
    let communes: TiVec<CommuneId, Commune> = kept.iter().map(|&id| found.communes[id].clone()).collect();
    let derivation = if kept.len() == found.communes.len() { whole } else { derive(&communes) };
    let (parameters, seed) = (parameters(request), request.seed);
    let n_residents = request.residents;
    let Some(rate) = rate_of(&communes.raw, n_residents, &parameters, seed) else {
        let inhabitants: u64 = communes.iter().filter_map(|commune| commune.population).sum();
        return Err(Failure::TooFewInhabitants(inhabitants));
    };
    let residents = enrolments(&communes.raw, &found.slots, &Parameters { rate, ..parameters }, seed);
    let n_trainers = request.trainers.unwrap_or(n_residents.div_ceil(RESIDENTS_OF_TRAINER));
    let n_kits = request.kits.unwrap_or(n_trainers);
    let closures = match request.closures {
        Some(_) => invented::closures(&closures_of(request, &found.closures, &kept), &communes),
        None => invented::pauses(&pauses(request.from, request.to), documents),
    };
    Ok(Territory { communes, derivation, closures, residents, n_trainers, n_kits })
}

/// The communes asked for, in the order of the table.
///
/// # Errors
/// If there are fewer than asked for, no such centre, or more than can be planned.
fn kept(
    request: &Request,
    communes: &TiSlice<CommuneId, Commune>,
    whole: &Derivation,
) -> Result<Vec<CommuneId>, Failure> {
    let n_kept = request.nearest.unwrap_or(communes.len());
    if communes.is_empty() || communes.len() < n_kept {
        return Err(Failure::TooFewCommunes(communes.len()));
    }
    if MOST_COMMUNES < n_kept {
        return Err(Failure::TooManyCommunes);
    }
    let by_size = |a: &CommuneId, b: &CommuneId| {
        let (one, other) = (&communes[*a], &communes[*b]);
        one.population.cmp(&other.population).then_with(|| other.insee.cmp(&one.insee))
    };
    let centre = match request.centre {
        Some(code) => {
            let code = insee_code(code).unwrap_or_else(|| code.to_owned());
            communes.keys().find(|&id| communes[id].insee == code)
        }
        None => communes.keys().max_by(by_size),
    };
    let Some(centre) = centre else {
        return Err(Failure::UnknownCentre(request.centre.unwrap_or_default().to_owned()));
    };
    let roads: Vec<Road> = whole.roads.iter().map(|derived| derived.road).collect();
    Ok(nearest(communes, &roads, centre, n_kept))
}

/// Closures that overlap the horizon, of everything or of a kept commune, at its new position.
fn closures_of(request: &Request, closures: &[Closure], kept: &[CommuneId]) -> Vec<Closure> {
    let touches = |closure: &&Closure| closure.from <= request.to && request.from <= closure.until;
    let moved = |closure: &Closure| {
        let scope = match closure.scope {
            Scope::Commune(id) => Scope::Commune(kept.binary_search(&id).ok()?.into()),
            other => other,
        };
        Some(Closure { scope, ..closure.clone() })
    };
    closures.iter().filter(touches).filter_map(moved).collect()
}

/// The default enrolments, with late ones spread over the horizon.
fn parameters(request: &Request) -> Parameters {
    let window =
        request.from.checked_add(FIRST_LATE.days()).ok().zip(request.to.checked_sub(LAST_LATE.days()).ok());
    let window = window.filter(|(from, until)| from <= until).map(|(from, until)| Window { from, until });
    Parameters { window, ..Parameters::default() }
}

fn files(territory: &Territory, request: &Request, found: &Found, documents: &Messages) -> Vec<File> {
    let Territory { communes, derivation, closures, residents, n_trainers, n_kits } = territory;
    let (slots, seed) = (&found.slots, request.seed);
    let rooms = rooms(communes, slots, seed);
    let trainers = trainers(communes, slots, *n_trainers, seed);
    let tables = [
        ("communes.csv", invented::communes(communes)),
        ("roads.csv", roads::roads(&derivation.roads, communes)),
        ("slots.csv", invented::slots(slots)),
        ("venues.csv", invented::venues(&rooms, communes, documents)),
        ("trainers.csv", invented::trainers(&trainers, communes, documents)),
        ("kits.csv", invented::kits(&kits(communes, *n_kits), communes)),
        ("residents.csv", residents::residents(residents)),
        ("closures.csv", closures.clone()),
    ];
    let file = |name: &str, bytes: Vec<u8>| File::new(name, bytes);
    let mut files: Vec<File> = tables.iter().map(|(name, table)| file(name, table.plain())).collect();
    files.push(file("communes.geojson", invented::outlines(communes, &found.boundaries)));
    let sizes = sizes(territory);
    let scenario = template::defaults(documents.text("invented-name", &sizes), request.from, request.to);
    let text = template::scenario(&scenario, &documents.text("invented-head", &sizes), documents);
    files.push(file("scenario.toml", text.into()));
    files
}

fn sizes(territory: &Territory) -> [(&'static str, Value); 4] {
    [
        ("residents", territory.residents.len().into()),
        ("communes", territory.communes.len().into()),
        ("trainers", territory.n_trainers.into()),
        ("kits", territory.n_kits.into()),
    ]
}
