//! The folder of a batch: tables that all variants share, and a folder for each variant.
//!
//! ```text
//!  DIR/batch.json                    what varies, for `compare`
//!  DIR/results.csv, .parquet, …      one row for each variant
//!  DIR/tables/residents-1f0c….csv    tables and announced plans, named by their content
//!  DIR/variants/NAME/scenario.toml   the variant, which `ateliers plan` plans alone
//!  DIR/variants/NAME/plan.json, …    its plan, with its tables
//!  DIR/variants/NAME/log.txt         how the search went
//!  DIR/variants/NAME/run.json        the record, written last: without it, nothing of the above counts
//!  DIR/locks/…                       empty files, locked by who is at work
//! ```
//!
//! # Design
//! Why locks? Two processes that plan one variant would mix their files, and its record would fit neither plan. So a
//! whole batch has its folder to itself, parts of a batch share it, and each part is run once at a time. The system
//! releases a lock when its process ends, however it ends. If a file system has no locks, the batch runs without them.
//! The baseline, from whose plan the others start, is planned by one of the parts that share a folder; the others wait
//! for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::checked::Batch;
use super::record::{LOG, RECORD, Record, file_names};
use super::results;
use super::variant::{TABLES, VARIANTS, Variant};
use crate::compare::manifest::MANIFEST;
use crate::input::digest::sha256;
use crate::input::file::{Refused, read};
use crate::input::{FILE_BYTES, RECORD_BYTES, read_plan};
use crate::instance::Instance;
use crate::output::write::{Folder, LockFile, try_place, write_file};
use crate::output::{CHANGES, File, NAMES, PLAN};
use crate::plan::Plan;

/// Number of attempts to open a folder that other parts open, too.
const TRIES: usize = 5;
/// Folder of the files that are locked.
const LOCKS: &str = "locks";

/// The folder of a batch, known to be writable.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
}

/// What a process does in the folder of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It runs the whole batch.
    Whole,
    /// It runs one of several parts: which, of how many.
    Part(usize, usize),
    /// It puts the results of parts together.
    Merge,
}

/// The right to work in a folder; it is released when this is dropped or the process ends.
#[derive(Debug)]
pub struct Held {
    _locks: Vec<LockFile>,
}

/// What is known of a variant from an earlier run.
#[derive(Debug, Clone, PartialEq)]
pub enum Before {
    /// Nothing.
    Nothing,
    /// It is finished.
    Finished(Box<Record>),
    /// Some of its searches are over.
    Partly(Box<Record>),
    /// It failed.
    Failed(Box<Record>),
    /// What is there belongs to another input, other settings or another version.
    Outdated,
    /// A file is missing or is not what was written; its name.
    Damaged(String),
}

impl Batch {
    /// What is known of a variant, which needs as many searches as the batch asks for.
    pub fn before(&self, store: &Store, variant: &Variant) -> Before {
        store.before(variant.name(), &self.key_of(variant), self.search.seeds)
    }
}

impl Store {
    /// Opens the folder of a batch, creating it if necessary.
    ///
    /// # Errors
    /// If it cannot be created or written to.
    pub fn open(path: &Path) -> io::Result<Self> {
        let folders = [path.to_owned(), path.join(TABLES), path.join(VARIANTS)];
        for folder in &folders {
            fs::create_dir_all(folder)?;
        }
        let store = Self { path: path.to_owned() };
        // What another part is writing must not be removed together with the leftovers of killed writers.
        store.alone(|| folders.iter().try_for_each(|folder| tried(folder)))?;
        Ok(store)
    }

    /// Asks for the right to work in the folder; `None` if another process has it.
    ///
    /// # Errors
    /// If a file to lock cannot be made.
    pub fn hold(&self, work: Work) -> io::Result<Option<Held>> {
        let shared = |name: &str| self.locked(name, |file| file.try_lock_shared());
        let alone = |name: &str| self.locked(name, |file| file.try_lock());
        let locks = match work {
            Work::Whole => [alone("batch")?].into_iter().collect(),
            Work::Part(rank, of) => {
                [shared("batch")?, alone(&format!("part-{rank}-of-{of}"))?].into_iter().collect()
            }
            Work::Merge => [shared("batch")?, alone("merge")?].into_iter().collect(),
        };
        Ok(Option::map(locks, |locks| Held { _locks: locks }))
    }

    /// Waits for the right to plan the baseline. After each pause `go_on` decides whether to keep waiting. `None` if it
    /// says no or the file system has no locks.
    pub fn hold_ground(&self, go_on: &dyn Fn() -> bool) -> Option<Held> {
        loop {
            match self.locked("baseline", |file| file.try_lock()) {
                Ok(Some(lock)) => return Some(Held { _locks: vec![lock] }),
                Ok(None) if go_on() => {}
                _ => return None,
            }
        }
    }

    /// Runs `work` while no other part of the batch writes what all parts share.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn alone<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let folder = self.path.join(LOCKS);
        fs::create_dir_all(&folder)?;
        let file = LockFile::new(&folder.join("shared"))?;
        // If a file system has no locks, the batch runs without them.
        let _ = file.lock();
        work()
    }

    /// A file of the folder's locks, locked; `None` if another process has it.
    fn locked(
        &self,
        name: &str,
        lock: fn(&LockFile) -> Result<(), TryLockError>,
    ) -> io::Result<Option<LockFile>> {
        let folder = self.path.join(LOCKS);
        fs::create_dir_all(&folder)?;
        let file = LockFile::new(&folder.join(name))?;
        match lock(&file) {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
        }
    }

    /// The same folder, for reading only.
    pub fn reading(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Writes the tables and announced plans of these variants, each once; existing ones are kept.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_tables(&self, variants: &[Variant]) -> io::Result<()> {
        let all: BTreeMap<&str, &[u8]> = variants.iter().flat_map(Variant::shared).collect();
        for (name, bytes) in all {
            let path = self.path.join(TABLES).join(name);
            if read(&path, FILE_BYTES).map_or(true, |there| there != bytes) {
                write_file(&path, bytes)?;
            }
        }
        Ok(())
    }

    /// Checks whether a batch could be written to a folder, without changing it. Returns the names of the variants that
    /// could not be written, each with its cause.
    ///
    /// # Errors
    /// If nothing could be written at all.
    pub fn trial<'v>(path: &Path, variants: &'v [Variant]) -> io::Result<Vec<(&'v str, io::Error)>> {
        let (tables, folders) = (path.join(TABLES), path.join(VARIANTS));
        for folder in [path, &tables, &folders] {
            writable(folder)?;
        }
        let shared = variants.iter().flat_map(Variant::shared);
        let stored: BTreeSet<&str> = shared.map(|(name, _)| name).collect();
        stored.into_iter().try_for_each(|name| try_place(&tables.join(name)))?;
        let own = [MANIFEST].iter().chain(results::NAMES);
        own.into_iter().try_for_each(|name| try_place(&path.join(name)))?;
        let names = file_names();
        let tried = variants.iter().map(|variant| {
            let folder = folders.join(variant.name());
            let tried = names.iter().try_for_each(|name| try_place(&folder.join(name)));
            (variant.name(), tried.and_then(|()| writable(&folder)))
        });
        Ok(tried.filter_map(|(name, tried)| Some((name, tried.err()?))).collect())
    }

    /// What is known of a variant with the key `key`, which needs `n_searches` searches.
    pub fn before(&self, name: &str, key: &str, n_searches: usize) -> Before {
        let folder = self.folder(name);
        let record = match read(&folder.join(RECORD), RECORD_BYTES) {
            Ok(bytes) => Record::from_bytes(&bytes),
            Err(Refused::Missing) => return Before::Nothing,
            Err(_) => None,
        };
        let Some(record) = record else { return Before::Damaged(RECORD.to_owned()) };
        if record.key != key {
            return Before::Outdated;
        }
        if record.failure.is_some() {
            return Before::Failed(Box::new(record));
        }
        let is_whole = |name: &str, digest: &str| {
            read(&folder.join(name), FILE_BYTES).is_ok_and(|bytes| sha256(&bytes) == digest)
        };
        match record.files.iter().find(|(name, digest)| !is_whole(name, digest)) {
            Some((name, _)) => Before::Damaged(name.clone()),
            None if record.searches.len() < n_searches => Before::Partly(Box::new(record)),
            None => Before::Finished(Box::new(record)),
        }
    }

    /// The plan of a record's variant, which is `instance`; nothing if it cannot be read.
    pub fn plan(&self, name: &str, record: &Record, instance: &Instance) -> Option<Plan> {
        let path = self.folder(name).join(PLAN);
        let bytes = read(&path, FILE_BYTES).ok()?;
        let read = || read_plan(&path, instance).ok();
        record.has_written(PLAN, &bytes).then(read)?.map(|(plan, _)| plan)
    }

    /// How the searches of a variant went, in words; empty if that is not known.
    pub fn log(&self, name: &str) -> String {
        let bytes = read(&self.folder(name).join(LOG), FILE_BYTES).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Writes the files of a variant, its record last; all of them or none.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_variant(&self, name: &str, files: &[File]) -> io::Result<()> {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        Folder::open(&self.folder(name), &names)?.write_recognisable(files)
    }

    /// Writes the files of a variant that has no plan; what is left of an older plan is removed.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_failure(&self, name: &str, files: &[File]) -> io::Result<()> {
        self.write_variant(name, files)?;
        for stale in NAMES.into_iter().chain([CHANGES]) {
            let _ = fs::remove_file(self.folder(name).join(stale));
        }
        Ok(())
    }

    /// Copies a finished variant from the folder of another shard.
    ///
    /// # Errors
    /// If a file cannot be read or written.
    pub fn take_over(&self, other: &Self, name: &str, files: &[&'static str]) -> io::Result<()> {
        let taken = |file: &&'static str| {
            let bytes = read(&other.folder(name).join(file), FILE_BYTES)?;
            Ok(File::new(*file, bytes))
        };
        let files: Vec<File> = files.iter().map(taken).collect::<io::Result<_>>()?;
        self.write_variant(name, &files)
    }

    /// Writes the files of the batch as a whole; all of them or none.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write(&self, files: &[File]) -> io::Result<()> {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        Folder::open(&self.path, &names)?.write(files)
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.path.join(VARIANTS).join(name)
    }
}

/// Checks now that a folder can be written to, not after the first variant's search; leaves nothing in it.
fn tried(folder: &Path) -> io::Result<()> {
    let mut result = Ok(());
    for _ in 0..TRIES {
        result = Folder::open(folder, &[]).map(drop);
        // Another part that opens the folder at the same moment may remove the file of this trial.
        if result.as_ref().err().is_none_or(|fault| fault.kind() != io::ErrorKind::NotFound) {
            break;
        }
    }
    result
}

/// Whether files could be written to a folder that may not exist yet.
fn writable(folder: &Path) -> io::Result<()> {
    for above in folder.ancestors() {
        match fs::symlink_metadata(if above.as_os_str().is_empty() { Path::new(".") } else { above }) {
            Ok(_) => return Folder::open(above, &[]).map(drop),
            Err(fault) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&fault.kind()) => {
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}
