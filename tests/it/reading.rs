//! A generated instance, written as files and read back, is the same problem.

use std::collections::BTreeSet;

use ateliers::input::read_scenario;
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
