//! The only code that writes to the disk: the files of a folder are written atomically.
//!
//! Every file is first written next to its place (`stage`); only when all are complete are they moved into place, the
//! last one, for example `plan.json`, last. What a killed writer left behind is completed or removed by the next one.

mod in_the_way;
pub mod lines;
pub mod lock;
mod lock_file;
mod new_folder;
mod stage;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::File;
use in_the_way::InTheWay;
pub use in_the_way::in_words;
pub use lock_file::LockFile;
pub use new_folder::{copied_folder, new_folder};
use stage::Stage;

/// A folder to write to, known to be writable.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Folders that were created for it, outermost first; they are removed again if nothing is written.
    made: Vec<PathBuf>,
}

impl Folder {
    /// Opens a folder, creating it if necessary, and checks that `names` can be written to it: a bad path must fail
    /// before the long search, not after. Leftovers of an earlier run are completed or removed.
    ///
    /// # Errors
    /// If it cannot be created or written to, or one of the names is taken by something that is not a file.
    pub fn open(path: &Path, names: &[&str]) -> io::Result<Self> {
        let missing: Vec<PathBuf> =
            path.ancestors().take_while(|folder| is_missing(folder)).map(Path::to_path_buf).collect();
        let folder = Self { path: path.to_owned(), made: missing.into_iter().rev().collect() };
        fs::create_dir_all(path)?;
        stage::complete(path)?;
        stage::sweep(path);
        for name in names {
            if path.join(name).is_dir() {
                return Err(InTheWay::folder(path.join(name)));
            }
        }
        beside(path)?.close()?;
        Ok(folder)
    }

    /// Writes all files, or none, and creates the folders in their names. The last file is moved into place last.
    ///
    /// # Errors
    /// If one cannot be written; the folder is then as it was.
    pub fn write(self, files: &[File]) -> io::Result<()> {
        self.put(files, true)
    }

    /// Like [`Self::write`], but does not wait until the data is on disk: for files whose digests are kept and compared
    /// before use, so that damage from a power cut is found.
    ///
    /// # Errors
    /// Those of [`Self::write`].
    pub fn write_recognisable(self, files: &[File]) -> io::Result<()> {
        self.put(files, false)
    }

    fn put(mut self, files: &[File], waits_for_disk: bool) -> io::Result<()> {
        let mut stage = Stage::new(&self.path)?;
        for file in files {
            let rights = if file.names_people { PRIVATE } else { ORDINARY };
            stage.add(&file.name, &file.bytes, rights, waits_for_disk)?;
        }
        for file in files {
            self.make_room(&self.path.join(&file.name))?;
        }
        stage.commit(waits_for_disk)?.place()?;
        self.made.clear();
        Ok(())
    }

    /// Creates the folders that a file needs, and checks that no folder has its name.
    fn make_room(&mut self, place: &Path) -> io::Result<()> {
        if place.is_dir() {
            return Err(InTheWay::folder(place.to_owned()));
        }
        let folder = place.parent().unwrap_or(&self.path);
        let missing: Vec<PathBuf> =
            folder.ancestors().take_while(|folder| is_missing(folder)).map(Path::to_path_buf).collect();
        self.made.extend(missing.into_iter().rev());
        fs::create_dir_all(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for folder in self.made.iter().rev() {
            // Only an empty folder is removed, so files from others are kept.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes one file atomically; its folder must exist.
///
/// # Errors
/// If it cannot be written; a previous file is then unchanged.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(InTheWay::other(path.to_owned()));
    }
    let mut temporary = beside(path.parent().unwrap_or(Path::new("")))?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path)?;
    Ok(())
}

/// Writes one file atomically that only its owner may read, without waiting for the disk: for files that are rewritten while
/// somebody works. Its folder must exist.
///
/// # Errors
/// If it cannot be written; an existing file is then unchanged.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut temporary = temporary(path.parent().unwrap_or(Path::new("")), PRIVATE)?;
    temporary.write_all(bytes)?;
    temporary.persist(path)?;
    Ok(())
}

/// Moves the remaining files into a folder that a writer had completed when it was killed before placing all of them: a
/// folder is read as a whole too.
///
/// # Errors
/// If one cannot be moved.
pub fn complete(folder: &Path) -> io::Result<()> {
    stage::complete(folder)
}

/// Removes temporary files that killed writers left in a folder.
pub fn sweep(folder: &Path) {
    stage::sweep(folder);
}

/// Checks that no folder is in the place of a file to be written.
///
/// # Errors
/// If one is, or the system does not tell.
pub fn try_place(place: &Path) -> io::Result<()> {
    match fs::metadata(place) {
        Ok(there) if there.is_dir() => Err(InTheWay::folder(place.to_owned())),
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}

fn is_missing(folder: &Path) -> bool {
    !folder.as_os_str().is_empty() && fs::symlink_metadata(folder).is_err()
}

/// A temporary file in the folder, with ordinary permissions; it is removed unless it is renamed.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    temporary(folder, ORDINARY)
}

/// Permissions of a file on Unix: those that the user's mask leaves to everybody, or its owner's alone.
const ORDINARY: u32 = 0o666;
const PRIVATE: u32 = 0o600;

/// A temporary file in the folder, with these permissions from its first byte on.
#[cfg_attr(not(unix), expect(unused_variables, reason = "other systems know no such rights"))]
fn temporary(folder: &Path, rights: u32) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(stage::PREFIX).suffix(stage::SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(rights));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let temporary = builder.tempfile_in(folder)?;
    stage::hold(temporary.as_file());
    Ok(temporary)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = ["a.csv", "plan.json"];

    fn file(name: &str) -> File {
        File::new(name, b"new".to_vec())
    }

    fn listing(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn files_replace_those_of_an_older_plan_and_leave_nothing_beside() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let out = home.path().join("some/plan");
        fs::create_dir_all(&out).expect("a folder");
        fs::write(out.join("a.csv"), "old").expect("a file");
        Folder::open(&out, &FILES).expect("open").write(&FILES.map(file)).expect("written");
        assert_eq!(listing(&out), FILES);
        assert_eq!(fs::read(out.join("a.csv")).expect("a file"), b"new");
    }

    #[test]
    fn files_bring_their_folders_or_nothing_at_all() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let files = ["a/b/c.csv", "a/d.csv"].map(file);
        Folder::open(home.path(), &[]).expect("open").write(&files).expect("written");
        assert_eq!(fs::read(home.path().join("a/b/c.csv")).expect("a file"), b"new");
        // There is a file where a folder is needed.
        let files = ["e/f.csv", "a/d.csv/g.csv"].map(file);
        assert!(Folder::open(home.path(), &[]).expect("open").write(&files).is_err());
        assert_eq!(listing(home.path()), ["a"]);
    }

    #[test]
    fn one_file_replaces_a_file_and_nothing_else() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let path = home.path().join("a.csv");
        for bytes in ["old", "new"] {
            write_file(&path, bytes.as_bytes()).expect("written");
        }
        assert_eq!(fs::read(&path).expect("a file"), b"new");
        assert!(write_file(home.path(), b"new").is_err());
        assert!(write_file(Path::new("/dev/null"), b"new").is_err());
        assert_eq!(listing(home.path()), ["a.csv"]);
    }

    #[test]
    fn a_folder_made_in_vain_goes_again() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let out = home.path().join("some/plan");
        drop(Folder::open(&out, &FILES).expect("open"));
        assert!(listing(home.path()).is_empty());
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_fails_at_once() {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(home.path().join("a.csv")).expect("a folder");
        let fault = Folder::open(home.path(), &FILES).expect_err("not writable");
        assert_eq!(fault.kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_fails_at_once() {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::write(home.path().join("plan"), "").expect("a file");
        assert!(Folder::open(&home.path().join("plan"), &FILES).is_err());
        assert!(Folder::open(&home.path().join("plan/within"), &FILES).is_err());
        assert_eq!(listing(home.path()), ["plan"]);
    }
}
