//! Commune boundaries from GeoJSON of any publisher.
//!
//! The code of a commune is looked for under the names that French publishers use (IGN, INSEE, Etalab, Opendatasoft), in
//! upper or lower case. Polygons and multipolygons count; several features with one code are parts of one commune.
//! Coordinates must be degrees (WGS84), as the GeoJSON standard requires.

use std::collections::BTreeMap;
use std::path::Path;

use geo::{CoordsIter, MultiPolygon};
use geojson::{Feature, GeoJson, GeometryValue, Position};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::codes;
use super::source::Source;
use super::sources::Sources;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place, WithWarnings};

/// Names of properties that hold the code of a commune, most specific first.
const CODE_PROPERTIES: [&str; 10] = [
    "insee",
    "insee_com",
    "code_insee",
    "insee_code",
    "codgeo",
    "code_commune",
    "com_code",
    "com_current_code",
    "code",
    "com",
];

/// Outlines by INSEE code, degrees (WGS84).
pub type Boundaries = BTreeMap<String, MultiPolygon>;

/// Reads boundaries, with the warnings; `property` names the property that holds the code, where the usual names do not
/// find it.
///
/// # Errors
/// Every fault and warning of the file.
pub fn read_boundaries(path: &Path, property: Option<&str>) -> WithWarnings<Boundaries> {
    read_boundaries_from(&Sources::disk(), path, property)
}

/// Reads boundaries from any source, like [`read_boundaries`] from disk.
///
/// # Errors
/// Every fault and warning of the file.
pub fn read_boundaries_from(
    sources: &Sources,
    path: &Path,
    property: Option<&str>,
) -> WithWarnings<Boundaries> {
    let mut faults = Faults::default();
    let source = Source::read(sources, path, None, &mut Sha256::new(), &mut faults);
    let boundaries = source.and_then(|source| parse(&source, property, &mut faults));
    faults.verdict(boundaries)
}

fn parse(source: &Source, property: Option<&str>, faults: &mut Faults) -> Option<Boundaries> {
    let features = match source.text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection.features,
        Ok(GeoJson::Feature(feature)) => vec![feature],
        Ok(GeoJson::Geometry(_)) => Vec::new(),
        Err(error) => {
            faults.add(syntax(&source.name, &error));
            return None;
        }
    };
    let mut boundaries = Boundaries::new();
    for (position, feature) in features.into_iter().enumerate() {
        let place = Place::file(&source.name).key(&format!("features[{position}]"));
        if let Some((code, outline)) = boundary(feature, property, &place, faults) {
            boundaries.entry(code).or_insert_with(|| MultiPolygon(Vec::new())).0.extend(outline.0);
        }
    }
    if boundaries.is_empty() && !faults.has_error() {
        let fault = Diagnostic::new(Code::NoBoundary, Place::file(&source.name));
        faults.add(fault.with("expected", CODE_PROPERTIES.join(", ")).hinting("hint-code-property"));
    }
    Some(boundaries)
}

fn syntax(file: &str, error: &geojson::Error) -> Diagnostic {
    let place = match error {
        geojson::Error::MalformedGeoJson(fault) if fault.line() > 0 => {
            Place::line(file, fault.line() as u64).character(fault.column() as u64)
        }
        _ => Place::file(file),
    };
    Diagnostic::new(Code::BoundarySyntax, place).with("cause", error.to_string())
}

/// The code and outline of a feature; `None` if something is missing, which is reported.
fn boundary(
    feature: Feature,
    property: Option<&str>,
    place: &Place,
    faults: &mut Faults,
) -> Option<(String, MultiPolygon)> {
    let Some(code) = code_of(&feature, property) else {
        let names: Vec<&str> = feature.properties.iter().flatten().map(|(name, _)| name.as_str()).collect();
        let warning = Diagnostic::new(Code::BoundaryWithoutCode, place.clone());
        faults.add(warning.with("found", names.join(", ")).hinting("hint-code-property"));
        return None;
    };
    if feature.geometry.as_ref().is_some_and(|geometry| has_half_position(&geometry.value)) {
        let fault = Diagnostic::new(Code::BoundarySyntax, place.clone());
        faults.add(fault.with("cause", Fact::Message("cause-half-position")));
        return None;
    }
    let geometry = feature.geometry.and_then(|geometry| geo::Geometry::try_from(geometry.value).ok());
    let Some(outline) = geometry.and_then(polygons) else {
        faults.add(Diagnostic::new(Code::NotAPolygon, place.clone()).with("commune", code));
        return None;
    };
    let is_degree = |coord: &geo::Coord| coord.x.abs() <= 180.0 && coord.y.abs() <= 90.0;
    if let Some(coord) = outline.coords_iter().find(|coord| !is_degree(coord)) {
        let fault = Diagnostic::new(Code::NotDegrees, place.clone()).with("commune", code);
        faults.add(fault.with("value", format!("{}, {}", coord.x, coord.y)).hinting("hint-wgs84"));
        return None;
    }
    Some((code, outline))
}

/// Whether a position has no latitude, or no numbers at all: the conversion below takes both for granted.
fn has_half_position(geometry: &GeometryValue) -> bool {
    let is_half = |position: &Position| position.len() < 2;
    let in_line = |line: &Vec<Position>| line.iter().any(is_half);
    let in_polygon = |rings: &Vec<Vec<Position>>| rings.iter().any(in_line);
    match geometry {
        GeometryValue::Point { coordinates } => is_half(coordinates),
        GeometryValue::MultiPoint { coordinates } | GeometryValue::LineString { coordinates } => {
            in_line(coordinates)
        }
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            in_polygon(coordinates)
        }
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().any(in_polygon),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().any(|geometry| has_half_position(&geometry.value))
        }
    }
}

/// All polygons of a geometry; `None` if it has none.
fn polygons(geometry: geo::Geometry) -> Option<MultiPolygon> {
    match geometry {
        geo::Geometry::Polygon(polygon) => Some(polygon.into()),
        geo::Geometry::MultiPolygon(polygons) if !polygons.0.is_empty() => Some(polygons),
        geo::Geometry::GeometryCollection(parts) => {
            let parts: Vec<_> = parts.into_iter().filter_map(polygons).flatten().collect();
            (!parts.is_empty()).then_some(MultiPolygon(parts))
        }
        _ => None,
    }
}

fn code_of(feature: &Feature, property: Option<&str>) -> Option<String> {
    let properties = feature.properties.as_ref()?;
    let named = |wanted: &str| {
        let found = properties.iter().find(|(name, _)| name.to_lowercase() == wanted.to_lowercase());
        found.and_then(|(_, value)| code_from(value))
    };
    match property {
        Some(property) => named(property),
        None => CODE_PROPERTIES.into_iter().find_map(named),
    }
}

/// A code as publishers write it: a text, a number that lost its leading zero, or a list with one entry.
fn code_from(value: &Value) -> Option<String> {
    match value {
        Value::String(code) => {
            let code = code.trim();
            let read = codes::insee(code).map_or_else(|| code.to_owned(), |read| read.code);
            Some(read).filter(|code| !code.is_empty())
        }
        Value::Number(number) => number.as_u64().map(|number| format!("{number:05}")),
        Value::Array(codes) => match codes.as_slice() {
            [code] => code_from(code),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[6,47],[6.1,47],[6.1,47.1],[6,47]]]}"#;

    fn feature(properties: &str, geometry: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
    }

    fn read(features: &[String], property: Option<&str>) -> (Option<Vec<String>>, Vec<Code>) {
        let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
        let source = Source { name: "communes.geojson".to_owned(), text };
        let mut faults = Faults::default();
        let found = parse(&source, property, &mut faults).map(|found| found.into_keys().collect());
        (found, faults.into_sorted().into_iter().map(|fault| fault.code).collect())
    }

    #[test]
    fn codes_are_found_under_the_names_of_french_publishers() {
        for properties in [
            r#"{"insee":"25304"}"#,
            r#"{"INSEE_COM":"25304","code":"x"}"#,
            r#"{"nom":"Hérimoncourt","code":25304}"#,
            r#"{"com_code":["25304"]}"#,
        ] {
            assert_eq!(read(&[feature(properties, SQUARE)], None), (Some(vec!["25304".to_owned()]), vec![]));
        }
        let own = feature(r#"{"code":"25","Commune":"25304"}"#, SQUARE);
        assert_eq!(read(&[own], Some("commune")).0, Some(vec!["25304".to_owned()]));
    }

    #[test]
    fn a_number_gets_its_leading_zero_back() {
        for code in [r#"{"code":1004}"#, r#"{"code":"1004"}"#] {
            assert_eq!(read(&[feature(code, SQUARE)], None).0, Some(vec!["01004".to_owned()]));
        }
    }

    #[test]
    fn features_without_code_or_outline_are_left_out_with_a_warning() {
        let features = [
            feature(r#"{"insee":"25304"}"#, SQUARE),
            feature(r#"{"nom":"Glay"}"#, SQUARE),
            feature("null", SQUARE),
            feature(r#"{"insee":"25274"}"#, r#"{"type":"Point","coordinates":[6,47]}"#),
            feature(r#"{"insee":"25378"}"#, "null"),
        ];
        let (found, codes) = read(&features, None);
        assert_eq!(found, Some(vec!["25304".to_owned()]));
        let without = Code::BoundaryWithoutCode;
        assert_eq!(codes, [without, without, Code::NotAPolygon, Code::NotAPolygon]);
    }

    #[test]
    fn metres_are_not_degrees() {
        let lambert = r#"{"type":"Polygon","coordinates":[[[980000,6710000],[980100,6710000],[980100,6710100],[980000,6710000]]]}"#;
        assert_eq!(read(&[feature(r#"{"insee":"25304"}"#, lambert)], None).1, [Code::NotDegrees]);
    }

    #[test]
    fn positions_without_two_numbers_are_a_fault() {
        for geometry in [
            r#"{"type":"Polygon","coordinates":[[[6.8],[6.9,47.5],[6.8,47.5],[6.8]]]}"#,
            r#"{"type":"MultiPolygon","coordinates":[[[[6.9,47.5],[]]]]}"#,
            r#"{"type":"Point","coordinates":[6]}"#,
            r#"{"type":"LineString","coordinates":[[6,47],[6]]}"#,
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[]}]}"#,
        ] {
            let features =
                [feature(r#"{"insee":"25304"}"#, geometry), feature(r#"{"insee":"25378"}"#, SQUARE)];
            assert_eq!(read(&features, None).1, [Code::BoundarySyntax], "{geometry}");
        }
        // Rings without any position are areas of no size, which is not a fault.
        for rings in ["[]", "[[]]", "[[],[[6,47]]]", "[[[6,47,250]]]"] {
            let empty = format!(r#"{{"type":"Polygon","coordinates":{rings}}}"#);
            assert!(read(&[feature(r#"{"insee":"25304"}"#, &empty)], None).0.is_some(), "{rings}");
        }
    }

    #[test]
    fn a_file_without_boundaries_and_a_file_that_is_not_geojson_are_faults() {
        assert_eq!(read(&[], None).1, [Code::NoBoundary]);
        assert_eq!(read(&["oops".to_owned()], None), (None, vec![Code::BoundarySyntax]));
    }
}
