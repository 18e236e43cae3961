//! `roads` and `distances`: `from, to, km, minutes`.
//!
//! Two roads between the same communes may both stand; a measured pair may stand once in each direction.

use std::collections::HashMap;

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::column::{Column, required};
use crate::input::communes::Communes;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::each_row;
use crate::instance::entities::Leg;
use crate::instance::ids::CommuneId;
use crate::territory::{MeasuredPair, Road};

const FROM: Column = required("from", "De");
const TO: Column = required("to", "Vers");
const KM: Column = required("km", "Km");
const MINUTES: Column = required("minutes", "Minutes");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[FROM, TO, KM, MINUTES];

/// Reads the edges of the commune graph.
pub(crate) fn roads(source: Option<&Source>, communes: &Communes, faults: &mut Faults) -> Vec<Road> {
    let mut roads = Vec::new();
    if let Some(source) = source {
        each_row(source, COLUMNS, faults, |row| {
            roads.extend(pair(row, communes).map(|(from, to, leg)| Road { from, to, leg }));
        });
    }
    roads
}

/// Reads the measured pairs.
pub(crate) fn measured_pairs(
    source: Option<&Source>,
    communes: &Communes,
    faults: &mut Faults,
) -> Vec<MeasuredPair> {
    let mut pairs = Vec::new();
    let mut lines: HashMap<(CommuneId, CommuneId), u64> = HashMap::new();
    if let Some(source) = source {
        each_row(source, COLUMNS, faults, |row| {
            let Some((from, to, leg)) = pair(row, communes) else { return };
            match lines.insert((from, to), row.line) {
                // Where the communes could not be read, all stand for one another.
                Some(first) if communes.is_complete() => report_duplicate(row, first),
                _ => pairs.push(MeasuredPair { from, to, leg }),
            }
        });
    }
    pairs
}

fn report_duplicate(row: &mut Row<'_>, first: u64) {
    let end = |column| row.given(column).unwrap_or_default();
    let fault = Diagnostic::new(Code::DuplicatePair, row.at(TO));
    let fault = fault.with("from", end(FROM)).with("to", end(TO)).with("first", first.to_string());
    row.faults.add(fault);
}

fn pair(row: &mut Row<'_>, communes: &Communes) -> Option<(CommuneId, CommuneId, Leg)> {
    let from = communes.end(row, FROM);
    let to = communes.end(row, TO);
    let km = row.kilometres(KM);
    let minutes = row.minutes(MINUTES, None);
    let name = row.given(FROM)?;
    if row.given(TO) == Some(name) || communes.is_complete() && from.is_some() && from == to {
        row.faults.add(Diagnostic::new(Code::SelfPair, row.at(TO)).with("value", name));
        return None;
    }
    Some((from?, to?, Leg { minutes: minutes?, km: km? }))
}
