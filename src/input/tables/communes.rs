//! `communes`: `insee, name, lat, lon, population?, postal_code?, area_km2?, min_cycles?`.

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::input::codes;
use crate::input::column::{Column, optional, required};
use crate::input::communes::{Communes, Wish};
use crate::input::coordinates;
use crate::input::header::Layout;
use crate::input::limits::{self, LATITUDE, LONGITUDE};
use crate::input::names::Names;
use crate::input::parts::Parts;
use crate::input::row::Row;
use crate::input::value::{self, Misfit};
use crate::instance::entities::Commune;

const INSEE: Column = required("insee", "Code INSEE");
const NAME: Column = required("name", "Nom");
const LAT: Column = required("lat", "Latitude");
const LON: Column = required("lon", "Longitude");
const POPULATION: Column = optional("population", "Population");
const POSTAL_CODE: Column = optional("postal_code", "Code postal");
const AREA_KM2: Column = optional("area_km2", "Superficie");
const MIN_CYCLES: Column = optional("min_cycles", "Cycles au moins");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[INSEE, NAME, LAT, LON, POPULATION, POSTAL_CODE, AREA_KM2, MIN_CYCLES];

/// Reads the communes.
pub(crate) fn communes(parts: &Parts, faults: &mut Faults) -> Communes {
    let mut names = Names::new(Code::UnknownCommune);
    let (mut rows, mut places, mut wishes) = (Vec::new(), Vec::new(), Vec::new());
    let is_complete = parts.each_row(Layout::of(COLUMNS), faults, |row| {
        if let Some(commune) = commune(row, &mut names) {
            if commune.min_cycles > 0 {
                wishes.push(Wish { commune: rows.len().into(), at: row.at(MIN_CYCLES) });
            }
            rows.push(commune);
            places.push(row.at(LAT));
        }
    });
    names.complete(is_complete);
    coordinates::check(&rows, &places, faults);
    let mut communes = Communes::new(rows, names);
    communes.wishes = wishes;
    communes
}

fn commune(row: &mut Row<'_>, names: &mut Names) -> Option<Commune> {
    let insee = insee(row, names);
    let name = row.text(NAME).map(str::to_owned);
    let lat = row.value(LAT, None, |text| value::coordinate(text, &LATITUDE));
    let lon = row.value(LON, None, |text| value::coordinate(text, &LONGITUDE));
    let population = row.value(POPULATION, Some(None), |text| {
        value::whole(text, &limits::POPULATION).map(|population| Some(population as u64))
    });
    let postal_code = row.value(POSTAL_CODE, Some(None), |text| {
        codes::postal(text).map(|read| Some(read.code)).ok_or_else(|| Misfit::new(Code::NotPostal))
    });
    if let Some((text, read)) = row.given(POSTAL_CODE).and_then(|text| Some((text, codes::postal(text)?))) {
        warn_of_mended(row, POSTAL_CODE, text, &read);
    }
    let area_km2 =
        row.value(AREA_KM2, Some(None), |text| value::coordinate(text, &limits::AREA_KM2).map(Some));
    let min_cycles = row.count(MIN_CYCLES, Some(0));
    Some(Commune {
        insee: insee?,
        name: name?,
        lat: lat?,
        lon: lon?,
        population: population?,
        postal_code: postal_code?,
        area_km2: area_km2?,
        min_cycles: min_cycles?,
    })
}

/// The code of a row; a code that lost its leading zero gets it back, with a warning.
fn insee(row: &mut Row<'_>, names: &mut Names) -> Option<String> {
    let text = row.text(INSEE)?;
    let Some(read) = codes::insee(text) else {
        row.faults.add(Diagnostic::new(Code::NotInsee, row.at(INSEE)).with("value", text));
        // References to it are not reported as well.
        names.register_as(row, INSEE, text);
        return None;
    };
    warn_of_mended(row, INSEE, text, &read);
    names.register_as(row, INSEE, &read.code)
}

fn warn_of_mended(row: &mut Row<'_>, column: Column, text: &str, read: &codes::Read) {
    if read.is_mended {
        let warning = Diagnostic::new(Code::CodeMended, row.at(column)).with("value", text);
        row.faults.add(warning.with("found", read.code.as_str()).hinting("hint-as-text"));
    }
}
