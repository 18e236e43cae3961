//! The validation table of the commands that only read boundaries or communes: for each code an input that triggers only
//! that code.

use std::fs;

use crate::cli::{Place, Run};

const ROADS: &str = "territory roads --communes communes.csv --boundaries b.geojson --out out.csv --lang en";
const DEMAND: &str =
    "demand --communes communes.csv --slots slots.csv --rate 1 --seed 1 --out out.csv --lang en";

/// The code, the command, the table of communes, the features of the boundaries.
pub(crate) type Case = (&'static str, &'static str, &'static str, String);

const TWO: &str =
    "insee,name,lat,lon,population\n25274,Glay,47.005,6.005,300\n25304,Hérimoncourt,47.005,6.015,3600\n";
const THREE: &str = "insee,name,lat,lon\n25274,Glay,47.005,6.005\n25304,Hérimoncourt,47.005,6.015\n25378,Meslières,47.005,6.5\n";
const ASTRAY: &str = "insee,name,lat,lon\n25274,Glay,47.105,6.005\n25304,Hérimoncourt,47.005,6.015\n";
const WIDE: &str = "insee,name,lat,lon\n25274,Glay,47.005,6.005\n25304,Hérimoncourt,47.005,9.005\n";
const TWICE: &str = "insee,name,lat,lon\n25274,Glay,47.005,6.005\n25304,Hérimoncourt,47.005,6.015\n25378,Meslières,47.005,6.015\n";
const FOUR: &str = "insee,name,lat,lon\n25274,Glay,47.005,6.005\n25304,Hérimoncourt,47.005,6.015\n\
    25378,Meslières,47.005,6.026\n25539,Seloncourt,47.005,6.036\n";
const UNCOUNTED: &str =
    "insee,name,lat,lon,population\n25274,Glay,47.005,6.005,\n25304,Hérimoncourt,47.005,6.015,3600\n";

/// A square of a hundredth of a degree whose west side is at `west`.
fn square(code: &str, west: f64) -> String {
    let east = west + 0.01;
    let ring = format!("[{west},47],[{east},47],[{east},47.01],[{west},47.01],[{west},47]");
    feature(code, &format!(r#"{{"type":"Polygon","coordinates":[[{ring}]]}}"#))
}

fn feature(code: &str, geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{"insee":"{code}"}},"geometry":{geometry}}}"#)
}

/// Two neighbours and something more.
fn neighbours_and(more: &str) -> String {
    let features = [square("25274", 6.0), square("25304", 6.01), more.to_owned()];
    features.into_iter().filter(|feature| !feature.is_empty()).collect::<Vec<_>>().join(",")
}

pub(crate) fn all() -> Vec<Case> {
    vec![
        ("E601", ROADS, TWO, "{".to_owned()),
        ("E602", ROADS, TWO, square("25274", 980_000.0)),
        ("E603", ROADS, TWO, String::new()),
        ("W604", ROADS, TWO, neighbours_and(&square("", 6.02))),
        ("W605", ROADS, TWO, neighbours_and(&feature("25274", r#"{"type":"Point","coordinates":[6,47]}"#))),
        ("W606", ROADS, THREE, neighbours_and("")),
        ("W607", ROADS, THREE, neighbours_and(&square("25378", 6.5))),
        ("W609", ROADS, ASTRAY, neighbours_and("")),
        ("W610", ROADS, WIDE, neighbours_and(&square("25304", 9.0))),
        ("W611", ROADS, TWICE, neighbours_and(&square("25378", 6.01))),
        // 0.0004 degrees of longitude are 30 m here.
        (
            "W612",
            ROADS,
            FOUR,
            neighbours_and(&[square("25378", 6.020_4), square("25539", 6.030_4)].join(",")),
        ),
        ("W608", DEMAND, UNCOUNTED, String::new()),
    ]
}

fn run((_, command, communes, features): &Case) -> Run {
    let place = Place::empty();
    let boundaries = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    for (file, text) in [
        ("communes.csv", *communes),
        ("b.geojson", boundaries.as_str()),
        ("slots.csv", "id,weekday,start\ntue-0930,tue,09:30\n"),
    ] {
        fs::write(place.path(file), text).expect("written");
    }
    place.run(command)
}

#[test]
fn each_spoilt_input_gives_exactly_its_finding() {
    for case in all() {
        let run = run(&case);
        let is_finding = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
        let codes: Vec<&str> =
            run.stderr.lines().filter(is_finding).filter_map(|line| line.split(['[', ']']).nth(1)).collect();
        assert_eq!(codes, [case.0], "{}", run.stderr);
        let mend = match case.0 {
            "W609" => "hint: the middle of its outline is at lat 47.00",
            "W612" => "--tolerance 50",
            _ => "",
        };
        assert!(run.stderr.contains(mend), "{}", run.stderr);
        assert_eq!(run.code, if case.0.starts_with('E') { 2 } else { 0 }, "{}", run.stderr);
    }
}
