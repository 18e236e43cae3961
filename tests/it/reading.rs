//! A generated instance, written to files and read back, is the same problem.

use std::collections::BTreeSet;

use std::path::Path;

use ateliers::input::{Sources, read_plan, read_plan_from, read_scenario, read_scenario_from};
use ateliers::instance::InstanceData;
use ateliers::instance::ids::TrackId;

use crate::generator::{self, SMALL, files};

/// Names of tracks: a reader may number them in another order.
fn names<'a>(data: &InstanceData, tracks: impl IntoIterator<Item = &'a TrackId>) -> BTreeSet<String> {
    tracks.into_iter().map(|&track| data.tracks[track].clone()).collect()
}

#[test]
fn an_instance_written_as_files_is_read_back_unchanged() {
    for seed in 0..100 {
        let written = generator::data(seed, &SMALL);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let read = read_scenario(&files::write(&written, folder.path()));
        let read = read.unwrap_or_else(|faults| panic!("seed {seed}: {faults:#?}")).instance;
        assert_eq!(read.communes, written.communes);
        assert_eq!(read.slots, written.slots);
        assert_eq!(read.venues, written.venues);
        assert_eq!(read.kits, written.kits);
        assert_eq!(read.closures, written.closures);
        for (from, to) in
            read.communes.keys().flat_map(|from| written.communes.keys().map(move |to| (from, to)))
        {
            assert_eq!(read.travel.leg(from, to), written.travel.leg(from, to));
        }
        assert_eq!(read.parties, written.parties);
        let solver = written.rules.solver;
        assert_eq!(read.rules, ateliers::instance::rules::Rules { solver, ..written.rules.clone() });
        for (one, other) in read.residents.iter().zip(&written.residents) {
            assert_eq!(names(&read, [&one.track]), names(&written, [&other.track]));
            assert_eq!(ateliers::instance::entities::Resident { track: other.track, ..one.clone() }, *other);
        }
        for (one, other) in read.trainers.iter().zip(&written.trainers) {
            assert_eq!(names(&read, &one.tracks), names(&written, &other.tracks));
            let tracks = other.tracks.clone();
            assert_eq!(ateliers::instance::entities::Trainer { tracks, ..one.clone() }, *other);
        }
        assert_eq!(read.residents.len(), written.residents.len());
        assert_eq!(read.trainers.len(), written.trainers.len());
    }
}

const SMALL_FOLDER: &str = "data/fixtures/small";

/// The files of the small scenario under the names that its scenario file gives them.
fn in_memory() -> Sources {
    let files = std::fs::read_dir(SMALL_FOLDER).expect("a folder").map(|entry| entry.expect("a file").path());
    files.filter(|path| path.is_file()).fold(Sources::memory(), |sources, path| {
        let name = path.file_name().expect("a name").to_owned();
        sources.with(name, std::fs::read(path).expect("bytes"))
    })
}

#[test]
fn a_scenario_and_its_plan_are_read_from_memory_as_from_disk() {
    let folder = Path::new(SMALL_FOLDER);
    let disk = read_scenario(&folder.join("scenario.toml")).expect("sound").instance;
    let memory = in_memory();
    let held = read_scenario_from(&memory, Path::new("scenario.toml")).expect("sound").instance;
    assert_eq!(held.digest, disk.digest);
    assert_eq!(held.residents, disk.residents);
    let plan = read_plan(&folder.join("plan.json"), &disk).expect("a plan").0;
    assert_eq!(read_plan_from(&memory, Path::new("plan.json"), &held).expect("a plan").0, plan);
}

#[test]
fn a_table_that_is_being_edited_stands_before_the_one_on_disk() {
    let folder = Path::new(SMALL_FOLDER);
    let disk = Sources::disk().with(folder.join("kits.csv"), *b"id,tablets,depot\nK1,x,25304\n");
    let faults = read_scenario_from(&disk, &folder.join("scenario.toml")).expect_err("x is no number");
    assert_eq!(faults.iter().map(|fault| fault.code.id()).collect::<Vec<_>>(), ["E304"]);
    // Without a disk, files that are not held are missing, and the name of one that is held is proposed.
    let memory = in_memory().with("kit.csv", *b"id");
    let scenario = std::fs::read_to_string(folder.join("scenario.toml")).expect("text");
    let memory = memory.with("scenario.toml", scenario.replace("kits.csv", "kitt.csv").into_bytes());
    let faults = read_scenario_from(&memory, Path::new("scenario.toml")).expect_err("kitt.csv is missing");
    assert_eq!(faults[0].code.id(), "E001");
    assert!(faults[0].hint.is_some());
}
