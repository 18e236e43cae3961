//! The tables of an invented territory: inputs that can be planned unchanged. Every invented row is labelled as such.
//!
//! Communes are real and keep what their source table says about them; enrolments are those of [`super::residents`],
//! roads those of [`super::roads`]. Only names (of rooms, trainers, pauses) are in the language of the documents.

use std::collections::BTreeMap;

use geo::MultiPolygon;
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject};
use jiff::civil::Weekday;
use typed_index_collections::TiSlice;

use super::residents::INVENTED;
use super::table::{Cell, Table};
use crate::instance::entities::{Closure, Commune, Scope, Slot};
use crate::instance::ids::CommuneId;
use crate::messages::Messages;
use crate::supply::{InventedKit, InventedRoom, InventedTrainer, Pause, Season};

/// Means every slot in a table.
const EVERY_SLOT: &str = "*";

/// `communes.csv`.
pub fn communes(communes: &TiSlice<CommuneId, Commune>) -> Table {
    let mut table = Table::new(&["insee", "name", "lat", "lon", "population", "postal_code", "area_km2"]);
    for commune in communes {
        table.push([
            Cell::from(&commune.insee),
            Cell::from(&commune.name),
            Cell::Number(commune.lat.to_string()),
            Cell::Number(commune.lon.to_string()),
            Cell::known(commune.population, |population| Cell::Number(population.to_string())),
            Cell::known(commune.postal_code.as_ref(), Cell::from),
            Cell::known(commune.area_km2, |area| Cell::Number(area.to_string())),
        ]);
    }
    table
}

/// `communes.geojson`: the outlines of the communes that have one, for maps. Nothing in it is invented.
pub fn outlines(
    communes: &TiSlice<CommuneId, Commune>,
    boundaries: &BTreeMap<String, MultiPolygon>,
) -> Vec<u8> {
    let feature = |commune: &Commune| {
        let outline = boundaries.get(&commune.insee)?;
        let properties = [("insee", &commune.insee), ("name", &commune.name)];
        let properties: JsonObject =
            properties.map(|(key, value)| (key.to_owned(), value.as_str().into())).into_iter().collect();
        Some(Feature {
            bbox: None,
            geometry: Some(Geometry::from(outline)),
            id: None,
            properties: Some(properties),
            foreign_members: None,
        })
    };
    let features = communes.iter().filter_map(feature).collect();
    let collection = FeatureCollection { bbox: None, features, foreign_members: None };
    let mut bytes = GeoJson::from(collection).to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

/// `slots.csv`.
pub fn slots(slots: &[Slot]) -> Table {
    let mut table = Table::new(&["id", "weekday", "start", "note"]);
    for slot in slots {
        table.push([
            Cell::from(&slot.id),
            Cell::from(weekday(slot.weekday)),
            Cell::time_of_day(slot.start_minute.into()),
            Cell::from(INVENTED),
        ]);
    }
    table
}

/// `venues.csv`.
pub fn venues(rooms: &[InventedRoom], communes: &TiSlice<CommuneId, Commune>, messages: &Messages) -> Table {
    let mut table = Table::new(&[
        "id",
        "commune",
        "name",
        "seats",
        "slots",
        "cost_per_session",
        "step_free",
        "tablets",
        "note",
    ]);
    for room in rooms {
        let commune = &communes[room.commune];
        let names = [("number", room.number.into()), ("commune", commune.name.as_str().into())];
        table.push([
            Cell::from(format!("V-{}-{}", commune.insee, room.number)),
            Cell::from(&commune.insee),
            Cell::from(messages.text("invented-room", &names)),
            Cell::from(room.seats),
            Cell::from(room.slots.join(" ")),
            Cell::Number(room.cost_per_session.to_string()),
            Cell::yes_no(room.step_free),
            Cell::from(room.tablets),
            Cell::from(INVENTED),
        ]);
    }
    table
}

/// `trainers.csv`.
pub fn trainers(
    trainers: &[InventedTrainer],
    communes: &TiSlice<CommuneId, Commune>,
    messages: &Messages,
) -> Table {
    let mut table = Table::new(&[
        "id",
        "name",
        "base",
        "slots",
        "hourly_cost",
        "km_cost",
        "max_sessions_per_day",
        "max_sessions_per_week",
        "note",
    ]);
    for trainer in trainers {
        let every_slot = trainer.slots.is_empty();
        table.push([
            Cell::from(format!("T{}", trainer.number)),
            Cell::from(messages.text("invented-trainer", &[("number", trainer.number.into())])),
            Cell::from(&communes[trainer.base].insee),
            Cell::from(if every_slot { EVERY_SLOT.to_owned() } else { trainer.slots.join(" ") }),
            Cell::Number(trainer.hourly_cost.to_string()),
            Cell::Number(format!("{}.{:02}", trainer.cents_per_km / 100, trainer.cents_per_km % 100)),
            Cell::from(trainer.max_sessions_per_day),
            Cell::from(trainer.max_sessions_per_week),
            Cell::from(INVENTED),
        ]);
    }
    table
}

/// `kits.csv`.
pub fn kits(kits: &[InventedKit], communes: &TiSlice<CommuneId, Commune>) -> Table {
    let mut table = Table::new(&["id", "tablets", "depot", "note"]);
    for kit in kits {
        table.push([
            Cell::from(format!("K{}", kit.number)),
            Cell::from(kit.tablets),
            Cell::from(&communes[kit.depot].insee),
            Cell::from(INVENTED),
        ]);
    }
    table
}

/// `closures.csv` of invented pauses.
pub fn pauses(pauses: &[Pause], messages: &Messages) -> Table {
    let mut table = Table::new(&["from", "until", "scope", "reason", "note"]);
    for pause in pauses {
        table.push([
            Cell::from(pause.from),
            Cell::from(pause.until),
            Cell::from("all"),
            Cell::from(messages.text(reason(pause.season), &[])),
            Cell::from(INVENTED),
        ]);
    }
    table
}

/// `closures.csv` of given closures: of everything, or of communes. There cannot be others before rooms and trainers
/// have names.
pub fn closures(closures: &[Closure], communes: &TiSlice<CommuneId, Commune>) -> Table {
    let mut table = Table::new(&["from", "until", "scope", "reason"]);
    for closure in closures {
        let scope = match closure.scope {
            Scope::All => "all".to_owned(),
            Scope::Commune(commune) => format!("commune:{}", communes[commune].insee),
            Scope::Venue(_) | Scope::Trainer(_) => continue,
        };
        table.push([
            Cell::from(closure.from),
            Cell::from(closure.until),
            Cell::from(scope),
            Cell::known(closure.reason.as_ref(), Cell::from),
        ]);
    }
    table
}

const fn reason(season: Season) -> &'static str {
    match season {
        Season::Christmas => "invented-pause-christmas",
        Season::Winter => "invented-pause-winter",
        Season::Spring => "invented-pause-spring",
        Season::Summer => "invented-pause-summer",
        Season::Autumn => "invented-pause-autumn",
    }
}

/// A weekday as in input tables.
const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}
