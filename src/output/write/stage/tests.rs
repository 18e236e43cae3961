//! Writers that die at every step, and what the next writer does with their leftovers.

use std::collections::BTreeMap;

use super::super::{Folder, ORDINARY};
use super::*;

const NAMES: [&str; 3] = ["a.csv", "below/b.csv", "plan.json"];

/// Every file of a folder and its content; temporary ones are `…`.
fn contents(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(PREFIX) {
            found.insert(name, "…".to_owned());
        } else if entry.path().is_dir() {
            found.extend(
                contents(&entry.path()).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)),
            );
        } else {
            found.insert(name, fs::read_to_string(entry.path()).expect("text"));
        }
    }
    found
}

/// A folder with the files of an older run and a file of a user.
fn older() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(home.path().join("below")).expect("a folder");
    for name in NAMES.into_iter().chain(["notes.txt"]) {
        fs::write(home.path().join(name), "old").expect("a file");
    }
    home
}

fn staged(folder: &Path, text: &str) -> Stage {
    let mut stage = Stage::new(folder).expect("a stage");
    for name in NAMES {
        stage.add(name, text.as_bytes(), ORDINARY, true).expect("written");
    }
    stage
}

/// The leftovers of a killed process: its files are kept, its locks released.
fn killed(stage: Stage) {
    let _ = stage.home.keep();
}

#[track_caller]
fn assert_all_say(folder: &Path, text: &str) {
    let mut found = contents(folder);
    assert_eq!(found.remove("notes.txt").as_deref(), Some("old"), "somebody's own");
    let expected: BTreeMap<String, String> = NAMES.map(|name| (name.to_owned(), text.to_owned())).into();
    assert_eq!(found, expected);
}

#[test]
fn a_writer_that_dies_before_all_is_written_leaves_the_folder_as_it_was() {
    let home = older();
    killed(Stage::new(home.path()).expect("a stage"));
    killed(staged(home.path(), "new"));
    // Left like this by earlier versions, and by writers of single files.
    fs::write(home.path().join(".ateliers-x.part"), "names").expect("a file");
    complete(home.path()).expect("nothing to complete");
    assert_eq!(contents(home.path()).len(), 4 + 3);
    drop(Folder::open(home.path(), &NAMES).expect("open"));
    assert_all_say(home.path(), "old");
}

#[test]
fn a_writer_that_dies_at_any_move_leaves_old_files_or_new_ones_and_the_next_one_brings_the_rest() {
    let n_moves = 2 * NAMES.len();
    for n_made in 0..=n_moves {
        for finished_by in ["a writer", "a reader"] {
            let home = older();
            let whole = staged(home.path(), "new").commit(true).expect("committed");
            let moves = whole.moves();
            assert_eq!(moves.len(), n_moves);
            for step in &moves[..n_made] {
                step.make().expect("moved");
            }
            drop(whole);
            let left = contents(home.path());
            let says = |text: &str| {
                NAMES.iter().filter(|&&name| left.get(name).is_some_and(|said| said == text)).count()
            };
            let (old, new) = (says("old"), says("new"));
            assert!(old == 0 || new == 0, "{n_made} moves: {left:?}");
            let has_plan = left.contains_key("plan.json");
            assert!(
                !has_plan || old == NAMES.len() || new == NAMES.len(),
                "{n_made} moves: a plan without its tables"
            );
            if finished_by == "a writer" {
                drop(Folder::open(home.path(), &NAMES).expect("open"));
            } else {
                complete(home.path()).expect("completed");
            }
            assert_all_say(home.path(), "new");
        }
    }
}

#[test]
fn what_another_writer_is_at_is_left_alone() {
    let home = older();
    let stage = staged(home.path(), "new");
    let whole = staged(home.path(), "newer").commit(true).expect("committed");
    drop(Folder::open(home.path(), &NAMES).expect("open"));
    assert_eq!(contents(home.path()).len(), 4 + 2);
    whole.place().expect("placed");
    assert_eq!(contents(home.path())["plan.json"], "newer");
    stage.commit(true).expect("committed").place().expect("placed");
    assert_all_say(home.path(), "new");
}

#[test]
fn a_file_that_cannot_be_moved_leaves_the_folder_as_it_was() {
    let home = older();
    let whole = staged(home.path(), "new").commit(true).expect("committed");
    // A folder in the place of the last file, which no move removes: all others are in place by then.
    fs::create_dir(whole.home.join("old-2")).expect("a folder");
    fs::remove_file(home.path().join("plan.json")).expect("removed");
    fs::create_dir_all(home.path().join("plan.json/in the way")).expect("a folder");
    assert!(whole.place().is_err());
    let found = contents(home.path());
    assert_eq!((found["a.csv"].as_str(), found["below/b.csv"].as_str()), ("old", "old"));
    assert!(!found.keys().any(|name| name.starts_with(PREFIX)), "{found:?}");
}

#[test]
fn names_that_lead_out_of_the_folder_are_not_followed() {
    let home = older();
    let out = home.path().join("below");
    let whole = staged(&out, "new").commit(true).expect("committed");
    fs::write(whole.home.join(WHOLE), "../notes.txt\n/etc/ateliers\nfine.csv").expect("written");
    drop(whole);
    complete(&out).expect("completed");
    assert_eq!(fs::read_to_string(home.path().join("notes.txt")).expect("a file"), "old");
}
