//! Measured distances, from files of routing engines and statistics offices or from an OSRM server, as the table that a
//! scenario reads.
//!
//! A pair that is missing or zero is left out: the roads determine it. A pair that is implausible, compared with the
//! straight line, is kept and reported: only the planner knows the ground.

use std::path::{Path, PathBuf};

use typed_index_collections::TiVec;

use crate::app::common::Failure;
use crate::app::placing::{may_replace, write_table};
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place};
use crate::input::matrix::{Called, Measured, read_matrix};
use crate::input::osrm::{Server, ask};
use crate::input::read_communes;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::instance::units::{Kilometres, Minutes};
use crate::output::distances::{MEASURED, distances};
use crate::territory::commune::Leg;
use crate::territory::{MeasuredPair, great_circle_m};

/// How much shorter than the straight line a pair may be, metres: points of town halls differ between sources.
const SLACK_M: f64 = 1_000.0;
/// A pair may be at most `DETOUR` times the straight line plus `DETOUR_M` metres.
const DETOUR: f64 = 4.0;
const DETOUR_M: f64 = 10_000.0;
/// Plausible speeds of a car, km/h.
const SPEEDS: std::ops::RangeInclusive<f64> = 10.0..=130.0;
/// Number of pairs that are listed.
const LISTED: usize = 5;

/// What to turn into a table.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The table of communes, in the order of the requests that produced the files.
    pub communes: &'a Path,
    /// The files; the first one with a pair counts.
    pub files: &'a [PathBuf],
    /// Names of the columns of tables.
    pub called: Called<'a>,
    /// The server to ask for pairs that no file has.
    pub server: Option<Server<'a>>,
    /// The table to write.
    pub out: &'a Path,
}

/// Collected distances.
#[derive(Debug)]
pub struct Gathered {
    /// The pairs, in the order of the communes.
    pub pairs: Vec<MeasuredPair>,
    /// The communes.
    pub communes: TiVec<CommuneId, Commune>,
    /// Warnings for the planner.
    pub warnings: Vec<Diagnostic>,
}

/// Collects distances; `told` receives the number of the server's answers received and expected.
///
/// # Errors
/// If a file or the server cannot be used, or a file that is not ours would be replaced.
pub fn gather(request: &Request, told: &dyn Fn(usize, usize)) -> Result<Gathered, Failure> {
    let (communes, mut warnings) = read_communes(request.communes).map_err(Failure::input)?;
    may_replace(request.out, MEASURED)?;
    let n = communes.len();
    let mut matrix: Vec<Option<Measured>> = vec![None; n * n];
    let mut take = |pairs: Vec<Measured>| {
        for pair in pairs {
            matrix[usize::from(pair.from) * n + usize::from(pair.to)].get_or_insert(pair);
        }
    };
    let mut faults = Vec::new();
    for file in request.files {
        match read_matrix(file, &communes, &request.called) {
            Ok((pairs, more)) => {
                warnings.extend(more);
                take(pairs);
            }
            Err(more) => faults.extend(more),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::input(faults));
    }
    if let Some(server) = &request.server {
        take(ask(server, &communes, told).map_err(Failure::input)?);
    }
    let origins = request.files.iter().map(|it| it.display().to_string());
    let origins = origins.chain(request.server.map(|server| server.url.to_owned()));
    let place = Place::file(&origins.collect::<Vec<_>>().join(", "));
    let pairs = judged(matrix, &communes, &place, &mut warnings).iter().map(rounded).collect();
    Ok(Gathered { pairs, communes, warnings })
}

/// A pair as written: hundredths of a kilometre, tenths of a minute.
fn rounded(pair: &Measured) -> MeasuredPair {
    let minutes = Minutes::from_f64((pair.seconds / 6.0).round() / 10.0);
    let km = Kilometres::from_f64((pair.metres / 10.0).round() / 100.0);
    MeasuredPair { from: pair.from, to: pair.to, leg: Leg { minutes, km } }
}

/// The pairs to write; missing, zero or implausible ones are reported.
fn judged(
    matrix: Vec<Option<Measured>>,
    communes: &TiVec<CommuneId, Commune>,
    place: &Place,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<Measured> {
    let n = communes.len();
    let name =
        |pair: (CommuneId, CommuneId)| format!("{} – {}", communes[pair.0].name, communes[pair.1].name);
    let is_there = |from: usize, to: usize| matrix[from * n + to].is_some();
    let between = (0..n).flat_map(|from| (from + 1..n).map(move |to| (from, to)));
    let missing: Vec<(CommuneId, CommuneId)> = between
        .filter(|&(from, to)| !is_there(from, to) && !is_there(to, from))
        .map(|(from, to)| (from.into(), to.into()))
        .collect();
    let is_zero = |pair: &Measured| pair.seconds <= 0.0 || pair.metres <= 0.0;
    let all: Vec<Measured> = matrix.into_iter().flatten().collect();
    let (zero, sound): (Vec<Measured>, Vec<Measured>) = all.into_iter().partition(is_zero);
    let is_absurd = |pair: &&Measured| is_absurd(pair, &communes[pair.from], &communes[pair.to]);
    let ends = |pair: &Measured| (pair.from, pair.to);
    let absurd: Vec<(CommuneId, CommuneId)> = sound.iter().filter(is_absurd).map(ends).collect();
    let zero: Vec<(CommuneId, CommuneId)> = zero.iter().map(ends).collect();
    let mut told = Faults::default();
    for (code, pairs) in [(Code::PairMissing, missing), (Code::PairZero, zero), (Code::PairAbsurd, absurd)] {
        if !pairs.is_empty() {
            let names: Vec<String> = pairs.iter().take(LISTED).map(|pair| name(*pair)).collect();
            let more = if pairs.len() > LISTED { vec!["…".to_owned()] } else { Vec::new() };
            let warning = Diagnostic::new(code, place.clone()).with("count", pairs.len());
            told.add(warning.with("pairs", Fact::List(names.into_iter().chain(more).collect())));
        }
    }
    warnings.extend(told.into_sorted());
    sound
}

/// Whether a pair is implausible for a car: shorter than the straight line, too long a detour, or an impossible speed.
fn is_absurd(pair: &Measured, from: &Commune, to: &Commune) -> bool {
    let straight = great_circle_m(from, to);
    let speed = pair.metres / pair.seconds * 3.6;
    pair.metres + SLACK_M < straight
        || pair.metres > DETOUR * straight + DETOUR_M
        || !SPEEDS.contains(&speed) && pair.metres > SLACK_M
}

/// Writes the table.
///
/// # Errors
/// If it cannot be written.
pub fn write(gathered: &Gathered, out: &Path) -> Result<(), Failure> {
    write_table(out, &distances(&gathered.pairs, &gathered.communes))
}
