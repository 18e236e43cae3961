//! Creates a folder atomically, in a place where there was none.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::stage::{self, Stage};
use super::{File, Folder};

/// Deepest nesting of copied folders; beyond it, a link leads in a circle.
const DEEPEST: usize = 16;

/// Creates a folder with these files.
///
/// # Errors
/// If its name is taken, or it cannot be written; nothing new is then left behind.
pub fn new_folder(place: &Path, files: &[File]) -> io::Result<()> {
    made(place, |room| Folder::open(room, &[])?.write(files))
}

/// Copies a folder with its content, except hidden files, which belong to programs.
///
/// # Errors
/// If the copy's name is taken, or a file cannot be read or written; nothing new is then left behind.
pub fn copied_folder(from: &Path, place: &Path) -> io::Result<()> {
    made(place, |room| copy(from, room, DEEPEST))
}

/// Fills a temporary folder next to the place, and moves it there.
fn made(place: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let parent = place.parent().unwrap_or(Path::new(""));
    stage::sweep(parent);
    if stage::exists(place) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let stage = Stage::new(parent)?;
    let room = stage.path().join("room");
    fs::create_dir(&room)?;
    fill(&room)?;
    // If another process created a folder of this name meanwhile, the system refuses unless it is empty.
    fs::rename(&room, place)
}

fn copy(from: &Path, to: &Path, deepest: usize) -> io::Result<()> {
    if deepest == 0 {
        return Err(ErrorKind::InvalidInput.into());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let kind = fs::metadata(&source)?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            fs::create_dir(&target)?;
            copy(&source, &target, deepest - 1)?;
        } else if kind.is_file() {
            // With its permissions: a private file stays private.
            fs::copy(&source, &target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_never_meets_another() {
        let home = tempfile::tempdir().expect("a folder");
        let place = home.path().join("new");
        let files = [File::new("a.csv", b"a".to_vec()), File::new("b/c.csv", b"c".to_vec())];
        new_folder(&place, &files).expect("written");
        assert_eq!(fs::read(place.join("b/c.csv")).expect("a file"), b"c");
        assert_eq!(new_folder(&place, &files).expect_err("taken").kind(), ErrorKind::AlreadyExists);
        assert_eq!(names(home.path()), ["new"]);
        assert!(new_folder(&home.path().join("none/new"), &files).is_err());
    }

    #[test]
    fn a_copy_is_whole_or_not_there() {
        let home = tempfile::tempdir().expect("a folder");
        let from = home.path().join("from");
        for file in ["a.csv", "b/c/d.csv", ".ateliers.lock", "b/.hidden"] {
            fs::create_dir_all(from.join(file).parent().expect("a parent")).expect("a folder");
            fs::write(from.join(file), file).expect("a file");
        }
        copied_folder(&from, &home.path().join("to")).expect("copied");
        assert_eq!(fs::read(home.path().join("to/b/c/d.csv")).expect("a file"), b"b/c/d.csv");
        assert_eq!(
            (names(&home.path().join("to")), names(&home.path().join("to/b"))),
            (vec!["a.csv".into(), "b".into()], vec!["c".into()])
        );
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&from, from.join("b/again")).expect("a link");
            assert!(copied_folder(&from, &home.path().join("endless")).is_err());
        }
        assert_eq!(names(home.path()), ["from", "to"]);
    }
}
