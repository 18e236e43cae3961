//! `ateliers territory roads`: compared with an independent table of neighbours, and as a user runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ateliers::input::{read_boundaries, read_communes};
use ateliers::territory::{Estimate, Link, roads_from_boundaries};

use crate::cli::{Place, Run};

const ROADS: &str =
    "territory roads --communes communes.csv --boundaries b.geojson --out roads.csv --lang en";
const COMMUNES: &str = "insee,name,lat,lon\n25274,Glay,47.005,6.005\n25304,Hérimoncourt,47.005,6.015\n";

/// A square of a hundredth of a degree whose west side is at `west`.
fn square(insee: &str, west: f64) -> String {
    let east = west + 0.01;
    format!(
        r#"{{"type":"Feature","properties":{{"code":"{insee}"}},"geometry":{{"type":"Polygon",
        "coordinates":[[[{west},47],[{east},47],[{east},47.01],[{west},47.01],[{west},47]]]}}}}"#
    )
}

fn place(features: &[String]) -> Place {
    let place = Place::empty();
    let boundaries = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
    fs::write(place.path("b.geojson"), boundaries).expect("written");
    fs::write(place.path("communes.csv"), COMMUNES).expect("written");
    place
}

/// Asserts that this file of boundaries yields exactly one finding, with this code, and no roads.
#[track_caller]
fn refused(boundaries: &str, code: &str) {
    let place = place(&[]);
    fs::write(place.path("b.geojson"), boundaries).expect("written");
    let run = place.run(ROADS);
    assert_eq!(run.code, 2);
    assert_eq!(codes(&run), [code], "{}", run.stderr);
    assert!(!place.path("roads.csv").exists());
}

/// Codes of the findings, in order.
fn codes(run: &Run) -> Vec<&str> {
    run.stderr
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
        .filter_map(|line| line.split(['[', ']']).nth(1))
        .collect()
}

#[test]
fn neighbours_are_those_of_the_independent_table_but_for_contacts_at_a_point() {
    let folder = Path::new("data/pma/territory");
    let (communes, warnings) = read_communes(&folder.join("communes.csv")).expect("communes");
    assert_eq!(warnings, []);
    let (boundaries, warnings) = read_boundaries(&folder.join("communes.geojson"), None).expect("boundaries");
    assert_eq!(warnings, []);
    let derivation = roads_from_boundaries(&communes, &boundaries, &Estimate::default());
    assert_eq!(derivation.n_components, 1);
    let found: BTreeMap<(String, String), Link> = derivation
        .roads
        .iter()
        .map(|derived| {
            let ends = [derived.road.from, derived.road.to].map(|end| communes[end].insee.clone());
            (ends.into(), derived.link)
        })
        .collect();
    let mut table = csv::Reader::from_path(folder.join("adjacency.csv")).expect("the independent table");
    let mut n_borders = 0;
    for row in table.records().map(|row| row.expect("a row")) {
        let (one, other) = (row[0].to_owned(), row[2].to_owned());
        if [&one, &other].iter().any(|code| *code == "25192") {
            continue; // Dampjoux joined in 2024 and is not among the 72.
        }
        let link = found.get(&(one.clone(), other.clone()));
        if &row[4] == "point" {
            assert_eq!(link, None, "{one} and {other} touch at a point");
            continue;
        }
        n_borders += 1;
        let Some(Link::Border(metres)) = link else { panic!("{one} and {other} share a border") };
        let expected: f64 = row[5].parse::<f64>().expect("kilometres") * 1_000.0;
        // The independent table was measured on another plane, and rounded to metres.
        assert!(
            (metres - expected).abs() <= 2.0 + 0.005 * expected,
            "{one}, {other}: {metres} against {expected} m"
        );
    }
    assert_eq!((n_borders, found.len()), (176, 176));
}

#[test]
fn a_road_is_an_estimate_and_says_so() {
    let place = place(&[square("25274", 6.0), square("25304", 6.01)]);
    let run = place.run(ROADS);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    // A hundredth of a degree of longitude at 47.005° N: 6,371.0088 km × π / 18,000 × cos 47.005° = 0.7583 km,
    // × 1.3 = 0.99 km, at 40 km/h 1.485 minutes.
    let table = fs::read_to_string(place.path("roads.csv")).expect("the table");
    assert_eq!(table, "from,to,km,minutes,note\n25274,25304,0.99,1.5,estimé / estimated (border)\n");
    let run = place.run(&format!("{ROADS} --detour 2 --speed 10"));
    assert_eq!(run.code, 0);
    // 0.7583 × 2 = 1.52 km, at 10 km/h 9.12 minutes.
    let table = fs::read_to_string(place.path("roads.csv")).expect("the table");
    assert!(table.contains("25274,25304,1.52,9.1,"), "{table}");
}

#[test]
fn communes_without_boundary_or_neighbour_are_joined_by_the_shortest_link_and_told() {
    let alone = place(&[square("25274", 6.0), square("99999", 6.01)]);
    let run = alone.run(ROADS);
    assert_eq!(run.code, 0);
    assert_eq!(codes(&run), ["W606", "W607"], "{}", run.stderr);
    assert!(
        run.stdout.contains("2 parts") && run.stdout.contains("One outline belongs to no commune"),
        "{}",
        run.stdout
    );
    let table = fs::read_to_string(alone.path("roads.csv")).expect("the table");
    assert!(table.contains("no shared border: shortest link"), "{table}");
}

#[test]
fn a_wider_tolerance_bridges_outlines_that_were_simplified_apart() {
    // 0.0001 degrees of longitude are 7.6 m here.
    let apart = place(&[square("25274", 6.0), square("25304", 6.0101)]);
    assert_eq!(codes(&apart.run(ROADS)), ["W607", "W607"]);
    let run = apart.run(&format!("{ROADS} --tolerance 10"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn a_property_can_be_named() {
    let named = |insee, west| square(insee, west).replace("\"code\"", "\"Gemeinde\"");
    let place = place(&[named("25274", 6.0), named("25304", 6.01)]);
    let run = place.run(ROADS);
    assert_eq!((run.code, codes(&run)), (2, vec!["E603", "W604", "W604"]));
    assert_eq!(place.run(&format!("{ROADS} --code-property gemeinde")).code, 0);
}

#[test]
fn files_that_are_no_boundaries_are_refused() {
    refused("insee,name\n", "E601");
    refused("", "E601");
    refused("\u{1}", "E004");
    refused(r#"{"type":"FeatureCollection","features":[]}"#, "E603");
    refused(r#"{"type":"Point","coordinates":[6,47]}"#, "E603");
    refused(r#"{"type":"Point","coordinates":[6]}"#, "E601");
    let lambert = square("25274", 980_000.0);
    refused(&format!(r#"{{"type":"FeatureCollection","features":[{lambert}]}}"#), "E602");
}

#[test]
fn a_shape_that_is_no_area_is_left_out() {
    let point = r#"{"type":"Feature","properties":{"code":"25274"},"geometry":{"type":"Point","coordinates":[6,47]}}"#;
    let place = place(&[point.to_owned(), square("25274", 6.0), square("25304", 6.01)]);
    let run = place.run(ROADS);
    assert_eq!((run.code, codes(&run)), (0, vec!["W605"]));
}

#[test]
fn measured_roads_are_never_replaced() {
    let place = place(&[square("25274", 6.0), square("25304", 6.01)]);
    let measured = "from,to,km,minutes\n25274,25304,1.2,3\n";
    fs::write(place.path("roads.csv"), measured).expect("written");
    let run = place.run(ROADS);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("was not replaced"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(place.path("roads.csv")).expect("the table"), measured);
}

#[test]
fn missing_files_and_wrong_numbers_are_told() {
    let place = place(&[]);
    let run =
        place.run("territory roads --communes none.csv --boundaries none.geojson --out roads.csv --lang en");
    assert_eq!((run.code, codes(&run)), (2, vec!["E001", "E001"]));
    for wrong in ["--speed 0", "--speed -5", "--detour 0.9", "--detour NaN", "--tolerance inf"] {
        let run = place.run(&format!("{ROADS} {wrong}"));
        assert_eq!(run.code, 2, "{wrong}");
        assert!(run.stderr.contains("hint:") || run.stderr.contains("unknown"), "{wrong}: {}", run.stderr);
    }
}
