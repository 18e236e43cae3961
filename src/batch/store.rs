//! The folder of a batch: tables that all variants share, and a folder for each variant.
//!
//! ```text
//!  DIR/batch.json                    what varies, for `compare`
//!  DIR/results.csv, .parquet, …      one row for each variant
//!  DIR/tables/residents-1f0c….csv    tables, named by their content
//!  DIR/variants/NAME/scenario.toml   the variant, which `ateliers plan` plans alone
//!  DIR/variants/NAME/plan.json, …    its plan, with its tables
//!  DIR/variants/NAME/log.txt         how the search went
//!  DIR/variants/NAME/run.json        the record, written last: without it, nothing of the above counts
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::record::{RECORD, Record};
use super::variant::{TABLES, VARIANTS, Variant};
use crate::input::digest::sha256;
use crate::input::file::{Refused, read};
use crate::input::{FILE_BYTES, RECORD_BYTES};
use crate::output::File;
use crate::output::write::{Folder, write_file};

/// The folder of a batch, known to be writable.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
}

/// What is known of a variant from an earlier run.
#[derive(Debug, Clone, PartialEq)]
pub enum Before {
    /// Nothing.
    Nothing,
    /// It is finished.
    Finished(Box<Record>),
    /// It failed.
    Failed(Box<Record>),
    /// What is there belongs to another input, other settings or another version.
    Outdated,
    /// A file is missing or is not what was written; its name.
    Damaged(String),
}

impl Store {
    /// Opens the folder of a batch, making it if need be.
    ///
    /// # Errors
    /// If it cannot be made or written to.
    pub fn open(path: &Path) -> io::Result<Self> {
        for folder in [path.to_owned(), path.join(TABLES), path.join(VARIANTS)] {
            fs::create_dir_all(&folder)?;
            // Tried now, not after the first variant's search; nothing is written.
            Folder::open(&folder, &[])?;
        }
        Ok(Self { path: path.to_owned() })
    }

    /// The same folder to read from only.
    pub fn reading(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Writes the tables of these variants, each once; those that are there already are left.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_tables(&self, variants: &[Variant]) -> io::Result<()> {
        let stored = variants.iter().flat_map(|variant| variant.tables.values());
        let all: BTreeMap<&str, &[u8]> =
            stored.map(|stored| (stored.file.as_str(), stored.bytes.as_slice())).collect();
        for (name, bytes) in all {
            let path = self.path.join(TABLES).join(name);
            if read(&path, FILE_BYTES).map_or(true, |there| there != bytes) {
                write_file(&path, bytes)?;
            }
        }
        Ok(())
    }

    /// What is known of a variant whose key is `key`.
    pub fn before(&self, name: &str, key: &str) -> Before {
        let folder = self.folder(name);
        let record = match read(&folder.join(RECORD), RECORD_BYTES) {
            Ok(bytes) => serde_json::from_slice::<Record>(&bytes).ok(),
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
            None => Before::Finished(Box::new(record)),
        }
    }

    /// Writes the files of a variant, its record last; all of them or none.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_variant(&self, name: &str, files: &[File]) -> io::Result<()> {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        Folder::open(&self.folder(name), &names)?.write_recognisable(files)
    }

    /// Writes files of a variant that has no plan; what was left of an older plan goes.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_failure(&self, name: &str, files: &[File]) -> io::Result<()> {
        self.write_variant(name, files)?;
        for stale in crate::output::NAMES {
            let _ = fs::remove_file(self.folder(name).join(stale));
        }
        Ok(())
    }

    /// Takes a finished variant over from the folder of another shard.
    ///
    /// # Errors
    /// If a file cannot be read or written.
    pub fn take_over(&self, other: &Self, name: &str, files: &[&'static str]) -> io::Result<()> {
        let taken = |file: &&'static str| {
            let bytes = read(&other.folder(name).join(file), FILE_BYTES)?;
            Ok(File { name: (*file).to_owned(), bytes })
        };
        let files: Vec<File> = files.iter().map(taken).collect::<io::Result<_>>()?;
        self.write_variant(name, &files)
    }

    /// Writes files of the batch as a whole; all of them or none.
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
