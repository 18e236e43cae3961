//! Venues and flows as GeoJSON layers, for QGIS and similar programs. Keys are English, as in all files for programs.
//!
//! A venue is drawn at its commune's point: the tables contain no coordinates of rooms. Flows are straight lines between
//! the points of two communes; participants who attend at home only count in the venue's properties.

use std::collections::BTreeMap;

use geojson::{Feature, FeatureCollection, GeoJson, Geometry, JsonObject};
use serde_json::Value as Json;

use super::facts::{address, flows as flows_of};
use super::subject::Export;
use crate::instance::ids::{CommuneId, VenueId};
use crate::plan::Cycle;

/// Scale of a coordinate, with six decimals: a tenth of a metre is finer than a commune's point.
const SCALE: f64 = 1e6;

/// A point for each venue that hosts a cycle.
pub(super) fn venues(export: &Export) -> Vec<u8> {
    let Export { instance, plan, .. } = export;
    let mut held: BTreeMap<VenueId, Vec<&Cycle>> = BTreeMap::new();
    for cycle in &plan.cycles {
        held.entry(cycle.venue).or_default().push(cycle);
    }
    let features = held.into_iter().map(|(id, cycles)| {
        let venue = &instance.venues[id];
        let commune = &instance.communes[venue.commune];
        let sum = |count: fn(&Cycle) -> usize| -> usize { cycles.iter().map(|cycle| count(cycle)).sum() };
        let names: Vec<&str> = cycles.iter().map(|cycle| cycle.id.as_str()).collect();
        let properties = [
            ("venue", Json::from(venue.id.as_str())),
            ("name", venue.name.as_str().into()),
            ("address", address(instance, id).into()),
            ("insee", commune.insee.as_str().into()),
            ("commune", commune.name.as_str().into()),
            ("position", "commune".into()),
            ("cycles", cycles.len().into()),
            ("cycle_ids", names.join(" ").into()),
            ("sessions", sum(|cycle| cycle.sessions.len()).into()),
            ("participants", sum(|cycle| cycle.served().len()).into()),
        ];
        feature(export, Geometry::new_point(point(export, venue.commune)), properties)
    });
    layer(features.collect())
}

/// A line for each pair of different communes between which participants travel.
pub(super) fn flows(export: &Export) -> Vec<u8> {
    let Export { instance, plan, .. } = export;
    let apart = flows_of(instance, plan).into_iter().filter(|((from, to), _)| from != to);
    let features = apart.map(|((from, to), participants)| {
        let way = instance.way(from, to);
        let properties = [
            ("from", Json::from(instance.communes[from].insee.as_str())),
            ("from_name", instance.communes[from].name.as_str().into()),
            ("to", instance.communes[to].insee.as_str().into()),
            ("to_name", instance.communes[to].name.as_str().into()),
            ("participants", participants.into()),
            ("minutes", way.map(|way| way.minutes.to_f64()).into()),
            ("km", way.map(|way| way.km.to_f64()).into()),
            ("travel_is_measured", instance.travel.is_measured(from, to).into()),
        ];
        let line = Geometry::new_line_string([point(export, from), point(export, to)]);
        feature(export, line, properties)
    });
    layer(features.collect())
}

/// Longitude and latitude, as GeoJSON orders them.
fn point(export: &Export, commune: CommuneId) -> [f64; 2] {
    let commune = &export.instance.communes[commune];
    [commune.lon, commune.lat].map(|degrees| (degrees * SCALE).round() / SCALE)
}

fn feature<const N: usize>(export: &Export, geometry: Geometry, properties: [(&str, Json); N]) -> Feature {
    let mut object: JsonObject = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    if export.instance.is_invented {
        object.insert("note".to_owned(), export.messages.text("invented", &[]).into());
    }
    Feature {
        bbox: None,
        geometry: Some(geometry),
        id: None,
        properties: Some(object),
        foreign_members: None,
    }
}

fn layer(features: Vec<Feature>) -> Vec<u8> {
    let collection = FeatureCollection { bbox: None, features, foreign_members: None };
    let mut bytes = GeoJson::from(collection).to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}
