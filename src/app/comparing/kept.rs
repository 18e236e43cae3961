//! Batches of a project, in their folders.
//!
//! ```text
//!  PROJECT/batches/1/batch.toml    what varies
//!                    out/          what `ateliers batch` writes: variants, results
//!                    comparison/   what `ateliers compare` writes
//! ```

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::app::common::Failure;
use crate::app::projects::Project;
use crate::batch::results::NAMES as RESULTS;
use crate::batch::variant::VARIANTS;
use crate::compare::manifest::{MANIFEST, Manifest};
use crate::compare::report::NAMES as REPORT;
use crate::input::file::names_in;
use crate::input::{FILE_BYTES, RECORD_BYTES, read_bytes};
use crate::output::PLAN;
use crate::output::write::write_file;

/// The folder of batches in a project.
const FOLDER: &str = "batches";
const FILE: &str = "batch.toml";
/// The report for people.
pub const PAGE: &str = "comparison.html";

/// A batch of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number, which is the name of its folder.
    pub number: u32,
    folder: PathBuf,
}

/// All batches, the latest first.
pub fn batches(project: &Project) -> Vec<Kept> {
    let home = project.folder.join(FOLDER);
    let number = |name: &String| name.parse::<u32>().ok().filter(|number| number.to_string() == *name);
    let kept = |number: u32| Kept { number, folder: home.join(number.to_string()) };
    let mut all: Vec<Kept> = names_in(&home).iter().filter_map(number).map(kept).collect();
    all.retain(|batch| batch.file().is_file());
    all.sort_by_key(|batch| std::cmp::Reverse(batch.number));
    all
}

/// The batch with a number.
pub fn batch(project: &Project, number: u32) -> Option<Kept> {
    batches(project).into_iter().find(|batch| batch.number == number)
}

impl Kept {
    /// Creates a batch, with its file.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn new(project: &Project, text: &str) -> Result<Self, Failure> {
        let home = project.folder.join(FOLDER);
        let unwritable = |fault| Failure::folder(&home, fault);
        fs::create_dir_all(&home).map_err(unwritable)?;
        let last = batches(project).first().map_or(0, |batch| batch.number);
        for number in last + 1.. {
            let folder = home.join(number.to_string());
            match fs::create_dir(&folder) {
                Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
                made => {
                    made.map_err(unwritable)?;
                    let kept = Self { number, folder };
                    write_file(&kept.file(), text.as_bytes()).map_err(unwritable)?;
                    return Ok(kept);
                }
            }
        }
        Err(unwritable(ErrorKind::StorageFull.into()))
    }

    /// Removes it with all its files.
    pub(super) fn remove(&self) -> io::Result<()> {
        fs::remove_dir_all(&self.folder)
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    pub(super) fn out(&self) -> PathBuf {
        self.folder.join("out")
    }

    pub(super) fn comparison(&self) -> PathBuf {
        self.folder.join("comparison")
    }

    pub(super) fn variant(&self, name: &str) -> PathBuf {
        self.out().join(VARIANTS).join(name)
    }

    /// Names of its variants.
    pub fn variants(&self) -> Vec<String> {
        let bytes = read_bytes(&self.out().join(MANIFEST), RECORD_BYTES).ok();
        let manifest = bytes.and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes).ok());
        let variants = manifest.map(|manifest| manifest.variants).unwrap_or_default();
        variants.into_iter().map(|variant| variant.name).collect()
    }

    /// Names of the variants that have a plan.
    pub fn planned(&self) -> Vec<String> {
        self.planned_of(self.variants())
    }

    /// The ones of `variants` that have a plan.
    pub fn planned_of(&self, variants: Vec<String>) -> Vec<String> {
        let there = names_in(&self.out().join(VARIANTS));
        let has_plan = |name: &String| there.contains(name) && self.variant(name).join(PLAN).is_file();
        variants.into_iter().filter(has_plan).collect()
    }

    /// Whether it has a report.
    pub fn has_report(&self) -> bool {
        self.comparison().join(PAGE).is_file()
    }

    /// Names of the files to download: report and tables.
    pub fn files(&self) -> Vec<&'static str> {
        self.places().filter(|(_, path)| path.is_file()).map(|(name, _)| name).collect()
    }

    /// The content of a file; `None` if there is no file of this name.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let found = self.places().find(|(known, path)| *known == name && path.is_file());
        found.map(|(_, path)| read_bytes(&path, FILE_BYTES).map_err(Failure::input)).transpose()
    }

    fn places(&self) -> impl Iterator<Item = (&'static str, PathBuf)> + use<> {
        let within = |folder: PathBuf| move |name: &'static str| (name, folder.join(Path::new(name)));
        let report = REPORT.into_iter().rev().map(within(self.comparison()));
        report.chain(RESULTS.iter().copied().map(within(self.out())))
    }
}
