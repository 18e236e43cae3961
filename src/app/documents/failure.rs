//! Why there are no documents.

use crate::app::common::Failure as Common;
use crate::app::export;
use crate::output::export::Unfinished;

/// Why there are no documents.
#[derive(Debug)]
pub enum Failure {
    /// There is no such file of names.
    NoContacts,
    /// There is no such folder of templates.
    NoTemplates,
    /// There is no such folder of calendars.
    NoPrevious,
    /// As elsewhere.
    Export(Box<export::Failure>),
    /// It was stopped, or a document could not be made.
    Unfinished(Unfinished),
    /// A process apart made none.
    Apart(Apart),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Export(Box::new(export::Failure::Common(failure)))
    }
}

/// Why a process apart made no documents.
#[derive(Debug)]
pub enum Apart {
    /// It said why, in words.
    Told(String),
    /// It took more memory than there is for it, or ended of itself.
    TooMuch {
        /// What there is, GiB.
        gib: usize,
    },
}
