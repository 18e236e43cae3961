//! `communes`: `insee, name, lat, lon, population?, postal_code?, area_km2?`.

use super::Table;
use crate::diagnostics::{Code, Faults};
use crate::input::limits::{AREA_KM2, LATITUDE, LONGITUDE, POPULATION};
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, optional, required};
use crate::input::value;
use crate::instance::entities::Commune;

/// The communes and their INSEE codes.
pub(crate) type Communes = Table<Commune>;

const COLUMNS: &[Column] = &[
    required("insee"),
    required("name"),
    required("lat"),
    required("lon"),
    optional("population"),
    optional("postal_code"),
    optional("area_km2"),
];

/// Reads the communes; `None` stands for a file that could not be read.
pub(crate) fn communes(source: Option<&Source>, faults: &mut Faults) -> Communes {
    let mut names = Names::new(Code::UnknownCommune);
    let mut rows = Vec::new();
    if let Some(source) = source {
        let is_complete = each_row(source, COLUMNS, faults, |row| rows.extend(commune(row, &mut names)));
        names.complete(is_complete);
    }
    Table { rows, names }
}

fn commune(row: &mut Row<'_>, names: &mut Names) -> Option<Commune> {
    let insee = names.register(row, "insee");
    let name = row.text("name").map(str::to_owned);
    let lat = row.value("lat", None, |text| value::coordinate(text, &LATITUDE));
    let lon = row.value("lon", None, |text| value::coordinate(text, &LONGITUDE));
    let population = row.value("population", Some(None), |text| {
        value::whole(text, &POPULATION).map(|population| Some(population as u64))
    });
    let area_km2 = row.value("area_km2", Some(None), |text| value::coordinate(text, &AREA_KM2).map(Some));
    Some(Commune {
        insee: insee?,
        name: name?,
        lat: lat?,
        lon: lon?,
        population: population?,
        postal_code: row.given("postal_code").map(str::to_owned),
        area_km2: area_km2?,
    })
}
