//! `ateliers territory invent` as a user runs it.

use std::fs;

use ateliers::input::read_scenario;

use crate::cli::Place;

/// The region, the dates and the folder; the test chooses sizes.
fn command(sizes: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    format!(
        "territory invent --communes {root}/data/bench/region/communes.csv \
         --boundaries {root}/data/bench/region/communes.geojson --from 2026-01-05 --to 2026-06-26 --out here \
         --lang en {sizes}"
    )
}

/// A small piece of the region.
const SMALL: &str = "--residents 150 --nearest 12 --trainers 2 --seed 5 --centre 25304";

/// A table of a folder that has no faults, by rows.
fn table(place: &Place, name: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(place.path(&format!("here/{name}"))).expect("a table");
    reader.records().map(|row| row.expect("a row")).collect()
}

/// Asserts that these arguments are refused with this text, and that nothing is written.
#[track_caller]
fn refused(arguments: &str, told: &str) {
    let place = Place::empty();
    let run = place.run(&command(arguments));
    assert_eq!(run.code, 2, "{arguments}");
    assert!(run.stderr.contains(told), "{arguments}: {}", run.stderr);
    assert!(!place.path("here").exists());
}

#[test]
fn a_territory_has_the_sizes_asked_for_validates_without_a_word_and_can_be_planned() {
    let place = Place::empty();
    let run = place.run(&command(SMALL));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("150 residents, 12 communes, 2 trainers, 2 kits. The territory is in one piece.")
    );
    let read = read_scenario(&place.path("here/scenario.toml")).expect("a scenario");
    assert_eq!(read.warnings, []);
    let instance = read.instance;
    assert!(instance.is_invented);
    let sizes =
        (instance.residents.len(), instance.communes.len(), instance.trainers.len(), instance.kits.len());
    assert_eq!(sizes, (150, 12, 2, 2));
    assert!(instance.communes.iter().any(|commune| commune.insee == "25304"));
    assert!((10..=20).contains(&instance.venues.len()), "{}", instance.venues.len());
    let run = place.run("plan here/scenario.toml --out here/plan --work-limit 1 --lang en");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Invented data"), "{}", run.stdout);
    assert_eq!(place.run("check here/scenario.toml here/plan/plan.json").code, 0);
}

#[test]
fn every_invented_row_says_so_and_no_real_one_does() {
    let place = Place::empty();
    assert_eq!(place.run(&command(SMALL)).code, 0);
    for name in ["residents.csv", "venues.csv", "trainers.csv", "kits.csv", "slots.csv", "closures.csv"] {
        let rows = table(&place, name);
        assert!(!rows.is_empty(), "{name}");
        assert!(rows.iter().all(|row| row.get(row.len() - 1) == Some("inventé / invented")), "{name}");
    }
    assert!(table(&place, "roads.csv").iter().all(|row| row[4].starts_with("estimé / estimated")));
    for name in ["communes.csv", "communes.geojson"] {
        let text = fs::read_to_string(place.path(&format!("here/{name}"))).expect("a file");
        assert!(!text.contains("invent") && text.contains("Hérimoncourt"), "{name}");
    }
    let scenario = fs::read_to_string(place.path("here/scenario.toml")).expect("the scenario");
    assert!(scenario.starts_with("# Invented territory: 150 residents"), "{scenario}");
}

#[test]
fn the_same_seed_gives_the_same_folder_and_another_seed_other_people_and_rooms() {
    let bytes = |sizes: &str, name: &str| {
        let place = Place::empty();
        assert_eq!(place.run(&command(sizes)).code, 0);
        fs::read(place.path(&format!("here/{name}"))).expect("a file")
    };
    let other = SMALL.replace("--seed 5", "--seed 6");
    for name in ["communes.csv", "communes.geojson", "kits.csv", "roads.csv", "scenario.toml", "closures.csv"]
    {
        assert!(
            bytes(SMALL, name) == bytes(SMALL, name) && bytes(SMALL, name) == bytes(&other, name),
            "{name}"
        );
    }
    for name in ["residents.csv", "venues.csv", "trainers.csv"] {
        assert!(
            bytes(SMALL, name) == bytes(SMALL, name) && bytes(SMALL, name) != bytes(&other, name),
            "{name}"
        );
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_as_it_is() {
    let place = Place::empty();
    assert_eq!(place.run(&command(SMALL)).code, 0);
    let run = place.run(&command(SMALL));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("already contains communes.csv"), "{}", run.stderr);
}

#[test]
fn closures_that_concern_the_territory_and_its_time_are_copied() {
    let place = Place::empty();
    let closures = "from;until;scope;reason\n2026-05-01;2026-05-01;all;1er mai\n2025-12-01;2026-01-04;all;avant\n\
                    2026-02-02;2026-02-06;commune:25304;travaux\n2026-02-02;2026-02-06;commune:25056;ailleurs\n";
    fs::write(place.path("closures.csv"), closures).expect("written");
    let run = place.run(&command(&format!("{SMALL} --closures closures.csv")));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let rows: Vec<String> =
        table(&place, "closures.csv").iter().map(|row| row.iter().collect::<Vec<_>>().join(",")).collect();
    let expected = ["2026-05-01,2026-05-01,all,1er mai", "2026-02-02,2026-02-06,commune:25304,travaux"];
    assert_eq!(rows, expected);
    assert_eq!(place.run("validate here/scenario.toml").code, 0);

    fs::write(place.path("closures.csv"), "from,until,scope\n2026-05-01,2026-05-01,venue:V1\n")
        .expect("written");
    let run = place.run(&command("--residents 9 --closures closures.csv").replace("here", "there"));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("error[E404]"), "{}", run.stderr);
}

#[test]
fn every_commune_takes_part_unless_fewer_are_asked_for() {
    let place = Place::empty();
    let run = place.run(&command("--residents 700"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    // One trainer for every 600 residents, and a kit for each.
    assert!(run.stdout.contains("700 residents, 1,200 communes, 2 trainers, 2 kits."), "{}", run.stdout);
    assert_eq!(table(&place, "communes.csv").len(), 1_200);
    let run = place.run(&command("--residents 100 --nearest 6").replace("here", "small"));
    assert!(run.stdout.contains("100 residents, 6 communes, 1 trainer, 1 kit."), "{}", run.stdout);
}

#[test]
fn communes_without_boundary_neighbour_or_population_are_told() {
    let place = Place::empty();
    let communes =
        "insee,name,lat,lon,population\n25274,Glay,47.005,6.005,339\n25304,Hérimoncourt,47.005,6.025,\n";
    fs::write(place.path("communes.csv"), communes).expect("written");
    let glay = r#"{"type":"Feature","properties":{"code":"25274"},"geometry":{"type":"Polygon",
        "coordinates":[[[6,47],[6.01,47],[6.01,47.01],[6,47.01],[6,47]]]}}"#;
    let boundaries = format!(r#"{{"type":"FeatureCollection","features":[{glay}]}}"#);
    fs::write(place.path("b.geojson"), boundaries).expect("written");
    let run = place.run(
        "territory invent --communes communes.csv --boundaries b.geojson --residents 10 --from 2026-01-05 \
         --to 2026-06-26 --out here --lang en",
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    for code in ["W606", "W607", "W608"] {
        assert_eq!(run.stderr.matches(&format!("warning[{code}]")).count(), 1, "{code}: {}", run.stderr);
    }
    assert!(run.stdout.contains("was in 2 parts, joined by their shortest links"), "{}", run.stdout);
    assert_eq!(place.run("validate here/scenario.toml").code, 0);
}

#[test]
fn what_cannot_be_is_refused_and_said() {
    refused("--residents 100 --nearest 1201", "the table has 1200 communes");
    refused("--residents 1000000 --nearest 2", "inhabitants, fewer than the residents requested");
    refused("--residents 100 --centre 25999", "no commune in the table has the code 25999");
    refused("--residents 0", "a whole number from 1 to 1,000,000");
    refused("--residents 100 --nearest 0", "a whole number, one or more");
    refused("--residents 100 --trainers 0", "a whole number from 1 to 1,000");
    refused("--residents 100 --kits many", "a whole number up to 1,000");
    let place = Place::empty();
    let run = place.run(&command(SMALL).replace("--to 2026-06-26", "--to 2025-06-26"));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("the last day must not be before the first"), "{}", run.stderr);
    let run = place.run(&command(SMALL).replace("--to 2026-06-26", "--to 2036-06-26"));
    assert!(run.code == 2 && run.stderr.contains("nor ten years after it"), "{}", run.stderr);
    let run = place.run(&command(SMALL).replace("--to 2026-06-26", "--to soon"));
    assert!(run.code == 2 && run.stderr.contains("a date, such as"), "{}", run.stderr);
}

#[test]
fn faults_of_all_files_are_told_together() {
    let place = Place::empty();
    for (name, text) in [
        ("communes.csv", "insee,name,lat,lon\n25274,Glay,x,6.89\n"),
        ("b.geojson", "oops"),
        ("slots.csv", "id,weekday,start\nA,lune,10:00\n"),
        ("closures.csv", "from,until,scope\n2026-05-01,x,all\n"),
    ] {
        fs::write(place.path(name), text).expect("written");
    }
    let run = place.run(
        "territory invent --communes communes.csv --boundaries b.geojson --slots slots.csv --closures closures.csv \
         --residents 10 --from 2026-01-05 --to 2026-06-26 --out here --lang en",
    );
    assert_eq!(run.code, 2);
    for code in ["E302", "E601", "E309", "E3"] {
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
    }
    assert_eq!(run.stderr.matches("error[").count(), 4, "{}", run.stderr);
    assert!(!place.path("here").exists());
}
