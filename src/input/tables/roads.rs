//! `roads` and `distances`: `from, to, km, minutes`.
//!
//! Two roads between the same communes may both stand; a measured pair may stand once in each direction.

use std::collections::HashMap;

use super::Communes;
use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, required};
use crate::instance::entities::Leg;
use crate::instance::ids::CommuneId;
use crate::territory::{MeasuredPair, Road};

const COLUMNS: &[Column] = &[required("from"), required("to"), required("km"), required("minutes")];

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
    let fault = Diagnostic::new(Code::DuplicatePair, row.at("to"));
    let fault = fault.with("from", end("from")).with("to", end("to")).with("first", first.to_string());
    row.faults.add(fault);
}

fn pair(row: &mut Row<'_>, communes: &Communes) -> Option<(CommuneId, CommuneId, Leg)> {
    let from = communes.end(row, "from");
    let to = communes.end(row, "to");
    let km = row.kilometres("km");
    let minutes = row.minutes("minutes", None);
    let name = row.given("from")?;
    if row.given("to") == Some(name) || communes.is_complete() && from.is_some() && from == to {
        row.faults.add(Diagnostic::new(Code::SelfPair, row.at("to")).with("value", name));
        return None;
    }
    Some((from?, to?, Leg { minutes: minutes?, km: km? }))
}
