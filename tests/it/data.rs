//! The shipped data: every scenario can be planned unchanged, and derived tables are what the program derives.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ateliers::diagnostics::{Code, Diagnostic};
use ateliers::input::{read_boundaries, read_communes, read_scenario};
use ateliers::instance::Instance;

use crate::cli::Place;

/// A shipped scenario, read without faults and warnings, except for codes that are postal codes of other communes.
#[track_caller]
fn shipped(name: &str) -> Instance {
    let path = Path::new("data/pma").join(name).join("scenario.toml");
    let read = read_scenario(&path).unwrap_or_else(|faults| panic!("{name}: {faults:#?}"));
    let others = read.warnings.iter().filter(|warning| warning.code != Code::AlsoPostalCode);
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&Diagnostic>::new(), "{name}");
    read.instance
}

#[test]
fn every_scenario_of_the_benches_reads_without_fault_or_warning_and_says_that_it_is_invented() {
    for (set, n_scenarios) in [("instances", 3), ("pmedcap", 10)] {
        let folders = fs::read_dir(Path::new("data/bench").join(set)).expect("the data");
        let folders = folders.map(|entry| entry.expect("a folder").path()).filter(|path| path.is_dir());
        let folders: BTreeSet<PathBuf> = folders.collect();
        assert_eq!(folders.len(), n_scenarios, "{set}");
        for folder in folders {
            let read = read_scenario(&folder.join("scenario.toml"));
            let read = read.unwrap_or_else(|faults| panic!("{}: {faults:#?}", folder.display()));
            // The parties of `pmedcap` are the demand of a node: of any size.
            let is_told = |warning: &&Diagnostic| warning.code != Code::PartyOfMany;
            assert_eq!(read.warnings.iter().find(is_told), None, "{}", folder.display());
            assert!(read.instance.is_invented, "{}", folder.display());
            assert_eq!(folder.file_name().and_then(|name| name.to_str()), Some(read.instance.name.as_str()));
        }
    }
}

fn rows(path: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(Path::new("data/pma").join(path)).expect("a table");
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

#[test]
fn every_scenario_reads_without_fault_or_warning_and_says_that_it_is_invented() {
    let found: BTreeSet<PathBuf> = fs::read_dir("data/pma")
        .expect("the data")
        .map(|entry| entry.expect("a folder").path())
        .filter(|folder| folder.join("scenario.toml").exists())
        .collect();
    let names: Vec<&str> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["phase1", "phase1-batch", "pilot", "rollout"]);
    for name in names {
        let instance = shipped(name);
        assert_eq!(instance.name, name);
        assert!(instance.is_invented, "{name}");
    }
}

#[test]
fn the_scenarios_have_the_shape_that_their_readme_states() {
    let shape = |name| {
        let instance = shipped(name);
        let sizes = (instance.residents.len(), instance.trainers.len());
        let tablets: Vec<usize> = instance.kits.iter().map(|kit| kit.tablets).collect();
        (instance.communes.len(), instance.rules.hosts.communes.len(), sizes, tablets)
    };
    assert_eq!(shape("pilot"), (72, 2, (100, 1), vec![12]));
    assert_eq!(shape("phase1"), (72, 23, (454, 2), vec![12, 12]));
    assert_eq!(shape("rollout"), (72, 72, (2_032, 4), vec![12, 12, 10, 8]));
    let readme = fs::read_to_string("data/pma/README.md").expect("the readme");
    for figure in ["| 100 |", "| 454 |", "| 2 032 |", "12, 12, 10 et 8"] {
        assert!(readme.contains(figure), "{figure}");
    }
}

#[test]
fn every_invented_row_says_so() {
    for scenario in ["pilot", "phase1", "rollout", "example"] {
        for table in ["residents", "venues", "trainers", "kits"] {
            let rows = rows(&format!("{scenario}/{table}.csv"));
            assert!(!rows.is_empty());
            let is_labelled = |row: &Vec<String>| row.last().is_some_and(|note| note.contains("invented"));
            assert!(rows.iter().all(is_labelled), "{scenario}/{table}.csv");
        }
    }
}

#[test]
fn the_readmes_commands_make_the_derived_tables_byte_for_byte() {
    let place = Place::empty();
    let readme = fs::read_to_string("data/pma/README.md").expect("the readme");
    for table in ["communes.csv", "slots.csv", "communes.geojson"] {
        copy(&place, &format!("territory/{table}"));
    }
    for table in ["example/communes.csv", "example/slots.csv"] {
        copy(&place, table);
    }
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("ateliers "))
        .filter(|line| line.contains("--out"))
        .collect();
    assert_eq!(commands.len(), 6);
    for command in commands {
        let out = command.rsplit(' ').next().expect("the file to write");
        fs::create_dir_all(place.path(out).parent().expect("a folder")).expect("made");
        let run = place.run(command);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{command}");
        let (made, shipped) = (fs::read(place.path(out)), fs::read(Path::new("data/pma").join(out)));
        assert!(
            made.expect("made") == shipped.expect("shipped"),
            "{out} is not what `ateliers {command}` makes"
        );
    }
}

fn copy(place: &Place, table: &str) {
    let to = place.path(table);
    fs::create_dir_all(to.parent().expect("a folder")).expect("made");
    fs::copy(Path::new("data/pma").join(table), to).expect("copied");
}

#[test]
fn closures_are_the_school_and_public_holidays_of_their_time() {
    for (table, first, last) in [
        ("territory/closures.csv", "2027-01-01", "2027-08-31"),
        ("../bench/region/closures.csv", "2026-01-01", "2026-12-31"),
    ] {
        let school = rows("territory/school_holidays_zone_a.csv")
            .into_iter()
            .map(|row| [2, 3, 1].map(|at| row[at].clone()));
        let public =
            rows("territory/public_holidays.csv").into_iter().map(|row| [0, 0, 1].map(|at| row[at].clone()));
        // ISO dates compare as texts.
        let overlaps = |[from, until, _]: &[String; 3]| until.as_str() >= first && from.as_str() <= last;
        let expected: BTreeSet<[String; 3]> = school.chain(public).filter(overlaps).collect();
        let closures = rows(table);
        assert!(closures.iter().all(|row| row[2] == "all"), "{table}");
        let found: BTreeSet<[String; 3]> =
            closures.into_iter().map(|row| [0, 1, 3].map(|at| row[at].clone())).collect();
        assert_eq!(found, expected, "{table}");
    }
}

#[test]
fn the_region_is_read_without_a_word() {
    let (communes, warnings) = read_communes(Path::new("data/bench/region/communes.csv")).expect("communes");
    assert_eq!((communes.len(), warnings), (1_200, vec![]));
    assert!(communes.iter().all(|commune| commune.population.is_some()));
    let boundaries = Path::new("data/bench/region/communes.geojson");
    let (boundaries, warnings) = read_boundaries(boundaries, None).expect("boundaries");
    assert_eq!(warnings, []);
    assert!(communes.iter().all(|commune| boundaries.contains_key(&commune.insee)));
}
