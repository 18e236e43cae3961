//! Stages new files, so that a folder changes as a whole.
//!
//! ```text
//!  DIR/.ateliers-1f0c.part/lock     held as long as the writer lives
//!                          new-0 …  every file, complete
//!                          whole    their names, written last: from here on the folder gets the new files
//!                          old-0 …  what stood in their places
//! ```
//!
//! A writer that dies before `whole` is written leaves the folder unchanged. One that dies later leaves some of the old
//! files or some of the new, never both, and `whole`, which marks the folder as incomplete: the next process that opens it
//! moves the rest. The last file is moved away first and into place last, so that a visible `plan.json` has its tables.
//!
//! # Design
//! Why not a new folder that replaces the old one? There may be other files in it (an export's other audiences, notes of
//! the planner), it may be somebody's working directory, and if its parent is not writable there is no space for a new one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, TempDir};

use super::lock_file::LockFile;

/// Prefix and suffix of all our temporary files and folders.
pub(super) const PREFIX: &str = ".ateliers-";
pub(super) const SUFFIX: &str = ".part";

const LOCK: &str = "lock";
const WHOLE: &str = "whole";

/// If a file system has no locks, leftovers of this age count as abandoned.
const A_DAY: Duration = Duration::from_hours(24);

/// Files that are being written.
#[derive(Debug)]
pub(super) struct Stage {
    home: TempDir,
    lock: LockFile,
    folder: PathBuf,
    names: Vec<String>,
}

impl Stage {
    /// Starts in a folder. Only its owner can look into the stage.
    pub(super) fn new(folder: &Path) -> io::Result<Self> {
        let home = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(folder)?;
        let lock = LockFile::new(&home.path().join(LOCK))?;
        hold(&lock);
        Ok(Self { home, lock, folder: folder.to_owned(), names: Vec::new() })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.home.path()
    }

    /// Writes a file with these permissions (on Unix) that will have this name in the folder.
    pub(super) fn add(
        &mut self,
        name: &str,
        bytes: &[u8],
        rights: u32,
        waits_for_disk: bool,
    ) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        with_rights(&mut options, rights);
        let mut file = options.open(numbered(self.home.path(), "new", self.names.len()))?;
        file.write_all(bytes)?;
        if waits_for_disk {
            file.sync_all()?;
        }
        self.names.push(name.to_owned());
        Ok(())
    }

    /// All files are written: from here on they will reach the folder, whatever happens.
    pub(super) fn commit(self, waits_for_disk: bool) -> io::Result<Whole> {
        let list = self.home.path().join("names");
        let mut file = File::create_new(&list)?;
        file.write_all(self.names.join("\n").as_bytes())?;
        if waits_for_disk {
            file.sync_all()?;
        }
        fs::rename(list, self.home.path().join(WHOLE))?;
        let Self { home, lock, folder, names } = self;
        Ok(Whole { home: home.keep(), _lock: Some(lock), folder, names })
    }
}

/// Files that are complete.
#[derive(Debug)]
pub(super) struct Whole {
    home: PathBuf,
    _lock: Option<LockFile>,
    folder: PathBuf,
    names: Vec<String>,
}

impl Whole {
    /// Moves every file to its place, after moving away what is there.
    ///
    /// # Errors
    /// If one cannot be moved; the folder is then unchanged.
    pub(super) fn place(self) -> io::Result<()> {
        self.go().map_err(|(fault, is_undone)| {
            if is_undone {
                let _ = fs::remove_dir_all(&self.home);
            }
            fault
        })
    }

    /// Moves the files that are not in their places yet.
    fn go_on(&self) -> io::Result<()> {
        for name in &self.names {
            fs::create_dir_all(self.folder.join(name).parent().unwrap_or(&self.folder))?;
        }
        self.go().map_err(|(fault, _)| fault)
    }

    /// Makes the moves, or undoes them and returns whether that succeeded.
    fn go(&self) -> Result<(), (io::Error, bool)> {
        let moves = self.moves();
        for (done, step) in moves.iter().enumerate() {
            if let Err(fault) = step.make() {
                let is_undone = moves[..done].iter().rev().all(|step| step.undo().is_ok());
                return Err((fault, is_undone));
            }
        }
        // What is left in it is old.
        let _ = fs::remove_dir_all(&self.home);
        Ok(())
    }

    /// The remaining moves, in order: the old files away, the last one first, then the new ones to their places.
    fn moves(&self) -> Vec<Move> {
        let numbers = || (0..self.names.len()).filter(|&number| exists(&numbered(&self.home, "new", number)));
        let place = |number: usize| self.folder.join(&self.names[number]);
        let away = numbers().rev().filter_map(|number| {
            let (from, to) = (place(number), numbered(&self.home, "old", number));
            (exists(&from) && !exists(&to)).then_some(Move { from, to, may_be_gone: true })
        });
        let there = numbers().map(|number| Move {
            from: numbered(&self.home, "new", number),
            to: place(number),
            may_be_gone: false,
        });
        away.chain(there).collect()
    }
}

/// A file to be renamed.
#[derive(Debug)]
struct Move {
    from: PathBuf,
    to: PathBuf,
    /// Whether another process may have removed it in the meantime.
    may_be_gone: bool,
}

impl Move {
    fn make(&self) -> io::Result<()> {
        self.renamed(&self.from, &self.to)
    }

    fn undo(&self) -> io::Result<()> {
        self.renamed(&self.to, &self.from)
    }

    fn renamed(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::rename(from, to) {
            Err(fault) if self.may_be_gone && fault.kind() == ErrorKind::NotFound => Ok(()),
            moved => moved,
        }
    }
}

/// Moves the remaining files into a folder that dead writers had completed for it.
///
/// # Errors
/// If a file cannot be moved; the next attempt continues.
pub(super) fn complete(folder: &Path) -> io::Result<()> {
    for (home, lock) in abandoned(folder) {
        if let Some(names) = committed(&home) {
            Whole { home, _lock: lock, folder: folder.to_owned(), names }.go_on()?;
        }
    }
    Ok(())
}

/// Removes what dead writers had not completed.
pub(super) fn sweep(folder: &Path) {
    for (path, _lock) in abandoned(folder) {
        if path.is_dir() && committed(&path).is_none() {
            let _ = fs::remove_dir_all(path);
        } else if !path.is_dir() {
            let _ = fs::remove_file(path);
        }
    }
}

/// The names of a stage whose files are complete.
fn committed(home: &Path) -> Option<Vec<String>> {
    let list = home.join(WHOLE);
    fs::symlink_metadata(&list).ok().filter(fs::Metadata::is_file)?;
    let names = fs::read_to_string(list).ok()?;
    let is_below =
        |name: &&str| Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    Some(names.lines().filter(is_below).map(str::to_owned).collect())
}

/// Temporary files and stages in a folder whose writers are dead, with the locks that keep other processes from them.
fn abandoned(folder: &Path) -> Vec<(PathBuf, Option<LockFile>)> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_ours = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    let mut ours: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_ours))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir() || kind.is_file()))
        .map(|entry| entry.path())
        .collect();
    ours.sort();
    let free = |path: PathBuf| {
        let lock = if path.is_dir() { path.join(LOCK) } else { path.clone() };
        match LockFile::existing(&lock) {
            Ok(lock) => is_free(&lock).then_some((path, Some(lock))),
            Err(fault) => (fault.kind() == ErrorKind::NotFound && path.is_dir()).then_some((path, None)),
        }
    };
    ours.into_iter().filter_map(free).collect()
}

/// Takes a lock for as long as the file is open. Where the system has none, the lock is skipped.
pub(super) fn hold(file: &File) {
    let _ = file.try_lock();
}

/// Whether a lock was free; it is then ours.
fn is_free(lock: &File) -> bool {
    match lock.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => is_old(lock),
    }
}

/// Whether a file is so old that its writer counts as dead, where the system does not say.
pub(super) fn is_old(file: &File) -> bool {
    let written = file.metadata().and_then(|metadata| metadata.modified());
    written.is_ok_and(|time| time.elapsed().is_ok_and(|age| A_DAY <= age))
}

fn numbered(home: &Path, kind: &str, number: usize) -> PathBuf {
    home.join(format!("{kind}-{number}"))
}

/// Whether something has this name, including a dangling link.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

#[cfg_attr(not(unix), expect(unused_variables, reason = "other systems know no such rights"))]
fn with_rights(options: &mut OpenOptions, rights: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(rights);
    }
}

#[cfg(test)]
mod tests;
