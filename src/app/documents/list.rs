//! The list of a project's documents, next to them: what was written, for whom, and from which plan.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::input::{FILE_BYTES, read_text};

/// Its name in the folder.
pub(super) const LIST: &str = "documents.json";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct List {
    /// A digest of the plan's file.
    pub(super) plan: String,
    /// The file of names, if they contain names.
    pub(super) contacts: Option<String>,
    /// Each document.
    pub(super) documents: Vec<Listed>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Its path in the folder, with `/`.
    pub(super) path: String,
    /// Its audience, as named on the command line.
    pub(super) audience: String,
    /// Its recipient; empty if it needs none.
    pub(super) recipient: String,
    /// Its kind: the catalogue's key of its name, without `file-`.
    pub(super) kind: String,
}

/// The kinds of documents.
pub(super) const KINDS: [&str; 15] = [
    "attendance",
    "bill",
    "calendar",
    "confirmations",
    "corrections",
    "estimate",
    "flows",
    "mednum",
    "plan-workbook",
    "poster",
    "rdv",
    "report",
    "road-book",
    "venues",
    "workbook",
];

impl List {
    /// The list in a folder; `None` if there is none of this program.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let text = read_text(&folder.join(LIST), FILE_BYTES).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Its file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}
