//! Measured distances in the formats of routing engines and statistics offices: OSRM's `table`, Valhalla's matrix, and
//! tables of commune pairs in any columns and units.
//!
//! A matrix does not name communes. If it has as many rows as the table of communes, they are in that table's order;
//! otherwise each row is the commune nearest to the row's point. A null is a pair that was not found.

use std::path::Path;

use serde_json::Value as Json;
use typed_index_collections::TiSlice;

use super::codes;
use super::delivery::split;
use super::limits::FILE_BYTES;
use super::parts::Parts;
use super::reading::read_text;
use super::sheet::GridRow;
use super::value;
use super::words::folded;
use crate::diagnostics::{Code, Diagnostic, Faults, Place, WithWarnings};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::great_circle_m;

/// A pair as it was measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The start of the journey.
    pub from: CommuneId,
    /// Its end.
    pub to: CommuneId,
    /// Its duration.
    pub seconds: f64,
    /// Its length.
    pub metres: f64,
}

/// Names of the columns of a table of pairs, for columns that are not recognised by their own names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Called<'a> {
    /// The commune of the start.
    pub from: Option<&'a str>,
    /// The commune of the end.
    pub to: Option<&'a str>,
    /// The duration.
    pub time: Option<&'a str>,
    /// The unit of the duration, in seconds.
    pub time_unit: Option<f64>,
    /// The length.
    pub length: Option<&'a str>,
    /// The unit of the length, in metres.
    pub length_unit: Option<f64>,
}

const MINUTE: f64 = 60.0;
const KM: f64 = 1_000.0;
const MILE: f64 = 1_609.344;

/// Words in the names of columns: the two ends, and quantities with their units.
const FROM: [&str; 9] =
    ["from", "de", "origine", "origin", "depart", "source", "idsrc", "insee depart", "com1"];
const TO: [&str; 9] =
    ["to", "vers", "destination", "arrivee", "target", "iddst", "insee arrivee", "com2", "dst"];
const TIMES: [(&str, f64); 10] = [
    ("minutes", MINUTE),
    ("min", MINUTE),
    ("duree min", MINUTE),
    ("duree minutes", MINUTE),
    ("duree", MINUTE),
    ("temps", MINUTE),
    ("seconds", 1.0),
    ("secondes", 1.0),
    ("duration", 1.0),
    ("duree s", 1.0),
];
const LENGTHS: [(&str, f64); 8] = [
    ("km", KM),
    ("distance km", KM),
    ("dist km", KM),
    ("metres", 1.0),
    ("meters", 1.0),
    ("distance m", 1.0),
    ("distance", 1.0),
    ("dist", 1.0),
];

/// Reads measured pairs, each end of which is one of these communes.
///
/// # Errors
/// Every fault and warning of the file.
pub fn read_matrix(
    path: &Path,
    communes: &TiSlice<CommuneId, Commune>,
    called: &Called<'_>,
) -> WithWarnings<Vec<Measured>> {
    let mut faults = Faults::default();
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    let pairs = if is_json {
        let text = read_text(path, FILE_BYTES)?;
        let pairs = serde_json::from_str(&text).ok().and_then(|json: Json| of_json(&json, communes));
        if pairs.is_none() {
            faults.add(Diagnostic::new(Code::NotAMatrix, Place::file(&path.display().to_string())));
        }
        pairs
    } else {
        let parts = Parts::of_disk(path, None, &mut faults);
        of_table(&parts, communes, called, &mut faults)
    };
    faults.verdict(pairs)
}

fn of_json(json: &Json, communes: &TiSlice<CommuneId, Commune>) -> Option<Vec<Measured>> {
    let (rows, columns) = (ends(json, &["sources"]), ends(json, &["destinations", "targets"]));
    let paired = |times: &[Vec<Option<f64>>], lengths: &[Vec<Option<f64>>], unit: f64| {
        let from = placed(rows.as_deref(), times.len(), communes)?;
        let to = placed(columns.as_deref(), times.first()?.len(), communes)?;
        Some(pairs([&from, &to], times, lengths, unit))
    };
    if let Some(times) = grid(&json["durations"]) {
        return paired(&times, &grid(&json["distances"])?, 1.0);
    }
    let unit = if json["units"] == "miles" { MILE } else { KM };
    let matrix = &json["sources_to_targets"];
    if let Some(times) = grid(&matrix["durations"]) {
        return paired(&times, &grid(&matrix["distances"])?, unit);
    }
    let of = |name: &str| -> Option<Vec<Vec<Option<f64>>>> {
        let row = |row: &Json| Some(row.as_array()?.iter().map(|cell| cell[name].as_f64()).collect());
        matrix.as_array()?.iter().map(row).collect()
    };
    paired(&of("time")?, &of("distance")?, unit)
}

/// Rows of numbers; an entry that is not a number was not found.
pub(super) fn grid(json: &Json) -> Option<Vec<Vec<Option<f64>>>> {
    let row = |row: &Json| Some(row.as_array()?.iter().map(Json::as_f64).collect());
    json.as_array()?.iter().map(row).collect()
}

/// The pairs with both a duration, seconds, and a length, `unit` metres each. Rows of the matrix are `from`, columns
/// `to`.
pub(super) fn pairs(
    [from, to]: [&[CommuneId]; 2],
    times: &[Vec<Option<f64>>],
    lengths: &[Vec<Option<f64>>],
    unit: f64,
) -> Vec<Measured> {
    let mut pairs = Vec::new();
    for (row, &from) in from.iter().enumerate() {
        for (column, &to) in to.iter().enumerate().filter(|(_, to)| **to != from) {
            let cell = |grid: &[Vec<Option<f64>>]| *grid.get(row)?.get(column)?;
            if let (Some(seconds), Some(length)) = (cell(times), cell(lengths)) {
                pairs.push(Measured { from, to, seconds, metres: length * unit });
            }
        }
    }
    pairs
}

/// The points of a matrix's rows or columns, latitude and longitude, if it lists them.
fn ends(json: &Json, names: &[&str]) -> Option<Vec<(f64, f64)>> {
    let list = names.iter().find_map(|name| json[*name].as_array())?;
    // Valhalla nests them in a second list.
    let list = list
        .first()
        .and_then(Json::as_array)
        .filter(|inner| inner.iter().all(Json::is_object))
        .unwrap_or(list);
    let point = |end: &Json| {
        let osrm =
            end["location"].as_array().and_then(|at| Some((at.get(1)?.as_f64()?, at.first()?.as_f64()?)));
        osrm.or_else(|| Some((end["lat"].as_f64()?, end["lon"].as_f64()?)))
    };
    list.iter().map(point).collect()
}

/// The communes of a matrix's rows; `None` if they cannot be determined.
fn placed(
    points: Option<&[(f64, f64)]>,
    count: usize,
    communes: &TiSlice<CommuneId, Commune>,
) -> Option<Vec<CommuneId>> {
    if count == communes.len() {
        return Some(communes.keys().collect());
    }
    let points = points.filter(|points| points.len() == count)?;
    let nearest = |&(lat, lon): &(f64, f64)| {
        let point = Commune::at("", lat, lon);
        let far = |id: &CommuneId| great_circle_m(&point, &communes[*id]);
        communes.keys().min_by(|one, other| far(one).total_cmp(&far(other)))
    };
    points.iter().map(nearest).collect()
}

/// The columns of a table of pairs, and their units.
struct Columns {
    from: usize,
    to: usize,
    time: (usize, f64),
    length: (usize, f64),
}

impl Columns {
    fn of(
        header: &csv::StringRecord,
        called: &Called<'_>,
        place: &Place,
        faults: &mut Faults,
    ) -> Option<Self> {
        let keys: Vec<String> = header.iter().map(folded).collect();
        let at = |name: &str| keys.iter().position(|key| *key == folded(name));
        let mut needed = |name: &'static str, found: Option<usize>| {
            if found.is_none() {
                faults.add(Diagnostic::new(Code::MissingColumn, place.clone()).with("column", name));
            }
            found
        };
        let end = |own: Option<&str>, words: &[&str]| match own {
            Some(name) => at(name),
            None => words.iter().find_map(|word| at(word)),
        };
        let measured = |own: Option<&str>, unit: Option<f64>, words: &[(&str, f64)]| {
            let known = |key: &str| words.iter().find(|(word, _)| *word == key).map(|(_, unit)| *unit);
            match own {
                Some(name) => at(name).map(|at| (at, unit.or_else(|| known(&keys[at])).unwrap_or(1.0))),
                None => words.iter().find_map(|(word, own)| Some((at(word)?, unit.unwrap_or(*own)))),
            }
        };
        let from = needed("from", end(called.from, &FROM));
        let to = needed("to", end(called.to, &TO));
        let time = measured(called.time, called.time_unit, &TIMES);
        let length = measured(called.length, called.length_unit, &LENGTHS);
        needed("minutes", time.map(|it| it.0));
        needed("km", length.map(|it| it.0));
        Some(Self { from: from?, to: to?, time: time?, length: length? })
    }
}

fn of_table(
    parts: &Parts,
    communes: &TiSlice<CommuneId, Commune>,
    called: &Called<'_>,
    faults: &mut Faults,
) -> Option<Vec<Measured>> {
    let sheet = parts.sheets.first()?;
    let filled = |cells: &csv::StringRecord| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let Some((rows, first)) = split(sheet, filled) else {
        faults.add(Diagnostic::new(Code::EmptyFile, sheet.whole()));
        return None;
    };
    let header = rows[first].cells.clone();
    let columns = Columns::of(&header, called, &sheet.line(rows[first].line), faults)?;
    let by_code: std::collections::HashMap<&str, CommuneId> =
        communes.iter_enumerated().map(|(id, commune)| (commune.insee.as_str(), id)).collect();
    let mut pairs = Vec::new();
    for GridRow { line, cells } in rows.into_iter().skip(first + 1) {
        let field = |at: usize| cells.get(at).unwrap_or_default().trim();
        let end =
            |at: usize| codes::insee(field(at)).and_then(|read| by_code.get(read.code.as_str()).copied());
        // Pairs with communes of other territories are skipped.
        let (Some(from), Some(to)) = (end(columns.from), end(columns.to)) else { continue };
        let mut number = |(at, unit): (usize, f64)| {
            let read = value::coordinate(field(at), &(0..=1_000_000_000));
            if let Err(misfit) = &read {
                let name = header.get(at).unwrap_or_default();
                let mut fault = Diagnostic::new(misfit.code, sheet.field(line, Some(at), name));
                fault.facts.extend(misfit.facts.clone());
                faults.add(fault.with("value", field(at)));
            }
            read.ok().map(|number| number * unit)
        };
        let (seconds, metres) = (number(columns.time), number(columns.length));
        if let (Some(seconds), Some(metres), true) = (seconds, metres, from != to) {
            pairs.push(Measured { from, to, seconds, metres });
        }
    }
    Some(pairs)
}
