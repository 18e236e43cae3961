//! Failures common to several use cases.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::Locked;
use crate::diagnostics::Diagnostic;

/// A failure common to several use cases.
#[derive(Debug)]
pub enum Failure {
    /// An input has errors.
    Input(Findings),
    /// A folder cannot be written to.
    Folder(Unwritable),
    /// A file cannot be written.
    File(Unwritable),
    /// Files already exist, and would be replaced.
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
    /// A file of the planner's own would be replaced.
    NotOurs {
        /// The file.
        file: PathBuf,
        /// The label of files that may be replaced.
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

/// The findings of an input.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Warnings of the inputs read before.
    pub before: Vec<Diagnostic>,
    /// All errors and warnings of the input that could not be read, sorted.
    pub faults: Vec<Diagnostic>,
}

/// A folder or file that cannot be written.
#[derive(Debug)]
pub struct Unwritable {
    /// Its path.
    pub path: PathBuf,
    /// The cause.
    pub fault: io::Error,
}

/// Why a part of a plan cannot be planned again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPart {
    /// There is no announced plan to which the rest could be fixed.
    NothingAnnounced,
    /// The name has not the form of a commune, cycle or trainer.
    Form(String),
    /// Nothing has this name.
    Unknown {
        /// The key of the message.
        message: &'static str,
        /// The name.
        name: String,
        /// The most similar name.
        nearest: Option<String>,
    },
}

impl Failure {
    /// Errors of the first input.
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
