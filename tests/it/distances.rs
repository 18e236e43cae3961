//! `ateliers territory distances`: the same pairs from every format, and implausible ones reported.

use std::fs;

use ateliers::input::read_scenario;

use crate::cli::Place;

/// Codes of `diagnostics` that these tests trigger.
pub(crate) const CODES: [&str; 4] = ["W613", "W614", "W615", "E616"];

const COMMAND: &str = "territory distances m.json --communes communes.csv --out distances.csv --lang en";

/// Hérimoncourt, Seloncourt and Indevillers, in seconds and metres.
const OSRM: &str = r#"{"code":"Ok",
    "durations":[[0,420.4,1500],[431,0,1740],[1500,1741,0]],
    "distances":[[0,4130,21400],[4216,0,24600],[21400,24600,0]]}"#;

/// The expected table: minutes to tenths, kilometres to hundredths, and no reverse pair with the same figures.
const TABLE: &str = "from,to,km,minutes,note\n\
    25304,25539,4.13,7,mesuré / measured\n\
    25304,25314,21.4,25,mesuré / measured\n\
    25539,25304,4.22,7.2,mesuré / measured\n\
    25539,25314,24.6,29,mesuré / measured\n";

fn distances(place: &Place) -> String {
    fs::read_to_string(place.path("distances.csv")).expect("a table")
}

#[test]
fn a_matrix_of_osrm_becomes_the_table_of_distances() {
    let place = Place::new();
    fs::write(place.path("m.json"), OSRM).expect("written");
    let told = place.told(COMMAND, 0);
    assert!(told.contains("6 measured pairs") && !told.contains("warning"), "{told}");
    assert_eq!(distances(&place), TABLE);
    // The scenario reads it; only another table of ours may replace it.
    place.edit("scenario.toml", "closures = ", "distances = \"distances.csv\"\nclosures = ");
    read_scenario(&place.path("scenario.toml")).expect("sound");
    place.told(COMMAND, 0);
    fs::write(place.path("distances.csv"), "from,to,km,minutes\n25304,25539,1,1\n").expect("written");
    place.told(COMMAND, 2);
}

#[test]
fn valhalla_gives_the_same_in_both_of_its_forms() {
    let long = r#"{"units":"kilometers","sources":[[{"lat":47.44,"lon":6.88}]],"sources_to_targets":[
        [{"distance":0,"time":0},{"distance":4.13,"time":420},{"distance":21.4,"time":1500}],
        [{"distance":4.22,"time":432},{"distance":0,"time":0},{"distance":24.6,"time":1740}],
        [{"distance":21.4,"time":1500},{"distance":24.6,"time":1740},{"distance":0,"time":0}]]}"#;
    let short = r#"{"units":"kilometers","sources_to_targets":{
        "durations":[[0,420,1500],[432,0,1740],[1500,1740,0]],
        "distances":[[0,4.13,21.4],[4.22,0,24.6],[21.4,24.6,0]]}}"#;
    for json in [long, short] {
        let place = Place::new();
        fs::write(place.path("m.json"), json).expect("written");
        place.told(COMMAND, 0);
        assert_eq!(distances(&place), TABLE, "{json}");
    }
}

#[test]
fn a_part_of_a_matrix_says_where_its_points_are() {
    let place = Place::new();
    let part = r#"{"durations":[[420],[1740]],"distances":[[4130],[24600]],
        "sources":[{"location":[6.8840,47.4420]},{"location":[6.9411,47.3239]}],
        "destinations":[{"location":[6.8551,47.4601]}]}"#;
    fs::write(place.path("m.json"), part).expect("written");
    let told = place.told(COMMAND, 0);
    assert!(told.contains("W613") && told.contains("Hérimoncourt – Indevillers"), "{told}");
    let pairs: Vec<String> = distances(&place).lines().skip(1).map(|line| line[..11].to_owned()).collect();
    assert_eq!(pairs, ["25304,25539", "25314,25539"]);
    // Without its points, its communes are unknown.
    fs::write(place.path("m.json"), part.replace("location", "place")).expect("written");
    assert!(place.told(COMMAND, 2).contains("E616"));
}

#[test]
fn tables_of_pairs_are_read_in_whatever_columns_and_units() {
    let tables = [
        "Origine;Destination;Durée (min);Distance (km)\n25304;25539;7,0;4,13\n25539;25304;7,2;4,22\n\
         25304;25314;25;21,4\n25539;25314;29;24,6\n75056;25304;300;480\n",
        "com1,com2,seconds,metres\n25304,25539,420,4130\n25539,25304,432,4220\n25304,25314,1500,21400\n25539,25314,1740,24600\n",
    ];
    for table in tables {
        let place = Place::new();
        fs::write(place.path("m.csv"), table).expect("written");
        place.told(&COMMAND.replace("m.json", "m.csv"), 0);
        assert_eq!(distances(&place), TABLE, "{table}");
    }
    let place = Place::new();
    fs::write(place.path("m.csv"), "a,b,t,d\n25304,25539,0.1,4130\n").expect("written");
    let named = " --from a --to b --time t --time-unit h --length d --length-unit m";
    place.told(&(COMMAND.replace("m.json", "m.csv") + named), 0);
    assert!(distances(&place).contains("25304,25539,4.13,6,"), "{}", distances(&place));
    let told = place.told(&COMMAND.replace("m.json", "m.csv"), 2);
    assert!(told.contains("E201"), "{told}");
}

#[test]
fn what_cannot_be_true_is_told() {
    let place = Place::new();
    // The first pair is zero, the second shorter than the straight line of 13.8 km, the third at 300 km/h.
    let json = r#"{"durations":[[0,0,1500],[0,0,295],[1500,295,0]],
        "distances":[[0,0,9000],[0,0,24600],[9000,24600,0]]}"#;
    fs::write(place.path("m.json"), json).expect("written");
    let told = place.told(COMMAND, 0);
    assert!(
        told.contains("W614") && told.contains("W615") && told.contains("4 pairs are implausible"),
        "{told}"
    );
    assert_eq!(distances(&place).lines().count(), 3);
    fs::write(place.path("m.json"), "{}").expect("written");
    assert!(place.told(COMMAND, 2).contains("E616"));
}
