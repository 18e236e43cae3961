//! `roads.csv`: derived roads, labelled as estimates in every row.

use typed_index_collections::TiSlice;

use super::table::{Cell, Table};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::{DerivedRoad, ESTIMATED, Link};

/// The table of derived roads. Numbers need no language: it is an input of the planning, for any reader.
pub fn roads(roads: &[DerivedRoad], communes: &TiSlice<CommuneId, Commune>) -> Table {
    let mut table = Table::new(&["from", "to", "km", "minutes", "note"]);
    for DerivedRoad { road, link } in roads {
        let note = match link {
            Link::Border(_) => format!("{ESTIMATED} (border)"),
            Link::Shortest => format!("{ESTIMATED} (no shared border: shortest link)"),
        };
        table.push([
            Cell::from(&communes[road.from].insee),
            Cell::from(&communes[road.to].insee),
            Cell::from(road.leg.km),
            Cell::from(road.leg.minutes),
            Cell::from(note),
        ]);
    }
    table
}
