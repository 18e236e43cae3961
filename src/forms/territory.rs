//! The example of another territory: its own communes and roads, and the invented rows moved to its communes.

use std::collections::BTreeMap;

use crate::input::tables::kind::Kind;
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::{ESTIMATED, Road};
use typed_index_collections::TiSlice;

/// A table as the fields of a CSV file, its header first.
pub type Rows = Vec<Vec<String>>;

/// Tables whose communes are these, with these roads; what the example has elsewhere is spread over them in turn.
pub fn moved(
    tables: Vec<(Kind, Rows)>,
    communes: &TiSlice<CommuneId, Commune>,
    roads: &[Road],
) -> Vec<(Kind, Rows)> {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut new_code = |code: &str| -> String {
        let next = communes.raw.get(taken.len() % communes.len().max(1)).map_or("", |it| it.insee.as_str());
        taken.entry(code.to_owned()).or_insert_with(|| next.to_owned()).clone()
    };
    let table = |(kind, rows): (Kind, Rows)| match kind {
        Kind::Communes => (kind, communes_table(communes)),
        Kind::Roads => (kind, roads_table(communes, roads)),
        Kind::Distances => (kind, rows.into_iter().take(1).collect()),
        _ => {
            let places: Vec<usize> = places_of_communes(&rows);
            let moved = |(number, mut row): (usize, Vec<String>)| {
                for &place in places.iter().filter(|_| number > 0) {
                    row[place] = new_code(&row[place]);
                }
                row
            };
            (kind, rows.into_iter().enumerate().map(moved).collect())
        }
    };
    tables.into_iter().map(table).collect()
}

/// The columns that name communes.
fn places_of_communes(rows: &Rows) -> Vec<usize> {
    let header = rows.first().into_iter().flatten().enumerate();
    header.filter(|(_, name)| matches!(name.as_str(), "commune" | "base" | "depot")).map(|it| it.0).collect()
}

fn communes_table(communes: &TiSlice<CommuneId, Commune>) -> Rows {
    let header = ["insee", "name", "lat", "lon", "population", "postal_code", "area_km2"];
    let row = |commune: &Commune| {
        vec![
            commune.insee.clone(),
            commune.name.clone(),
            commune.lat.to_string(),
            commune.lon.to_string(),
            commune.population.map(|population| population.to_string()).unwrap_or_default(),
            commune.postal_code.clone().unwrap_or_default(),
            commune.area_km2.map(|area| area.to_string()).unwrap_or_default(),
        ]
    };
    let header = header.map(str::to_owned).to_vec();
    std::iter::once(header).chain(communes.iter().map(row)).collect()
}

fn roads_table(communes: &TiSlice<CommuneId, Commune>, roads: &[Road]) -> Rows {
    let header = ["from", "to", "km", "minutes", "note"].map(str::to_owned).to_vec();
    let row = |road: &Road| {
        vec![
            communes[road.from].insee.clone(),
            communes[road.to].insee.clone(),
            road.leg.km.to_f64().to_string(),
            road.leg.minutes.to_f64().to_string(),
            ESTIMATED.to_owned(),
        ]
    };
    std::iter::once(header).chain(roads.iter().map(row)).collect()
}
