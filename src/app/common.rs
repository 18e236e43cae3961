//! Why a use case could not be done, where that is the same for several of them.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::Locked;
use crate::diagnostics::Diagnostic;

/// A failure that several use cases share.
#[derive(Debug)]
pub enum Failure {
    /// What was read cannot be used.
    Input(Findings),
    /// A folder cannot be written to.
    Folder(Unwritable),
    /// A file cannot be written.
    File(Unwritable),
    /// Files are there already, and would be replaced.
    Taken {
        /// The folder.
        folder: PathBuf,
        /// Their names.
        files: Vec<String>,
    },
    /// The folder holds an announced plan, which is never replaced.
    Announced(PathBuf),
    /// There is no such part of a plan.
    Part(NoPart),
    /// A file that is somebody's own would be replaced.
    NotOurs {
        /// The file.
        file: PathBuf,
        /// What a file says that may be replaced.
        label: String,
    },
    /// Another process is writing in the folder.
    Locked(Locked),
}

impl From<Locked> for Failure {
    fn from(locked: Locked) -> Self {
        Self::Locked(locked)
    }
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Warnings of what could be read before.
    pub before: Vec<Diagnostic>,
    /// Every fault and warning of what could not be read, sorted.
    pub faults: Vec<Diagnostic>,
}

/// A folder or file that cannot be written.
#[derive(Debug)]
pub struct Unwritable {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub fault: io::Error,
}

/// Why a part of a plan cannot be planned again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPart {
    /// Nothing was announced that the rest could stay as.
    NothingAnnounced,
    /// What is named is no commune, cycle or trainer.
    Form(String),
    /// Nothing has this name.
    Unknown {
        /// The key of the message that says so.
        message: &'static str,
        /// The name.
        name: String,
        /// One that may have been meant.
        nearest: Option<String>,
    },
}

impl Failure {
    /// Faults of the first input.
    pub(super) fn input(faults: Vec<Diagnostic>) -> Self {
        Self::Input(Findings { before: Vec::new(), faults })
    }

    /// A folder that cannot be written to.
    pub(super) fn folder(path: &Path, fault: io::Error) -> Self {
        Self::Folder(Unwritable { path: path.to_owned(), fault })
    }

    /// A file that cannot be written.
    pub(super) fn file(path: &Path, fault: io::Error) -> Self {
        Self::File(Unwritable { path: path.to_owned(), fault })
    }
}
