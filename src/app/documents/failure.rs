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
    /// A failure of the export.
    Export(Box<export::Failure>),
    /// It was stopped, or a document could not be made.
    Unfinished(Unfinished),
    /// The separate process made none.
    Apart(Apart),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Export(Box::new(export::Failure::Common(failure)))
    }
}

/// Why the separate process made no documents.
#[derive(Debug)]
pub enum Apart {
    /// It reported the reason, in words.
    Told(String),
    /// It exceeded its memory limit, or crashed.
    TooMuch {
        /// The limit, in GiB.
        gib: usize,
    },
}
