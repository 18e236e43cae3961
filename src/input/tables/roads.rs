//! `roads` and `distances`: `from, to, km, minutes`.
//!
//! Two roads may join the same communes; a measured pair may appear once in each direction.

use std::collections::HashMap;

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::column::{Column, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::parts::Parts;
use crate::input::row::{Row, Spot};
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
pub(crate) fn roads(parts: &Parts, communes: &Communes, faults: &mut Faults) -> Vec<Road> {
    let mut roads = Vec::new();
    parts.each_row(Layout::of(COLUMNS), faults, |row| {
        roads.extend(pair(row, communes).map(|(from, to, leg)| Road { from, to, leg }));
    });
    roads
}

/// Reads the measured pairs.
pub(crate) fn measured_pairs(parts: &Parts, communes: &Communes, faults: &mut Faults) -> Vec<MeasuredPair> {
    let mut pairs = Vec::new();
    let mut spots: HashMap<(CommuneId, CommuneId), Spot> = HashMap::new();
    parts.each_row(Layout::of(COLUMNS), faults, |row| {
        let Some((from, to, leg)) = pair(row, communes) else { return };
        match spots.insert((from, to), row.spot()) {
            // If the communes could not be read, they all have the same position.
            Some(first) if communes.is_complete() => report_duplicate(row, first),
            _ => pairs.push(MeasuredPair { from, to, leg }),
        }
    });
    pairs
}

fn report_duplicate(row: &mut Row<'_>, first: Spot) {
    let end = |column| row.given(column).unwrap_or_default();
    let fault = Diagnostic::new(Code::DuplicatePair, row.at(TO));
    let fault = fault.with("from", end(FROM)).with("to", end(TO));
    row.faults.add(row.after(first, fault));
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
