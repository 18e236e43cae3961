//! `distances.csv`: measured pairs, labelled as such in every row. The reverse of a pair is left out where it is the same.

use std::collections::BTreeMap;

use typed_index_collections::TiSlice;

use super::table::{Cell, Table};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::MeasuredPair;

/// The note of every measured pair; a file that contains it may be replaced.
pub const MEASURED: &str = "mesuré / measured";

/// The table of measured pairs. Numbers need no language: it is an input of the planning, for any reader.
pub fn distances(pairs: &[MeasuredPair], communes: &TiSlice<CommuneId, Commune>) -> Table {
    let mut table = Table::new(&["from", "to", "km", "minutes", "note"]);
    let legs: BTreeMap<_, _> = pairs.iter().map(|pair| ((pair.from, pair.to), pair.leg)).collect();
    for MeasuredPair { from, to, leg } in pairs {
        if to < from && legs.get(&(*to, *from)) == Some(leg) {
            continue;
        }
        table.push([
            Cell::from(&communes[*from].insee),
            Cell::from(&communes[*to].insee),
            Cell::Number(leg.km.to_f64().to_string()),
            Cell::Number(leg.minutes.to_f64().to_string()),
            Cell::from(MEASURED),
        ]);
    }
    table
}
