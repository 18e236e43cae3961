//! Changes of a scenario, written into the files of its tables and keys; everything else in these files is kept.
//!
//! - this file: the pages of a table, and how they are written;
//! - [`rows`]: withdrawals, closures, late enrolments;
//! - [`decisions`]: what a planner decides about an announced plan;
//! - [`part`]: tables as the files have them, cell by cell; [`keys`]: the scenario's keys.
//!
//! Nothing is written here: the bytes of each changed file are the result.

pub mod decisions;
pub mod keys;
mod page;
pub mod part;
pub mod rows;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::assemble::{self, Shelf};
use super::open::{OpenFiles, file_and_sheet};
use super::parts::Parts;
use super::scenario::Scenario;
use super::slots::Slots;
use super::sources::Sources;
use super::tables;
use super::tables::kind::Kind;
use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place};

/// A file with its new bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path.
    pub path: PathBuf,
    /// Its new content.
    pub bytes: Vec<u8>,
}

/// A scenario that is being changed.
struct Desk<'a> {
    sources: &'a Sources,
    path: &'a Path,
    open: OpenFiles<'a>,
    scenario: Scenario,
    slots: Slots,
    /// The new bytes of each changed file.
    changed: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Desk<'a> {
    /// Opens a scenario; `None` if a fault was reported.
    fn open(sources: &'a Sources, path: &'a Path, faults: &mut Faults) -> Option<Self> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let open = OpenFiles::of_scenario(sources, folder, path);
        let (scenario, _) = assemble::scenario_of(path, None, &open, &mut Sha256::new(), faults)?;
        let parts = open.table(Kind::Slots, &scenario, &mut Sha256::new(), faults);
        let slots = tables::slots::slots(&parts, None, faults);
        Some(Self { sources, path, open, scenario, slots, changed: BTreeMap::new() })
    }

    fn folder(&self) -> &'a Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// A table of the scenario.
    fn parts(&self, kind: Kind, faults: &mut Faults) -> Parts {
        self.open.table(kind, &self.scenario, &mut Sha256::new(), faults)
    }

    /// The files of the table's parts.
    fn files(&self, kind: Kind) -> Vec<PathBuf> {
        let files = self.scenario.files(kind).iter();
        files.map(|file| self.folder().join(file_and_sheet(file).0)).collect()
    }

    /// The current bytes of a file: the new ones where it was changed.
    fn bytes(&self, path: &Path, faults: &mut Faults) -> Option<Arc<[u8]>> {
        if let Some(bytes) = self.changed.get(path) {
            return Some(bytes.as_slice().into());
        }
        let limit = super::FILE_BYTES;
        super::source::bytes_at(self.sources, path, None, limit, faults).map(Into::into)
    }

    /// The files whose bytes differ from those on disk.
    fn changed(self) -> Vec<Changed> {
        let is_as_before = |path: &Path, bytes: &Vec<u8>| {
            self.sources.read(path, super::FILE_BYTES).is_ok_and(|before| before == *bytes)
        };
        let changed = self.changed.into_iter().filter(|(path, bytes)| !is_as_before(path, bytes));
        changed.map(|(path, bytes)| Changed { path, bytes }).collect()
    }
}

/// A fault of a file that cannot be written into.
fn unwritable(place: Place, file: &Path, cause: &'static str, hint: &'static str) -> Diagnostic {
    let fault = Diagnostic::new(Code::NotWritable, place).with("file", file.display().to_string());
    fault.with("cause", Fact::Message(cause)).hinting(hint)
}

/// Runs `work` on a scenario and returns the files that it changed.
fn amended(
    sources: &Sources,
    path: &Path,
    work: impl FnOnce(&mut Desk<'_>, &mut Faults) -> Option<()>,
) -> Result<Vec<Changed>, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let done = Desk::open(sources, path, &mut faults).and_then(|mut desk| {
        work(&mut desk, &mut faults)?;
        Some(desk.changed())
    });
    faults.verdict(done).map(|(changed, _)| changed)
}
